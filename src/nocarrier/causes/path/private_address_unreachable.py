"""A private address was dialled from another network

What it is
----------
The address is one of those that every organisation uses for itself (10/8, 172.16/12, 192.168/16, 100.64/10, fc00::/7,
169.254/16, fe80::/10). It means a machine only inside its own network; outside, routers throw it away.

What you see
------------
"Connection timed out", or a router's "network unreachable". It works in the office or on the server, and not from home
or from another cloud.

How it is told apart
--------------------
The address is private, it is not on any link of the client, no route of its own leads to it but the default route, and
nothing at all is heard of it: neither on this port nor on others. Where the packets are seen to come to a router with a
public address, they have left every private network. A machine that is off and a filter that swallows
everything look the same from here, so it is never proven from the client alone.

What to do
----------
Dial the public address or name of the server, or bring up the VPN that leads into its network, or forward a port there.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends
from nocarrier.causes._attempts import Attempt
from nocarrier.causes._silence import (
    AROUND_SILENCE,
    SILENCE,
    answered_elsewhere,
    contrast,
    heard_of,
    hops_toward,
    look_for_its_packets,
    neighbour_toward,
    route_to,
    silent,
    unreachable,
    vague,
)
from nocarrier.facts.hops import Hops
from nocarrier.facts.private import private_block
from nocarrier.facts.route import Route
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Host, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """Private, by the default route only, and nothing heard of it."""
    stopped = unreachable(case)
    attempt = silent(case) or (stopped[0] if stopped and stopped[1] else None)
    if attempt is None or _our_own_word(attempt):
        return Silent()
    address = attempt.facts.address
    route, others = route_to(case, address), contrast(case, address)
    block = private_block(address)
    if not block or route is None or not route.facts.gateway:
        return Silent()
    if route.facts.by_default is False:
        return RuledOut((route,), say("a route of its own leads to {address}", address=address))
    living = heard_of(case, address)
    if living is not None:
        return living
    arrived = ends(case, address).arrived
    if arrived is not None:
        return RuledOut((arrived,), say("the packets do arrive at the server"))
    elsewhere = answered_elsewhere(case, address)
    if elsewhere is not None:
        return RuledOut((elsewhere,), say("{address} answers another address of this machine", address=address))
    if route.facts.by_default is None or others is None or _gateway_is_missing(case, address):
        return Silent()
    hops = hops_toward(case, address)
    outside = _outside(hops.facts) if hops is not None else ""
    if hops is not None and outside:
        return _gone_outside(case, attempt, (attempt, route, others, hops), outside)
    return Found(
        certainty=_certainty(attempt, route, block),
        summary=say(
            "{address} is a private address ({block}); from here only the default route leads there, and nothing answers.",
            address=address,
            block=block,
        ),
        because=(attempt, route, others),
        fixes=(_by_another_way(address),),
        decided_by=look_for_its_packets(case, attempt),
    )


def _our_own_word(attempt: Attempt) -> bool:
    """The client's own machine says that it does not send there: no network was asked."""
    said = attempt.facts.said
    return said is not None and (said.local or said.origin == attempt.facts.local_address)


def _outside(hops: Hops) -> str:
    """The first router on the way whose address is valid everywhere: no private network reaches beyond it."""
    routers = (router for heard in hops.own.routers for router in heard)
    return next((router for router in routers if not private_block(router)), "")


def _gone_outside(case: Case, attempt: Attempt, because: tuple[Evidence[Any], ...], outside: str) -> Judgement:
    address = attempt.facts.address
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{address} is a private address ({block}), and packets to it go out to the public network, to {outside},"
            " where nobody has it.",
            address=address,
            block=private_block(address),
            outside=outside,
        ),
        because=because,
        fixes=(_by_another_way(address),),
        decided_by=look_for_its_packets(case, attempt),
    )


def _by_another_way(address: str) -> Fix:
    return Fix(
        where="client",
        text=say("Dial the server's public address or name, or bring up the VPN into its network; then look:"),
        commands=(f"ip route get {address.partition('%')[0]}",),
    )


def _gateway_is_missing(case: Case, address: str) -> bool:
    neighbour = neighbour_toward(case, address)
    return neighbour is not None and neighbour.facts.missing


def _certainty(attempt: Attempt, route: Evidence[Route], block: str) -> Certainty:
    """Likely, unless it may be the client's own organisation: its routers then know the way."""
    said = attempt.facts.said
    if said is not None:
        # 3/0, 3/6, 3/11 and ICMPv6 1/0: the router knows no way to that network (RFC 1122, 3.2.2.1; RFC 4443, 3.1).
        no_way = (said.version, said.type) in ((4, 3), (6, 1)) and said.code in (
            (0, 6, 11) if said.version == 4 else (0,)
        )
        return Certainty.LIKELY if no_way else Certainty.POSSIBLE
    source = attempt.facts.local_address or route.facts.source
    ours = private_block(source) == block
    return Certainty.POSSIBLE if ours or vague(attempt) else Certainty.LIKELY


