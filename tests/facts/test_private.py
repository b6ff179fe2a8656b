"""Which addresses mean something only inside their own network."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.private import private_block


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("10.0.0.1", "10.0.0.0/8"),
        ("172.15.255.255", ""),
        ("172.16.0.0", "172.16.0.0/12"),
        ("172.31.255.255", "172.16.0.0/12"),
        ("172.32.0.0", ""),
        ("192.168.44.5", "192.168.0.0/16"),
        ("100.63.255.255", ""),
        ("100.64.0.1", "100.64.0.0/10"),
        ("169.254.1.1", "169.254.0.0/16"),
        ("8.8.8.8", ""),
        ("fd20::5", "fc00::/7"),
        ("fe80::1%eth0", "fe80::/10"),
        ("2001:db8::1", ""),
        ("::1", ""),
    ],
)
def test_blocks(address: str, block: str) -> None:
    assert private_block(address) == block


@given(st.ip_addresses())
def test_an_address_is_in_the_block_that_is_named(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    block = private_block(str(address))
    assert not block or address in ipaddress.ip_network(block)
