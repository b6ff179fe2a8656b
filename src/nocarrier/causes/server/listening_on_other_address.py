"""The program listens on another address of its machine

What it is
----------
The machine has several addresses, the program is bound to one of them, and the client dials another.

What you see
------------
"Connection refused" on one address of the machine, while another of its addresses connects: a second network card, a
VPN, a floating address, a service that was bound before the machine was renumbered.

How it is told apart
--------------------
The server's table of listeners shows the port bound to single addresses, none of them the one that was dialled, and
not all of them loopback. Where they are all loopback, the program is meant for its own machine only; where it
listens on every address of the other family, the family is what is wrong. Without a look at the server it cannot be
told from a program that does not run.

What to do
----------
Dial the address on which it listens. Or bind the program to the dialled address as well, or to every address, and
restart it.
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT, dial, listen_everywhere, who
from nocarrier.causes._listening import (
    WHOSE_ADDRESS,
    Meeting,
    Refusal,
    another_row,
    dialled_the_server,
    judged,
    perhaps,
    refusal,
)
from nocarrier.facts.listeners import Listeners, is_loopback
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Fix, Judgement, Silent, Symptom, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """A reset, and on the port listeners that are bound to other addresses than the one dialled."""
    refused = refusal(case)
    if refused is None:
        return Silent()
    if refused.listeners is None:
        if is_loopback(refused.address):
            return Silent()
        return perhaps(
            case, refused, say("A program listens on {port} of another address of that machine.", port=refused.port)
        )
    if refused.met is not Meeting.OTHER_ADDRESS:
        return another_row(refused)
    if dialled_the_server(case, refused.address) is False:
        return Silent()  # an address may have been translated to one that is listened on
    return judged(case, refused, _summary(case, refused), _fixes(case, refused))


def _summary(case: Case, refused: Refusal) -> Prose:
    program = who(case, refused.here[0])
    if program:
        return say(
            "{program} listens on {there} only, and {address} was dialled.",
            program=program,
            there=refused.shown,
            address=refused.address,
        )
    return say(
        "The program listens on {there} only, and {address} was dialled.",
        there=refused.shown,
        address=refused.address,
    )


def _fixes(case: Case, refused: Refusal) -> tuple[Fix, ...]:
    outward = next(listener for listener in refused.here if not listener.loopback)
    return (dial(case, outward.bare), listen_everywhere(case, outward, refused.attempt.facts.family))


TWO_ADDRESSES = ("10.20.0.5/24", "10.20.0.6/24", "fd20::5/64")

SCENARIO = Scenario(
    name="bound-to-the-second-address",
    hosts=(client(), router(), server(addresses=TWO_ADDRESSES, daemons=(http_server("10.20.0.6", 8080),))),
    target="tcp://10.20.0.5:8080",
    both_ends=Expected(verdict="listening-on-other-address", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
)

NEAR_MISSES = (
    Scenario(
        name="bound-to-the-dialled-address",
        hosts=(client(), router(), server(addresses=TWO_ADDRESSES, daemons=(http_server("10.20.0.5", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="on-one-address-another-port",
        hosts=(client(), router(), server(addresses=TWO_ADDRESSES, daemons=(http_server("10.20.0.6", 9999),))),
        target="tcp://10.20.0.5:4711",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="listening-on-other-address",
    title=say("The program listens on another address of its machine"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset(
        {"server-not-listening", "wrong-port", "listening-on-loopback-only", "wrong-address-family"}
    ),
    needs=(*on_server(Listeners), *WHOSE_ADDRESS, *WHAT_HOLDS_IT),
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"container-port-not-published"}),
)
