"""Lists of addresses as providers publish them, and what else may come in their place."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.readings.published_ranges import BadList, decode_published

AWS = {
    "prefixes": [
        {"ip_prefix": "13.32.0.0/15", "service": "CLOUDFRONT"},
        {"ip_prefix": "3.5.0.0/19", "service": "EC2"},
    ],
    "ipv6_prefixes": [{"ipv6_prefix": "2600:9000:2000::/36", "service": "CLOUDFRONT"}],
}
GOOGLE = {
    "prefixes": [{"ipv4Prefix": "34.120.0.0/16", "scope": "global"}, {"ipv4Prefix": "34.80.0.0/15", "scope": "x"}]
}

FORMS = ("lines", "aws:CLOUDFRONT", "google:global", "fastly", "imperva", "gcore")


@pytest.mark.parametrize(
    ("form", "body", "expected"),
    [
        ("lines", b"104.16.0.0/13\n# more\n\n2606:4700::/32\n", ("104.16.0.0/13", "2606:4700::/32")),
        ("aws:CLOUDFRONT", json.dumps(AWS).encode(), ("13.32.0.0/15", "2600:9000:2000::/36")),
        ("google:global", json.dumps(GOOGLE).encode(), ("34.120.0.0/16",)),
        ("fastly", b'{"addresses": ["151.101.0.0/16"], "ipv6_addresses": ["2a04:4e40::/32"]}',
         ("151.101.0.0/16", "2a04:4e40::/32")),
    ],
)  # fmt: skip
def test_forms(form: str, body: bytes, expected: tuple[str, ...]) -> None:
    assert decode_published(form, body) == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><title>Log in to the network</title>",
        b"[]",
        b"{}",
        b"10.0.0.0/8",
        b"0.0.0.0/0",
        b"1.0.0.0/7",
        b"127.0.0.0/8",
        b"224.0.0.0/8",
        b"fe80::/64",
        b"ff02::/32",
        b"::/0",
        b'{"addresses": ["192.168.0.0/16"], "prefixes": 7, "ipRanges": [1]}',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_such_list_is_refused(form: str, body: bytes) -> None:
    with pytest.raises(BadList):
        decode_published(form, body)


def test_a_list_without_end_is_refused() -> None:
    many = "\n".join(f"5.{number >> 16}.{number >> 8 & 255}.{number & 255}" for number in range(20_001))
    with pytest.raises(BadList):
        decode_published("lines", many.encode())


@settings(deadline=None)
@given(st.sampled_from(FORMS), st.binary(max_size=300))
def test_any_bytes_are_a_list_or_refused(form: str, body: bytes) -> None:
    with suppress(BadList):
        assert decode_published(form, body)
