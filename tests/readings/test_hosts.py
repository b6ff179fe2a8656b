"""The hosts file, as the C library reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.hosts_file import HostsEntry
from nocarrier.readings.hosts import decode_hosts
from nocarrier.readings.target import is_address


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", []),
        ("# 10.0.0.1 shop\n\n10.0.0.2\tshop  www.shop # 10.0.0.3 x", [(3, "10.0.0.2", ("shop", "www.shop"))]),
        ("10.0.0.1 Shop.Example\r\n", [(1, "10.0.0.1", ("shop.example",))]),
        ("10.0.0.1\n10.0.0 shop\n10.0.0.999 shop\nshop 10.0.0.1\n", []),
        ("2001:DB8:0:0::1 six\nfe80::1%eth0 link\n", [(1, "2001:db8::1", ("six",)), (2, "fe80::1%eth0", ("link",))]),
        ("10.0.0.1 a#b\n", [(1, "10.0.0.1", ("a",))]),
        ("10.0.0.1 #a\n", []),
    ],
)
def test_lines(text: str, entries: list[tuple[int, str, tuple[str, ...]]]) -> None:
    assert decode_hosts(text) == tuple(
        HostsEntry(line=line, address=address, names=names) for line, address, names in entries
    )


@given(st.binary(max_size=400))
def test_any_bytes_give_entries_with_addresses(data: bytes) -> None:
    for entry in decode_hosts(data.decode("utf-8", "replace")):
        assert is_address(entry.address.partition("%")[0])
        assert entry.names
        assert entry.line >= 1


names = st.from_regex(r"\A[a-z][a-z0-9-]{0,20}(\.[a-z]{2,8}){0,2}\Z")
lines = st.tuples(st.ip_addresses(v=4).map(str), st.lists(names, min_size=1, max_size=4))


@given(st.lists(lines, max_size=8))
def test_what_is_written_is_read(entries: list[tuple[str, list[str]]]) -> None:
    text = "".join(f"{address}\t{' '.join(each)}\n" for address, each in entries)
    read = decode_hosts(text)
    assert [(entry.address, list(entry.names)) for entry in read] == entries
    assert [entry.line for entry in read] == list(range(1, len(entries) + 1))
