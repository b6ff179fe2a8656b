"""No program listens on the port

What it is
----------
The machine is up and reachable, but no program on it takes connections on this port. Its kernel answers every
attempt with a TCP reset at once.

What you see
------------
The client prints "Connection refused" (ECONNREFUSED, WSAECONNREFUSED 10061) within one round trip.

How it is told apart
--------------------
A reset without any ICMP message comes from the host itself, or from a firewall that imitates it. Only the server's
own table of listeners decides: nothing on the port there, on any address. From the client alone a program that is
bound to another address, one that listens on another port, and a firewall that resets look exactly the same.

What to do
----------
Start the program that should listen, and look at why it does not run: its unit's state and its last words. If it
runs and listens elsewhere, dial that port instead.
"""

from __future__ import annotations

from nocarrier.causes._listening import WHOSE_ADDRESS, dialled_the_server, look_at_the_server, reset, server_listeners
from nocarrier.facts.listeners import Listeners
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_server,
)
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """A reset, and nothing on the port."""
    refused = reset(case)
    if refused is None or case.target.port is None:
        return Silent()
    address, port = refused.facts.address, refused.facts.port
    listeners = server_listeners(case)
    if listeners is None:
        return Found(
            certainty=Certainty.POSSIBLE,
            summary=say(
                "{address} is up, and says that no program takes connections on {port}.", address=address, port=port
            ),
            because=(refused,),
            decided_by=look_at_the_server(case),
        )
    if listeners.facts.on(port):
        return RuledOut((listeners,), say("a program listens on {port}", port=port))
    own = dialled_the_server(case, address)
    return Found(
        certainty=Certainty.PROVEN if own else Certainty.LIKELY,
        summary=say("No program listens on port {port} of {address}.", port=port, address=address),
        because=(refused, listeners),
        fixes=(_start(port),),
        decided_by=() if own else look_at_the_server(case),
    )


def _start(port: int) -> Fix:
    return Fix(
        where="server",
        text=say("Start the program that is to listen on {port}, and see whether it does:", port=port),
        commands=(f"ss -ltnp 'sport = :{port}'",),
    )


SCENARIO = Scenario(
    name="nothing-runs",
    hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 9999),))),
    target="tcp://10.20.0.5:4711",
    both_ends=Expected(verdict="server-not-listening", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
)

NEAR_MISSES = (
    Scenario(
        name="it-listens",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 4711),))),
        target="tcp://10.20.0.5:4711",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-not-listening",
    title=say("No program listens on the port"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset({"listening-on-loopback-only", "wrong-port"}),
    needs=(*on_server(Listeners), *WHOSE_ADDRESS),
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"wrong-port"}),
)
