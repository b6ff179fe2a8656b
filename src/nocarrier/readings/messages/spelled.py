"""Codes in a short text that somebody asks about, in a dress that no reader looks for: ``eai_again`` in small letters, ``code=502`` in nobody's sentence.

A code is more than words (24): it outdoes a line that says only that something failed.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import KIND, numbered, of_symbol
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.one_line import first
from nocarrier.readings.messages.reading import SENTENCE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

_SYMBOL = pattern(
    r"(?i)(?<![\w-])(eai_[a-z]{4,9}|enotfound|emfile|enfile|e(?:conn|host|net|addr|timed)[a-z]{3,10})(?![\w-])"
)
_CALLED = pattern(
    r"(?i)\b(?:bind|connect|accept|listen|send|recv|socket|sendto|recvfrom|sendmsg|recvmsg|sendmmsg)(?:\(\))? ?(?:call )?failed[.:,]? ?\((?:errno ?=? ?)?(\d{1,3})(?:[\s):,]|-E[A-Z]{3,14}\b)"
)
"A number behind a call of sockets that failed."
_BESIDE = pattern(
    r"(?i)\bsocket error on fd \d{1,5}: (\d{2,3})$|^\W{0,4}(9\d|1[01]\d) ?: (?:cannot|could not|failed to|unable to) (?:bind|connect|listen|send)\b|\b(?:cannot|could not|couldn't|failed to|unable to) (?:bind|connect|listen)\b.{0,60}\((9\d|1[01]\d)\)\.?$"
)
"A number that stands before what could not be done, or ends the line."
_WAITED = pattern(r"(?i)\bfailed to connect to \S{3,80} in \d{4,6} ?ms\b")
"tedious, of a connection that did not come about in its time."
_NAMED = pattern(
    r"(?:(?i:error|status|status ?code|code)[ :=(]{1,3})(BadRequest|Unauthorized|Forbidden|NotFound|TooManyRequests|InternalServerError|BadGateway|ServiceUnavailable|GatewayTimeout)\b"
)
"Statuses by the names that .NET's HttpStatusCode has for them, and others after it."
_STATUS = pattern(
    r"(?i)\b(?:http[ /-]|(?:http|status) ?code ?[=:]? ?|code=|https?://[^\s\"]{1,300}\": (?=\d{3} \([A-Z]))([45]\d\d)(?![\d.])(?!.{0,12}\bcode)"
)


def spelled(text: bytes) -> tuple[Told, ...]:
    """The first line that holds one."""
    return first(text.split(b"\n"), lambda line: next(_read(line), None))


def _read(line: str) -> Iterator[Reading]:
    for match in _SYMBOL.finditer(line):
        symbol = match[1].upper()
        if symbol in KIND:
            yield of_symbol(symbol, SENTENCE, at=match.start())
    yield from numbered(_CALLED.search(line), SENTENCE)
    yield from numbered(_BESIDE.search(line), SENTENCE)
    if _WAITED.search(line) is not None:
        yield Reading(kind="timed-out", worth=SENTENCE, step="tcp")
    yield from answered(_STATUS.search(line), of_request, SENTENCE)
    if _NAMED.search(line) is not None:
        yield Reading(kind="rejected", worth=SENTENCE, step="http")
