"""A device between the ends swallows the packets

What it is
----------
A firewall, a router's filter or a provider's filter on the way throws the packets to this port away without a word.

What you see
------------
"Connection timed out". Other ports of the same host may answer.

How it is told apart
--------------------
Packets whose time to live is cut short make each router on the way name itself. Where those to this port are answered
up to hop N and never beyond, while packets to another port or protocol are answered from further on, a device there
picks out this port: hop N when it passes them on, or the next one when it takes them in. Where packets to the port come
as far as the last router, a filter in that router and one on the host behind it look the same from the client. Both
ends decide it: the packet leaves the client and never arrives at the server's network card.

What to do
----------
Ask the owner of the device to let the port pass, in both directions, or use a port that passes.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, Lost, ends, finds_nobody, lost_on_the_way
from nocarrier.causes._attempts import Attempt
from nocarrier.causes._cloud import cloud_machine
from nocarrier.causes._firewall import fate, kept_here, owner_known
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._path_lab import far_router, near_router
from nocarrier.causes._silence import (
    AROUND_SILENCE,
    SILENCE,
    contrast,
    hops_toward,
    look_for_its_packets,
    neighbour_toward,
    route_to,
    silent,
)
from nocarrier.facts.cloud import Cloud
from nocarrier.facts.hops import Hops
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import WAY_OUT, PacketFate
from nocarrier.facts.private import is_loopback
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """No answer, and a router on the way that may be the reason."""
    attempt = silent(case)
    if attempt is None:
        return Silent()
    address, port = attempt.facts.address, attempt.facts.port
    if is_loopback(address) and not case.server_named:
        return Silent()  # there is no way to it
    own = kept_here(case, address)
    if own is not None:
        return RuledOut((own,), say("the packet is stopped on its way out already"))
    owner = case.seen(Interfaces, Where.SERVER)
    if owner is not None and case.server_named and owner.facts.has(address) and not owner.facts.answers_at(address):
        return RuledOut((owner,), say("the server's link with {address} is down", address=address))
    lost = lost_on_the_way(case, address)
    if lost is not None:
        return _never_arrives(case, attempt, lost)
    there = ends(case, address).arrived
    if there is not None:
        return RuledOut((there,), say("the packets do arrive at the server"))
    route, neighbour, others = route_to(case, address), neighbour_toward(case, address), contrast(case, address)
    tunnel = neighbour is not None and neighbour.facts.state == "noarp"
    direct = route is not None and route.facts.kind == "unicast" and not route.facts.gateway and not tunnel
    if route is not None and (route.facts.is_here or direct):
        return RuledOut(
            (route,), say("no device stands between: {address} is on the client's own link", address=address)
        )
    if neighbour is not None and neighbour.facts.missing:
        return Silent()
    if others is not None and others.facts.again != "silent":
        return RuledOut((others,), say("the same port answered a moment later"))
    hops = hops_toward(case, address)
    if others is not None and others.facts.received_at and not (hops is not None and hops.facts.passed_by):
        return Silent()  # they come to the address, though it may be a translating router's
    seen: tuple[Evidence[Any], ...] = tuple(piece for piece in (attempt, others, hops) if piece is not None)
    sure = hops is not None and bool(hops.facts.passed_by) and (hops.facts.own.last > 0 or _left(case, address))
    return Found(
        certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        summary=_summary(address, port, hops.facts if hops is not None else None),
        because=seen,
        fixes=(_ask_the_owner(case, attempt, hops.facts if hops is not None else None),),
        decided_by=look_for_its_packets(case, attempt),
    )


def _never_arrives(case: Case, attempt: Attempt, lost: Lost) -> Judgement:
    """Both ends were watched: what left the client did not come in at the server."""
    address, port = attempt.facts.address, attempt.facts.port
    if finds_nobody(case, address) is not None:
        return Silent()  # it is sent on, to a machine that is not there
    hops = hops_toward(case, address)
    elsewhere = _not_in_front(case, hops)
    if elsewhere is None and cloud_machine(case) is not None:
        certainty = Certainty.POSSIBLE
    else:
        certainty = Certainty.PROVEN if lost.certain and elsewhere is not None else Certainty.LIKELY
    proof = (elsewhere,) if elsewhere is not None else ()
    return Found(
        certainty=certainty,
        summary=say(
            "What is sent to {port} of {address} leaves the client and never arrives at the server's network card, while"
            " what is sent to port {other} does: a device between them swallows it, or sends it elsewhere.",
            port=port,
            address=address,
            other=lost.beside,
        )
        if lost.beside
        else say(
            "Nothing that is sent to {port} of {address} arrives at the server's network card: a device between"
            " swallows it, or sends it elsewhere.",
            port=port,
            address=address,
        ),
        because=(attempt, *lost.because, *owner_known(case, address), *proof),
        fixes=(_ask_the_owner(case, attempt, hops.facts if hops is not None else None),),
        decided_by=()
        if certainty is Certainty.PROVEN
        else (
            Decider(
                question=say("Which machine between the two is the last to see the packets, while the client tries?"),
                command=f"tcpdump -ni any '{case.target.transport} port {port}'",
            ),
        ),
    )


def _not_in_front(case: Case, hops: Evidence[Hops] | None) -> Evidence[Any] | None:
    """What shows that no cloud's packet filter in front of the server does it: hops before it, or no cloud at all."""
    if hops is not None and hops.facts.passed_by:
        return hops
    machine = case.seen(Cloud, Where.SERVER)
    return machine if machine is not None and not machine.facts.provider else None


