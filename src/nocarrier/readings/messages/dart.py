"""Dart and Flutter: dart:io, package:http, Dio."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.services import EPHEMERAL
from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import of_symbol
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SUPPOSED, ErrorClass, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "os error: ", "errno = ", "dio", "handshakeexception", "http status error [",
)  # fmt: skip

SAID = (
    Phrase("dioexception [unknown]", "unknown", "", "dio", worth=OPAQUE, open=NOT_TOLD),
    Phrase("handshakeexception: connection terminated during handshake", "tls-failed", "tls", "dart", worth=MEANT),
    Phrase("handshakeexception: ", "tls-failed", "tls", "dart"),
    Phrase("connection closed before full header was received", "closed", "http", "dart", worth=MEANT),
    Phrase("errortype.connect_timeout", "timed-out", "tcp", "dio", worth=MEANT),
    Phrase("errortype.connecttimeout", "timed-out", "tcp", "dio", worth=MEANT),
    Phrase("errortype.receive_timeout", "timed-out", "http", "dio", worth=MEANT),
    Phrase("errortype.receivetimeout", "timed-out", "http", "dio", worth=MEANT),
    Phrase("dioexception [connection timeout]", "timed-out", "tcp", "dio", worth=MEANT),
    Phrase("dioexception [receive timeout]", "timed-out", "http", "dio", worth=MEANT),
    Phrase("dioexception [send timeout]", "timed-out", "http", "dio", worth=MEANT),
    Phrase("dioexception [bad certificate]", "tls-failed", "tls", "dio", worth=MEANT),
    Phrase("dioexception [bad response]", "rejected", "http", "dio"),
    Phrase("dioexception [connection error]", "unknown", "", "dio", worth=OPAQUE, open=NOT_TOLD),
    Phrase("xmlhttprequest onerror", "unknown", "", "dio", worth=OPAQUE, open=NOT_TOLD),
    Phrase("clientexception", "unknown", "", "dart", worth=SUPPOSED, open=NOT_TOLD),
    Phrase("httpexception: invalid response", "protocol-mismatch", "http", "dart", worth=MEANT),
    Phrase("httpexception: invalid request method", "protocol-mismatch", "http", "dart", worth=MEANT),
    Phrase("httpexception: invalid header", "protocol-mismatch", "http", "dart", worth=MEANT),
    Phrase("redirectexception: redirect", "rejected", "http", "dart", worth=MEANT),
    Phrase("got tls error trying to find package", "tls-failed", "tls", "pub", worth=MEANT),
    Phrase("failed host lookup: ", "name-not-resolved", "name", "dart", worth=MEANT),
)  # fmt: skip

_NAME = pattern(r"host lookup: '([\w.-]{1,253})'")
_PLACE = pattern(r"\bOS Error: .{0,200}?, address = ([\w.:-]{1,253}), port = (\d{1,5})")
_SOCKET = pattern(r"\berrno = 2\), address = (/[^\s,]{1,107}), port = 0")
"A unix socket that is not there."
_STATUS = pattern(r"Http status error \[(\d{3})\]|has a status code of (\d{3}) and RequestOptions")
_WINDOWS = pattern(r"\berrno = (1225|1231|1232|1236|121)\b")
"Win32's numbers (winerror.h), which dart:io prints on Windows."
WIN32: dict[str, tuple[ErrorClass, str]] = {
    "1225": ("refused", "tcp"), "1231": ("unreachable", "route"), "1232": ("unreachable", "route"), "1236": ("closed", ""),
    "121": ("timed-out", "tcp"),
}  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    host, port = _place(line)
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    missing = _SOCKET.search(line)
    if missing is not None:
        yield of_symbol("ENOENT", MEANT, client="dart", scheme="unix", host=missing[1], at=missing.start())
    numbered = _WINDOWS.search(line)
    if numbered is not None:
        kind, step = WIN32[numbered[1]]
        yield Reading(
            kind=kind, worth=MEANT, client="dart", step=step, code={"win32": int(numbered[1])}, at=numbered.start()
        )
    yield from answered(_STATUS.search(line), of_request, CODE, client="dio")
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, client="dart", host=host, port=port)


def _place(line: str) -> tuple[str, int]:
    name, place = _NAME.search(line), _PLACE.search(line)
    if name is not None:
        return name[1], 0
    if place is None:
        return "", 0
    # Of a refused connection Dart prints the client's own port.
    return place[1], int(place[2]) if int(place[2]) < EPHEMERAL else 0
