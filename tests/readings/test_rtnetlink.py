"""Neighbours out of netlink messages, from bytes as the kernel writes them."""

from __future__ import annotations

import struct

from nocarrier.readings.rtnetlink import RTM_NEWNEIGH, attribute, decode_neighbour, decode_neighbour_age, message


def entry(state: int, *attributes: bytes) -> bytes:
    header = struct.pack("=BxxxiHBB", 2, 3, state, 0, 1)
    return message(RTM_NEWNEIGH, 0, header + b"".join(attributes))


def test_how_long_a_neighbour_has_been_asked_for() -> None:
    cacheinfo = attribute(3, struct.pack("=IIII", 6175, 175, 175, 2))
    data = entry(0x01, attribute(1, bytes((10, 99, 0, 9))), cacheinfo)
    assert decode_neighbour(data) == "incomplete"
    assert decode_neighbour_age(data) == 1750.0


def test_a_kernel_that_says_no_times() -> None:
    assert decode_neighbour_age(entry(0x20)) is None
    assert decode_neighbour_age(entry(0x20, attribute(3, b"\0\0"))) is None
    assert decode_neighbour_age(b"") is None
