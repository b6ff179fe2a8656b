"""What --source takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.source import bound_family, parse_source


@given(st.ip_addresses(), st.integers(1, 65535))
def test_an_address_and_a_port_come_back(address: object, port: int) -> None:
    text = str(address)
    shown = f"[{text}]" if ":" in text else text
    assert parse_source(text) == (text, 0)
    assert parse_source(f"{shown}:{port}") == (text, port)


@pytest.mark.parametrize("text", ["eth0", "10.0.0.7:", "10.0.0.7:0", "10.0.0.7:65536", "10.0.0.7:x", "fd00::7]:80"])
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        parse_source(text)


def test_nothing_is_nothing() -> None:
    assert parse_source("") == ("", 0)


def test_what_is_bound_leaves_one_family() -> None:
    assert bound_family("10.0.0.7", None) == 4
    assert bound_family("::1", 6) == 6
    assert bound_family("", None) is None
    assert bound_family("", 4) == 4


def test_another_family_than_what_is_bound_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="::1 is no IPv4 address"):
        bound_family("::1", 4)
