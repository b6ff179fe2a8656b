"""Ranges of addresses: every address of a range is found, and no other; text that is none is refused."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.readings.edge_ranges import BadRanges, decode_ranges, encode_ranges, numbered, span

fours = st.tuples(st.integers(0, 2**32 - 1), st.integers(4, 32)).map(
    lambda one: IPv4Network((one[0] >> (32 - one[1]) << (32 - one[1]), one[1]))
)
sixes = st.tuples(st.integers(0, 2**128 - 1), st.integers(8, 128)).map(
    lambda one: IPv6Network((one[0] >> (128 - one[1]) << (128 - one[1]), one[1]))
)
networks = st.lists(st.one_of(fours, sixes), max_size=30)


@settings(deadline=None)
@given(networks, st.one_of(st.integers(0, 2**32 - 1).map(IPv4Address), st.integers(0, 2**128 - 1).map(IPv6Address)))
def test_finds_what_the_library_finds(within: list[IPv4Network | IPv6Network], address: IPv4Address) -> None:
    ranges = decode_ranges(" ".join(map(str, within)))
    for wanted in (address, *(network[0] for network in within), *(network[-1] for network in within)):
        found = ranges.find(str(wanted))
        assert bool(found) is any(wanted in network for network in within)
        assert not found or wanted in ip_network(found)


@settings(deadline=None)
@given(networks)
def test_what_is_written_is_read_again(within: list[IPv4Network | IPv6Network]) -> None:
    text = encode_ranges(tuple(map(str, within)), "https://lists.example/", "2026-11-28")
    ranges = decode_ranges(text)
    assert (ranges.source, ranges.as_of) == ("https://lists.example/", "2026-11-28")
    assert all(ranges.find(str(network[0])) for network in within)
    assert encode_ranges(tuple(map(str, within)), "https://lists.example/", "2026-11-28") == text


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_ranges_or_refused(text: str) -> None:
    try:
        ranges = decode_ranges(text)
    except BadRanges:
        return
    assert ranges.count <= len(text.split())
    assert numbered(text)[0] in (0, 4, 6)


@pytest.mark.parametrize(
    "text",
    ["1.2.3.4/33", "1.2.3.4/8", "1.2.3/24", "1.2.3.4.5/32", "1.2.3.-4", "::/129", "::1/64", "x/8", "1.2.3.0/+24",
     "1.2.3.0/ 24", "0001.2.3.4", "²55.0.0.0/8", "1.2.3.0/"],
)  # fmt: skip
def test_what_is_no_prefix(text: str) -> None:
    with pytest.raises(BadRanges):
        span(text)


def test_a_zone_does_not_matter() -> None:
    assert decode_ranges("fe80::/10").find("fe80::1%eth0") == "fe80::/10"
