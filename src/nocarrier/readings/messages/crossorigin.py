"""Browsers on requests that they blocked because of where the page comes from (CORS, Private Network Access)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.browsers import NO_REASON
from nocarrier.readings.messages.endpoints import endpoints
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "cross-origin request blocked", "cross-origin) anfrage blockiert", "已拦截跨源请求", "已封鎖跨來源請求", "une requête multiorigine",
    "otro origen bloqueada", "из постороннего источника заблокирован", "cross-origin bloqueada", "richiesta multiorigine",
    "クロスオリジン要求をブロック",
)  # fmt: skip
"Firefox' first words, in the languages of reports. The reason stands behind them."

SAID = (
    Phrase("blocked by cors policy", "rejected", "http", "chrome", worth=MEANT),
    Phrase("is therefore not allowed access", "rejected", "http", "chrome", worth=MEANT),
    Phrase("response for preflight ", "rejected", "http", "chrome", worth=MEANT),
    Phrase("response to preflight request doesn't pass", "rejected", "http", "chrome", worth=MEANT),
    Phrase("cross origin requests are only supported for", "permission-denied", "target", "chrome", worth=MEANT),
    Phrase("is not allowed by access-control-allow-", "rejected", "http", "safari", worth=MEANT),
    Phrase("due to access control checks", "rejected", "http", "safari", worth=MEANT),
    Phrase("denied by cross-origin resource sharing policy", "rejected", "http", "safari", worth=MEANT),
    Phrase("preflight response is not successful", "rejected", "http", "safari", worth=MEANT),
    Phrase("not found in access-control-allow-origin", "rejected", "http", "edge", worth=MEANT),
    Phrase("network error 0x80070005", "permission-denied", "http", "edge", worth=MEANT),
    Phrase("required cross origin resource sharing", "rejected", "http", "edge", worth=MEANT),
    Phrase("reason: cors ", "rejected", "http", "firefox"),
)

_UNTOLD = (
    "did not succeed", "schlug fehl", "未能成功", "未成功", "échec de la requête", "no tuvo éxito", "sin éxito", "не удалось выполнить",
    "não teve sucesso", "non riuscita", "成功しな",
)  # fmt: skip
"Behind this reason of Firefox any failure may stand: no answer came that could have allowed anything."
_PRIVATE = ("address space", "private_network", "private network", "local_network", "local network", "more-private")
"Private Network Access: the browser itself does not let a public page in, whatever the server answers."
_FROM = pattern(r"\bOrigin \S{1,512} (?:is )?not (?:allowed|found)\b")
"Safari and Edge name only the page."


def read(line: str) -> Iterator[Reading]:
    """What was blocked, and whether the answer of a server blocked it."""
    lower = line.lower()
    if "possible causes: " in lower:
        return  # superagent names it among others
    blocked = any(words in lower for words in STEMS)
    if any(words in lower for words in _UNTOLD) and (blocked or "cors" in lower):
        yield _asked(Reading(kind="unknown", worth=OPAQUE, client="firefox", open=NO_REASON), line)
        return
    if blocked:
        yield _asked(Reading(kind="rejected", worth=MEANT, client="firefox", step="http"), line)
    private = any(words in lower for words in _PRIVATE)
    for one in phrases(SAID, line):
        told = replace(one, kind="permission-denied") if private else one
        yield told if _FROM.search(line) else _asked(told, line)


def _asked(reading: Reading, line: str) -> Reading:
    """With what was asked for: it stands first, the page that asked behind it."""
    for place in endpoints(line):
        if place.scheme and place.host:
            return replace(reading, scheme=place.scheme, host=place.host, port=place.port)
    return reading
