"""Portuguese: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "ligar", "servidor", "sessão", "credenciais", "palavra-passe", "palavra-chave", "desligad", "desconectad", "não conectado", "anfitrião", "autentic", "resposta", "erro ssl", "ssl falhou", "erros ssl", "login falh", "fazer login", "nome do host",
    "encontrar o servidor", "localizar o servidor", "encontrar o host",
    "a rede ", "rede est",
    "em uso",
    "erro de rede", "erro na rede",
    "servidor não", "sem internet", "o servidor",
    "canal seguro para",
    "conexão", "conexao", "ligação", "tempo limite", "tempo de espera", "resolver", "certificado", "senha", "autenticação", "servidor remoto", "nome remoto", "conectar", "máquina de destino", "caminho de rede", "não é possível acessar", "demorou muito",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"(?:conexão|conexao|ligação)[^.;]{0,30}(?:recusad|negad|rejeitad)|recus[^.;]{0,40}(?:conexão|conexao|ligação)|recus(?:ou|aram) ativamente|as recusou"),
    ("timed-out", r"(?:conexão|ligação)[^.;]{0,40}expirou|tempo esgotado|tempo limite estourou|(?:servidor|host|dispositivo)[^.;]{0,12}não (?:responde|está respondendo|respondeu)|sem resposta do servidor|(?:tempo limite|tempo de espera|tempo)[^.;]{0,40}(?:esgot|exced|expir|ating|ultrapass|terminou)|(?:esgot|exced|expir|ating)[^.;]{0,30}tempo|demorou muito|não respondeu corretamente"),
    ("name-not-resolved", r"encontrar o anfitrião|(?:anfitrião|host)[^.;]{0,20}não (?:foi )?encontrad|não foi encontrado o nome do host|(?:não foi possível|impossível) (?:encontrar|localizar)[^.;]{0,8}(?:servidor|host|domínio)|(?:servidor|host|domínio)[^.;]{0,8}não (?:foi )?encontrad|(?:resolver|resolvid|resolução de)[^.;]{0,50}(?:nome|host|servidor|endereço|domínio|dns)|(?:nome|host|servidor)[^.;]{0,40}(?:desconhecid|não encontrad|não foi encontrad|resolvido|não é conhecido)|encontrar o endereço ip"),
    ("reset", r"ligação foi desligada|reiniciad[oa] pel[oa]|(?:conexão|conexao)[^.;]{0,40}(?:redefinid|reiniciad|resetad|cancelamento de uma)|forçado o cancelamento"),
    ("closed", r"des(?:ligado|conectado) do servidor|(?:conexão|ligação)[^.;]{0,30}(?:cancelad|abortad)|terminou a ligação|(?:conexão|conexao|ligação)[^.;]{0,40}(?:fechad|encerrad|terminad|interrompid|perdid|anulad|caiu)|(?:fechou|encerrou|perdeu)[^.;]{0,20}(?:conexão|conexao)|nome da rede especificado não está mais disponível"),
    ("unreachable", r"sem ligação à internet|rede (?:está )?(?:inacessível|indisponível)|(?:rede|host|destino)[^.;]{0,30}(?:inacessível|inalcançável|fora de alcance)|caminho de rede|caminho da rede|sem conexão com a internet|sem internet"),
    ("tls-failed", r"(?<!ignorar )erro[^.;]{0,20}(?:\bssl|\btls|certificado)|(?:falha|não (?:foi )?possível|incapaz)[^.;]{0,30}(?:certificado|\bssl|\btls)|ssl falhou|identidade do servidor|(?:conexão|ligação) encriptada indispon|certificado[^.;]{0,60}(?:expirou|venceu)|certificado[^.;]{0,60}(?:inválid|expirad|vencid|não confiável|não é confiável|não é válido|desconhecid|verific)|canal seguro para ssl|conexão não é (?:particular|segura|privada)"),
    ("rejected", r"(?:palavra-(?:passe|chave)|senha|credenciais|sessão|login|autorização|autenticação)[^.;]{0,30}(?:incorret|inválid|errad|falh|rejeitad|expir)|(?:erro|falha)[^.;]{0,12}(?:de|na|no) (?:autenticação|iní?cio de sessão|login)|rejeitad[oa] pelo servidor|não autorizad[oa]|não foi possível fazer login|inicie novamente a sessão|(?:senha|usuário|credenciais|autenticação|login)[^.;]{0,40}(?:incorret|inválid|falh|errad|recusad|rejeitad)|falha (?:na|de) (?:autenticação|login|logon)|servidor remoto retornou um erro|muitas conexões|acesso negado"),
    ("address-in-use", r"porta[^.;]{0,20}em uso|(?:endereço|porta)[^.;]{0,30}(?:já (?:está )?em uso|em uso|ocupad)"),
    ("proxy", r"proxy[^.;]{0,40}(?:recus|falh|erro|exige)"),
    ("rejected", r"servidor[^.;]{0,30}(?:erro|status|código)[^.;\d]{0,12}\b([45]\d\d)\b"),
    ("protocol-mismatch", r"resposta[^.;]{0,20}inválid|analisar a resposta"),
    ("unknown", r"falha ao ligar|(?:não|impossível)[^.;]{0,25}ligar a|erro (?:interno )?d[oe] servidor|erro de ligação|ligação[^.;]{0,12}(?:falhou|indisponível)|servidor[^.;]{0,30}(?:indisponível|inacessível|não conectado)|não conectado|desligado\. a|erro retornado do servidor|erro ao aceder|erro (?:de|na) rede\b|não (?:foi |é )?(?:possível )?(?:consegu\w{1,6} )?(?:pôde |pode )?(?:se )?(?:conectar|estabelecer|acessar|contactar|conectar-se|contatar)|(?:erro|falha)[^.;]{0,20}(?:conexão|conexao|conectar)|(?:conexão|conexao)[^.;]{0,20}falh|impossível[^.;]{0,10}conectar"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
