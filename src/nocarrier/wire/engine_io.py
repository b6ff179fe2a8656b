"""Engine.IO, the transport beneath Socket.IO: is that its server, and which version does it speak?

Its first packet is ``0`` and a JSON object with the session's ``sid`` (Engine.IO protocol 4, "open"). Over polling, version
3 puts the length before it (``96:0{…}``), version 4 does not. A server that is asked in a version, transport or session
that it does not know answers 400 with ``{"code": n, "message": …}`` (engine.io, `Server.errors`); python-engineio says so
in a sentence.
"""

from __future__ import annotations

import re

REFUSES = -1
"An Engine.IO server, which does not take the version that it was asked in."

_OPEN_4 = re.compile(rb"\A\s*0\{[^{}]{0,400}\"sid\"\s*:")
_OPEN_3 = re.compile(rb"\A\s*(?:\d{1,5}:|\x00[\x00-\x09]{1,6}\xff)0\{[^{}]{0,400}\"sid\"\s*:")
_ERROR = re.compile(rb"\A\s*\{\s*\"code\"\s*:\s*([0-5])\s*,\s*\"message\"\s*:\s*\"")
_WORDS = (
    b"unsupported version of the Socket.IO or Engine.IO protocols",
    b"Unsupported protocol version",
)
_INVALID = (b"Invalid transport", b"Invalid session")


def engine_version(status: int, body: bytes) -> int:
    """4 or 3: the version of the first packet in an answer; `REFUSES`; or 0, where no Engine.IO server answered."""
    text = _first_chunk(body[:2048])
    if status == 200:
        return 4 if _OPEN_4.match(text) else 3 if _OPEN_3.match(text) else 0
    if status in (400, 403) and (_ERROR.match(text) or any(words in text for words in (*_WORDS, *_INVALID))):
        return REFUSES
    return 0


def _first_chunk(body: bytes) -> bytes:
    """The body without the size of its first chunk, where it came in chunks (RFC 9112, section 7.1)."""
    head, found, rest = body.partition(b"\r\n")
    return rest if found and re.fullmatch(rb"[0-9A-Fa-f]{1,8}(?:;[^\r\n]{0,80})?", head) else body


def is_sockjs(status: int, body: bytes) -> bool:
    """Whether it is the description of itself that a SockJS server gives at ``/info``."""
    text = _first_chunk(body[:2048])
    return status == 200 and b'"websocket"' in text and b'"cookie_needed"' in text and b'"entropy"' in text
