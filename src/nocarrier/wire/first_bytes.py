"""What does a port speak? Recognised from the first bytes it sends, of itself or in answer to `wire.openings`.

`recognise` reads whatever came: it never raises, looks at a bounded prefix, and calls unknown what it does not know.
What comes back just as it was sent proves nothing: an echo. The patterns are in `wire.patterns`; what needs a
calculation is in the modules beside it.
"""

from __future__ import annotations

from nocarrier.model.record import Record
from nocarrier.wire import FIRST_BYTES as LIMIT
from nocarrier.wire.framed import READERS
from nocarrier.wire.http2 import is_grpc, is_http2
from nocarrier.wire.http_answers import http_protocol
from nocarrier.wire.patterns import fitting
from nocarrier.wire.tls_record import is_tls

SHORTEST_ECHO = 9
"Bytes of what was asked that, found anywhere in what came, make it an echo: fewer may stand there by chance."


class Recognised(Record):
    """A word of `facts.services.SHOWN` (empty: unknown), what the program calls itself, and whether no other
    protocol's server sends such bytes."""

    protocol: str
    software: str = ""
    sure: bool = False


def recognise(received: bytes, asked: bytes = b"") -> Recognised:
    """The protocol of the first bytes a server sent; ``asked`` is what had been sent to it, or empty."""
    data = received[:LIMIT]
    if not data or is_echo(data, asked):
        return Recognised("")
    if is_tls(data):
        return Recognised("tls", sure=True)
    if is_http2(data):
        return Recognised("grpc" if is_grpc(data) else "http2", sure=True)
    if data.startswith(b"HTTP/1."):
        protocol, server = http_protocol(data)
        return Recognised(protocol, printable(server), sure=data[8:9] == b" " and data[9:12].isdigit())
    for reader in READERS:
        read = reader(data, asked)
        if read is not None:
            protocol, named, sure = read
            return Recognised(protocol, printable(named), sure)
    return _by_pattern(data, asked)


def is_echo(data: bytes, asked: bytes) -> bool:
    """It says what had been said to it, or part of that, perhaps with words around it; a web page may quote it."""
    if not asked:
        return False
    if asked.startswith(data):
        return True
    return len(asked) >= SHORTEST_ECHO and asked in data and not data.startswith(b"HTTP/1.")


def _by_pattern(data: bytes, asked: bytes) -> Recognised:
    pattern = fitting(data, asked)
    if pattern is not None:
        first = data.split(b"\n", 1)[0]
        named = printable(first[pattern.name :]) if pattern.name >= 0 else ""
        return Recognised(pattern.protocol, named, pattern.sure)
    if data[:15].lower().startswith((b"<!doctype html", b"<html")):
        return Recognised("http")  # HTTP/0.9: an error page without a status line
    return Recognised("")


def excerpt(data: bytes) -> str:
    """The beginning, to be shown: its first line where it is text, else the first eight bytes in hexadecimal."""
    first = data.lstrip(b"\r\n")[:120].split(b"\n", 1)[0].strip()
    text = printable(first)
    return text if text and len(text) >= 0.9 * min(len(first), 60) else data[:8].hex(" ")


def printable(raw: bytes) -> str:
    """What a peer calls itself: ASCII without control characters, at most 60 letters."""
    return "".join(letter for letter in raw[:200].decode("ascii", "replace") if " " <= letter <= "~").strip()[:60]
