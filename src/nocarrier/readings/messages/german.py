"""German: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "authentifi", "authentisier", "login fehl", "ssl-fehler", "ssl fehl", "ssl/tls-handshake", "antwort vom server", "serverantwort", "serverfehler", "nicht verbunden", "zugangsdaten", "anmeldedaten", "zeitablauf", "sitzung", "vom server", "hostnamen", "identität des servers", "server-identität", "socket fehler", "socket-fehler", "web-server", "der server", "login mittels", "zugriff",
    "nicht gefunden", "nicht finden",
    "bereits von ", "bereits benutzt", "bereits verwendet", "bereits genutzt",
    "netzwerkfehler", "mit fehler ", "mit status", "statuscode", "nicht kontaktiert", "nicht erreicht",
    "beim verbinden", "verbinden", "keine antwort", "unbekannter host", "server nicht", "abbruch", "zugriff verweigert",
    "-kanal erstellt", "ip-adresse", "zu lange",
    "verbindung", "zeitüberschreitung", "zeitlimit", "timeout für", "aufgelöst", "zertifikat", "kennwort", "passwort", "anmeldung", "benutzername", "verweigert", "erreichbar", "remoteserver", "netzwerkpfad", "anschluss", "server wurde nicht gefunden", "antwortet nicht",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"verbindung[^.;]{0,80}(?:verweiger|abgelehnt|abgewiesen|zurückgewiesen)|(?:verweiger|abgelehn|lehnt)[^.;]{0,40}verbindung"),
    ("timed-out", r"zeitablauf|(?:verbindung|datenübertragung)[^.;]{0,30} (?:ist|war) abgelaufen|keine antwort (?:vom|von|des|auf)[^.;]{0,20}(?:server|host|gerät|gegenstelle|anfrage|\d)|zeitüberschreitung|zeitlimit[^.;]{0,40}(?:überschritten|erreicht|abgelaufen)|timeout[^.;]{0,40}(?:überschritten|abgelaufen|erreicht)|(?:braucht|dauert|benötigt|hat) zu lange|antwortet nicht"),
    ("name-not-resolved", r"(?:nachschlagen|auflösung|auflösen)[^.;]{0,20}(?:host|rechner|server)[^.;]{0,30}(?:fehl|nicht)|(?:server|host|domain)[^.;]{0,60}(?:nicht gefunden|nicht finden)|unbekannter (?:host|rechner|server)|(?:host|name|server|adresse|domain)[^.;]{0,60}(?:nicht aufgelöst|nicht auflösen|nicht gefunden|unbekannt)|nicht aufgelöst werden|namensauflösung[^.;]{0,30}(?:fehl|fehler)|server-ip-adresse von"),
    ("reset", r"verbindung[^.;]{0,40}(?:zurückgesetzt|vom remotehost geschlossen)"),
    ("closed", r"verbindungs(?:abbruch|verlust)|verbindung abgebrochen|verbindung[^.;]{0,40}(?:geschlossen|getrennt|beendet|abgebrochen|unterbrochen|verloren)|netzwerkname ist nicht mehr verfügbar"),
    ("unreachable", r"(?:netzwerk|host|rechner)[^.;]{0,30}nicht (?:erreichbar|verfügbar)|netzwerkpfad wurde nicht gefunden|keine internetverbindung|keine verbindung mit dem internet|nicht mit dem internet verbunden"),
    ("tls-failed", r"(?:ssl|tls)(?:-|/|\s)[^.;]{0,20}(?:fehler|fehlgeschlagen)(?![^.;]{0,10}ignorier)|zertifikat[^.;]{0,40}(?:nicht abgerufen|nicht (?:erhalten|bekommen))|zertifikatsproblem|(?:ungültiges|kein)[^.;]{0,25}zertifikat|fehler[^.;]{0,25}zertifikat\b|identität des servers[^.;]{0,20}nicht|server-identität[^.;]{0,20}nicht|keine tls-verbindung|verschlüsselte verbindung nicht|zertifikat[^.;]{0,60}(?:ungültig|abgelaufen|nicht vertrauenswürdig|nicht gültig|nicht überprüf|unbekannt|fehl)|ssl/tls-kanal|keine sichere verbindung|sichere verbindung[^.;]{0,20}fehl|nicht sicher"),
    ("rejected", r"(?:falsch|ungültig)\w{0,3} (?:benutzername|passwort|kennwort|anmelde|zugangs|login)|(?:authenti\w{1,12}|anmeldung|login|legitimierung)[^.;]{0,30}(?:fehlgeschlagen|gescheitert|fehler|verweigert|abgelehnt|abgelaufen)|authentifizierungsfehler|sitzung[^.;]{0,12}abgelaufen|vom server[^.;]{0,12}(?:zurückgewiesen|abgelehnt)|server verweigert[^.;]{0,20}benutzer|ip-adresse[^.;]{0,60}(?:gebannt|gesperrt)|zugangsdaten[^.;]{0,20}abgelehnt|(?:zugriff|zugang)[^.;]{0,20}verweigert[^.;]{0,10}(?:server|host|benutzer)|(?:server|host)[^.;]{0,20}verweigert[^.;]{0,10}(?:zugriff|zugang|anmeldung)|(?:benutzername|passwort|kennwort|anmeldedaten|zugangsdaten)[^.;]{0,40}(?:falsch|ungültig|inkorrekt|nicht korrekt|fehl)|(?:anmeldung|authentifizierung)[^.;]{0,30}(?:fehlgeschlagen|fehler|verweigert)|remoteserver hat einen fehler zurückgegeben|zu viele verbindungen"),
    ("address-in-use", r"(?:port|adresse|anschluss)[^.;]{0,20}bereits[^.;]{0,40}(?:verwendet|benutzt|genutzt)|(?:port|adresse|anschluss)[^.;]{0,30}(?:bereits verwendet|belegt|bereits in gebrauch|wird verwendet)"),
    ("proxy", r"proxy-?server[^.;]{0,40}(?:verweiger|nicht|fehler|verlangt)"),
    ("rejected", r"server[^.;]{0,30}(?:fehler|status|code)[^.;\d]{0,12}\b([45]\d\d)\b"),
    ("protocol-mismatch", r"ungültige (?:server)?antwort|antwort[^.;]{0,30}nicht (?:geparst|analysiert|auswerten|ausgewertet)"),
    ("unknown", r"nicht verbunden\b|serverfehler|fehler (?:beim web-server|vom server)|sichere verbindung nicht|socket[- ]fehler|datenübertragung[^.;]{0,12}(?:abgebrochen|unterbrochen)|netzwerkfehler|server[^.;]{0,40}nicht (?:kontaktiert|erreicht) werden|(?:fehler|problem)e? beim (?:verbinden|verbindungsaufbau)|(?:kann|konnte)[^.;]{0,40}nicht[^.;]{0,30}verbinden|(?:kann|konnte) nicht[^.;]{0,30}verb(?:inden|unden)|verbindung[^.;]{0,60}(?:fehlgeschlagen|fehlschlug|nicht (?:hergestellt|möglich|herstellen)|gescheitert)|keine verbindung|verbindungsfehler|verbindungsaufbau[^.;]{0,30}fehl|verbindungsversuch[^.;]{0,40}fehl|nicht erreichbar|kann nicht erreicht werden"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
