"""Where a Location leads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.redirects import authority_of, leads_away, page_of


@pytest.mark.parametrize(
    ("location", "authority", "away"),
    [
        ("http://portal.lan/login?mac=1", "portal.lan", True),
        ("https://shop.example/", "shop.example", False),
        ("https://www.shop.example/", "www.shop.example", False),
        ("//10.0.0.1:8080/x", "10.0.0.1:8080", True),
        ("/login", "", False),
        ("mailto:x@y", "", False),
        ("http://me@portal.lan#x", "portal.lan", True),
        ("http://[fd00::1]/", "[fd00::1]", True),
    ],
)
def test_it_leads_there(location: str, authority: str, away: bool) -> None:
    assert authority_of(location) == authority
    assert leads_away(location, "shop.example") is away


def test_addresses_are_nobodys_kin() -> None:
    assert leads_away("http://10.20.0.6/", "10.20.0.5")
    assert not leads_away("http://10.20.0.5:81/", "10.20.0.5")


def test_a_page_is_shown_without_its_query() -> None:
    assert page_of("http://portal.lan/login?mac=aa:bb#x") == "http://portal.lan/login"


@given(st.text(max_size=100), st.text(max_size=40))
def test_no_text_breaks_it(location: str, host: str) -> None:
    leads_away(location, host)
    assert page_of(location).isprintable() or page_of(location) == ""
