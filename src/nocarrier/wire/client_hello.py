"""A ClientHello (RFC 8446, section 4.1.2; RFC 5246, section 7.4.1.2) that servers from TLS 1.0 to 1.3 answer."""

from __future__ import annotations

import struct

from nocarrier.model.target import looks_like_address

SUITES = (0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC013, 0xC014, 0x9C, 0x2F, 0x35)

KEY_SHARE = struct.pack(">HHH", 36, 29, 32) + b"\x09" + bytes(31)
"""One of x25519 (RFC 8446, section 4.2.8): the base point (RFC 7748, section 4.1), whose secret is 1 and no secret.
Nothing is ever sent under it."""


def client_hello(host: str, *, share: bool = False) -> bytes:
    """The record that opens TLS with ``host``, an ASCII name or address.

    Without a key share (``share``) a server of TLS 1.3 answers with a HelloRetryRequest only.
    """
    name = host.encode("ascii")
    extensions = b"".join((
        # RFC 6066, section 3: a literal address is no server name.
        b"" if looks_like_address(host) else _extension(0, struct.pack(">HBH", len(name) + 3, 0, len(name)) + name),
        _extension(10, _listed(2, (29, 23, 24))),  # supported_groups
        _extension(11, b"\x01\x00"),  # ec_point_formats
        _extension(13, _listed(2, (0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0201))),
        _extension(43, _listed(1, (0x0304, 0x0303, 0x0302, 0x0301))),  # supported_versions
        _extension(51, KEY_SHARE if share else b"\x00\x00"),  # key_share, or an empty one
    ))  # fmt: skip
    body = b"\x03\x03" + bytes(range(32)) + b"\x00" + _listed(2, SUITES) + b"\x01\x00"
    body += struct.pack(">H", len(extensions)) + extensions
    hello = b"\x01" + len(body).to_bytes(3, "big") + body
    return b"\x16\x03\x01" + struct.pack(">H", len(hello)) + hello


def _extension(kind: int, data: bytes) -> bytes:
    return struct.pack(">HH", kind, len(data)) + data


def _listed(width: int, numbers: tuple[int, ...]) -> bytes:
    """16-bit numbers behind their length in bytes, itself ``width`` bytes wide."""
    data = b"".join(struct.pack(">H", number) for number in numbers)
    return len(data).to_bytes(width, "big") + data
