"""What is said to a proxy of HTTP."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire.proxy_requests import challenges, connect_request, through_a_proxy


def test_a_tunnel_is_asked_for_by_authority() -> None:
    assert connect_request("[fd00::1]:443").startswith(b"CONNECT [fd00::1]:443 HTTP/1.1\r\nHost: [fd00::1]:443\r\n")
    assert connect_request("a:1").endswith(b"\r\n\r\n")


def test_credentials_go_along_as_basic() -> None:
    assert b"\r\nProxy-Authorization: Basic bWU6c2VjcmV0\r\n" in connect_request("a:1", "me", "secret")


def test_a_request_becomes_absolute_and_stays_whole() -> None:
    made = through_a_proxy(b"GET /x?y HTTP/1.1\r\nHost: a:1\r\n\r\n", "http://a:1", "me", "secret")
    assert made == (b"GET http://a:1/x?y HTTP/1.1\r\nProxy-Authorization: Basic bWU6c2VjcmV0\r\nHost: a:1\r\n\r\n")
    assert through_a_proxy(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "http://a") == (
        b"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ('Basic realm="Squid, the proxy"', ('Basic realm="Squid, the proxy"',)),
        ('Negotiate, NTLM, Basic realm="x"', ("Negotiate", "NTLM", 'Basic realm="x"')),
        ('Digest nonce="a", realm="r", qop="auth"', ('Digest realm="r"',)),
        ("", ()),
        ("realm=x", ()),
    ],
)
def test_the_schemes_of_a_challenge(field: str, found: tuple[str, ...]) -> None:
    assert challenges(field) == found


@given(st.text(max_size=300))
def test_no_field_breaks_it(field: str) -> None:
    for one in challenges(field):
        assert one.isprintable()
