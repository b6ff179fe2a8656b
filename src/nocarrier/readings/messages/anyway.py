"""What is left of a short text that somebody asks about: it complains, or begins again and again, and speaks of a connection somewhere.

``Unable to get printer status``, ``Error: unknown peer``, ``Reconnect to: 192.0.2.92:1883``, ``서버연결이 안된다``: such a text tells nothing
of how it failed, and mostly not even that a connection did. That is what one who asks about it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.one_line import first
from nocarrier.readings.messages.quoted import message
from nocarrier.readings.messages.reading import OPAQUE, Reading
from nocarrier.readings.messages.scan import clean
from nocarrier.readings.messages.unsaid import NEGATED, before_advice, failing
from nocarrier.readings.messages.vocabulary import of
from nocarrier.readings.messages.words import texts

OF_ANYTHING = Reading(
    kind="unknown", worth=OPAQUE,
    open=say("The text does not even say that it was a connection that failed; the lines around it may."),
)  # fmt: skip
COMPLAINS = of(
    "FAILS cannot can't can’t couldn't unable inactive unavailable unreachable terminated terminating crashed wrong -fatal"
)
HAS_NOT = of("not no isn't aren't doesn't didn't won't")
"These complain where something is said not to be there, or not to be as it should: ``No dedicated server found``."
WANTED = of("found available open opened ok online ready initialized reachable responding response working")
SPEAKS = of(
    "LINE DIAL connected reconnect reconnecting reconnection disconnect disconnecting server servers host hosts peer remote broker brokers endpoint "
    "upstream gateway registry nameserver mysql mariadb redis mongo mongodb kafka ldap smtp imap ftp ssh influx rabbitmq amqp mqtt elasticsearch "
    "clickhouse cassandra etcd consul zookeeper memcached influxdb relay network online offline login printer camera hub bridge url rpc http https "
    "udp curl libcurl api proxy client homeserver routing dns net @place"
)
"Words of a connection, or of what is at its other end."
ELSEWHERE = of(
    "SUPPOSES IN_PEACE -ok passed tests borrow class except module import syntax reference function parse parsing parser "
    "file files directory folder path memory disk space assert assertion compile compilation compiler build argument arguments "
    "option options usage parameter parameters variable version versions dependency dependencies package packages traceback "
    "segmentation script git branch commit column table row index key schema field type types method methods object property "
    "attribute node tree relocation symbol symbols section format character encoding number integer string value values "
    "sector partition filesystem title color pointer user operation counter rule policy template environments lint deprecated typescript"
)
"Words of what else may go wrong in a program."
GOOD = of(
    "established ready listening started running complete completed done accepted connected authenticated succeeded works period"
)
_BEGINS = pattern(
    r"(?i)\b(?:connect(?:ing)?|(?:starting|trying|opening) (?:a |the )?connection|re-?conn?ect(?:ing)?)(?: to\b|: \S| attempt| in \d)|\bwaiting for\b.{1,80}\bonline\b|\w reconnect$"
)
_WAITS = pattern(r"(?i)\breconn?ect|\bwait(?:ing)?\b|\bretry")
_HAS_NONE = pattern(r"(?i)^(?:when|if|once|in case)\b|\berrors?[\"']? ?[:=] ?(?:null|none|nil|false)\b")

TONGUES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("verbind", "server", "netzwerk"), (" nicht", "kein", "fehl")),
    (("connexion", "se connecte ", "connecter", "serveur", "réseau"), (" pas ", "erreur", "échec", "échou", "impossible")),
    (("conect", "conexi", "servidor", "comunicar"), ("no ", "sin ", "error", "fall", "imposible", "incapaz")),
    (("conect", "conex", "servidor"), ("não ", "sem ", "erro", "falh", "impossível")),
    (("connett", "connession", "server"), (" non ", "non si", "errore", "impossibile", "fallit", "nessuna")),
    (("połącz", "łączy", "łącze", "serwer"), ("nie ", "brak", "błąd", "nieudan")),
    (("подключ", "соедин", "сервер", "сети", "интернет", "з'єдн"), ("не ", "нет ", "ошибк", "сбой", "невозмож", "немає", "помилк")),
    (("bağlan", "sunucu"), ("mıyor", "miyor", "amıyor", "hata", "yok", "başarısız", "lamadı", "lemedi")),
    (("verbind", "server", "communiceren"), ("geen ", "niet ", "mislukt", " fout ", "onderbroken")),
    (("spojit", "připojit", "spojení", "serverem"), ("nepoda", "nelze ", "chyb", "selh")),
    (("连接", "連接", "連線", "连上", "連上", "服务器", "服务端", "伺服器", "网络", "網路", "通訊", "通讯"), ("不上", "不了", "失败", "失敗", "错误", "錯誤", "无法", "無法", "异常", "異常", "断开")),
    (("接続", "つなが", "繋が", "サーバ", "ネットワーク", "通信"), ("ない", "失敗", "エラー", "ません")),
    (("연결", "접속", "서버", "네트워크"), ("안", "못", "실패", "불가", "오류", "에러", "끊")),
    (("חיבור", "להתחבר", "שרת"), ("לא ", "שגיאה", "נכשל")),
)  # fmt: skip
"Of each language, pieces of words for a connection, and of those that deny it or complain. The first are no English."
WELL = (
    "erfolgreich", "verbunden", "keine fehler", "succès", "réussi", "éxito", "correctamente", "sucesso", "successo", "pomyślnie", "успешн", "успішн", "başarıyla", "成功", "完成", "正常",
    "성공", "בהצלחה", " 0 ",
)  # fmt: skip
"What is well beside them, or counted and was none."


def anyway(text: bytes) -> tuple[Told, ...]:
    """The first line that complains; where none does, the first that begins, in a text that comes back to it or waits for it."""
    raw = text.split(b"\n")
    lines = [message(clean(line)) for line in raw]
    said = {word for line in lines for word in texts(failing(line))}
    if SPEAKS.isdisjoint(said):
        return _first(raw, _complains_abroad)
    told = _first(raw, _complains) or _first(raw, _complains_abroad)
    if told or not GOOD.isdisjoint(said):
        return told
    again = sum(map(_begins, lines)) > 1 or any(map(_WAITS.search, lines))
    return _first(raw, _begins) if again else ()


def _first(lines: Sequence[bytes], is_one: Callable[[str], bool]) -> tuple[Told, ...]:
    return first(lines, lambda line: OF_ANYTHING if is_one(line) else None)


def _complains(line: str) -> bool:
    said = texts(failing(before_advice(line)))
    if _HAS_NONE.search(line) or not ELSEWHERE.isdisjoint(said):
        return False
    return any(
        (word in COMPLAINS and NEGATED.isdisjoint(said[max(0, at - 2) : at]))
        or (word in HAS_NOT and not WANTED.isdisjoint(said[at + 1 : at + 4]))
        for at, word in enumerate(said)
    )


def _complains_abroad(line: str) -> bool:
    lower = f" {line.lower()} "
    return not any(one in lower for one in WELL) and any(
        any(one in lower for one in speaks) and any(one in lower for one in denies) for speaks, denies in TONGUES
    )


def _begins(line: str) -> bool:
    return _BEGINS.search(line) is not None and ELSEWHERE.isdisjoint(texts(failing(line)))
