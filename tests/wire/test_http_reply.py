"""Short answers, whole or chunked, cut or endless, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire.http_reply import HIDDEN, LONGEST_VALUE, MOST_BODY, MOST_HEADERS, decode_http_reply


def test_status_headers_and_body() -> None:
    reply = decode_http_reply(b"HTTP/1.0 403 Not Here\r\nVia: a\r\nX: \x1b[1mb\r\nVIA: c\r\n\r\nname")
    assert reply is not None
    assert (reply.version, reply.status, reply.reason, reply.body) == ("1.0", 403, "Not Here", "name")
    assert reply.headers == {"via": "a, c", "x": "[1mb"}
    assert (reply.header("via"), reply.header("none"), reply.whole, reply.cut) == ("a, c", "", True, False)


def test_chunks_are_joined() -> None:
    data = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\n\r\n"
    reply = decode_http_reply(data)
    assert reply is not None
    assert reply.body == "abcdef"


def test_a_lone_line_feed_ends_a_line() -> None:
    reply = decode_http_reply(b"HTTP/1.1 200\nA: b\n\nrest\r\n\r\n")
    assert reply is not None
    assert (reply.reason, reply.headers, reply.body) == ("", {"a": "b"}, "rest\n\n")


def test_interim_answers_are_passed_over() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
    final = decode_http_reply(early + b"HTTP/1.1 404 Not Found\r\n\r\n")
    only, upgraded = decode_http_reply(early), decode_http_reply(b"HTTP/1.1 101 Now\r\n\r\n\x81\x00")
    assert final is not None
    assert only is not None
    assert upgraded is not None
    assert [final.status, only.status, upgraded.status] == [404, 103, 101]


@pytest.mark.parametrize(
    ("data", "cut"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", False),
        (b"HTTP/1.1 200 OK\r\nContent-Le", True),
        (b"HTTP/1.1 200 OK\r\n\r\nabc", False),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", False),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", True),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", False),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n000;a=b\r\nX: y\r\n\r\n", False),
    ],
)
def test_what_was_cut(data: bytes, cut: bool) -> None:
    whole, ended = decode_http_reply(data), decode_http_reply(data, closed=True)
    assert whole is not None
    assert ended is not None
    assert (whole.cut, ended.cut) == (False, cut)


def test_a_head_without_its_end() -> None:
    reply = decode_http_reply(b"HTTP/1.1 200 OK\r\nA: b")
    assert reply is not None
    assert not reply.whole


def test_secrets_are_not_kept() -> None:
    reply = decode_http_reply(b"HTTP/1.1 200 OK\r\nSet-Cookie: sid=abc; Path=/\r\n\r\n")
    assert reply is not None
    assert reply.headers == {"set-cookie": HIDDEN}


@pytest.mark.parametrize(
    "data",
    [b"", b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 20 OK\r\n\r\n", b"HTTP/x.y 200\r\n\r\n"],
)
def test_what_is_no_http(data: bytes) -> None:
    assert decode_http_reply(data) is None


@given(st.binary(max_size=400))
def test_nothing_breaks_it(data: bytes) -> None:
    for head in (b"", b"HTTP/1.1 ", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"):
        reply = decode_http_reply(head + data, closed=True)
        text = "" if reply is None else reply.reason + reply.body + "".join([*reply.headers, *reply.headers.values()])
        assert all(letter.isprintable() or letter in "\n\t" for letter in text)


def test_what_has_no_end_is_bounded() -> None:
    lines = b"".join(b"A%d: %s\r\n" % (number, b"y" * 9000) for number in range(500))
    reply = decode_http_reply(b"HTTP/1.0 200 OK\r\n" + lines + b"\r\n" + b"x" * (MOST_BODY * 2))
    assert reply is not None
    assert (len(reply.body), len(reply.headers)) == (MOST_BODY, MOST_HEADERS)
    assert max(len(value) for value in reply.headers.values()) == LONGEST_VALUE


@pytest.mark.parametrize("name", ["X-Api-Key", "X-Amz-Security-Token", "X-Auth"])
def test_a_field_that_is_named_like_a_secret_keeps_it(name: str) -> None:
    reply = decode_http_reply(f"HTTP/1.1 200 OK\r\n{name}: hunter2\r\nWWW-Authenticate: Basic\r\n\r\n".encode())
    assert reply is not None
    assert reply.headers == {name.lower(): HIDDEN, "www-authenticate": "Basic"}
