"""Makes links, addresses and routes over netlink, with pyroute2: no ``ip`` program is needed.

The caller stands in the *wire*, a namespace of the lab's own in which cables are made and switches stay; it
enters each host's namespace to give it addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from nocarrier.lab.topology import Segment, Topology
from nocarrier.model.scenario import Host

IFA_F_NODAD = 0x02
"linux/if_addr.h: usable at once, without duplicate address detection (RFC 4862, section 5.4)."
BORN_WITH = ("127.0.0.1/8", "::1/128")
"The addresses that the kernel gives the loopback interface by itself."

Inside = Callable[[str], AbstractContextManager[None]]


def lay(topology: Topology, hosts: tuple[Host, ...], namespaces: dict[str, int], inside: Inside) -> None:
    """All links, addresses and routes. ``namespaces`` are open descriptors; ``inside`` enters one by name.

    Raises OSError with what the kernel refused.
    """
    from pyroute2.iproute.linux import IPRoute
    from pyroute2.netlink.exceptions import NetlinkError

    connect: Any = IPRoute  # untyped
    try:
        with connect() as wire:
            for number, segment in enumerate(topology.segments):
                _join(wire, number, segment, namespaces)
        # Every link is up before the first address is given: a cable has a carrier only with both ends up.
        for work in (_raise, _address):
            for host in hosts:
                with inside(host.name), connect() as kernel:
                    work(kernel, host, topology)
    except NetlinkError as refused:
        raise OSError(refused.code, f"the links could not be made: {refused}") from refused


def _join(wire: Any, number: int, segment: Segment, namespaces: dict[str, int]) -> None:
    """One segment: a cable between two hosts, else a switch in the wire with a cable to each."""
    if len(segment.ports) == 2:
        near, far = segment.ports
        wire.link("add", kind="veth", ifname=near.name, address=near.mac, net_ns_fd=namespaces[near.host],
                  peer={"ifname": far.name, "address": far.mac, "net_ns_fd": namespaces[far.host]})  # fmt: skip
        return
    switch = 0
    if len(segment.ports) > 2:
        # Without multicast snooping, which would swallow neighbour solicitations before its first query.
        wire.link("add", kind="bridge", ifname=f"switch{number}", br_mcast_snooping=0, state="up")
        (switch,) = wire.link_lookup(ifname=f"switch{number}")
    for index, port in enumerate(segment.ports):
        name = f"wire{number}-{index}"
        wire.link("add", kind="veth", ifname=name,
                  peer={"ifname": port.name, "address": port.mac, "net_ns_fd": namespaces[port.host]})  # fmt: skip
        (end,) = wire.link_lookup(ifname=name)
        wire.link("set", index=end, state="up", **({"master": switch} if switch else {}))


def _raise(kernel: Any, host: Host, topology: Topology) -> None:
    """One host's interfaces up. The caller stands in its namespace."""
    for name, _ in _interfaces(host, topology):
        kernel.link("set", index=_index(kernel, name), state="up")


def _address(kernel: Any, host: Host, topology: Topology) -> None:
    """One host's addresses and default routes. The caller stands in its namespace."""
    for name, addresses in _interfaces(host, topology):
        for address in addresses:
            if address not in BORN_WITH:
                flags = {"flags": IFA_F_NODAD} if ":" in address else {}
                kernel.addr("add", index=_index(kernel, name), address=address, **flags)
    for gateway in host.gateways:
        kernel.route("add", dst="default", gateway=gateway, family=10 if ":" in gateway else 2)


def _interfaces(host: Host, topology: Topology) -> list[tuple[str, tuple[str, ...]]]:
    """The host's interfaces, loopback first, each with its addresses."""
    ports = [port for segment in topology.segments for port in segment.ports if port.host == host.name]
    return [("lo", topology.loopback.get(host.name, ())), *((port.name, port.addresses) for port in ports)]


def _index(kernel: Any, name: str) -> int:
    (index,) = kernel.link_lookup(ifname=name)
    return int(index)
