"""Who configures this machine's network, and which router could it use?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.route import Route
from nocarrier.facts.uplink import Router, Uplink
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.uplink import (
    decode_dhclient_lease,
    decode_interfaces_file,
    decode_networkd_lease,
    usual_routers,
)

AFTER = (Route, Interfaces)
MANAGERS = (
    ("/run/NetworkManager", "NetworkManager"),
    ("/run/systemd/netif/links", "systemd-networkd"),
    ("/run/network", "ifupdown"),
)
"A directory that is there while the manager runs."
INTERFACES, NETWORKD, DHCLIENT = "/etc/network/interfaces", "/run/systemd/netif/leases", "/var/lib/dhcp"
FILES = (INTERFACES,)
WAIT = 0.3
"Seconds for a machine on the same link to answer."
ASKED = 53
"Routers often answer for names; a refusal is an answer too."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """Files first; only where none names a router is one looked for on the link."""
    links = scene.case.seen(Interfaces, where)
    routers: tuple[Router, ...] = ()
    if links is not None and any(seen.facts.errno == "ENETUNREACH" for seen in scene.case.every(Route, where)):
        routers = tuple(_named(machine, links.facts)) or tuple(_answering(scene, machine, links.facts))
    manager = next((name for path, name in MANAGERS if machine.listdir(path)), "")
    facts = Uplink(manager=manager, routers=routers)
    yield Observation(facts, summary(facts))


def _named(machine: Machine, links: Interfaces) -> Iterator[Router]:
    """Routers that a lease or the configuration names, for links that are there."""
    here = {link.name for link in links.interfaces}
    for device, address in decode_interfaces_file(machine.read(INTERFACES).text):
        if device in here:
            yield Router(address=address, device=device, told_by=INTERFACES)
    for name in machine.listdir(NETWORKD):
        path = f"{NETWORKD}/{name}"
        for address in decode_networkd_lease(machine.read(path).text):
            device = _device(links, address)
            if device:
                yield Router(address=address, device=device, told_by=path)
    for name in machine.listdir(DHCLIENT):
        if name.endswith((".leases", ".lease")):
            path = f"{DHCLIENT}/{name}"
            for device, address in decode_dhclient_lease(machine.read(path).text):
                if device in here:
                    yield Router(address=address, device=device, told_by=path)


def _device(links: Interfaces, address: str) -> str:
    """The link in whose network an address is."""
    from ipaddress import ip_address, ip_interface

    there = ip_address(address)
    return next(
        (link.name for link in links.interfaces for own in link.addresses if there in ip_interface(own).network), ""
    )


def _answering(scene: Scene, machine: Machine, links: Interfaces) -> Iterator[Router]:
    """Those of the usual addresses at which some machine answers."""
    asked = [
        Router(address=address, device=link.name)
        for link in links.interfaces
        if link.up and link.carrier
        for own in link.addresses
        for address in usual_routers(own)
    ][:8]
    dials = [
        Dial(transport="tcp", address=router.address, port=ASKED, timeout=scene.remaining(WAIT)) for router in asked
    ]
    for router, dialled in zip(asked, machine.dial(dials), strict=True):
        if _answered(dialled):
            yield router


def _answered(dialled: Dialled) -> bool:
    return dialled.connected or dialled.errno in ("ECONNREFUSED", "ECONNRESET")


def summary(facts: Uplink) -> Prose:
    """What is known, in a line."""
    if facts.routers:
        first = facts.routers[0]
        return say("{router} on {device} may be its router", router=first.address, device=first.device)
    if facts.manager:
        return say("its network is configured by {manager}", manager=facts.manager)
    return say("no router of it is known")
