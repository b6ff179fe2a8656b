"""What any program may say of a connection in its own English: read where no reader of a family knows the line better.

Such words count least: a code, and a sentence that only one client writes, come before them.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.complaints import complaints
from nocarrier.readings.messages.fates import USUAL
from nocarrier.readings.messages.reading import OPAQUE, SENTENCE, WORDS, Reading

STEMS = (
    "refus", "reset", "forcibl", "forceful", "closed", "terminated", "dropp", "disconnect", "kicked", "broken", "severed",
    "interrupt", "abort", " lost", "_lost", "connectionlost", "gone", "hang up", "hung up", "eof", "end of ",
    "endof", "empty re", "timed out", "timed_out", "timedout", "timeout", "missed", "cleartext", "plaintext",
    "unencrypted", "alive", "time out", "time-out", "deadline", "too long", "respond", "no response", "no reply",
    "no answer", "unreachable", "reachable", "internet", "resolv", "resolution", "lookup", "look up", "unknown host",
    "unknownhost", "not found", "notfound", "no such host", "nxdomain", "servfail", "dns", "certificate", "ssl",
    "tls", "unauthori", "forbidden", "login", "authenti", "credential", "too many", "limit", "reject", "denied",
    "declined", "not permitted", "not allowed", "invalid", "unexpected", "malformed", "protocol", "in use",
    "occupied", "taken", "out of memory", "failed", "failure", "unable", "could not", "couldn't", "cannot", "can't",
    "not connect", "not reach", "not establish", "error connecting", "maximum", "max connections", "max clients",
    "in progress", "connectionloss", "connection loss", "not open", "truncated", "look like", "preface", "went away",
    "party", "zero bytes", "input/output", "nonexist", "non-exist", "match", "progress", "complete", "cipher",
    "to fetch", "problem connecting", "trouble connecting", "while connecting", "error establish", "premature",
    "abnormal", "connection error", "connectionerror", "error occurred", "errors occurred", "connection problem", "network error", "connect error", "no available",
    "no living", "peers available", "nodes available", "servers available", "brokers available", "no healthy", "blocked", "lost connection", "lost contact", "losing", " died", "offline", "not available", "garbage",
    "bad response", "bad reply", "wrong response", "server close", "host close", "peer close", "closes", "connection to", " to connect", "connecting to", "when connecting",
    "communicat", "contacting", "connect to ", "while connection", "opening ", "contact ", "wrong ", "no route", "handshake", "can not", "unsuccessful", "gave up", "giving up", "no connection", "no network",
)  # fmt: skip

NO_REASON = say("The text does not say why it could not connect; a line beside it, or an inner exception, may.")
_PAIR = pattern(
    r"(?i)(?<!\d, )\b(?:host|hostname|address)(?:\\?['\"])?\s?(?:=>|[:=])\s?\\?['\"]?([\w.-]{1,253}|[0-9a-f:]{2,39})\\?['\"]?,\s{0,2}:?(?:\\?['\"])?port(?:\\?['\"])?\s?(?:=>|[:=])\s?\\?['\"]?(\d{1,5})\b"
)
"A place as a hash of Ruby, a dict of Python, an object of JavaScript or a list of settings prints it."
_PLACE = pattern(
    r"(?i)(?:connect(?:ion)?|connecting|reach) (?:to |at )?(?:server |host )?['\"]?(\[[0-9A-Fa-f:.]{2,45}\]|(?!\d{1,5}:)[\w.-]{1,253})(?::|,? port[ =:]{1,2})(\d{1,5})\b",
    holding=("port", *(f":{digit}" for digit in range(10))),
)
_HOST = pattern(
    r"(?i)\b(?:(?:connect|connection|connecting|reach) to (?:server |host |the host )?|(?:lookup|resolve|resolving)(?: of| for| host| hostname| address| name){0,2}:? )['\"]?([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})(?![\w.]|:\d|/|,? port\b)",
    holding=(" to ", "lookup", "resolve", "resolving"),
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, each for what most programs mean by it."""
    told = complaints(line)
    host, port = _place(line) if told else ("", 0)
    for one in told:
        opaque = one.kind == "unknown"
        yield Reading(
            kind=one.kind,
            worth=OPAQUE if opaque else SENTENCE if one.weight > USUAL else WORDS,
            step=one.step,
            open=NO_REASON if opaque else None,
            host=host,
            port=port,
            at=one.at,
        )


def _place(line: str) -> tuple[str, int]:
    """Host and port that the line names beside what it dials. Dart's port there is the client's own."""
    if "OS Error: " in line:
        return "", 0
    place = _PLACE.search(line) or _PAIR.search(line)
    if place is not None:
        return place[1].strip("[]"), min(int(place[2]), 65535)
    named = _HOST.search(line)
    return ("" if named is None else named[1]), 0
