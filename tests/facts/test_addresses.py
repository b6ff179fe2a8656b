"""Text and bytes of addresses, held against the standard library's."""

from ipaddress import IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.addresses import packed, unpacked

SPARSE = st.lists(st.sampled_from([0, 0, 0, 1, 0xFF, 0xFFFF]), min_size=8, max_size=8).map(
    lambda words: b"".join(word.to_bytes(2) for word in words)
)


@given(st.binary(min_size=4, max_size=4))
def test_ipv4_is_as_the_standard_library_has_it(raw: bytes) -> None:
    text = str(ip_address(raw))
    assert unpacked(raw) == text
    assert packed(text) == raw


@given(SPARSE | st.binary(min_size=16, max_size=16))
def test_ipv6_is_as_the_standard_library_has_it(raw: bytes) -> None:
    address = IPv6Address(raw)
    mapped = address.ipv4_mapped
    assert unpacked(raw) == (f"::ffff:{mapped}" if mapped else str(address))
    assert packed(unpacked(raw)) == raw


@given(st.text("0123456789.:af/ ", max_size=24) | st.text(max_size=12))
def test_what_is_no_address_is_none(text: str) -> None:
    try:
        expected = ip_address(text).packed
    except ValueError:
        with pytest.raises(ValueError):  # noqa: PT011 — ipaddress raises no narrower one
            packed(text)
    else:
        assert packed(text) == expected


def test_other_sizes_have_no_text() -> None:
    assert unpacked(b"") == ""
    assert unpacked(bytes(15)) == ""