def _swallowed(name: str, target: str, rule: str) -> Scenario:
    """Behind the router's default route, where this rule throws it away."""
    return Scenario(
        name=name,
        hosts=(
            client(),
            router(
                gateways=("10.20.0.5", "fd20::5"),
                nft="table ip f { chain passing { type filter hook forward priority 0; " + rule + "; }\n}\n",
            ),
            server(),
        ),
        target=target,
        client_alone=Expected(verdict="private-address-unreachable", certainty="likely"),
    )


SCENARIO = Scenario(
    name="their-network-from-ours",
    hosts=(
        client(),
        router(
            gateways=("10.20.0.5", "fd20::5"),
            nft="table ip f { chain passing { type filter hook forward priority 0; ip daddr 192.168.0.0/16 drop; }\n}\n",
        ),
        server(),
    ),
    target="tcp://192.168.44.5:8080",
    client_alone=Expected(verdict="private-address-unreachable", certainty="likely"),
)

VARIANTS = (
    Scenario(
        name="a-router-says-so",
        hosts=(client(), router(), server()),
        target="tcp://192.168.44.5:8080",
        client_alone=Expected(verdict="private-address-unreachable", certainty="likely"),
    ),
    Scenario(
        name="the-server-is-elsewhere",
        hosts=(
            client(),
            router(
                gateways=("10.20.0.5",),
                nft="table ip f { chain passing { type filter hook forward priority 0; ip daddr 192.168.0.0/16 drop; }\n}\n",
            ),
            server(
                addresses=("10.20.0.5/24", "192.168.44.5/24"),
                gateways=("10.20.0.1",),
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://192.168.44.5:8080",
        both_ends=Expected(verdict="private-address-unreachable", certainty="likely"),
    ),
    _swallowed("carrier-grade-nat", "tcp://100.64.9.5:8080", "ip daddr 100.64.0.0/10 drop"),
    _swallowed("link-local", "tcp://169.254.7.7:8080", "ip daddr 169.254.0.0/16 drop"),
    Scenario(
        name="unique-local-from-a-global-address",
        hosts=(
            client(addresses=("10.10.0.7/24", "2001:db8:10::7/64"), gateways=("10.10.0.1", "2001:db8:10::1")),
            router(
                addresses=("10.10.0.1/24", "2001:db8:10::1/64"),
                nft="table ip6 f { chain passing { type filter hook forward priority 0; ip6 daddr fc00::/7 drop; }\n}\n",
                commands=(("ip", "-6", "route", "add", "fc00::/7", "via", "2001:db8:10::9"),),
            ),
        ),
        target="tcp://[fd44::5]:8080",
        client_alone=Expected(verdict="private-address-unreachable", certainty="likely"),
    ),
    Scenario(
        name="out-through-the-provider",
        hosts=(
            client(addresses=("192.168.1.10/24",), gateways=("192.168.1.1",)),
            router(
                addresses=("192.168.1.1/24", "203.0.113.2/24"),
                gateways=("203.0.113.1",),
                nft="table ip n { chain out { type nat hook postrouting priority 100; oifname eth1 masquerade; }\n}\n",
            ),
            Host(
                name="provider",
                addresses=("203.0.113.1/24", "198.51.100.1/24"),
                gateways=("198.51.100.5",),
                forwards=True,
                nft="table ip f { chain passing { type filter hook forward priority 0; ip daddr 192.168.0.0/16 drop; }\n}\n",
            ),
            server(addresses=("198.51.100.5/24",), gateways=("198.51.100.1",)),
        ),
        target="tcp://192.168.44.5:8080",
        client_alone=Expected(verdict="private-address-unreachable", certainty="likely"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="a-route-of-its-own",
        hosts=(
            client(commands=(("ip", "route", "add", "192.168.44.0/24", "via", "10.10.0.1"),)),
            router(
                gateways=("10.20.0.5", "fd20::5"),
                nft="table ip f { chain passing { type filter hook forward priority 0; ip daddr 192.168.0.0/16 drop; }\n}\n",
            ),
            server(),
        ),
        target="tcp://192.168.44.5:8080",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="private-and-only-filtered",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8080 drop; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="private-and-reachable",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="private-address-unreachable",
    title=say("A private address was dialled from another network"),
    symptoms=SILENCE,
    look_alikes=frozenset({"host-down", "server-firewall-drops", "firewall-drops-on-path"}),
    needs=(*AROUND_SILENCE, *WATCHED),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
