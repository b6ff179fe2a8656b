"""The program listens for its own machine only

What it is
----------
The program is bound to a loopback address (127.0.0.1 or ::1). Only clients on the same machine reach it there; to
everybody else the port is closed.

What you see
------------
"Connection refused" from another machine, while the same client on the server itself connects to localhost.

How it is told apart
--------------------
The server's table of listeners shows the port bound to 127.0.0.0/8 or ::1 and to nothing else. Without a look at
the server it cannot be told from a program that does not run.

What to do
----------
Bind the program to 0.0.0.0 (every IPv4 address) or [::] (IPv6, and mostly IPv4 too), or to the one address that
clients use, and restart it. Then a firewall decides who may reach it; before, nobody could.
"""

from __future__ import annotations

from nocarrier.causes._listening import (
    WHOSE_ADDRESS,
    bound,
    dialled_the_server,
    look_at_the_server,
    reset,
    server_listeners,
)
from nocarrier.facts.listeners import Listener, Listeners
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
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """A reset, and on the port only listeners that are bound to loopback."""
    refused = reset(case)
    if refused is None:
        return Silent()
    address, port = refused.facts.address, refused.facts.port
    listeners = server_listeners(case)
    if listeners is None:
        return Found(
            certainty=Certainty.POSSIBLE,
            summary=say("A program runs on {port}, but for its own machine only.", port=port),
            because=(refused,),
            decided_by=look_at_the_server(case),
        )
    here = listeners.facts.on(port)
    if not here:
        return RuledOut((listeners,), say("nothing listens on {port}", port=port))
    if not all(listener.loopback for listener in here):
        return RuledOut((listeners,), say("not only loopback is listened on"))
    if listeners.facts.perhaps_taking(address, port):
        return RuledOut((listeners,), say("{address} is listened on", address=address))
    own = dialled_the_server(case, address)
    return Found(
        certainty=Certainty.PROVEN if own else Certainty.LIKELY,
        summary=_summary(here[0]),
        because=(refused, listeners),
        fixes=(_bind_elsewhere(address, here[0]),),
        decided_by=() if own else look_at_the_server(case),
    )


def _summary(listener: Listener) -> Prose:
    there = endpoint(listener.address, listener.port)
    program = bound(listener)
    if program:
        return say(
            "{program} listens on {there} only. Clients that dial another address cannot reach it.",
            program=program,
            there=there,
        )
    return say("The program listens on {there} only. Clients that dial another address cannot reach it.", there=there)


def _bind_elsewhere(address: str, listener: Listener) -> Fix:
    wildcard = "[::]" if ":" in address else "0.0.0.0"
    return Fix(
        where="server",
        text=say(
            "Bind the program to {wildcard}:{port} in place of {bound}, and restart it.",
            wildcard=wildcard,
            port=listener.port,
            bound=listener.address,
        ),
        risk=say("Then it answers on every address of that machine; a firewall decides who may."),
    )


SCENARIO = Scenario(
    name="bound-to-loopback",
    hosts=(client(), router(), server(daemons=(http_server("127.0.0.1", 8080),))),
    target="tcp://10.20.0.5:8080",
    both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    confined=Scenario(
        name="bound-to-loopback-confined",
        hosts=(client(daemons=(http_server("127.0.0.1", 8080),)),),
        target="tcp://127.0.0.2:8080",
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
        server="client",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="bound-to-everything",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="listening-on-loopback-only",
    title=say("The program listens for its own machine only"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset({"server-not-listening", "wrong-port"}),
    needs=(*on_server(Listeners), *WHOSE_ADDRESS),
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
)
