"""Complaints of words that were never said: what real servers behind HAProxy's send-proxy say, and ordinary greetings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire.unprompted import choked_on, complaint, understood

MYSQL = b"\x0e\0\0\0\x0a10.11.6\0" + bytes(5)

COMPLAINTS = [
    (b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\nInvalid SSH identification string.\r\n", "unasked"),
    (b"-ERR unknown command 'PROXY', with args beginning with: 'TCP4' '10.10.0.7' \r\n", "quoted"),
    (b"HTTP/1.1 400 Bad Request\r\nServer: nginx/1.22.1\r\n\r\n<html>", "unasked"),
    (b"HTTP/1.1 400 Bad Request\r\n\r\nInvalid Request Line 'PROXY TCP4 10.10.0.7 10.20.0.5 4711 80'", "quoted"),
    (b"<!DOCTYPE HTML>\n<html><head><title>Error</title></head><p>Message: Bad request version", "unasked"),
    (b"220 mail.example ESMTP Postfix\r\n500 5.5.2 Error: bad syntax\r\n", "unasked"),
    (MYSQL + b"\x21\0\0\x01\xff\x84\x04#08S01Got packets out of order", "unasked"),
    (b"* OK Dovecot ready.\r\nPROXY BAD Error in IMAP command TCP4: Unknown command\r\n", "unasked"),
]
ORDINARY = [
    b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", b"220 mail.example ESMTP Postfix\r\n", MYSQL, b"* OK Dovecot ready.\r\n",
    b"HTTP/1.1 408 Request Timeout\r\n\r\n", b"HTTP/1.1 503 Service Unavailable\r\n\r\n", b"+OK ready\r\n", b"",
    b"220-one\r\n220-500 users are here\r\n220 two\r\n",
]  # fmt: skip


@pytest.mark.parametrize(("said", "how"), COMPLAINTS)
def test_a_complaint_is_heard(said: bytes, how: str) -> None:
    assert choked_on(said) == how


@pytest.mark.parametrize("said", ORDINARY)
def test_a_greeting_is_no_complaint(said: bytes) -> None:
    assert choked_on(said) == ""


SHOWN = [
    "Invalid SSH identification string.", "-ERR unknown command 'PROXY', with args beginning with: 'TCP4' '", "HTTP/1.1 400 Bad Request",
    "HTTP/1.1 400 Bad Request", "Message: Bad request version", "500 5.5.2 Error: bad syntax", "Got packets out of order",
    "PROXY BAD Error in IMAP command TCP4: Unknown command",
]  # fmt: skip


@pytest.mark.parametrize(("said", "shown"), list(zip([said for said, _ in COMPLAINTS], SHOWN, strict=True)))
def test_its_words_are_shown(said: bytes, shown: str) -> None:
    assert complaint(said).startswith(shown[:60]) or shown in complaint(said)


def test_a_server_that_was_spoken_to_properly_has_nothing_to_complain_of() -> None:
    assert not understood("ssh", COMPLAINTS[0][0])
    assert not understood("redis", COMPLAINTS[1][0])
    assert understood("http", b"HTTP/1.1 400 Bad Request\r\n\r\n")
    assert understood("redis", b"-ERR unknown command 'PING'")


@given(st.binary(max_size=3000))
def test_any_bytes_are_read(said: bytes) -> None:
    assert choked_on(said) in ("", "quoted", "unasked")
    assert len(complaint(said)) <= 60
