"""Which links and addresses does this machine have?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.rtnetlink import NETLINK_ROUTE, addresses_request, decode_interfaces, links_request

IP_ADDRESS = ("ip", "-j", "address")
COMMANDS = (IP_ADDRESS,)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """All links, with their addresses."""
    facts = Interfaces(interfaces=_interfaces(machine))
    own = [address for address in facts.addresses if not address.startswith(("127.", "fe80:")) and address != "::1"]
    yield Observation(facts, summary(facts, own))


def summary(facts: Interfaces, own: list[str]) -> Prose:
    """Its addresses, and the links that have some and are down."""
    shown = ", ".join(own[:6]) or "-"
    off = [link.name for link in facts.interfaces if link.addresses and not (link.up and link.carrier)]
    if off:
        return say("its addresses: {addresses}; down: {links}", addresses=shown, links=", ".join(off[:4]))
    return say("its addresses: {addresses}", addresses=shown)


def _interfaces(machine: Machine) -> tuple[Interface, ...]:
    try:
        links = machine.netlink(NETLINK_ROUTE, links_request())
        addresses = machine.netlink(NETLINK_ROUTE, addresses_request())
        return decode_interfaces(links.data, addresses.data)
    except CannotLook:
        from nocarrier.readings.ip_json import decode_ip_addresses

        ran = machine.run(IP_ADDRESS)
        found = decode_ip_addresses(ran.out)
        if not found:
            raise CannotLook(
                say("its addresses cannot be read without netlink or a modern ip command"), "iproute2"
            ) from None
        return found
