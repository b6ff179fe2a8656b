"""The service listens on another port

What it is
----------
The program that was meant runs and takes connections, but on another port than the one that was dialled: a digit
slipped, a default was assumed, or the number in the client's settings is an old one.

What you see
------------
"Connection refused" at once on the dialled port, while another port of the same machine takes connections.

How it is told apart
--------------------
Near numbers, slips of a digit and the usual ports of the scheme are dialled too, and what takes a connection there is
listened to, or asked one harmless question of the target's protocol. A port that answers in it is likely the one that
was meant; one that is merely open is a hint. On the server's side the same is seen from within: nothing on the dialled
port, and exactly one program of that kind elsewhere. Two programs side by side, one of which does not run, look the
same: so a neighbouring number, and a number that the server's configuration names, are never proof.

What to do
----------
Dial the port on which the service listens, and correct the number where the client has it from. Or make the service
listen where its clients look for it.
"""

from __future__ import annotations

from nocarrier.causes._listening import Meeting, Refusal, another_row, bound, look_at_the_server, refusal
from nocarrier.causes._other_port import OTHER_PORTS, OtherPort, other_port
from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.services import SHOWN
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
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """A reset here, and what was meant takes connections there."""
    refused = refusal(case)
    if refused is None:
        return Silent()
    if refused.listeners is not None and refused.met is not Meeting.NOBODY:
        return another_row(refused)
    found = other_port(case, refused)
    if found is None:
        return _nowhere(case)
    return Found(
        certainty=found.certainty,
        summary=_summary(refused, found),
        because=found.because,
        fixes=(_dial(case, found),),
        decided_by=() if found.certainty is Certainty.PROVEN else _deciders(case, found),
    )


def _nowhere(case: Case) -> Judgement:
    """Nothing hints at another port; that none of them is open is worth a word."""
    around = case.seen(Neighbourhood)
    if around is not None and not around.facts.open:
        return RuledOut(
            (around,), say("{count} ports easily mistaken for it are closed", count=len(around.facts.tried))
        )
    return Silent()


def _summary(refused: Refusal, found: OtherPort) -> Prose:
    dialled, program = refused.port, bound(found.listener) if found.listener else ""
    if program and found.certainty is not Certainty.POSSIBLE:
        return say(
            "Nothing listens on {dialled}; {program} takes connections on {port}.",
            dialled=dialled,
            program=program,
            port=found.port,
        )
    if found.protocol:
        return say(
            "Nobody answers on {dialled}, but port {port} of the same machine speaks {protocol}.",
            dialled=dialled,
            port=found.port,
            protocol=SHOWN.get(found.protocol, found.protocol),
        )
    return say(
        "The service may be on port {port}: it takes connections, and its number is easily taken for {dialled}.",
        dialled=dialled,
        port=found.port,
    )


def _dial(case: Case, found: OtherPort) -> Fix:
    return Fix(
        where="client",
        text=say("Dial port {port}, and correct it where the client has it from.", port=found.port),
        commands=(f"nocarrier {case.target.at(port=found.port)}",),
    )


def _deciders(case: Case, found: OtherPort) -> tuple[Decider, ...]:
    """From the client alone a look at the server; with that, only who runs the server knows what was meant."""
    if found.listener is None:
        return look_at_the_server(case)
    port = case.target.port or 0
    return (
        Decider(
            question=say("Is a program of that machine meant to listen on {port}?", port=port),
            command=f"grep -rnw {port} /etc /opt /srv",
        ),
    )


_REDIS = Daemon(
    argv=(
        "redis-server",
        "--port",
        "7391",
        "--bind",
        "0.0.0.0",
        "--protected-mode",
        "no",
        "--save",
        "",
        "--dir",
        "{dir}",
    ),
    ready="tcp:7391",
    package="redis-server",
)

SCENARIO = Scenario(
    name="digits-swapped",
    hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 4791),))),
    target="http://10.20.0.5:4971",
    both_ends=Expected(verdict="wrong-port", certainty="proven"),
    client_alone=Expected(verdict="wrong-port", certainty="likely"),
)

VARIANTS = (
    Scenario(
        name="redis-digits-swapped",
        hosts=(client(), router(), server(daemons=(_REDIS,))),
        target="redis://10.20.0.5:7931",
        both_ends=Expected(verdict="wrong-port", certainty="proven"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="next-port",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="http://10.20.0.5:8081",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
    Scenario(
        name="next-port-of-unknown-protocol",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8081",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="possible"),
    ),
    Scenario(
        name="redis-beside",
        hosts=(client(), router(), server(daemons=(_REDIS,))),
        target="redis://10.20.0.5:7392",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
    Scenario(
        name="only-another-protocol-beside",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 7392),))),
        target="redis://10.20.0.5:7391",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="some-web-server-far-off",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="http://10.20.0.5:9123",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="wrong-port",
    title=say("The service listens on another port"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset(
        {
            "container-port-not-published",
            "server-not-listening",
            "listening-on-loopback-only",
            "listening-on-other-address",
            "wrong-address-family",
        }
    ),
    needs=OTHER_PORTS,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"container-port-not-published"}),
)
