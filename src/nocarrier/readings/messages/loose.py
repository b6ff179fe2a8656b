"""What a short text that somebody asks about says of a connection in nobody's sentence: verbs and nouns that in a log may be about anything.

``The server didn't answer the request``, ``stratum subscribe timed out``, ``got status 403``: who asks what such a line means
asks about a connection, so nobody need be named whom it befell. Else these rows are as those of `fates`.
"""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.complaints import complaints
from nocarrier.readings.messages.generic import NO_REASON
from nocarrier.readings.messages.loose_rows import ROWS
from nocarrier.readings.messages.phpmailer import mailer_said
from nocarrier.readings.messages.quoted import is_in_order
from nocarrier.readings.messages.reading import OPAQUE, WORDS, Reading
from nocarrier.readings.messages.reason_phrases import reason_phrase
from nocarrier.readings.messages.statuses import of_request
from nocarrier.readings.messages.vocabulary import of
from nocarrier.readings.messages.words import URL, Word, sentences, texts, words

STATUSES = frozenset(
    str(status) for status in (*range(400, 426), 428, 429, 431, 451, *range(500, 512), *range(520, 531))
)
"Those of RFC 9110 and of the registries beside it, and Cloudflare's; 426 is said by more FTP servers than HTTP servers."
ANSWERED = of(
    "status code http https error errors returned returns responded response got received failed failure reply replied answered said "
    "unexpected bad request url api server statuscode authorization authentication"
)
"Beside one of these a number is a status."
FAILS = of("FAILS")
NO_STATUS = of("exit exited line lines row rows port pid ms bytes seconds sec took column version v items files")
"And beside these it is none."
ELSE = of("OTHERWISE -expected -test -successfully logged raised then regex failregex")
"In a sentence with one of these it is about something else."
OF_A_FORM = of(
    "rule rules schema characters character format policy strength template compile counter prevents documented"
)
"A no beside one of these is about what a password must look like, or about a program's own text."
_NO_MESSAGE = pattern(r"HTTP/[\d.]{1,3}\" \d{3} |\bself\.\w|[a-z_-]\d?:[\w.-]{1,80}:\d{1,4}\.|\(error code: \d{5}\)")
"A log of requests, source, the name of an artifact, and what an API says of the thing that was asked for."

AWAITED = of("grpc TLS udp ANYONE LINE SPAN DIAL REQUEST data wait message header ready is getting fetchinfo")
"What a timeout may befall that nothing else is said of."
NAMED_AT = of("RESOLVERS")
SETTING = of("SETTING")
MEANWHILE = of(
    "reconnecting retrying talking sending receiving requesting downloading uploading subscribing fetching"
)
"What a program does while it times out, or then."
NOT_YET = of("NO_TIMEOUT SETTING -is SUPPOSES the a no invalid requested notification adjust on with for")
"Behind one of these it is a number of seconds."
ENDS = ("", ",", "!", ".", ";", ")")
"Behind the last word of a sentence."
SHORT = 6
"Words of a line that is nothing but a status and its reason."
_CLOSED = pattern(
    r"(?i)\b(?:code|status)\W{0,3}(1006|1011|1012|1013)\b|\b(?:disconnected|closed)\b.{0,30}\bcode\W{0,3}(100[0-9]|101[0145])\b"
)
"""Codes with which a WebSocket ends (RFC 6455, section 7.4.1) that are no port's number nor a year; beside a word for its end,
all of them."""
_REPLY = pattern(r"\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3} ")
"What a mail server answers (RFC 3463)."


def loosely(line: str) -> Reading | None:
    """What the line says, taken as one that is about a connection."""
    if is_in_order(line) or _NO_MESSAGE.search(line):
        return None
    said = words(line)
    return (
        _numbered(line)
        or mailer_said(line)
        or _answered(line, said)
        or reason_phrase(line)
        or _said(line, said)
        or _late(line, said)
    )


def _numbered(line: str) -> Reading | None:
    closed, reply = _CLOSED.search(line), _REPLY.search(line)
    if closed is not None:
        code = int(closed[1] or closed[2])
        return Reading(kind="closed", worth=WORDS, step="websocket", code={"close_code": code}, at=closed.start())
    return None if reply is None else Reading(kind="rejected", worth=WORDS, step="service", at=reply.start())


def _said(line: str, said: Sequence[Word]) -> Reading | None:
    for one in complaints(line, ROWS):
        around = _around(said, one.at)
        if ELSE.isdisjoint(around) and (one.kind != "rejected" or OF_A_FORM.isdisjoint(around)):
            return Reading(
                kind=one.kind,
                worth=OPAQUE if one.kind == "unknown" else WORDS,
                step=one.step,
                open=NO_REASON if one.kind == "unknown" else None,
                at=one.at,
            )
    return None


def _late(line: str, said: Sequence[Word]) -> Reading | None:
    """A timeout that ends a sentence behind what it befell (``wait for the peer's hello timeout``), or begins one."""
    bare = texts(said)
    for at, (word, start, end) in enumerate(said):
        if word != "timeout" or line[start - 1 : start] == "_":
            continue
        before, after = bare[max(0, at - 6) : at], bare[at + 1 : at + 3]
        ends = line[end : end + 1] in ENDS or (line[end : end + 2] == " (" and SETTING.isdisjoint(after))
        if ends and not NAMED_AT.isdisjoint(before) and NOT_YET.isdisjoint(before):
            return Reading(kind="name-not-resolved", worth=WORDS, step="name", at=start)
        if ends and not AWAITED.isdisjoint(before) and NOT_YET.isdisjoint(before):
            return Reading(kind="timed-out", worth=WORDS, at=start)
        if at <= 1 and (URL in after or not MEANWHILE.isdisjoint(after[:1])):
            return Reading(kind="timed-out", worth=WORDS, at=start)
    return None


def _around(said: Sequence[Word], at: int) -> list[str]:
    """The words of the sentence in which the word at this place of the line is."""
    return next(texts(sentence) for sentence in sentences(said) if any(start == at for _, start, _ in sentence))


def _answered(line: str, said: Sequence[Word]) -> Reading | None:
    """The status that stands beside a word for an answer, or begins a short line (``404 page not found``)."""
    bare = texts(said)
    for at, (word, start, end) in enumerate(said):
        near = {*bare[max(0, at - 4) : at], *bare[at + 1 : at + 4]}
        is_all = start == 0 and 1 < len(said) <= SHORT
        is_why = line[:start].endswith(": ") and not line[end:].strip(" .") and not FAILS.isdisjoint(bare)
        if (
            word not in STATUSES
            or not (is_all or is_why or not ANSWERED.isdisjoint(near))
            or not NO_STATUS.isdisjoint({*bare[max(0, at - 4) : at], *bare[at + 1 : at + 2]})
        ):
            continue
        meant = of_request(int(word))
        glued = line[start - 1 : start].isalpha() and not line[:start].endswith(
            ("HTTP", "http", "response", "status", "code", "error")
        )
        if meant is not None and not glued and line[end : end + 1] != "]":
            return Reading(kind=meant[0], worth=WORDS, step=meant[1], code={"http_status": int(word)}, at=start)
    return None
