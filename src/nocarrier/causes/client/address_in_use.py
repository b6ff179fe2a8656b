"""The local port that the client binds is taken

What it is
----------
The client program binds a local address before it connects: to a fixed port that another socket holds, or that its own
last connection keeps in TIME_WAIT, or to any port of an address whose ports are all bound.

What you see
------------
"Address already in use" (EADDRINUSE, WSAEADDRINUSE 10048) at once, from a program that wants to connect.

How it is told apart
--------------------
The error comes from bind, and the socket that holds the port is found. A bind to any port also fails where
connections to this very destination have used up the range; that is ephemeral-ports-exhausted or
time-wait-exhaustion. Where sockets toward other destinations hold the ports, only the early bind is in the way.

What to do
----------
Let the kernel choose the port. Where the source address has to be fixed, set IP_BIND_ADDRESS_NO_PORT before bind: the
port is then chosen when the destination is known. Where the port has to be fixed, SO_REUSEADDR takes it over from
TIME_WAIT.
"""

from __future__ import annotations

from nocarrier.causes.client._ports import crowded, lacks_a_port, widen
from nocarrier.facts.bound_port import BoundPort, Holder
from nocarrier.facts.local_ports import LocalPorts
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence
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
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import call
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """bind says EADDRINUSE."""
    attempt = next((seen for seen in case.every(TcpAttempt) if seen.facts.errno == "EADDRINUSE"), None)
    if attempt is None or attempt.facts.stage != "bind":
        return Silent()
    return _fixed_port(case, attempt) if case.source_port else _any_port(case, attempt)


def _fixed_port(case: Case, attempt: Evidence[TcpAttempt]) -> Judgement:
    bound = case.seen(BoundPort)
    there = endpoint(case.source, case.source_port)
    ask = Decider(
        question=say("Which socket holds {there}?", there=there), command=f"ss -tanp 'sport = :{case.source_port}'"
    )
    if bound is None or not bound.facts.holders:
        return Found(
            certainty=Certainty.LIKELY,
            summary=say("The client binds {there}, which another socket holds.", there=there),
            because=(attempt,),
            fixes=(_choose(case),),
            decided_by=(ask,),
        )
    holder = bound.facts.holders[0]
    return Found(
        certainty=Certainty.PROVEN,
        summary=_held_by(there, holder),
        because=(attempt, bound),
        fixes=(_choose(case), *_over_from(holder)),
    )


def _held_by(there: str, holder: Holder) -> Prose:
    if holder.state == "TIME-WAIT":
        return say(
            "The client binds {there}, which its last connection (to {peer}) keeps for a minute in TIME_WAIT.",
            there=there,
            peer=holder.peer,
        )
    if holder.program is None:
        return say("The client binds {there}, which a socket in {state} holds.", there=there, state=holder.state)
    return say(
        "The client binds {there}, which {name} (pid {pid}) holds ({state}).",
        there=there,
        name=holder.program.name,
        pid=holder.program.pid,
        state=holder.state,
    )


def _choose(case: Case) -> Fix:
    return Fix(
        where="client",
        text=say("Let the client bind no port, so that the kernel chooses a free one:"),
        commands=(call(case.target.url, "--source", case.source),),
    )


def _over_from(holder: Holder) -> tuple[Fix, ...]:
    if holder.state == "TIME-WAIT":
        return (
            Fix(
                where="client",
                text=say("Or, where the port has to stay: set SO_REUSEADDR on the socket before bind."),
            ),
        )
    if holder.program is None:
        return ()
    return (
        Fix(
            where="client",
            text=say("Or end the program that holds it:"),
            commands=(f"kill {holder.program.pid}",),
            risk=say("Its connections end with it."),
        ),
    )


def _any_port(case: Case, attempt: Evidence[TcpAttempt]) -> Judgement:
    """The source address has no port left to bind, whatever the destination."""
    counted = case.seen(LocalPorts)
    if counted is None or not lacks_a_port(attempt.facts, case):
        return Silent()
    ports = counted.facts
    use = ports.toward(attempt.facts.address, attempt.facts.port)
    if use is not None and ports.full(use) and use.bound * 2 <= use.ports:
        return RuledOut((counted,), say("the ports are used up toward this destination"))
    whole = ports.of_source
    full = whole is not None and ports.full(whole)
    wider = widen(ports)
    return Found(
        certainty=Certainty.PROVEN if full else Certainty.LIKELY,
        summary=say(
            "The client binds {source} before it connects, and all {usable} local ports ({low}-{high}) of that address "
            "are bound already.",
            source=case.source,
            usable=ports.usable,
            low=ports.low,
            high=ports.high,
        ),
        because=(attempt, counted),
        fixes=(*((wider,) if wider else ()), _bind_late()),
        decided_by=()
        if full
        else (
            Decider(
                question=say("Which sockets hold the ports of {source}?", source=case.source),
                command=f"ss -tan src {case.source}",
            ),
        ),
    )


def _bind_late() -> Fix:
    return Fix(
        where="client",
        text=say(
            "In the program: set IP_BIND_ADDRESS_NO_PORT (24) on the socket before bind, so that the port is chosen for "
            "the destination when it connects."
        ),
        config="sock.setsockopt(socket.IPPROTO_IP, 24, 1)\n",
    )


PROVEN = Expected(verdict="address-in-use", certainty="proven")
WORKS = Expected(verdict="", outcome="connected")


def _fixed(name: str, expected: Expected, daemon: Daemon) -> Scenario:
    return Scenario(
        name=name,
        hosts=(server(daemons=(http_server("0.0.0.0", 8080),)), router(), client(daemons=(daemon,))),
        target="tcp://10.20.0.5:8080",
        arguments=("--source", "10.10.0.7:5000"),
        both_ends=expected,
        client_alone=expected,
    )


SCENARIO = _fixed("held-by-a-server", PROVEN, http_server("0.0.0.0", 5000))

VARIANTS = (
    crowded("every-port-bound", "bound", PROVEN, toward=("10.10.0.7", 0), arguments=("--source", "10.10.0.7")),
)

NEAR_MISSES = (_fixed("the-next-port-is-held", WORKS, http_server("0.0.0.0", 5001)),)

CAUSE = Cause(
    slug="address-in-use",
    title=say("The local port that the client binds is taken"),
    symptoms=frozenset({Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset({"ephemeral-ports-exhausted", "time-wait-exhaustion"}),
    needs=on_client(BoundPort, LocalPorts),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"ephemeral-ports-exhausted", "time-wait-exhaustion"}),
)
