"""A device between the ends swallows the packets

What it is
----------
A firewall, a router's filter or a provider's filter on the way throws the packets to this port away without a word.

What you see
------------
"Connection timed out". Other ports of the same host may answer.

How it is told apart
--------------------
From the client a filter on the way and one on the server itself look the same: in both cases nothing comes back. Both
ends decide it: the packet leaves the client and never arrives at the server's network card.

What to do
----------
Ask the owner of the device to let the port pass, in both directions, or use a port that passes.
"""

from __future__ import annotations

from nocarrier.causes._firewall import kept_here
from nocarrier.causes._silence import (
    AROUND_SILENCE,
    SILENCE,
    contrast,
    look_for_its_packets,
    neighbour_toward,
    route_to,
    silent,
)
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, on_client
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """No answer, and a router on the way that may be the reason."""
    attempt = silent(case)
    if attempt is None:
        return Silent()
    address, port = attempt.facts.address, attempt.facts.port
    own = kept_here(case, address)
    if own is not None:
        return RuledOut((own,), say("the packet is stopped on its way out already"))
    route, neighbour, others = route_to(case, address), neighbour_toward(case, address), contrast(case, address)
    if route is not None and (route.facts.is_here or (route.facts.kind == "unicast" and not route.facts.gateway)):
        return RuledOut(
            (route,), say("no device stands between: {address} is on the client's own link", address=address)
        )
    if neighbour is not None and neighbour.facts.missing:
        return Silent()
    if others is not None and others.facts.again != "silent":
        return RuledOut((others,), say("the same port answered a moment later"))
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say("A device on the way to {address} swallows what is sent to {port}.", address=address, port=port),
        because=(attempt, others) if others is not None else (attempt,),
        fixes=(
            Fix(
                where="network",
                text=say(
                    "Find the hop behind which the packets vanish, and ask its owner to let {port} pass:", port=port
                ),
                commands=(_trace(case.target.transport, address, port),),
            ),
        ),
        decided_by=look_for_its_packets(case, attempt),
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
    both_ends=Expected(verdict="firewall-drops-on-path", certainty="possible"),
    client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
)

NEAR_MISSES = (
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
    look_alikes=frozenset(
        {"host-down", "server-firewall-drops", "private-address-unreachable", "firewall-blocks-replies"}
    ),
    needs=(*AROUND_SILENCE, *on_client(PacketFate, Leaving)),
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
)
