"""The server's own word, by the code of its protocol; what is no such word is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire.turned_away import turned_away

FULL = b"SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0Fproc.c\0\0"


def error(fields: bytes) -> bytes:
    return b"E" + (len(fields) + 4).to_bytes(4, "big") + fields


@pytest.mark.parametrize(
    ("protocol", "received", "code", "text"),
    [
        ("redis", b"-ERR max number of clients reached\r\n", "maxclients", "-ERR max number of clients reached"),
        ("redis", b"-NOAUTH Authentication required.\r\n", None, None),
        ("postgresql", error(FULL), "53300", "sorry, too many clients already"),
        ("postgresql", error(FULL.replace(b"53300", b"28000")), None, None),
        ("postgresql", b"R\0\0\0\x08\0\0\0\0", None, None),
        ("mysql", b"\x17\0\0\0\xff\x10\x04Too many connections", "1040", "Too many connections"),
        ("mysql", b"\x17\0\0\0\xff\x10\x04#08004Too many connections", "1040", "Too many connections"),
        ("mysql", b"\x17\0\0\0\xff\x15\x04Access denied for user 'x'@'y'", None, None),
        ("mysql", b"\x4a\0\0\0\x0a8.0.36\0", None, None),
        ("smtp", b"421 4.7.0 mx.example Error: too many connections from 10.0.0.1\r\n", "421",
         "421 4.7.0 mx.example Error: too many connections from 10.0.0.1"),
        ("smtp", b"220 mx.example ESMTP\r\n", None, None),
        ("ssh", b"Exceeded MaxStartups\r\n", "MaxStartups", "Exceeded MaxStartups"),
        ("memcached", b"ERROR Too many open connections\r\n", "maxconns", "ERROR Too many open connections"),
        ("http", b"HTTP/1.1 503 Service Unavailable\r\n\r\n", None, None),
    ],
)  # fmt: skip
def test_what_is_said(protocol: str, received: bytes, code: str | None, text: str | None) -> None:
    said = turned_away(received, protocol)
    assert (said.code if said else None, said.text if said else None) == (code, text)


NO_LINE = b'SFATAL\0C28000\0Mno pg_hba.conf entry for host "10.10.0.7"\0Fauth.c\0RClientAuthentication\0\0'


@pytest.mark.parametrize(
    ("protocol", "received", "seen_as"),
    [
        ("redis", b"-DENIED Redis is running in protected mode\r\n", ""),
        ("postgresql", error(NO_LINE), ""),
        ("mysql", b"\x17\0\0\0\xff\x6a\x04Host '10.10.0.7' is not allowed", "10.10.0.7"),
        ("mysql", b"\x17\0\0\0\xff\x6a\x04Rechner 'app-1.example' hat keine Berechtigung", "app-1.example"),
        ("mysql", b"\x17\0\0\0\xff\x6a\x04Host 'x\"; DROP' is not allowed", ""),
        ("mysql", b"\x17\0\0\0\xff\x6a\x04Not allowed", ""),
    ],
)
def test_a_client_that_the_settings_do_not_let_in(protocol: str, received: bytes, seen_as: str) -> None:
    said = turned_away(received, protocol)
    assert said is not None
    assert (said.forbidden, said.seen_as) == (True, seen_as)


def test_a_limit_forbids_nobody() -> None:
    said = turned_away(error(FULL), "postgresql")
    assert said is not None
    assert not said.forbidden


def test_a_role_that_there_is_not_is_no_word_about_the_client() -> None:
    assert (
        turned_away(error(NO_LINE.replace(b"ClientAuthentication", b"InitializeSessionUserId")), "postgresql") is None
    )


def test_a_line_that_wants_a_certificate_lets_the_client_in_with_one() -> None:
    """The same code, of the same function (auth.c: clientcert=verify-ca), and no word of the file's lines."""
    wanted = NO_LINE.replace(
        b'no pg_hba.conf entry for host "10.10.0.7"', b"connection requires a valid client certificate"
    )
    assert turned_away(error(wanted), "postgresql") is None


def test_what_a_server_says_is_bounded_and_clean() -> None:
    said = turned_away(error(b"C53300\0M\x1b[2J" + b"x" * 9000 + b"\0\0"), "postgresql")
    assert said is not None
    assert len(said.text) <= 200
    assert said.text.isprintable()


@given(st.binary(max_size=600), st.sampled_from(["redis", "postgresql", "mysql", "smtp", "ftp", "ssh", "memcached"]))
def test_any_bytes_are_read(received: bytes, protocol: str) -> None:
    for data in (received, b"E" + received, b"421" + received, received[:4].ljust(4, b"\0") + b"\xff" + received):
        said = turned_away(data, protocol)
        assert said is None or (said.protocol == protocol and said.text.isprintable())
