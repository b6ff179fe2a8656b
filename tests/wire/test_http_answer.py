"""Short answers, whole or chunked, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire.http_answer import MOST_BODY, HttpAnswer, decode_http_answer


def test_status_headers_and_body() -> None:
    answer = decode_http_answer(b"HTTP/1.1 200 OK\r\nMetadata-Flavor: Google\r\n\r\nname")
    assert answer is not None
    assert answer == HttpAnswer(200, ("metadata-flavor: google",), b"name")


def test_chunks_are_joined() -> None:
    data = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\n\r\n"
    answer = decode_http_answer(data)
    assert answer is not None
    assert answer.body == b"abcdef"


@pytest.mark.parametrize("data", [b"", b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1\r\n\r\n"])
def test_what_is_no_http(data: bytes) -> None:
    assert decode_http_answer(data) is None


@given(st.binary(max_size=400))
def test_nothing_breaks_it(data: bytes) -> None:
    for head in (b"", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"):
        answer = decode_http_answer(head + data)
        assert answer is None or len(answer.body) <= MOST_BODY


def test_a_body_without_end_is_bounded() -> None:
    answer = decode_http_answer(b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * (MOST_BODY * 2))
    assert answer is not None
    assert len(answer.body) == MOST_BODY
