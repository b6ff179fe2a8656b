"""The service listens on another port

What it is
----------
The program that was meant runs, but on another port than the one that was dialled.

What you see
------------
"Connection refused" at once, while another port of the same machine takes connections.

How it is told apart
--------------------
On the server's side the same program is seen listening on another port. From the client alone a near or usual port
that is open is only a hint: it may belong to something else.

What to do
----------
Dial the port on which the service listens, or make it listen on the one that clients use.
"""

from __future__ import annotations

from nocarrier.causes._listening import look_at_the_server, reset, server_listeners
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.neighbourhood import Neighbourhood
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
    on_client,
    on_server,
)
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """A reset here, and an open port near by."""
    refused = reset(case)
    around = case.seen(Neighbourhood)
    listeners = server_listeners(case)
    if refused is None or case.target.port is None:
        return Silent()
    if listeners is not None and listeners.facts.on(case.target.port):
        return RuledOut((listeners,), say("a program listens on {port}", port=case.target.port))
    if around is None or not around.facts.open:
        return Silent()
    port = (around.facts.speaking or around.facts.open)[0]
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say("The service may be on port {port}, which takes connections.", port=port),
        because=(refused, around),
        fixes=(
            Fix(
                where="client",
                text=say("Dial port {port}.", port=port),
                commands=(f"nocarrier {case.target.at(port=port)}",),
            ),
        ),
        decided_by=look_at_the_server(case),
    )


SCENARIO = Scenario(
    name="next-port",
    hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
    target="http://10.20.0.5:8081",
    both_ends=Expected(verdict="wrong-port", certainty="possible"),
    client_alone=Expected(verdict="wrong-port", certainty="possible"),
)

CAUSE = Cause(
    slug="wrong-port",
    title=say("The service listens on another port"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset(
        {"server-not-listening", "listening-on-loopback-only", "listening-on-other-address", "wrong-address-family"}
    ),
    needs=(*on_client(Neighbourhood), *on_server(Listeners)),
    judge=judge,
    scenario=SCENARIO,
)
