"""Is it TLS? By the first record of a server (RFC 8446, sections 5.1 and 6)."""

from __future__ import annotations

HANDSHAKE, ALERT = 0x16, 0x15
SERVER_HELLO = 2


def is_tls(data: bytes) -> bool:
    """A ServerHello in a handshake record, or an alert: one of two levels and a description."""
    if len(data) < 6 or data[1] != 3 or data[2] > 4:
        return False
    if data[0] == HANDSHAKE and data[5] == SERVER_HELLO:
        return True
    return data[0] == ALERT and data[3:5] == b"\x00\x02" and data[5] in (1, 2)


VERSIONS = {0x0300: "SSLv3", 0x0301: "TLSv1", 0x0302: "TLSv1.1", 0x0303: "TLSv1.2"}
"ProtocolVersion (RFC 5246, appendix E); from 1.3 on it stands in an extension, and here still 1.2."


def chosen_version(data: bytes) -> str:
    """The version in a server's first ServerHello; empty where none came."""
    if len(data) < 11 or data[0] != HANDSHAKE or data[5] != SERVER_HELLO:
        return ""
    return VERSIONS.get(int.from_bytes(data[9:11], "big"), "")
