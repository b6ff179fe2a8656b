"""localhost is the container itself

What it is
----------
The client runs in a container and dials localhost. There that name means the container, not the machine it runs on and
not another container: each has a loopback of its own.

What you see
------------
"Connection refused" on 127.0.0.1 from inside, while the same address works on the host.

How it is told apart
--------------------
The client is in a container, nothing listens on the port inside it, and the very port takes connections on the host, or
on another container of the same network.

What to do
----------
Dial the host by the name that the engine gives it (host.containers.internal, host.docker.internal), or the other
container by its name or service name. The service must be bound to more than the host's own loopback.
"""

from __future__ import annotations

from nocarrier.causes._listening import Meeting, Refusal, refusal, resting_on
from nocarrier.causes._podman import containing
from nocarrier.facts.containment import Containment, Place
from nocarrier.facts.identity import Identity, same_machine
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.private import is_loopback
from nocarrier.model.evidence import Case
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
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """A refusal by the container's own loopback, and a taker just outside."""
    refused, around = refusal(case), case.seen(Containment)
    if refused is None or around is None or not is_loopback(refused.address):
        return Silent()
    if not around.facts.inside:
        return RuledOut((around,), say("the client is in no container"))
    if not around.facts.taking or refused.met not in (Meeting.NOBODY, None):
        return Silent()
    place = around.facts.taking[0]
    sure = refused.met is Meeting.NOBODY and same_machine(case) is True
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(refused, place),
        because=(*resting_on(case, refused), around),
        fixes=(_dial_outside(case, around.facts, place),),
        decided_by=() if sure else (_list_inside(refused),),
    )


def _summary(refused: Refusal, place: Place) -> Prose:
    if place.kind == "host":
        return say(
            "In this container localhost is the container itself, where nothing listens on {port}; its host takes "
            "connections there, as {name}.",
            port=refused.port,
            name=place.name,
        )
    return say(
        "In this container localhost is the container itself, where nothing listens on {port}; the container {name} "
        "takes connections there.",
        port=refused.port,
        name=place.name,
    )


def _dial_outside(case: Case, around: Containment, place: Place) -> Fix:
    """The name is known inside; on an engine that gives the host none, its address."""
    name = place.name if place.kind == "host" else place.address
    entered = ("--from", around.entered) if around.entered else ()
    return Fix(
        where="client",
        text=say("In the client's settings, put {name} in place of localhost.", name=place.name),
        commands=(call(case.target.at(host=name), *entered),),
    )


def _list_inside(refused: Refusal) -> Decider:
    return Decider(
        question=say("Does a program inside the container listen on {port}?", port=refused.port),
        command=f"grep -i :{refused.port:04X} /proc/net/tcp /proc/net/tcp6",
    )


SCENARIO = Scenario(
    name="service-on-the-host",
    hosts=(containing(client(daemons=(http_server("0.0.0.0", 8080),)), listens="9000"),),
    target="tcp://localhost:8080",
    arguments=("--from", "podman://web"),
    server="client",
    client_alone=Expected(verdict="localhost-inside-container", certainty="proven"),
)

NEAR_MISSES = (
    Scenario(
        name="nothing-on-the-host-either",
        hosts=(containing(client(), listens="9000"),),
        target="tcp://localhost:8080",
        arguments=("--from", "podman://web"),
        server="client",
        client_alone=Expected(verdict="server-not-listening", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="localhost-inside-container",
    title=say("localhost is the container itself"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset({"server-not-listening"}),
    needs=(*on_client(Containment, Identity), *on_server(Listeners, Identity)),
    presumes=frozenset({"loopback"}),
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
)