def _left(case: Case, address: str) -> bool:
    """The client's own machine lets its packets out: its rules say so, or its counters."""
    rules = fate(case, Where.CLIENT, address)
    if rules is not None:
        return rules.facts.passes(WAY_OUT)
    return any(seen.facts.address == address and not seen.facts.held_back for seen in case.every(Leaving))


def _summary(address: str, port: int, hops: Hops | None) -> Prose:
    if hops is None or (not hops.own.last and not hops.passed_by):
        return say("A device on the way to {address} swallows what is sent to {port}.", address=address, port=port)
    last, beside = hops.own.last, hops.beside
    if hops.passed_by and beside is not None:
        values: dict[str, str | int | float | Prose] = {
            "port": port,
            "beyond": _listed(beside.at(hops.passed_by)),
            "other": f"{beside.transport}/{beside.port}",
            "address": address,
        }
        if not last:
            return say(
                "Packets to {address} on {port} vanish before the first router, {beyond}, can forward them; {other}"
                " passes it. It swallows them.",
                **values,
            )
        return say(
            "Packets to {address} on {port} come as far as hop {last}, {router}, and vanish there; {other} goes on to"
            " {beyond}. One of these two swallows them.",
            **values,
            last=last,
            router=_listed(hops.own.at(last)),
        )
    seen: dict[str, str | int | float | Prose] = {
        "router": _listed(hops.own.at(last)),
        "address": address,
        "port": port,
    }
    if hops.at_the_end:
        return say(
            "Packets to {port} come as far as {router}, the last router before {address}: it swallows them, or that"
            " machine does.",
            **seen,
        )
    return say(
        "A device on the way to {address} swallows what is sent to {port}: it was seen as far as hop {last}, {router}.",
        **seen,
        last=last,
    )


def _listed(routers: tuple[str, ...]) -> str:
    """Several where there are several ways."""
    return " / ".join(routers)


