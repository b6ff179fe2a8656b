"""Neighbours out of netlink messages, from bytes as the kernel writes them."""

from __future__ import annotations

import struct

from nocarrier.facts.route import Route
from nocarrier.readings.rtnetlink import (
    RTM_NEWNEIGH,
    attribute,
    decode_entry,
    decode_neighbour,
    decode_neighbour_age,
    message,
)


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


def routed(length: int, table: int, *more: bytes) -> bytes:
    return message(24, 0, struct.pack("=BBBBBBBBI", 2, length, 0, 0, table, 3, 0, 1, 0) + b"".join(more))


FOUND = Route(address="10.20.0.5", kind="unicast", device="eth0", gateway="10.10.0.1", source="192.168.77.7")


def test_what_the_entry_prescribes() -> None:
    entry = decode_entry(
        FOUND,
        routed(
            16,
            252,
            attribute(1, bytes((10, 20, 0, 0))),
            attribute(6, struct.pack("=I", 100)),
            attribute(7, bytes((192, 168, 77, 7))),
            attribute(15, struct.pack("=I", 1000)),
        ),
    )
    assert (entry.prefix, entry.preferred, entry.metric, entry.table) == ("10.20.0.0/16", "192.168.77.7", 100, "1000")
    assert entry.by_default is False
    assert entry.gateway == FOUND.gateway


def test_the_default_route() -> None:
    entry = decode_entry(FOUND, routed(0, 254))
    assert (entry.prefix, entry.preferred, entry.metric, entry.table) == ("default", "", 0, "main")
    assert entry.by_default is True


def test_no_entry_changes_nothing() -> None:
    assert decode_entry(FOUND, b"") == FOUND
