"""What may be said in a request, and that a secret value is never told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.http_options import (
    BadHttpOption,
    check_header,
    check_origin,
    check_subprotocols,
    parse_header,
)


def test_a_header() -> None:
    assert parse_header("Authorization: Bearer a:b") == ("Authorization", "Bearer a:b")
    assert parse_header("X-Empty:") == ("X-Empty", "")


@pytest.mark.parametrize("text", ["no colon", ": value", "two words: x", "X: a\r\nY: b", "X: a\0", "Ü: x"])
def test_what_is_no_header(text: str) -> None:
    with pytest.raises(BadHttpOption):
        parse_header(text)


def test_a_value_is_not_told() -> None:
    with pytest.raises(BadHttpOption) as why:
        check_header(("Cookie", "sid=abcdef\n"))
    assert "abcdef" not in str(why.value)


@pytest.mark.parametrize("text", ["", "null", "https://shop.example", "http://[::1]:8080", "app://x"])
def test_an_origin(text: str) -> None:
    assert check_origin(text) == text


@pytest.mark.parametrize(
    "text", ["shop.example", "https://shop.example/", "https://", "https://a b", "http://a\r\nb"]
)
def test_what_is_no_origin(text: str) -> None:
    with pytest.raises(BadHttpOption):
        check_origin(text)


def test_subprotocols() -> None:
    assert check_subprotocols(["mqtt", "v1.wamp", "mqtt"]) == ("mqtt", "v1.wamp")
    with pytest.raises(BadHttpOption):
        check_subprotocols(["a,b"])


@given(st.text(max_size=60))
def test_nothing_that_is_allowed_ends_a_line(text: str) -> None:
    try:
        name, value = parse_header(text)
    except BadHttpOption:
        return
    assert not {"\r", "\n", "\0"} & set(name + value)
