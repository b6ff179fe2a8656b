"""What Apple's URL loading says in the language of the phone: the sentences behind the numbers of NSURLError.h (`apple`)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.apple import meant
from nocarrier.readings.messages.phrases import Phrase, owned
from nocarrier.readings.messages.reading import CODE, WORDS, Reading

STEMS = ("nsurlerrordomain",)

SAID = (
    Phrase("the request timed out.", "timed-out", "", "apple"),
    Phrase("找不到指定主機名稱的伺服器", "name-not-resolved", "name", "apple"),
    Phrase("mit dem angegebenen hostnamen gefunden", "name-not-resolved", "name", "apple"),
    Phrase("possédant le nom d’hôte", "name-not-resolved", "name", "apple"),
    Phrase("con el nombre de host especificado", "name-not-resolved", "name", "apple"),
    Phrase("com o nome de host especificado", "name-not-resolved", "name", "apple"),
    Phrase("con il nome host specificato", "name-not-resolved", "name", "apple"),
    Phrase("сервер с указанным именем хоста", "name-not-resolved", "name", "apple"),
    Phrase("指定されたホスト名のサーバが見つかりませんでした", "name-not-resolved", "name", "apple"),
    Phrase("지정된 호스트 이름을 가진 서버를 찾을 수 없", "name-not-resolved", "name", "apple"),
    Phrase("網際網路連線似乎已離線", "unreachable", "route", "apple"),
    Phrase("besteht keine verbindung zum internet", "unreachable", "route", "apple"),
    Phrase("la connexion internet semble", "unreachable", "route", "apple"),
    Phrase("parece que la conexión a internet", "unreachable", "route", "apple"),
    Phrase("a conexão à internet parece", "unreachable", "route", "apple"),
    Phrase("la connessione internet sembra", "unreachable", "route", "apple"),
    Phrase("соединение с интернетом прервано", "unreachable", "route", "apple"),
    Phrase("インターネット接続がオフラインのようです", "unreachable", "route", "apple"),
    Phrase("인터넷 연결이 오프라인", "unreachable", "route", "apple"),
    Phrase("網路連線中斷", "closed", ""),
    Phrase("die netzwerkverbindung wurde unterbrochen", "closed", "", "apple"),
    Phrase("la connexion réseau a été perdue", "closed", "", "apple"),
    Phrase("se ha perdido la conexión de red", "closed", "", "apple"),
    Phrase("se perdió la conexión de red", "closed", "", "apple"),
    Phrase("a conexão com a rede foi perdida", "closed", "", "apple"),
    Phrase("la connessione di rete è stata persa", "closed", "", "apple"),
    Phrase("соединение потеряно", "closed", ""),
    Phrase("ネットワーク接続が切れました", "closed", "", "apple"),
    Phrase("네트워크 연결이 유실", "closed", "", "apple"),
    Phrase("请求超时", "timed-out", worth=WORDS),
    Phrase("要求逾時", "timed-out", worth=WORDS),
    Phrase("zeitüberschreitung bei der anforderung", "timed-out", worth=WORDS),
    Phrase("la requête a expiré", "timed-out", worth=WORDS),
    Phrase("лимит времени на запрос", "timed-out", worth=WORDS),
    Phrase("要求がタイムアウト", "timed-out", worth=WORDS),
    Phrase("リクエストがタイムアウト", "timed-out", worth=WORDS),
    Phrase("ssl 错误，无法建立", "tls-failed", "tls"),
    Phrase("ssl错误", "tls-failed", "tls"),
    Phrase("ein ssl-fehler aufgetreten", "tls-failed", "tls", "apple"),
    Phrase("une erreur ssl s’est produite", "tls-failed", "tls", "apple"),
    Phrase("un error de ssl y no", "tls-failed", "tls", "apple"),
    Phrase("ошибка ssl", "tls-failed", "tls"),
    Phrase("sslエラーが起きた", "tls-failed", "tls"),
    Phrase("此服务器的证书无效", "tls-failed", "tls"),
)  # fmt: skip
"As reports quote them; without a first word in capitals that only Unicode lowers."

_NAMED = pattern(r"(?i)nsurl|kcferror|apple|\bios\b|xcode|swift|error domain|code ?[=:] ?-\d{3,5}|\(-?1\d{3}\)")
"Whose words these are, where others say the same."
_BEFORE = pattern(r"(-\d{3,5})\b\W{1,6}(?:domain)?\W{1,6}(?:NSURLErrorDomain|kCFErrorDomainCFNetwork)")
"A record of it, its number first."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the number of a record."""
    for match in _BEFORE.finditer(line):
        kind, step = meant(int(match[1]))
        yield Reading(
            kind=kind, worth=CODE, client="apple", step=step, code={"nsurl": int(match[1])}, at=match.start()
        )
    yield from owned(SAID, line, "apple", _NAMED)
