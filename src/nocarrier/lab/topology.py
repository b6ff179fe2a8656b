"""From the addresses of a scenario's hosts to the links between them. Pure.

Hosts that share a network share a *segment*: one cable where they are two, a switch where they are more, and
a cable into nothing where a host is alone in its network. An IPv4 and an IPv6 network are the same segment
when the same hosts are in both; failing that, the first pair where one holds all hosts of the other (a router
may have an IPv6 address in a network where the client has none).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from nocarrier.model.record import Record
from nocarrier.model.scenario import Host

if TYPE_CHECKING:
    from ipaddress import IPv4Interface, IPv6Interface

    Interface = IPv4Interface | IPv6Interface


class Port(Record, kw_only=True):
    """One interface of a host: its name (``eth0``), its MAC address, its addresses with prefix."""

    host: str
    name: str
    mac: str
    addresses: tuple[str, ...]


class Segment(Record, kw_only=True):
    """One link and the interfaces on it."""

    ports: tuple[Port, ...]


class Topology(Record, kw_only=True):
    """All links, and the addresses that stand on each host's loopback interface."""

    segments: tuple[Segment, ...]
    loopback: dict[str, tuple[str, ...]]


class _Network(msgspec.Struct):
    """One IP network while the links are worked out."""

    version: int
    members: dict[str, list[str]] = {}
    "Host → its addresses in it."


def plan(hosts: tuple[Host, ...]) -> Topology:
    """The links that these hosts' addresses ask for. Raises ValueError for what is no address."""
    networks, loopback = _sorted_out(hosts)
    segments = _paired(networks)
    counts = {host.name: 0 for host in hosts}
    order = list(counts)
    # A host numbers its interfaces in the order of its own addresses, whichever segment was found first.
    names: dict[tuple[str, int], str] = {}
    for host in hosts:
        ranked = sorted(
            (host.addresses.index(members[host.name][0]), number)
            for number, members in enumerate(segments)
            if host.name in members
        )
        for _, number in ranked:
            names[host.name, number] = f"eth{counts[host.name]}"
            counts[host.name] += 1
    return Topology(
        segments=tuple(
            Segment(
                ports=tuple(
                    Port(
                        host=host,
                        name=names[host, number],
                        mac=f"02:00:00:00:{order.index(host) + 1:02x}:{int(names[host, number][3:]) + 1:02x}",
                        addresses=tuple(addresses),
                    )
                    for host, addresses in members.items()
                )
            )
            for number, members in enumerate(segments)
        ),
        loopback=loopback,
    )


def _sorted_out(hosts: tuple[Host, ...]) -> tuple[list[_Network], dict[str, tuple[str, ...]]]:
    """Every network with its members, and the addresses that need no link (127.0.0.0/8, ::1, single hosts)."""
    from ipaddress import ip_interface  # 10 ms

    networks: dict[object, _Network] = {}
    loopback: dict[str, tuple[str, ...]] = {}
    link_local: list[tuple[str, str]] = []
    for host in hosts:
        for written in host.addresses:
            address: Interface = ip_interface(written)
            if address.is_loopback or address.network.prefixlen == address.max_prefixlen:
                loopback[host.name] = (*loopback.get(host.name, ()), written)
            elif address.version == 6 and address.is_link_local:
                link_local.append((host.name, written))
            else:
                network = networks.setdefault(address.network, _Network(version=address.version))
                network.members.setdefault(host.name, []).append(written)
    found = list(networks.values())
    for name, written in link_local:
        # fe80::/64 is on every link, so the address says nothing about which: the host's first.
        home = next((network for network in found if name in network.members), None)
        if home is None:
            raise ValueError(f"{name} has a link-local address and no network for it")
        home.members[name].append(written)
    return found, loopback


def _paired(networks: list[_Network]) -> list[dict[str, list[str]]]:
    """The members of each segment, with the addresses of both families."""
    segments = [network.members for network in networks if network.version == 4]
    unpaired = list(range(len(segments)))
    waiting = [network.members for network in networks if network.version == 6]
    for fits in (_same, _contained):
        for members in list(waiting):
            match = next((number for number in unpaired if fits(set(segments[number]), set(members))), None)
            if match is None:
                continue
            unpaired.remove(match)
            waiting.remove(members)
            both = {**segments[match], **members}
            segments[match] = {host: [*segments[match].get(host, []), *members.get(host, [])] for host in both}
    return segments + waiting


def _same(one: set[str], other: set[str]) -> bool:
    return one == other


def _contained(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one
