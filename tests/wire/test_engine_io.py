"""Engine.IO servers and others, by what they answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire.engine_io import REFUSES, engine_version, is_sockjs

OPEN = b'0{"sid":"lv_VI97HAXpY6yYWAAAC","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000}'
INFO = b'{"websocket":true,"origins":["*:*"],"cookie_needed":false,"entropy":2826871562}'


@pytest.mark.parametrize(
    ("status", "body", "version"),
    [
        (200, OPEN, 4),
        (200, b"5e\r\n" + OPEN + b"\r\n0\r\n\r\n", 4),
        (200, b"96:" + OPEN + b"2:40", 3),
        (200, b"\x00\x09\x06\xff" + OPEN, 3),
        (400, b'{"code":5,"message":"Unsupported protocol version"}', REFUSES),
        (400, b'{"code":0,"message":"Transport unknown"}', REFUSES),
        (400, b'"The client is using an unsupported version of the Socket.IO or Engine.IO protocols"', REFUSES),
        (200, b"0", 0),
        (200, b"<html>0{</html>", 0),
        (404, OPEN, 0),
        (400, b'{"code":400,"message":"no"}', 0),
        (400, b"Bad Request", 0),
    ],
)
def test_its_first_packet_and_its_errors_are_known(status: int, body: bytes, version: int) -> None:
    assert engine_version(status, body) == version


def test_sockjs_describes_itself() -> None:
    assert is_sockjs(200, INFO)
    assert is_sockjs(200, b"4f\r\n" + INFO + b"\r\n0\r\n\r\n")
    assert not is_sockjs(404, INFO)
    assert not is_sockjs(200, b'{"websocket":true}')


@given(st.integers(0, 999), st.binary(max_size=3000))
def test_any_body_is_survived(status: int, body: bytes) -> None:
    assert engine_version(status, body) in (4, 3, 0, REFUSES)
    is_sockjs(status, body)
