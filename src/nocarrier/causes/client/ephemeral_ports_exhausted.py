"""No local port is left: live connections hold them all

What it is
----------
Every outgoing connection needs a local port of its own toward the same destination address and port. The kernel
lends them out of one range (28 232 ports by default). A program that holds that many connections to one destination
has used them up; other destinations can still be reached.

What you see
------------
"Cannot assign requested address" (EADDRNOTAVAIL, WSAEADDRNOTAVAIL 10049; on Windows also WSAENOBUFS 10055) at once,
before any packet leaves. A program that binds its source address first sees "Address already in use" instead.

How it is told apart
--------------------
The sockets toward this very destination are counted against the range less its reserved ports: about as many, and
most of them established. Where most are in TIME_WAIT it is time-wait-exhaustion, which has other remedies; many in
CLOSE_WAIT mean that the program does not close what the peer has closed. A source address that this machine does not
have, and a family that is switched off, give the same error with ports to spare.

What to do
----------
Widen the range, keep and share connections in place of opening new ones, or use more source addresses. The setting
tcp_tw_recycle that old guides advise was removed in Linux 4.12: it broke clients behind NAT.
"""

from __future__ import annotations

from nocarrier.causes.client._ports import (
    crowded,
    judged,
    keep_connections,
    more_sources,
    shortage,
    uncounted,
    widen,
)
from nocarrier.facts.local_ports import LocalPorts, PortUse
from nocarrier.facts.route import Route
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import (
    Cause,
    Fix,
    Judgement,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """No port was given, the range is full, and less than half of it is in TIME_WAIT."""
    found = shortage(case)
    if found is None:
        return Silent()
    if found.counted is None or found.use is None:
        attempt = found.attempt.facts
        there = endpoint(attempt.address, attempt.port)
        return uncounted(found, say("No local port is left toward {there}.", there=there))
    use, ports = found.use, found.counted.facts
    return judged(
        found, use, mine=use.time_wait * 2 <= use.ports, summary=_summary(ports, use), fixes=_fixes(ports, use)
    )


def _summary(ports: LocalPorts, use: PortUse) -> Prose:
    there = endpoint(use.destination, use.destination_port) if use.destination else ""
    if not there:
        return say(
            "All {usable} local ports ({low}-{high}) of {source} are taken; none is left for a new connection.",
            usable=ports.usable,
            low=ports.low,
            high=ports.high,
            source=use.source or "this machine",
        )
    if use.close_wait * 2 > use.ports:
        return say(
            "{count} connections to {there} wait to be closed by {holder}, which holds all {usable} local ports "
            "({low}-{high}).",
            count=use.close_wait,
            there=there,
            holder=_holder(ports),
            usable=ports.usable,
            low=ports.low,
            high=ports.high,
        )
    return say(
        "{holder} holds {count} connections to {there}: no local port of {low}-{high} is left for another.",
        holder=_holder(ports),
        count=use.ports,
        there=there,
        low=ports.low,
        high=ports.high,
    )


def _holder(ports: LocalPorts) -> Prose:
    if ports.holder is None:
        return say("this machine")
    return say("{name} (pid {pid})", name=ports.holder.name, pid=ports.holder.pid)


def _fixes(ports: LocalPorts, use: PortUse) -> tuple[Fix, ...]:
    wider = widen(ports)
    return (*((wider,) if wider else ()), keep_connections(ports), more_sources(use))


PROVEN = Expected(verdict="ephemeral-ports-exhausted", certainty="proven")
WORKS = Expected(verdict="", outcome="connected")

SCENARIO = crowded("pool-without-bound", "open", PROVEN)

VARIANTS = (
    crowded(
        "odd-range",
        "open",
        PROVEN,
        sysctls={"net.ipv4.ip_local_port_range": "40000 40020", "net.ipv4.ip_local_reserved_ports": "40003-40006"},
    ),
    crowded("never-closed", "abandoned", PROVEN),
    crowded("over-ipv6", "open", PROVEN, toward=("fd20::5", 8080), target="tcp://[fd20::5]:8080"),
    crowded("bound-and-idle", "bound", PROVEN, toward=("0.0.0.0", 0)),
    crowded("with-a-source", "open", PROVEN, arguments=("--source", "10.10.0.7")),
)

NEAR_MISSES = (
    crowded("toward-another-port", "open", WORKS, toward=("10.20.0.5", 8081)),
    crowded("one-port-left", "open", WORKS, count="18"),
)

CAUSE = Cause(
    slug="ephemeral-ports-exhausted",
    title=say("No local port is left: live connections hold them all"),
    symptoms=frozenset({Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset(
        {"time-wait-exhaustion", "address-family-disabled", "address-in-use", "source-address-not-local"}
    ),
    needs=on_client(Route, LocalPorts),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
