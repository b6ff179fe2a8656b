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
not all of them loopback; or bound to one link of the machine (SO_BINDTODEVICE), where another one has the address. Where they are all loopback, the program is meant for its own machine only; where it
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
from nocarrier.causes._workerman_if_any import inner_door
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.private import is_loopback
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Fix, Judgement, Silent, Symptom, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, http_server, router, server


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
    if inner_door(case) is not None:
        return Silent()  # clients are served on another port, wherever this one is bound
    if dialled_the_server(case, refused.address) is False:
        return Silent()  # an address may have been translated to one that is listened on
    return judged(case, refused, _summary(case, refused), _fixes(case, refused))


def _summary(case: Case, refused: Refusal) -> Prose:
    program = who(case, refused.nearest)
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
    outward = refused.nearest
    everywhere = listen_everywhere(case, outward, refused.attempt.facts.family)
    if not outward.device:
        return (dial(case, outward.bare), everywhere)
    family = refused.attempt.facts.family
    there = next((own for own in outward.device_addresses if (":" in own) == (family == 6)), "")
    return (everywhere, dial(case, there)) if there else (everywhere,)


TWO_ADDRESSES = ("10.20.0.5/24", "10.20.0.6/24", "fd20::5/64")

SCENARIO = Scenario(
    name="bound-to-the-second-address",
    hosts=(client(), router(), server(addresses=TWO_ADDRESSES, daemons=(http_server("10.20.0.6", 8080),))),
    target="tcp://10.20.0.5:8080",
    both_ends=Expected(verdict="listening-on-other-address", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
)

ON_ONE_LINK = """\
import socket
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, {device!r})
server.bind(("0.0.0.0", 8080))
server.listen()
ready = socket.socket(socket.AF_UNIX)
ready.bind("ready")
ready.listen()
held = []
while True:
    held.append(server.accept())
"""


def on_one_link(device: str) -> Host:
    """A server with two links and a program that hears only one of them."""
    program = ON_ONE_LINK.format(device=device.encode())
    return server(
        addresses=("10.20.0.5/24", "10.30.0.5/24"),
        gateways=("10.20.0.1",),
        daemons=(Daemon(argv=("{python}", "serve.py"), files={"serve.py": program}, ready="unix:ready"),),
    )


VARIANTS = (
    Scenario(
        name="bound-to-another-link",
        hosts=(client(), router(), on_one_link("eth1")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="listening-on-other-address", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="bound-to-the-dialled-link",
        hosts=(client(), router(), on_one_link("eth0")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="bound-to-the-loopback-link",
        hosts=(client(), router(), on_one_link("lo")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
    ),
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
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"container-port-not-published"}),
)
