"""Routers as DHCP leases and Debian's network configuration name them."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_interface

from nocarrier.readings.target import is_address


def decode_networkd_lease(text: str) -> tuple[str, ...]:
    """/run/systemd/netif/leases/INDEX: ``ROUTER=10.0.0.1 …``."""
    words = [line.removeprefix("ROUTER=") for line in text.splitlines() if line.startswith("ROUTER=")]
    return _addresses(" ".join(words).split())


def decode_dhclient_lease(text: str) -> tuple[tuple[str, str], ...]:
    """dhclient.leases(5): pairs (link, router); a later lease replaces an earlier one of the same link."""
    found: dict[str, str] = {}
    link = ""
    for line in text.splitlines():
        words = line.strip().rstrip(";").replace(",", " ").replace('"', " ").split()
        if words[:1] == ["interface"] and len(words) == 2:
            link = words[1]
        elif words[:2] == ["option", "routers"] and link and _addresses(words[2:]):
            found[link] = _addresses(words[2:])[0]
    return tuple(found.items())


def decode_interfaces_file(text: str) -> tuple[tuple[str, str], ...]:
    """interfaces(5): pairs (link, gateway)."""
    found: list[tuple[str, str]] = []
    link = ""
    for line in text.splitlines():
        words = line.split()
        if words[:1] == ["iface"] and len(words) > 1:
            link = words[1]
        elif words[:1] == ["gateway"] and link:
            found += [(link, address) for address in _addresses(words[1:2])]
    return tuple(found)


def _addresses(words: list[str]) -> tuple[str, ...]:
    return tuple(word for word in words if is_address(word))


def usual_routers(own: str) -> Iterator[str]:
    """The first and the last host address of an interface's network, where routers usually are.

    ``own`` is in prefix notation. None for networks of fewer than four addresses.
    """
    interface = ip_interface(own)
    network: IPv4Network | IPv6Network = interface.network
    if network.num_addresses < 4 or interface.ip.is_link_local or interface.ip.is_loopback:
        return
    candidates = [network[1]]
    if network.version == 4:
        candidates.append(network[-2])
    yield from (str(address) for address in dict.fromkeys(candidates) if address != interface.ip)
