"""SOCKS, byte by byte, and against what nobody should send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire import socks

PORTS = st.integers(1, 65535)


def test_the_greeting_counts_its_methods() -> None:
    assert socks.greeting(socks.NO_AUTHENTICATION, socks.PASSWORD) == bytes.fromhex("05020002")


@pytest.mark.parametrize(
    ("host", "port", "expected"),
    [
        ("10.0.0.1", 80, "050100010000001" + "0050"),
        ("shop.example", 443, "05010003" + "0c" + b"shop.example".hex() + "01bb"),
        ("fd00::1", 8080, "05010004" + "fd" + "00" * 14 + "01" + "1f90"),
    ],
)
def test_a_request_of_version_5_carries_what_was_named(host: str, port: int, expected: str) -> None:
    assert socks.request_5(host, port) == bytes.fromhex(expected.replace("050100010000001", "050100010a000001"))


def test_a_request_of_version_4_carries_an_address_or_a_name_behind_an_impossible_one() -> None:
    assert socks.request_4("10.0.0.1", 80) == bytes.fromhex("0401 0050 0a000001 00")
    assert socks.request_4("a.example", 80, "me") == bytes.fromhex("0401 0050 00000001") + b"me\0a.example\0"
    with pytest.raises(ValueError, match="IPv6"):
        socks.request_4("fd00::1", 80)


def test_user_and_password_are_counted() -> None:
    assert socks.login("a", "bc") == b"\x01\x01a\x02bc"


def test_the_answers_mean_what_the_documents_say() -> None:
    assert socks.decode_method(b"\x05\xff") == socks.NONE_ACCEPTABLE
    assert socks.decode_method(b"HTTP/1.1 400") is None
    assert socks.decode_status(b"\x01\x00") is True
    assert socks.decode_status(b"\x01\x01") is False
    refused = socks.decode_reply_5(bytes.fromhex("05050001000000000000"))
    assert refused is not None
    assert (refused.meaning, refused.granted) == ("refused", False)
    granted = socks.decode_reply_4(bytes.fromhex("005a000000000000"))
    assert granted is not None
    assert granted.granted


@given(st.binary(max_size=300))
def test_no_bytes_break_a_decoder(data: bytes) -> None:
    for decode in (socks.decode_method, socks.decode_status, socks.decode_reply_4, socks.decode_reply_5):
        decode(data)


@given(st.text(max_size=300), PORTS)
def test_any_name_fits_a_request(host: str, port: int) -> None:
    made = socks.request_5(host.replace(":", ""), port)
    assert made[:3] == b"\x05\x01\x00"
    assert made[-2:] == port.to_bytes(2, "big")
    assert len(made) <= 3 + 2 + 255 + 2
