"""Does the next hop toward each address that failed answer on its link?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.rtnetlink import (
    NETLINK_ROUTE,
    addresses_request,
    decode_interfaces,
    decode_link_names,
    decode_neighbour,
    decode_neighbour_age,
    links_request,
    neighbour_request,
)

AFTER = (Route,)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One look into the table for each address that a route leads to. It was dialled before, so it was asked for."""
    routes = [seen.facts for seen in scene.case.every(Route) if seen.facts.kind == "unicast"]
    if not routes:
        return
    links = machine.netlink(NETLINK_ROUTE, links_request()).data
    indexes = {name: index for index, name in decode_link_names(links).items()}
    carriers = {
        link.name: link.carrier
        for link in decode_interfaces(links, machine.netlink(NETLINK_ROUTE, addresses_request()).data)
    }
    for route in routes:
        if route.device in indexes:
            hop = route.gateway or route.address.partition("%")[0]
            answered = machine.netlink(NETLINK_ROUTE, neighbour_request(hop, indexes[route.device]))
            state = decode_neighbour(answered.data)
            if answered.errno or state == "unknown":
                raise CannotLook(say("its table of neighbours cannot be asked"))
            facts = Neighbour(
                address=route.address,
                next_hop=hop,
                device=route.device,
                state=state,
                carrier=carriers.get(route.device, False),
                state_ms=decode_neighbour_age(answered.data),
            )
            yield Observation(facts, summary(facts))


def summary(facts: Neighbour) -> Prose:
    """The state in a line."""
    if not facts.carrier:
        return say("{device} has no carrier", device=facts.device)
    if facts.answers:
        return say("{hop} answers on {device}", hop=facts.next_hop, device=facts.device)
    if facts.answered:
        return say(
            "{hop} on {device} answered some time ago ({state})",
            hop=facts.next_hop,
            device=facts.device,
            state=facts.state,
        )
    if facts.missing:
        return say("nobody answers for {hop} on {device}", hop=facts.next_hop, device=facts.device)
    return say("{hop} on {device}: {state}", hop=facts.next_hop, device=facts.device, state=facts.state)
