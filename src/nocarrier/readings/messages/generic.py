"""What any program may say of a connection in its own English: read where no reader of a family knows the line better.

Such words count least: a code, and a sentence that only one client writes, come before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.readings.messages.common import speaks_of_connections
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import OPAQUE, WORDS, Reading

STEMS = (
    "timed out", "connection timeout", "connect timeout", "request timeout", "read timeout", "handshake timeout", "timeoutexception",
    "timeout expired", "timeout exceeded", "timeout while", "timeout waiting", "timeout when", "timeout connecting", "timeout error",
    "failed: timeout",
)  # fmt: skip

NO_REASON = say("The text does not say why it could not connect; a line beside it, or an inner exception, may.")
SAID = (
    Phrase("connection was refused", "refused", "tcp", worth=WORDS),
    Phrase("refused to connect", "refused", "tcp", worth=WORDS),
    Phrase("refused the connection", "refused", "tcp", worth=WORDS),
    Phrase("refused our connection", "refused", "tcp", worth=WORDS),
    Phrase("connection was reset", "reset", "", worth=WORDS),
    Phrase("connection reset", "reset", "", worth=WORDS),
    Phrase("connection closed", "closed", "", worth=WORDS),
    Phrase("connection was closed", "closed", "", worth=WORDS),
    Phrase("connection has been closed", "closed", "", worth=WORDS),
    Phrase("closed the connection", "closed", "", worth=WORDS),
    Phrase("connection lost", "closed", "", worth=WORDS),
    Phrase("connection is lost", "closed", "", worth=WORDS),
    Phrase("lost connection to", "closed", "", worth=WORDS),
    Phrase("connection terminated", "closed", "", worth=WORDS),
    Phrase("connection dropped", "closed", "", worth=WORDS),
    Phrase("connection was aborted", "closed", "", worth=WORDS),
    Phrase("connection unexpectedly", "closed", "", worth=WORDS),
    Phrase("unexpected disconnect", "closed", "", worth=WORDS),
    Phrase("disconnected from server", "closed", "", worth=WORDS),
    Phrase("premature close", "closed", "", worth=WORDS),
    Phrase("prematurely closed", "closed", "", worth=WORDS),
    Phrase("endpoint read failed", "closed", "", worth=WORDS),
    Phrase("host not found", "name-not-resolved", "name", worth=WORDS),
    Phrase("server not found", "name-not-resolved", "name", worth=WORDS),
    Phrase("cannot resolve host", "name-not-resolved", "name", worth=WORDS),
    Phrase("cannot resolve name", "name-not-resolved", "name", worth=WORDS),
    Phrase("cannot resolve address", "name-not-resolved", "name", worth=WORDS),
    Phrase("can't resolve host", "name-not-resolved", "name", worth=WORDS),
    Phrase("could not resolve host", "name-not-resolved", "name", worth=WORDS),
    Phrase("could not resolve name", "name-not-resolved", "name", worth=WORDS),
    Phrase("could not resolve address", "name-not-resolved", "name", worth=WORDS),
    Phrase("couldn't resolve host", "name-not-resolved", "name", worth=WORDS),
    Phrase("couldn't resolve name", "name-not-resolved", "name", worth=WORDS),
    Phrase("couldn't resolve address", "name-not-resolved", "name", worth=WORDS),
    Phrase("unable to resolve host", "name-not-resolved", "name", worth=WORDS),
    Phrase("unable to resolve name", "name-not-resolved", "name", worth=WORDS),
    Phrase("unable to resolve address", "name-not-resolved", "name", worth=WORDS),
    Phrase("failed to resolve host", "name-not-resolved", "name", worth=WORDS),
    Phrase("failed to resolve address", "name-not-resolved", "name", worth=WORDS),
    Phrase("dns lookup failed", "name-not-resolved", "name", worth=WORDS),
    Phrase("dns resolution failed", "name-not-resolved", "name", worth=WORDS),
    Phrase("name resolution failed", "name-not-resolved", "name", worth=WORDS),
    Phrase("name resolution failure", "name-not-resolved", "name", worth=WORDS),
    Phrase("nxdomain", "name-not-resolved", "name", worth=WORDS),
    Phrase("servfail", "name-not-resolved", "name", worth=WORDS),
    Phrase("network unreachable", "unreachable", "route", worth=WORDS),
    Phrase("host unreachable", "unreachable", "route", worth=WORDS),
    Phrase("no internet connection", "unreachable", "route", worth=WORDS),
    Phrase("internet connection appears to be offline", "unreachable", "route", worth=WORDS),
    Phrase("ssl handshake failed", "tls-failed", "tls", worth=WORDS),
    Phrase("tls handshake failed", "tls-failed", "tls", worth=WORDS),
    Phrase("tls handshake error", "tls-failed", "tls", worth=WORDS),
    Phrase("ssl handshake error", "tls-failed", "tls", worth=WORDS),
    Phrase("ssl connection error", "tls-failed", "tls", worth=WORDS),
    Phrase("failed the ssl handshake", "tls-failed", "tls", worth=WORDS),
    Phrase("certificate verification failed", "tls-failed", "tls", worth=WORDS),
    Phrase("certificate verification error", "tls-failed", "tls", worth=WORDS),
    Phrase("certificate is not trusted", "tls-failed", "tls", worth=WORDS),
    Phrase("issued by an authority that is not trusted", "tls-failed", "tls", worth=WORDS),
    Phrase("invalid certificate", "tls-failed", "tls", worth=WORDS),
    Phrase("certificate expired", "tls-failed", "tls", worth=WORDS),
    Phrase("certificate has been revoked", "tls-failed", "tls", worth=WORDS),
    Phrase("error validating server certificate", "tls-failed", "tls", worth=WORDS),
    Phrase("error verifying server certificate", "tls-failed", "tls", worth=WORDS),
    Phrase("ssl: no alternative certificate", "tls-failed", "tls", worth=WORDS),
    Phrase("login failed for user", "rejected", "service", worth=WORDS),
    Phrase("401 unauthorized", "rejected", "http", "", {"http_status": 401}, WORDS),
    Phrase("403 forbidden", "rejected", "http", "", {"http_status": 403}, WORDS),
    Phrase("too many connections from", "rejected", "service", worth=WORDS),
    Phrase("port is already in use", "address-in-use", "tcp", worth=WORDS),
    Phrase("port already in use", "address-in-use", "tcp", worth=WORDS),
    Phrase("address in use", "address-in-use", "tcp", worth=WORDS),
    Phrase("failed to connect", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("unable to connect", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("could not connect", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("couldn't connect", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("cannot connect", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("can't connect", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("can not connect", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("error connecting to", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("connection failed", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("connect failed", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("connection failure", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("failed to establish", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("could not establish", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("could not be established", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("unable to establish", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("error establishing a", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("no connection established", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("could not open a connection", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("could not open connection", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("unable to open connection", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("cannot reach", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("unable to reach", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("could not reach", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("network request failed", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("networkerror when attempting to fetch", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("failed to fetch", "unknown", "", worth=OPAQUE, open=NO_REASON),
    Phrase("error in connection", "unknown", "", worth=OPAQUE, open=NO_REASON),
)  # fmt: skip

_LATE = re.compile(
    r"(?i)timed out|time-?out(?:exception|error)|time-?out(?: expired| exceeded| while| waiting| when| connecting| error|exception)|(?:connect(?:ion)?|request|read|handshake) timeout|failed: timeout"
)
_NAMED = re.compile(r"\b[A-Z][A-Za-z]{0,60}Time[Oo]ut(?:Exception|Error)?\b|\bTimeout(?:Exception|Error)\b")
"The name of an exception."
_PAIR = re.compile(
    r"(?i)\b(?:host|hostname|address)(?:\\?['\"])?\s?(?:=>|[:=])\s?\\?['\"]?([\w.-]{1,253}|[0-9a-f:]{2,39})\\?['\"]?,\s{0,2}:?(?:\\?['\"])?port(?:\\?['\"])?\s?(?:=>|[:=])\s?\\?['\"]?(\d{1,5})\b"
)
"A place as a hash of Ruby, a dict of Python, an object of JavaScript or a list of settings prints it."
_PLACE = re.compile(
    r"(?i)(?:connect(?:ion)?|connecting|reach) (?:to |at )?(?:server |host )?['\"]?(\[[0-9A-Fa-f:.]{2,45}\]|(?!\d{1,5}:)[\w.-]{1,253}):(\d{1,5})\b"
)
_HOST = re.compile(
    r"(?i)\b(?:connect|connection|connecting|reach) to (?:server |host |the host )?['\"]?([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})(?![\w.]|:\d|/)"
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, each for what most programs mean by it."""
    place = _PLACE.search(line) or _PAIR.search(line)
    host, port = ("", 0) if place is None else (place[1].strip("[]"), min(int(place[2]), 65535))
    if place is None:
        named = _HOST.search(line)
        host = "" if named is None else named[1]
    for one in phrases(SAID, line):
        yield Reading(
            kind=one.kind,
            worth=one.worth,
            step=one.step,
            code=one.code,
            open=one.open,
            host=host,
            port=port,
            at=one.at,
        )
    late = _LATE.search(line)
    if late is not None and (speaks_of_connections(line) or _NAMED.search(line)):
        yield Reading(kind="timed-out", worth=WORDS, host=host, port=port, at=late.start())
