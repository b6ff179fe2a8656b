"""What a certificate says of itself, and that bytes of a stranger break nothing."""

from __future__ import annotations

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.causes._tls_lab import BELOW_IT, CERTIFICATE, EXPIRED, OTHER_NAME
from nocarrier.wire.certificate import decode_certificate
from nocarrier.wire.tls_record import chosen_version

DER = ssl.PEM_cert_to_DER_cert(CERTIFICATE)


def test_whom_it_is_for_who_signed_it_and_how_long_it_is_good() -> None:
    own = decode_certificate(DER)
    assert own is not None
    assert own.names == ("shop.example", "chat.example", "10.20.0.5", "fd20::5", "127.0.0.1")
    assert (own.subject, own.issuer, own.self_issued) == ("shop.example", "shop.example", True)
    assert (own.not_before, own.not_after) == ("2020-01-01 00:00:00", "2120-01-01 00:00:00")


def test_another_issuer_other_dates_and_other_names() -> None:
    below = decode_certificate(ssl.PEM_cert_to_DER_cert(BELOW_IT))
    assert below is not None
    assert (below.issuer, below.self_issued) == ("nocarrier lab intermediate", False)
    expired = decode_certificate(ssl.PEM_cert_to_DER_cert(EXPIRED))
    assert expired is not None
    assert expired.not_after == "2021-01-01 00:00:00"  # a UTCTime
    other = decode_certificate(ssl.PEM_cert_to_DER_cert(OTHER_NAME))
    assert other is not None
    assert other.names == ("other.example", "*.other.example")


@given(st.one_of(st.binary(max_size=80), st.integers(0, len(DER)).map(lambda at: DER[:at])))
def test_what_is_no_certificate_is_none(der: bytes) -> None:
    found = decode_certificate(der)
    assert found is None or der == DER


@given(st.integers(0, len(DER) - 1), st.integers(0, 255))
def test_any_byte_may_be_another(at: int, byte: int) -> None:
    found = decode_certificate(DER[:at] + bytes([byte]) + DER[at + 1 :])
    assert found is None or all(name.isprintable() for name in found.names)


@pytest.mark.parametrize(
    ("first", "version"),
    [
        (b"\x16\x03\x01\x00\x31\x02\x00\x00\x2d\x03\x01", "TLSv1"),
        (b"\x16\x03\x02\x00\x31\x02\x00\x00\x2d\x03\x02", "TLSv1.1"),
        (b"\x16\x03\x03\x00\x7a\x02\x00\x00\x76\x03\x03", "TLSv1.2"),
        (b"\x15\x03\x01\x00\x02\x02\x28", ""),
        (b"\x16\x03\x01", ""),
        (b"HTTP/1.1 400 Bad", ""),
    ],
)
def test_the_version_that_a_server_chose(first: bytes, version: str) -> None:
    assert chosen_version(first) == version
