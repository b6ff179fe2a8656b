"""The opening handshake of WebSocket, and whether an answer to it is right (RFC 6455, section 4).

A client must fail the connection where the answer breaks a rule of section 4.1, whatever the server meant; so do
browsers. Here every broken rule is named.
"""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Sequence

from nocarrier.facts.exchange import HttpReply
from nocarrier.wire.requests import AGENT, Header, composed

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
"Section 1.3: what a server puts behind the key."
VERSION = "13"
CLOSE = 8
"Opcode (section 5.2)."


def key_for(seed: str) -> str:
    """A key of 16 bytes (section 4.1, item 7), always the same for a seed: a recorded handshake can be asked again.

    It need not be secret or new: it is to show that the server has read it, which a fixed answer cannot.
    """
    return b2a_base64(_sha1(seed.encode("utf-8", "replace"))[:16], newline=False).decode()


def accept_for(key: str) -> str:
    """What the server has to answer to a key (section 4.2.2, item 5.4)."""
    return b2a_base64(_sha1(key.encode() + GUID), newline=False).decode()


def handshake(
    host: str,
    path: str,
    *,
    key: str,
    origin: str | None = None,
    subprotocols: Sequence[str] = (),
    version: str = VERSION,
    headers: Sequence[Header] = (),
) -> bytes:
    """What a client sends (section 4.1). ``host`` is the value of Host, with the port where it is not the usual one."""
    own = [
        ("Host", host),
        ("User-Agent", AGENT),
        ("Upgrade", "websocket"),
        ("Connection", "Upgrade"),
        ("Sec-WebSocket-Key", key),
        ("Sec-WebSocket-Version", version),
    ]
    if origin:
        own.append(("Origin", origin))
    if subprotocols:
        own.append(("Sec-WebSocket-Protocol", ", ".join(subprotocols)))
    return composed("GET", path, own, headers)


def faults(reply: HttpReply, key: str, subprotocols: Sequence[str] = ()) -> tuple[str, ...]:
    """The rules of section 4.1 that an answer with status 101 breaks, as a client checks them; empty: it is right.

    ``subprotocol-missing`` is no rule of the RFC: browsers and Node's ws fail where they asked for one and get none.
    """
    found = (
        ("http-version", reply.version < "1.1"),
        (_wrong("upgrade", reply, reply.header("upgrade").lower() == "websocket")),
        (_wrong("connection", reply, "upgrade" in _tokens(reply.header("connection").lower()))),
        (_wrong("accept", reply, reply.header("sec-websocket-accept") == accept_for(key), "sec-websocket-accept")),
        ("extension-unasked", bool(reply.header("sec-websocket-extensions"))),
        *_subprotocol(reply.header("sec-websocket-protocol"), subprotocols),
    )
    return tuple(name for name, broken in found if broken)


def _wrong(name: str, reply: HttpReply, right: bool, header: str = "") -> tuple[str, bool]:
    """A field that is missing, or says something else."""
    missing = (header or name) not in reply.headers
    return f"{name}-missing" if missing else f"{name}-wrong", missing or not right


def _subprotocol(chosen: str, asked: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    return (
        ("subprotocol-unasked", bool(chosen) and chosen not in asked),
        ("subprotocol-missing", bool(asked) and not chosen),
    )


def _tokens(value: str) -> list[str]:
    return [token.strip() for token in value.split(",")]


def _sha1(data: bytes) -> bytes:
    """Without hashlib, which loads OpenSSL: that takes as long as a healthy connection."""
    try:
        from _sha1 import sha1  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha1
    return bytes(sha1(data).digest())


def closing(received: bytes) -> tuple[int, str] | None:
    """Code and reason of the Close frame that came with the answer (section 5.5.1); None where none did.

    A server does not mask (section 5.1). What it says before it is passed over.
    """
    rest = received.partition(b"\r\n\r\n")[2]
    while len(rest) >= 2:
        opcode, length = rest[0] & 0x0F, rest[1] & 0x7F
        start = {126: 4, 127: 10}.get(length, 2)
        size = int.from_bytes(rest[2:start], "big") if start > 2 else length
        if opcode == CLOSE:
            said = rest[start : start + size]
            # A Close without a code is 1005 to whoever gets it (section 7.1.5).
            return (
                (int.from_bytes(said[:2], "big"), said[2:].decode("utf-8", "replace"))
                if len(said) > 1
                else (1005, "")
            )
        rest = rest[start + size :]
    return None
