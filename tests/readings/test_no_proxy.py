"""NO_PROXY by each reader's own rules: the rows are what that project's documentation and tests say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.no_proxy import READERS, excluded

# value, host, port → the readers that connect directly
ROWS: list[tuple[str, str, int, str]] = [
    ("*", "shop.example", 80, "curl requests websockets go undici proxy-from-env"),
    ("shop.example", "shop.example", 80, "curl requests websockets go undici proxy-from-env"),
    ("shop.example", "SHOP.example", 80, "curl requests websockets go undici proxy-from-env"),
    ("shop.example", "www.shop.example", 80, "curl requests websockets go undici"),
    ("shop.example", "workshop.example", 80, "requests"),
    (".shop.example", "www.shop.example", 80, "curl requests websockets go undici proxy-from-env"),
    (".shop.example", "shop.example", 80, "curl requests websockets undici"),
    ("*.shop.example", "www.shop.example", 80, "go undici proxy-from-env"),
    ("*.shop.example", "shop.example", 80, "undici"),
    ("*shop.example", "workshop.example", 80, "proxy-from-env"),
    ("shop.example:8080", "shop.example", 8080, "requests websockets go undici proxy-from-env"),
    ("shop.example:8080", "shop.example", 80, ""),
    ("a.example,shop.example", "shop.example", 80, "curl requests websockets go undici proxy-from-env"),
    ("a.example, shop.example", "shop.example", 80, "curl requests websockets go undici proxy-from-env"),
    ("a.example shop.example", "shop.example", 80, "undici proxy-from-env"),
    ("10.0.0.0/8", "10.20.0.5", 80, "curl requests go"),
    ("10.20.0.5", "10.20.0.5", 80, "curl requests websockets go undici proxy-from-env"),
    ("10.", "10.20.0.5", 80, ""),
    ("fd00::/8", "fd20::5", 80, "curl go"),
    ("fd20::5", "fd20::5", 80, "curl requests websockets go undici"),
    ("[fd20::5]:80", "fd20::5", 80, "go undici"),
    ("[fd20::5]:81", "fd20::5", 80, ""),
    ("", "shop.example", 80, ""),
    ("shop.example.", "shop.example", 80, "curl undici"),
]


@pytest.mark.parametrize(("value", "host", "port", "direct"), ROWS)
def test_who_goes_direct(value: str, host: str, port: int, direct: str) -> None:
    assert " ".join(reader for reader in READERS if excluded(reader, value, host, port)) == direct


@given(st.text(max_size=200), st.text(min_size=1, max_size=80), st.integers(1, 65535))
def test_no_value_breaks_a_reader(value: str, host: str, port: int) -> None:
    for reader in READERS:
        assert isinstance(excluded(reader, value, host, port), str)
