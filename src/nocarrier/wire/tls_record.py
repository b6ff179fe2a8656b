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
