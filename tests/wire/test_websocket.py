"""The handshake, and the rules that an answer to it breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.exchange import HttpReply
from nocarrier.wire.http_reply import decode_http_reply
from nocarrier.wire.websocket import accept_for, closing, faults, handshake, key_for

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
RIGHT = {
    "upgrade": "WebSocket",
    "connection": "keep-alive, Upgrade",
    "sec-websocket-accept": "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
}


def reply(**changed: str | None) -> HttpReply:
    headers = RIGHT | {name.replace("_", "-"): value for name, value in changed.items()}
    return HttpReply(version="1.1", status=101, headers={k: v for k, v in headers.items() if v is not None})


def test_the_example_of_the_rfc() -> None:
    assert accept_for(KEY) == RIGHT["sec-websocket-accept"]
    assert faults(reply(), KEY) == ()


@pytest.mark.parametrize(
    ("changed", "asked", "broken"),
    [
        ({"sec_websocket_accept": None}, (), ("accept-missing",)),
        ({"sec_websocket_accept": "s3pPLMBiTxaQ9kYGzzhZRbK+xOo"}, (), ("accept-wrong",)),
        ({"upgrade": None, "connection": None}, (), ("upgrade-missing", "connection-missing")),
        ({"upgrade": "h2c", "connection": "close"}, (), ("upgrade-wrong", "connection-wrong")),
        ({"connection": "upgraded"}, (), ("connection-wrong",)),
        ({"sec_websocket_extensions": "permessage-deflate"}, (), ("extension-unasked",)),
        ({"sec_websocket_protocol": "mqtt"}, (), ("subprotocol-unasked",)),
        ({"sec_websocket_protocol": "mqtt"}, ("wamp",), ("subprotocol-unasked",)),
        ({"sec_websocket_protocol": "mqtt"}, ("wamp", "mqtt"), ()),
        ({}, ("wamp",), ("subprotocol-missing",)),
    ],
)
def test_each_rule(changed: dict[str, str | None], asked: tuple[str, ...], broken: tuple[str, ...]) -> None:
    assert faults(reply(**changed), KEY, asked) == broken


def test_an_older_http() -> None:
    assert faults(HttpReply(version="1.0", status=101, headers=RIGHT), KEY) == ("http-version",)


def test_a_key_is_always_the_same_for_its_seed() -> None:
    assert key_for("ws://a:1") == key_for("ws://a:1") != key_for("ws://a:2")
    assert len(key_for("")) == 24


def test_the_handshake() -> None:
    asked = handshake(
        "a:81", "/c?d=e f", key=KEY, origin="https://o", subprotocols=("x", "y"), headers=(("HOST", "b"),)
    )
    lines = asked.decode().split("\r\n")
    assert lines[0] == "GET /c?d=e%20f HTTP/1.1"
    assert "HOST: b" in lines
    assert "Host: a:81" not in lines
    assert {"Origin: https://o", "Sec-WebSocket-Protocol: x, y", f"Sec-WebSocket-Key: {KEY}"} <= set(lines)
    assert lines[-2:] == ["", ""]


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_nothing_that_is_given_ends_its_line(host: str, path: str, value: str) -> None:
    asked = handshake(host, path, key=KEY, origin=value, headers=(("X", value),))
    assert asked.count(b"\r\n\r\n") == 1
    assert asked.count(b"\r\n") == len(asked.split(b"\r\n")) - 1 <= 10


@given(st.binary(max_size=300))
def test_nothing_breaks_it(data: bytes) -> None:
    answer = decode_http_reply(b"HTTP/1.1 101 Switching Protocols\r\n" + data + b"\r\n\r\n")
    assert answer is not None
    assert faults(answer, KEY)


HEAD = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"


@pytest.mark.parametrize(
    ("behind", "closed"),
    [
        (b"", None),
        (b"\x88\x0c\x03\xf0no, thanks", (1008, "no, thanks")),
        (b"\x88\x00", (1005, "")),
        (b"\x81\x05hello\x88\x02\x03\xe8", (1000, "")),
        (b"\x81\x7e\x00\x80" + b"x" * 128 + b"\x88\x02\x03\xf3", (1011, "")),
        (b"\x81\x05hello", None),
        (b"\x82\x7f\x00\x00\x00\x00\xff\xff\xff\xffshort", None),
        (b"\x88", None),
    ],
)
def test_what_closes_a_websocket_in_the_same_breath(behind: bytes, closed: tuple[int, str] | None) -> None:
    assert closing(HEAD + behind) == closed


@given(st.binary(max_size=300))
def test_any_bytes_behind_the_answer_are_survived(behind: bytes) -> None:
    found = closing(HEAD + behind)
    assert found is None or 0 <= found[0] < 65536
