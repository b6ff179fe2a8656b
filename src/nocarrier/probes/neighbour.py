"""Does the next hop toward each address that failed answer on its link?"""

from __future__ import annotations

import time
from collections.abc import Iterator

from nocarrier.facts.neighbour import UNANSWERED_MS, Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
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
            facts = _neighbour(machine, route, indexes[route.device], carrier=carriers.get(route.device, False))
            if undecided(scene, facts):
                time.sleep(scene.remaining((UNANSWERED_MS - (facts.state_ms or 0.0)) / 1e3))
                facts = _neighbour(machine, route, indexes[route.device], carrier=facts.carrier)
            yield Observation(facts, summary(facts))


def undecided(scene: Scene, facts: Neighbour) -> bool:
    """The kernel asks, of an address that was silent when it was dialled, and has not yet asked for long enough.

    So it is where the wait was cut short, for the server is known to live: not so the router before it. And where a
    program tries to connect again and again: the next packet after each failure makes the kernel begin anew.
    """
    dialled: list[TcpAttempt | UdpAttempt] = [seen.facts for seen in scene.case.every(TcpAttempt)]
    dialled += [seen.facts for seen in scene.case.every(UdpAttempt)]
    silent = any(one.expired for one in dialled if one.address == facts.address)
    return silent and facts.state == "incomplete" and not facts.missing


def _neighbour(machine: Machine, route: Route, index: int, *, carrier: bool) -> Neighbour:
    """The entry for the next hop of a route, as it is now."""
    hop = route.gateway or route.address.partition("%")[0]
    answered = machine.netlink(NETLINK_ROUTE, neighbour_request(hop, index))
    state = decode_neighbour(answered.data)
    if answered.errno or state == "unknown":
        raise CannotLook(say("its table of neighbours cannot be asked"))
    return Neighbour(
        address=route.address,
        next_hop=hop,
        device=route.device,
        state=state,
        carrier=carrier,
        state_ms=decode_neighbour_age(answered.data),
    )


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
