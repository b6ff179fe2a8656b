"""Spanish: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "desconectad", "credenciales", "servidor", "autenti", "sesión", "tiempo", "falló", "fallo ", "el host", "de host", "no conectado", "respuesta", "error ssl", "ssl falló", "seguridad ssl", "identificación",
    "está en uso", "puerto",
    "error de red", "error en la red",
    "servidor no", "imposibilidad de", "encontró el servidor", "el servidor",
    "canal seguro",
    "conexión", "conexion", "tiempo de espera", "tiempo límite", "resolver", "certificado", "contraseña", "autenticación", "inicio de sesión", "servidor remoto", "equipo remoto", "host remoto", "ruta de acceso de la red", "no se puede acceder", "conectar", "tardó demasiado",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"(?:conexión|conexion)[^.;]{0,30}(?:rechazad|rehusad|denegad|recusad)|(?:rechaz|deneg|rehus)[^.;]{0,40}(?:conexión|conexion)"),
    ("timed-out", r"tiempo[^.;]{0,30}agotad|tiempo fuera|(?:conexión|conexion)[^.;]{0,30}(?:ha expirado|expiró|venció|caducó)|venció la conexi|se acabó el tiempo|(?:servidor|host|equipo|dispositivo)[^.;]{0,12}no (?:responde|respondió|contesta)|sin respuesta del servidor|(?:tiempo de espera|tiempo límite|tiempo limite)[^.;]{0,50}(?:agot|exced|super|expir|caduc|transcurri)|(?:agot|exced|super|expir|transcurri)[^.;]{0,30}tiempo|tardó demasiado|no respondió adecuadamente|valor de tiempo de espera"),
    ("name-not-resolved", r"no se (?:ha podido |pudo |puede )?encontr\w{1,3}[^.;]{0,20}(?:servidor|host|nombre de)|nombre de host[^.;]{0,30}no se encontr|búsqueda del nombre|no se (?:encontró|encuentra|pudo encontrar|puede encontrar)[^.;]{0,8}(?:servidor|host|anfitrión|dominio)|(?:resolver|resuelto|resolución de)[^.;]{0,50}(?:nombre|host|servidor|dirección|dominio|dns)|(?:nombre|host|servidor|anfitrión)[^.;]{0,40}(?:desconocid|no encontrad|no se encontr|no se pudo resolver|resuelto)|encontrar la dirección ip"),
    ("reset", r"restablecid[oa] por el par|(?:conexión|conexion)[^.;]{0,40}(?:restablec|reinici|reset|interrupción de una)|forzado la interrupción"),
    ("closed", r"desconectado del servidor|(?:conexión|conexion)[^.;]{0,30}abortad|se ha anulado la conexi|(?:conexión|conexion)[^.;]{0,40}(?:cerrad|terminad|interrumpid|perdid|anulad|cortad|cerró)|(?:cerró|cerrado|terminado|interrumpió|perdió|perdido)[^.;]{0,20}(?:conexión|conexion)|nombre de red especificado ya no está disponible"),
    ("unreachable", r"(?:red|host|destino|servidor)[^.;]{0,30}(?:inaccesible|inalcanzable|no (?:es|está) accesible)|ruta de acceso de la red|sin conexión a internet|no hay conexión a internet"),
    ("tls-failed", r"(?<!ignorar )error(?:es)?[^.;]{0,20}(?:certificado|\bssl|\btls)|certificado[^.;]{0,12}no funciona|(?:fallo|falló|no se pudo|imposible|no fue posible)[^.;]{0,30}(?:certificado|\bssl|\btls)|ssl falló|identidad del servidor|(?:fallo|falló)[^.;]{0,30}conexión segura|conexión cifrada no|certificado[^.;]{0,60}(?:inválid|no es válido|no válido|caducad|expirad|vencid|no confiable|no es de confianza|desconocid|verific)|canal seguro ssl|conexión (?:no es privada|segura falló)"),
    ("rejected", r"(?:credenciales|autent\w{1,12}|sesión|identificación|login|autorización)[^.;]{0,30}(?:incorrect|inválid|no válid|falló|fallid|rechaz|expir)|(?:fall\w{1,3}|error al)[^.;]{0,20}(?:autenti|iniciar sesión|inicio de sesión|identificación|credenciales)|rechazad[oa] por el servidor|servidor rechazó(?! la conexi)|el login falló|no se puede iniciar sesión|vuelve a iniciar sesión|(?:contraseña|usuario|credenciales|autenticación)[^.;]{0,40}(?:incorrect|inválid|no válid|fall|erróne|errone|rechaz)|(?:error|fallo|falló)[^.;]{0,15}(?:autenticación|inicio de sesión)|error en el servidor remoto|demasiadas conexiones|acceso denegado"),
    ("address-in-use", r"puerto[^.;]{0,20}(?:en uso|ocupado|siendo utilizad)|(?:dirección|puerto)[^.;]{0,30}(?:ya (?:está )?en uso|está en uso|ocupado|siendo utilizad)"),
    ("proxy", r"(?:servidor )?proxy[^.;]{0,40}(?:rechaz|fall|error|requiere)"),
    ("rejected", r"servidor[^.;]{0,30}(?:error|estado|código)[^.;\d]{0,12}\b([45]\d\d)\b"),
    ("protocol-mismatch", r"respuesta[^.;]{0,30}(?:inválida|no válida)|(?:analizar|interpretar) la respuesta"),
    ("unknown", r"error (?:interno )?del? servidor|error devuelto desde el servidor|servidor[^.;]{0,30}no (?:disponible|está disponible|conectado)|no conectado|desconectado\b|conexión[^.;]{0,12}no disponible|transferencia[^.;]{0,20}interrumpid|error (?:de|en la) red\b|imposibilidad de conectar|no hay conexión|no (?:se )?(?:ha |es |fue |pude |puede |pudo |puedo )?(?:podido |posible )?(?:conectar|establecer|acceder|contactar|conectarse)|(?:error|fallo|falló|problema)s?[^.;]{0,20}(?:conexión|conexion|conectar)|(?:conexión|conexion)[^.;]{0,30}(?:falló|fallid|fracas)|imposible conectar|servidor no encontrado"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
