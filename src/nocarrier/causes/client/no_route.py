"""There is no route to the destination

What it is
----------
The machine has no entry in its routing tables that covers the destination, and no default route. Its own kernel ends
the attempt; nothing is sent.

What you see
------------
"Network is unreachable" (ENETUNREACH, WSAENETUNREACH 10051) at once. A program that tries IPv6 and IPv4 may show it
for the family that is missing, though the other one is what failed.

How it is told apart
--------------------
The kernel is asked for its route to the address and says that there is none, and no ICMP message came from anybody:
a router that knows no way answers with one. A route or a rule that forbids the destination is route-forbids, and
where the link that carried the route is down, interface-down is the root.

What to do
----------
Bring up the VPN or the connection that should carry it, or add the route. On a machine with one way out that is the
default route, by way of its router.
"""

from __future__ import annotations

from nocarrier.causes.client._ways import down_link, lost, route_to, unsent
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.route import Route
from nocarrier.facts.routing_table import RoutingTable
from nocarrier.facts.uplink import Router, Uplink
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted

GROUPS = {"broadcast", "multicast"}


def judge(case: Case) -> Judgement:
    """ENETUNREACH without any message, the kernel knows no route, and neither rule nor link is to blame."""
    found = lost(case)
    if found is None:
        return _to_a_group(case)
    attempt, route = found
    if "ENETUNREACH" not in (attempt.facts.errno, route.facts.errno):
        return Silent()
    table = next((seen for seen in case.every(RoutingTable) if seen.facts.address == attempt.facts.address), None)
    if table is not None and table.facts.forbidding("ENETUNREACH") is not None:
        return RuledOut((table,), say("a rule or route forbids it"))
    links = case.seen(Interfaces)
    asleep = down_link(links.facts, attempt.facts.address) if links is not None else None
    told = tuple(seen for seen in (table, links) if seen is not None)
    sure = table is not None and table.facts.rules_seen and links is not None and asleep is None
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(attempt.facts.address, table),
        because=(attempt, route, *told),
        fixes=_fixes(attempt.facts.address, case.seen(Uplink)),
        decided_by=() if sure else (_ask(attempt.facts.address),),
    )


def _to_a_group(case: Case) -> Judgement:
    """TCP goes to one machine: connect(2) says ENETUNREACH for a group (net/ipv4/tcp_ipv4.c: tcp_v4_connect)."""
    for attempt in unsent(case):
        address = attempt.facts.address
        route = route_to(case, address)
        if attempt.facts.errno == "ENETUNREACH" and route is not None and route.facts.kind in GROUPS:
            return Found(
                certainty=Certainty.LIKELY,
                summary=say(
                    "{address} is a {kind} address: no TCP connection can be made to it.",
                    address=address,
                    kind=route.facts.kind,
                ),
                because=(attempt, route),
                fixes=(Fix(where="client", text=say("Dial the address of one machine.")),),
                decided_by=(_ask(address),),
            )
    return Silent()


def _ask(address: str) -> Decider:
    return Decider(
        question=say("What does the kernel make of {address}?", address=address),
        command=f"ip route get {address.partition('%')[0]}; ip link; ip route show table all",
    )


def _summary(address: str, table: Evidence[RoutingTable] | None) -> Prose:
    if table is not None and table.facts.routes_known == 0:
        family = 6 if ":" in address else 4
        return say(
            "This machine has no IPv{family} route at all, so nothing can be sent to {address}.",
            family=family,
            address=address,
        )
    return say(
        "No route of this machine covers {address}, and it has no default route: nothing was sent.", address=address
    )


def _fixes(address: str, uplink: Evidence[Uplink] | None) -> tuple[Fix, ...]:
    bare = address.partition("%")[0]
    ip = "ip -6" if ":" in bare else "ip"
    routers = [way for way in uplink.facts.routers if (":" in way.address) == (":" in bare)] if uplink else []
    if not routers:
        return (
            Fix(
                where="client",
                text=say(
                    "Bring up the connection or VPN that leads to {address}, or name the router that does: "
                    "default via ROUTER dev LINK.",
                    address=bare,
                ),
                commands=(f"{ip} route show", "ip -br address"),
            ),
        )
    return tuple(
        Fix(
            where="client",
            text=say(
                "Send what has no route of its own by way of {router} on {device} ({why}):",
                router=way.address,
                device=way.device,
                why=_why(way),
            ),
            commands=(f"{ip} route add default via {way.address} dev {quoted(way.device)}",),
            risk=say("It holds until the next restart; the network configuration is where it belongs."),
        )
        for way in routers[:2]
    )


def _why(way: Router) -> Prose:
    if way.told_by:
        return say("{file} names it", file=way.told_by)
    return say("it answers; whether it forwards, a try tells")


PROVEN = Expected(verdict="no-route", certainty="proven")
LISTENING = server(daemons=(http_server("0.0.0.0", 8080),))

SCENARIO = Scenario(
    name="no-default-route",
    hosts=(client(gateways=()), router(), LISTENING),
    target="tcp://10.20.0.5:8080",
    both_ends=PROVEN,
    client_alone=PROVEN,
)

VARIANTS = (
    Scenario(
        name="ipv6-only-on-the-link",
        hosts=(client(gateways=("10.10.0.1",)), router(), server(daemons=(http_server("::", 8080),))),
        target="tcp://[fd20::5]:8080",
        both_ends=PROVEN,
        client_alone=PROVEN,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="ipv4-only-client-and-a-name-with-both",
        hosts=(
            client(
                gateways=("10.10.0.1",),
                files={"hosts": "127.0.0.1 localhost\nfd20::5 shop.example\n10.20.0.5 shop.example\n"},
            ),
            router(),
            LISTENING,
        ),
        target="tcp://shop.example:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="no-route",
    title=say("There is no route to the destination"),
    symptoms=frozenset({Symptom.UNREACHABLE, Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset({"route-forbids", "interface-down", "address-family-disabled"}),
    needs=on_client(Route, RoutingTable, Interfaces, Uplink),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"route-forbids", "interface-down", "address-family-disabled"}),
)