def _ask_the_owner(case: Case, attempt: Attempt, hops: Hops | None) -> Fix:
    """Whom to ask, as far as the way was seen."""
    address, port = attempt.facts.address, attempt.facts.port
    trace = (_trace(case.target.transport, address, port),)
    if hops is None or not hops.passed_by or hops.beside is None:
        return Fix(
            where="network",
            text=say(
                "Find the hop behind which the packets vanish, and ask its owner to let {port} pass:", port=port
            ),
            commands=trace,
        )
    devices = (*hops.own.at(hops.own.last), *hops.beside.at(hops.passed_by))
    return Fix(
        where="network",
        text=say(
            "Ask the owner of {devices} to let {transport}/{port} to {address} pass. This shows it:",
            devices=_listed(tuple(dict.fromkeys(devices))),
            transport=case.target.transport,
            port=port,
            address=address,
        ),
        commands=trace,
    )


def _trace(transport: str, address: str, port: int) -> str:
    kind = "-T" if transport == "tcp" else "-U"
    return f"traceroute -n {kind} -p {port} {address.partition('%')[0]}"


SCENARIO = Scenario(
    name="router-drops-the-port",
    hosts=(
        client(),
        router(nft="table inet f { chain passing { type filter hook forward priority 0; tcp dport 8080 drop; }\n}\n"),
        server(daemons=(http_server("0.0.0.0", 8080),)),
    ),
    target="tcp://10.20.0.5:8080",
    both_ends=Expected(verdict="firewall-drops-on-path", certainty="proven"),
    client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
)

_PASSING = "table inet f {{ chain passing {{ type filter hook forward priority 0; {rule}; }}\n}}\n"


def _two_routers(name: str, near: str, far: str, alone: Expected, six: bool = False) -> Scenario:
    """A server behind two routers, each with a rule on what it forwards."""
    return Scenario(
        name=name,
        hosts=(
            client(),
            near_router(nft=near and _PASSING.format(rule=near)),
            far_router(nft=far and _PASSING.format(rule=far)),
            server(daemons=(http_server("::" if six else "0.0.0.0", 8080),)),
        ),
        target="tcp://[fd20::5]:8080" if six else "tcp://10.20.0.5:8080",
        client_alone=alone,
    )


_RARELY = """\
table inet f {
  chain out {
    type filter hook output priority 0
    icmp type time-exceeded limit rate 1/second burst 1 packets accept
    icmp type time-exceeded drop
  }
}
"""

_MINE = Expected(verdict="firewall-drops-on-path", certainty="likely")

VARIANTS = (
    _two_routers("first-of-two-routers", "tcp dport 8080 drop", "", _MINE),
    _two_routers("first-of-two-routers-over-ipv6", "tcp dport 8080 drop", "", _MINE, six=True),
    _two_routers("all-tcp-but-not-udp", "meta l4proto tcp drop", "", _MINE),
)

_TO_NOBODY = (
    "table ip forwarding {\nchain in {\ntype nat hook prerouting priority -100\n"
    "ip daddr 10.20.0.5 tcp dport 8080 dnat to 10.20.0.99:8080\n}\n}\n"
)

NEAR_MISSES = (
    Scenario(
        name="sent-on-to-nobody",
        hosts=(client(), router(nft=_TO_NOBODY), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="host-down", certainty="likely"),
    ),
    _two_routers(
        "the-last-router-looks-like-the-host",
        "",
        "tcp dport 8080 drop",
        Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="the-host-behind-two-routers",
        hosts=(
            client(),
            near_router(),
            far_router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8080 drop; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="a-router-that-names-itself-rarely",
        hosts=(
            client(),
            near_router(),
            far_router(nft=_RARELY),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8080 drop; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="router-lets-it-pass",
        hosts=(
            client(),
            router(
                nft="table inet f { chain passing { type filter hook forward priority 0; tcp dport 8081 drop; }\n}\n"
            ),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="firewall-drops-on-path",
    title=say("A device between the ends swallows the packets"),
    symptoms=SILENCE,
    presumes=frozenset({"elsewhere"}),
    look_alikes=frozenset(
        {"host-down", "server-firewall-drops", "private-address-unreachable", "firewall-blocks-replies"}
    ),
    needs=(*AROUND_SILENCE, *WHOSE_ADDRESS, *WATCHED, *on_client(PacketFate, Leaving), *on_server(Cloud, Interfaces)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
