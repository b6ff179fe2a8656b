"""Does a server complain of words that its client never said?

Whoever connects and says nothing hears a greeting, or nothing. An answer to a bad first line means that the server read
one: something in between said it. What a proxy says before the client's words is the PROXY header, in a line that
begins with ``PROXY TCP4`` or the signature of version 2 (`wire.proxy_header`); some servers quote it.
"""

from __future__ import annotations

import re

from nocarrier.model.annotations import Literal
from nocarrier.wire.first_bytes import excerpt

Choked = Literal["", "quoted", "unasked"]

QUOTE = re.compile(rb"PROXY\W{1,3}(?:with args beginning with: .)?TCP[46]\W{1,3}[0-9a-fA-F]{1,4}[.:]|\APROXY BAD ")
"""Version 1, with the first address in it, as servers print it back; Redis does so word by word (src/server.c:
commandCheckExistence), and IMAP takes the first word for the tag of a command."""

TAG = re.compile(rb"<[^<>]{1,200}>")

COMPLAINTS = (
    b"-ERR unknown command",  # Redis
    b"-ERR Protocol error",
    b"ERROR\r\n",  # memcached
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
    if QUOTE.search(data):
        return "quoted"
    if data.startswith(COMPLAINTS) or data.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400")):
        return "unasked"
    if data[:15].lower().startswith((b"<!doctype html", b"<html")) and b"bad request" in data.lower():
        return "unasked"
    for greeting, complaints in LATER.items():
        if data.startswith(greeting) and any(words in data for words in complaints):
            return "unasked"
    return "unasked" if _mysql_error_after_greeting(data) else ""


def understood(protocol: str, received: bytes) -> bool:
    """Whether a server that was spoken to in its protocol, properly, does not complain of something else."""
    from nocarrier.wire.openings import GREETING

    choked = choked_on(received)
    return choked != "quoted" and not (choked and protocol in GREETING)


def complaint(received: bytes) -> str:
    """Its words, to be shown: the line behind a greeting, or the only one; of a page the one that tells."""
    data = received[:2048]
    if _mysql_error_after_greeting(data):
        return excerpt(data[_behind_greeting(data) + 3 :].removeprefix(b"#08S01"))
    if data.startswith(b"HTTP/"):
        return excerpt(data)
    lines = [line.strip() for line in TAG.sub(b"\n", data).splitlines() if line.strip()]
    telling = next((line for line in lines if b"ad request" in line), lines[-1] if lines else b"")
    return excerpt(telling)


def _mysql_error_after_greeting(data: bytes) -> bool:
    """The greeting, packet 0, and behind it an ERR packet, which answers a packet of the client."""
    at = _behind_greeting(data)
    return len(data) >= 7 and data[3] == 0 and data[4] == 10 and data[at : at + 1] == b"\xff"


def _behind_greeting(data: bytes) -> int:
    """Where the payload of the second packet begins: each has a header of four bytes, its length first."""
    return 8 + int.from_bytes(data[:3], "little")
