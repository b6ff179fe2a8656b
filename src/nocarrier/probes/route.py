"""How would this machine send to each address of the target?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.lookup import Lookup
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.rtnetlink import (
    NETLINK_ROUTE,
    decode_entry,
    decode_link_names,
    decode_route,
    links_request,
    route_request,
)

AFTER = (Lookup,)
REFUSED_HERE = ("EACCES", "EINVAL", "EHOSTUNREACH", "ENETUNREACH")
"What a connect ends with under a prohibit, blackhole or unreachable route, or none (net/ipv4/fib_semantics.c)."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One route look-up for each address."""
    lookup = scene.case.seen(Lookup)
    for address in lookup.facts.addresses[:8] if lookup else ():
        facts = _to_the_port(scene, machine, find_route(machine, address, scene.options.source))
        yield Observation(facts, summary(facts))


def _to_the_port(scene: Scene, machine: Machine, route: Route) -> Route:
    """Where this machine's kernel refused the packet though the address has a route: the route for packets to the port.

    A policy rule may go by protocol and port (ip-rule(8), ``ipproto`` and ``dport``), which a plain question has not.
    """
    port = scene.case.target.port or 0
    tried = [seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == route.address]
    tried = [one for one in tried if one.stage == "connect" and one.errno in REFUSED_HERE and one.said is None]
    if not tried or route.errno or route.kind != "unicast":
        return route
    try:
        found = find_route(machine, route.address, scene.options.source, port)
    except CannotLook:
        return route
    return found if found.errno in REFUSED_HERE or found.kind not in ("", "unicast") else route


def find_route(machine: Machine, address: str, source: str = "", port: int = 0, from_port: int = 0) -> Route:
    """The route from this machine to an address (to its TCP ``port``, or ``from_port``), by netlink, or by ``ip`` where there is none."""
    source = source if (":" in source) == (":" in address) else ""
    try:
        names = decode_link_names(machine.netlink(NETLINK_ROUTE, links_request()).data)
        index = _zone_index(address, names)
        answered = machine.netlink(
            NETLINK_ROUTE, route_request(address, source, index, port=port, from_port=from_port)
        )
    except CannotLook:
        return _by_command(machine, address, source, port, from_port)
    if answered.errno:
        return Route(address=address, errno=answered.errno)
    found = decode_route(address, answered.data, names)
    if found.kind != "unicast":
        return found
    entry = machine.netlink(NETLINK_ROUTE, route_request(address, source, index, entry=True))
    return decode_entry(found, entry.data)


def _zone_index(address: str, names: dict[int, str]) -> int:
    """The interface index that a zone id (RFC 4007) names; 0 where there is none."""
    zone = address.partition("%")[2]
    if zone.isdigit():
        return int(zone)
    return next((index for index, name in names.items() if name == zone), 0)


def _by_command(machine: Machine, address: str, source: str, port: int, from_port: int) -> Route:
    from nocarrier.readings.ip_json import decode_ip_route

    bound = ("from", source.partition("%")[0]) if source else ()
    to_port = ("ipproto", "tcp", "dport", str(port)) if port else ()
    of_port = ("ipproto", "tcp", "sport", str(from_port)) if from_port else ()
    ran = machine.run(("ip", "-j", "route", "get", address.partition("%")[0], *bound, *to_port, *of_port))
    route = decode_ip_route(address, ran.out, ran.err.decode("utf-8", "replace"))
    if route is None:
        raise CannotLook(say("its routes cannot be read without netlink or a modern ip command"), "iproute2")
    return route


def summary(facts: Route) -> Prose:
    """The route in a line."""
    if facts.errno:
        return say("no route to {address} ({errno})", address=facts.address, errno=facts.errno)
    if facts.is_here:
        return say("{address} is this machine's own", address=facts.address)
    if facts.kind != "unicast":
        return say("the route to {address} is of type {kind}", address=facts.address, kind=facts.kind)
    if facts.gateway:
        return say(
            "{address} via {gateway} on {device}",
            address=facts.address,
            gateway=facts.gateway,
            device=facts.device,
        )
    return say("{address} on the link {device}", address=facts.address, device=facts.device)
