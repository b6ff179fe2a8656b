"""A socket's error queue: ``struct sock_extended_err`` and the offender behind it.

Source: ip(7) under IP_RECVERR, include/uapi/linux/errqueue.h.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from nocarrier.facts.addresses import unpacked
from nocarrier.facts.tcp import IcmpWord

ORIGIN_LOCAL, ORIGIN_ICMP, ORIGIN_ICMP6 = 1, 2, 3
AF_INET, AF_INET6 = 2, 10


def decode_error_queue(entries: Sequence[bytes]) -> IcmpWord | None:
    """The first ICMP message in the queue; None where there is none (a RST never makes an entry)."""
    for entry in entries:
        word = decode_extended_error(entry)
        if word is not None:
            return word
    return None


def decode_extended_error(entry: bytes) -> IcmpWord | None:
    """One entry. ``u32 errno; u8 origin, type, code, pad; u32 info, data;`` then a sockaddr."""
    if len(entry) < 16:
        return None
    _, origin, kind, code = struct.unpack_from("=IBBB", entry)
    if origin not in (ORIGIN_ICMP, ORIGIN_ICMP6):
        return None
    return IcmpWord(origin=_offender(entry[16:]), version=4 if origin == ORIGIN_ICMP else 6, type=kind, code=code)


def _offender(sockaddr: bytes) -> str:
    """The address in a ``sockaddr_in`` or ``sockaddr_in6``; empty where there is none."""
    if len(sockaddr) < 8:
        return ""
    family = struct.unpack_from("=H", sockaddr)[0]
    if family == AF_INET:
        return unpacked(sockaddr[4:8])
    if family == AF_INET6 and len(sockaddr) >= 24:
        return unpacked(sockaddr[8:24])
    return ""
