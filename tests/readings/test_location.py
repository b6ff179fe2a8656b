"""Where redirects lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.location import Place, place

ASKED = Place("ws", "shop.example", 8080, "/chat?room=1")


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("https://shop.example/chat", "wss://shop.example/chat"),
        ("http://shop.example:8080/chat/", "ws://shop.example:8080/chat/"),
        ("/chat/", "ws://shop.example:8080/chat/"),
        ("chat/", "ws://shop.example:8080/chat/"),
        ("//live.example/ws", "ws://live.example/ws"),
        ("?token=1", "ws://shop.example:8080/chat?token=1"),
        ("HTTPS://SHOP.example:443/x?y=1", "wss://shop.example/x?y=1"),
        ("ws://other.example:9000", "ws://other.example:9000/"),
        ("http://[fd20::5]:81/a", "ws://[fd20::5]:81/a"),
        ("http://[fd20::5]/a", "ws://[fd20::5]/a"),
        ("https://alice:pw@live.example/x", "wss://live.example/x"),
        ("http://shop.example:8080@live.example/", "ws://live.example/"),
    ],
)
def test_a_location_is_read_against_what_was_asked(location: str, url: str) -> None:
    found = place(location, ASKED)
    assert found is not None
    assert found.url == url


def test_a_sentence_holds_no_query_and_no_path_without_end() -> None:
    found = place("https://sso.example/auth?redirect_uri=x&state=y", ASKED)
    assert found is not None
    assert found.shown == "wss://sso.example/auth?…"
    long = place(f"https://sso.example/{'a' * 100}", ASKED)
    assert long is not None
    assert long.shown == f"wss://sso.example/{'a' * 38}…"
    assert long.url.endswith("a" * 100)


@pytest.mark.parametrize(
    "location",
    ["", "ftp://x/", "javascript:alert(1)", "http://user:pw@/", "http://", "http://x:99999/", "http://[::1/", "http://a b/",
     "http://x/\r\nSet-Cookie: a", "http://%00/", "x" * 5000],
)  # fmt: skip
def test_what_is_no_address_of_the_web_leads_nowhere(location: str) -> None:
    assert place(location, ASKED) is None


@given(st.text(max_size=200))
def test_any_text_is_survived(location: str) -> None:
    found = place(location, ASKED)
    if found is not None:
        assert found.scheme in ("ws", "wss")
        assert found.url.isprintable()
        assert 0 < found.port < 65536
