"""Does a server complain of words that its client never said?

Whoever connects and says nothing hears a greeting, or nothing. An answer to a bad first line means that the server read
one: something in between said it. What a proxy says before the client's words is the PROXY header, in a line that
begins with ``PROXY TCP4`` or the signature of version 2 (`wire.proxy_header`); some servers quote it.
"""

from __future__ import annotations

from nocarrier.model.annotations import Literal

Choked = Literal["", "quoted", "unasked"]

QUOTES = (
    b"PROXY TCP4 ",
    b"PROXY TCP6 ",
    b"PROXY UNKNOWN",
    b"'PROXY', with args beginning with: 'TCP",
    b"`PROXY`, with",
)
"Version 1 as servers print it back; the fourth is Redis (src/server.c: commandCheckExistence)."

COMPLAINTS = (
    b"-ERR unknown command",  # Redis
    b"-ERR Protocol error",
    b"ERROR\r\n",  # memcached
    b"PROXY BAD ",  # IMAP takes the first word for the tag of a command
)
"What no server of these protocols says of itself, at the beginning."

LATER = {
    b"SSH-": (b"\nInvalid SSH identification string", b"\nProtocol mismatch"),
    b"220": (b"\n500", b"\n501", b"\n502", b"\n554", b"\n550"),
    b"+OK": (b"\n-ERR",),
    b"* OK": (b"\nPROXY BAD", b"\n* BAD", b"\n* BYE"),
    b"INFO {": (b"\n-ERR 'Unknown Protocol Operation'",),
}
"Greeting → what follows it where its client's first line was none."


def choked_on(received: bytes) -> Choked:
    """What came on a connection on which nothing had been said: ``quoted`` where it names the line that was."""
    data = received[:2048]
    if any(quote in data for quote in QUOTES) or data.startswith(b"PROXY BAD"):
        return "quoted"
    if data.startswith(COMPLAINTS) or data.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400")):
        return "unasked"
    if data[:15].lower().startswith((b"<!doctype html", b"<html")) and b"bad request" in data.lower():
        return "unasked"
    for greeting, complaints in LATER.items():
        if data.startswith(greeting) and any(words in data for words in complaints):
            return "unasked"
    return "unasked" if _mysql_error_after_greeting(data) else ""


def _mysql_error_after_greeting(data: bytes) -> bool:
    """The greeting, packet 0, and behind it an ERR packet, which answers a packet of the client."""
    end = 4 + int.from_bytes(data[:3], "little")
    return len(data) >= 7 and data[3] == 0 and data[4] == 10 and data[end + 4 : end + 5] == b"\xff"
