"""Which routes and rules cover the address that cannot be reached?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.route import Route
from nocarrier.facts.routing_table import PolicyRule, RoutingTable, TableRoute
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.routing_table import decode_routes, decode_rules, routes_request, rules_request
from nocarrier.readings.rtnetlink import NETLINK_ROUTE, decode_link_names, links_request

AFTER = (TcpAttempt, Route)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation for each address to which there is no way."""
    lost = [seen.facts.address for seen in scene.case.every(Route, where) if seen.facts.errno]
    for address in lost[:4]:
        facts = find_table(machine, address, scene.options.source, scene.case.target.port or 0)
        yield Observation(facts, summary(facts))


def find_table(machine: Machine, address: str, source: str = "", port: int = 0) -> RoutingTable:
    """What covers an address, for a connection from ``source`` to that ``port`` of it (empty, 0: not bound, any)."""
    six = ":" in address
    source = source if (":" in source) == six else ""
    try:
        names = decode_link_names(machine.netlink(NETLINK_ROUTE, links_request()).data)
        routes, count = decode_routes(address, machine.netlink(NETLINK_ROUTE, routes_request(six)).data, names)
        listed = machine.netlink(NETLINK_ROUTE, rules_request(six)).data
        rules, seen = decode_rules(address, source, port, listed), True
    except CannotLook:
        routes, count = _by_command(machine, address)
        rules, seen = _usual_rules(), False
    return RoutingTable(address=address, routes=routes, rules=rules, routes_known=count, rules_seen=seen)


def _by_command(machine: Machine, address: str) -> tuple[tuple[TableRoute, ...], int]:
    from nocarrier.readings.ip_json import decode_ip_rows
    from nocarrier.readings.routing_table import routes_of_json

    family = "-6" if ":" in address else "-4"
    ran = machine.run(("ip", family, "-j", "route", "show", "table", "all"))
    rows = decode_ip_rows(ran.out)
    if ran.status != 0:
        raise CannotLook(say("its routes cannot be listed without netlink or a modern ip command"), "iproute2")
    return routes_of_json(address, rows)


def _usual_rules() -> tuple[PolicyRule, ...]:
    """The three every machine has (ip-rule(8)); others are not read by command."""
    return (
        PolicyRule(priority=0, action="lookup", table="local"),
        PolicyRule(priority=32766, action="lookup", table="main"),
        PolicyRule(priority=32767, action="lookup", table="default"),
    )


def summary(facts: RoutingTable) -> Prose:
    """Where the kernel's search ends."""
    reached = facts.reached()
    if reached is None:
        return say(
            "none of {count} routes covers {address}, and there is no default route",
            count=facts.routes_known,
            address=facts.address,
        )
    if isinstance(reached, PolicyRule):
        return say(
            "rule {priority} makes {address} {action}",
            priority=reached.priority,
            address=facts.address,
            action=reached.action,
        )
    return say("the route to {address} is: {route}", address=facts.address, route=reached.words)
