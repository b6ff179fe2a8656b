"""The header of a proxy, byte by byte as its specification has it."""

from __future__ import annotations

from nocarrier.wire.proxy_header import SIGNATURE, version_1, version_2


def test_version_1_is_the_example_of_the_specification() -> None:
    """Section 2.1."""
    said = version_1("255.255.255.255", 65535, "255.255.255.255", 65535)
    assert said == b"PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n"
    assert version_1("ffff::1", 65535, "ffff::2", 65535).startswith(b"PROXY TCP6 ffff::1 ffff::2 ")


def test_version_2_holds_addresses_and_ports() -> None:
    """Section 2.2."""
    said = version_2("10.0.0.1", 4660, "10.0.0.2", 80)
    assert said == SIGNATURE + b"\x21\x11\x00\x0c" + b"\x0a\0\0\x01" + b"\x0a\0\0\x02" + b"\x12\x34\x00\x50"
    assert len(version_2("::1", 1, "::1", 2)) == 16 + 36
