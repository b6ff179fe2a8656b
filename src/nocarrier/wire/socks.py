"""SOCKS as a client speaks it: version 5 (RFC 1928, RFC 1929), version 4 and 4a (the protocol of NEC, 1992 and 1996).

Sans-I/O: requests as bytes, and what a server's bytes say. A SOCKS5 conversation is greeting → method, perhaps user and
password → status, request → reply; SOCKS4 is one request → one reply of eight bytes.
"""

from __future__ import annotations

import struct

from nocarrier.model.record import Record

VERSION_5, VERSION_4 = 5, 4
CONNECT = 1
NO_AUTHENTICATION, GSSAPI, PASSWORD, NONE_ACCEPTABLE = 0, 1, 2, 0xFF
"Methods of RFC 1928, section 3."
GRANTED_4 = 90
METHOD_SIZE, STATUS_SIZE, REPLY_4_SIZE = 2, 2, 8
REPLY_5_LEAST = 10
"Octets of a reply with an IPv4 address; one with a name or IPv6 is longer (RFC 1928, section 6)."

REPLIES_5 = {
    0: "succeeded",
    1: "general-failure",
    2: "not-allowed",
    3: "network-unreachable",
    4: "host-unreachable",
    5: "refused",
    6: "ttl-expired",
    7: "command-not-supported",
    8: "address-type-not-supported",
}
"The reply field of RFC 1928, section 6."

REPLIES_4 = {90: "succeeded", 91: "general-failure", 92: "no-identd", 93: "identd-differs"}
"The reply code of SOCKS4: 91 is everything, from a ruleset to a target that refuses."


class SocksReply(Record, kw_only=True):
    """What a server said to the request. ``meaning`` is empty for a code that no document knows."""

    version: int
    code: int
    meaning: str

    @property
    def granted(self) -> bool:
        """The connection to the target stands."""
        return self.meaning == "succeeded"


def greeting(*methods: int) -> bytes:
    """The client's first message: the ways in which it can prove who it is."""
    return bytes((VERSION_5, len(methods), *methods))


def decode_method(data: bytes) -> int | None:
    """The method that the server takes; None where this is no answer of SOCKS5."""
    return data[1] if len(data) >= METHOD_SIZE and data[0] == VERSION_5 else None


def login(user: str, password: str) -> bytes:
    """User and password (RFC 1929, section 2); each is cut at 255 octets, which is all that fits."""
    name, secret = user.encode()[:255], password.encode()[:255]
    return b"\x01" + bytes((len(name),)) + name + bytes((len(secret),)) + secret


def decode_status(data: bytes) -> bool | None:
    """Whether user and password were taken; None where this is no such answer."""
    return data[1] == 0 if len(data) >= STATUS_SIZE and data[0] in (1, VERSION_5) else None


def request_5(host: str, port: int) -> bytes:
    """CONNECT to an address or a name (RFC 1928, section 4)."""
    return struct.pack(">BBB", VERSION_5, CONNECT, 0) + _address(host) + struct.pack(">H", port)


def _address(host: str) -> bytes:
    from ipaddress import ip_address

    try:
        known = ip_address(host.partition("%")[0])
    except ValueError:
        name = host.encode("ascii", "replace")[:255]
        return bytes((3, len(name))) + name
    return bytes((1 if known.version == 4 else 4,)) + known.packed


def decode_reply_5(data: bytes) -> SocksReply | None:
    """The server's reply; its bound address, which may come in a later segment, tells nothing here."""
    if len(data) < 2 or data[0] != VERSION_5:
        return None
    return SocksReply(version=5, code=data[1], meaning=REPLIES_5.get(data[1], ""))


def request_4(host: str, port: int, user: str = "") -> bytes:
    """CONNECT of SOCKS4; a name is sent behind an impossible address, which is SOCKS4a. Raises ValueError for IPv6."""
    from ipaddress import AddressValueError, IPv4Address

    name = b""
    try:
        address = IPv4Address(host).packed
    except AddressValueError:
        if ":" in host:
            raise ValueError("SOCKS4 carries no IPv6 address") from None
        address, name = b"\0\0\0\1", host.encode("ascii", "replace")[:255] + b"\0"
    return struct.pack(">BBH", VERSION_4, CONNECT, port) + address + user.encode()[:255] + b"\0" + name


def decode_reply_4(data: bytes) -> SocksReply | None:
    """The server's reply: a zero, and a code."""
    if len(data) < 2 or data[0] != 0 or not GRANTED_4 <= data[1] <= GRANTED_4 + 3:
        return None
    return SocksReply(version=4, code=data[1], meaning=REPLIES_4[data[1]])
