"""What a certificate says of itself, and that bytes of a stranger break nothing."""

from __future__ import annotations

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.causes._tls_lab import BELOW_IT, CERTIFICATE, EXPIRED, INTERMEDIATE, OTHER_NAME
from nocarrier.wire.certificate import decode_certificate, hanging_together
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


WITH_ITS_ISSUERS_PLACE = """\
-----BEGIN CERTIFICATE-----
MIIBwzCCAWigAwIBAgIUTRIlxUUwoE7X/RsQruEZAqrRLL0wCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBYTAgFw0yNjExMzAwODQ4MjlaGA8yMTI2MTEwNjA4NDgyOVow
DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIeT5Jsvk2Qf
GgIsENgroGGXhAp8vCjTXltnNE29lH2DT4fnHoz6z9HEJPqM3UhOquRxnxMJSnRc
is0ZIG/l2yOjgaUwgaIwHQYDVR0OBBYEFEcVQp9WVDt/KZTnbVKRHneu0V0rMB8G
A1UdIwQYMBaAFEcVQp9WVDt/KZTnbVKRHneu0V0rMFUGCCsGAQUFBwEBBEkwRzAg
BggrBgEFBQcwAYYUaHR0cDovL29jc3AuZXhhbXBsZS8wIwYIKwYBBQUHMAKGF2h0
dHA6Ly9jYS5leGFtcGxlLzEuY3J0MAkGA1UdEwQCMAAwCgYIKoZIzj0EAwIDSQAw
RgIhALenWzgMv5ttnCWaIszh/HE7mDitMGC6J6zNw60DTAN9AiEAi7D1MW5Cy8Bs
gLtg/xDtzou3clFg7hrtrJhnvpzgL6s=
-----END CERTIFICATE-----
"""


ADDRESS_AS_A_NAME = """\
-----BEGIN CERTIFICATE-----
MIIDDDCCArGgAwIBAgIUKhylLQlKgE/FsAUJ1bIudsc99gEwCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBYTAgFw0yNjExMzAwOTM3NDRaGA8yMTI2MTEwNjA5Mzc0NFow
DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLJNtt8/9hqE
l22KmN6q2EXK/uJxVe/ctSdGsTNHdNoOw4fC6QCwNz77j6OuSk+jqGAtwKog9Bnv
yM4aL2meh9CjggHtMIIB6TAdBgNVHQ4EFgQUd15iizh6YcT0e0KHYswdyX5dOvUw
HwYDVR0jBBgwFoAUd15iizh6YcT0e0KHYswdyX5dOvUwDwYDVR0TAQH/BAUwAwEB
/zCCAZQGA1UdEQSCAYswggGHggkxMjcuMC4wLjGCCmgwLmV4YW1wbGWCCmgxLmV4
YW1wbGWCCmgyLmV4YW1wbGWCCmgzLmV4YW1wbGWCCmg0LmV4YW1wbGWCCmg1LmV4
YW1wbGWCCmg2LmV4YW1wbGWCCmg3LmV4YW1wbGWCCmg4LmV4YW1wbGWCCmg5LmV4
YW1wbGWCC2gxMC5leGFtcGxlggtoMTEuZXhhbXBsZYILaDEyLmV4YW1wbGWCC2gx
My5leGFtcGxlggtoMTQuZXhhbXBsZYILaDE1LmV4YW1wbGWCC2gxNi5leGFtcGxl
ggtoMTcuZXhhbXBsZYILaDE4LmV4YW1wbGWCC2gxOS5leGFtcGxlggtoMjAuZXhh
bXBsZYILaDIxLmV4YW1wbGWCC2gyMi5leGFtcGxlggtoMjMuZXhhbXBsZYILaDI0
LmV4YW1wbGWCC2gyNS5leGFtcGxlggtoMjYuZXhhbXBsZYILaDI3LmV4YW1wbGWC
C2gyOC5leGFtcGxlggtoMjkuZXhhbXBsZTAKBggqhkjOPQQDAgNJADBGAiEA4oLv
qnJ3EmlB0WVvhGvX/gARnuFBoS7XzkCjQFOG51QCIQCS4GkKFkcUMaFEJr3Cuyu9
Hw0vEw1CT2BGNJZIzAhttg==
-----END CERTIFICATE-----
"""


def test_an_address_that_stands_there_as_a_name_is_good_for_nobody() -> None:
    own = decode_certificate(der(ADDRESS_AS_A_NAME))
    assert own is not None
    assert own.names == ("DNS:127.0.0.1", *(f"h{number}.example" for number in range(23)))
    assert own.more == 7
    assert not own.is_for("127.0.0.1")


def test_where_its_issuers_own_is_to_be_had() -> None:
    own = decode_certificate(der(WITH_ITS_ISSUERS_PLACE))
    assert own is not None
    assert own.issuer_at == "http://ca.example/1.crt"


def der(pem: str) -> bytes:
    return ssl.PEM_cert_to_DER_cert(pem)


@pytest.mark.parametrize(
    ("sent", "linked"),
    [
        ((BELOW_IT,), 1),
        ((BELOW_IT, INTERMEDIATE), 2),
        ((BELOW_IT, CERTIFICATE, INTERMEDIATE), 3),
        ((BELOW_IT, CERTIFICATE), 1),
        ((CERTIFICATE, INTERMEDIATE), 1),
        ((), 0),
    ],
)
def test_how_many_of_them_hang_together(sent: tuple[str, ...], linked: int) -> None:
    assert hanging_together([der(one) for one in sent]) == linked


@given(st.lists(st.one_of(st.binary(max_size=80), st.just(DER), st.just(DER[:-1])), max_size=4))
def test_of_bytes_that_are_no_certificates_none_does(sent: list[bytes]) -> None:
    assert hanging_together(sent) <= sent.count(DER)


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
