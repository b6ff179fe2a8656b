"""The first datagram of a protocol over UDP: a question that changes nothing and that every server answers.

Where none is known a line feed is sent: the least that is a datagram with something in it.
"""

from __future__ import annotations

DNS_ROOT = b"\x6e\x63\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x01"
"A query for the name servers of the root (RFC 1035, section 4.1): answered, if only with a refusal."
NTP_CLIENT = b"\x23" + bytes(47)
"Version 4, mode 3, everything else unset (RFC 5905, section 7.3)."
STUN_BINDING = b"\x00\x01\x00\x00\x21\x12\xa4\x42" + b"nocarrier\x00\x00\x00"
"A binding request without attributes (RFC 8489, section 5)."

_OF_PORT = {53: DNS_ROOT, 123: NTP_CLIENT, 3478: STUN_BINDING}


def first_datagram(port: int) -> bytes:
    """What is sent to this port; empty where no protocol is known that would answer."""
    return _OF_PORT.get(port, b"")
