"""No local port is left: closed connections hold them in TIME_WAIT

What it is
----------
The side that closes a TCP connection first keeps its port for 60 seconds in the state TIME_WAIT (RFC 9293, section
3.6.1), so that late packets cannot reach a new connection. A program that opens and closes many short connections to
one destination runs out of local ports though hardly any connection is open.

What you see
------------
"Cannot assign requested address" (EADDRNOTAVAIL, WSAEADDRNOTAVAIL 10049) now and then, at busy hours, and fine
again a minute later. Other destinations can be reached all the while.

How it is told apart
--------------------
The sockets toward this very destination fill the range of local ports, and most of them are in TIME_WAIT. Where most
are established it is ephemeral-ports-exhausted.

What to do
----------
Keep connections open and use them again; that removes the cause. net.ipv4.tcp_tw_reuse = 1 lets the kernel take
a port in TIME_WAIT for a new outgoing connection after one second, safely, by the time stamps of RFC 7323. A wider
range helps for a while. Never look for tcp_tw_recycle, which old guides advise: it broke clients behind NAT, and
Linux 4.12 removed it.
"""

from __future__ import annotations

from nocarrier.causes.client._ports import crowded, judged, keep_connections, more_sources, shortage, uncounted, widen
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
    """No port was given, the range is full, and more than half of it is in TIME_WAIT."""
    found = shortage(case)
    if found is None:
        return Silent()
    if found.counted is None or found.use is None:
        attempt = found.attempt.facts
        there = endpoint(attempt.address, attempt.port)
        return uncounted(
            found, say("Closed connections may hold every local port toward {there} in TIME_WAIT.", there=there)
        )
    use, ports = found.use, found.counted.facts
    return judged(
        found, use, mine=use.time_wait * 2 > use.ports, summary=_summary(ports, use), fixes=_fixes(ports, use)
    )


def _summary(ports: LocalPorts, use: PortUse) -> Prose:
    if not use.destination:
        return say(
            "All {usable} local ports ({low}-{high}) are taken, {count} of them by closed connections in TIME_WAIT.",
            usable=ports.usable,
            low=ports.low,
            high=ports.high,
            count=use.time_wait,
        )
    return say(
        "{count} closed connections to {there} wait in TIME_WAIT and hold the local ports {low}-{high}; none is left "
        "for a new one.",
        count=use.time_wait,
        there=endpoint(use.destination, use.destination_port),
        low=ports.low,
        high=ports.high,
    )


def _fixes(ports: LocalPorts, use: PortUse) -> tuple[Fix, ...]:
    found = [_reuse()] if ports.tw_reuse in (0, 2) else []
    wider = widen(ports)
    found += [wider] if wider else []
    return (*found, keep_connections(None), more_sources(use))


def _reuse() -> Fix:
    return Fix(
        where="client",
        text=say(
            "Let new connections take ports from TIME_WAIT after one second; to keep it, put the line into "
            "/etc/sysctl.d/90-local-ports.conf:"
        ),
        commands=("sysctl -w net.ipv4.tcp_tw_reuse=1",),
        config="net.ipv4.tcp_tw_reuse = 1\n",
        risk=say("It needs TCP time stamps on both sides (net.ipv4.tcp_timestamps = 1, which is usual)."),
    )


PROVEN = Expected(verdict="time-wait-exhaustion", certainty="proven")
WORKS = Expected(verdict="", outcome="connected")

SCENARIO = crowded("short-connections", "closed", PROVEN)

VARIANTS = (
    crowded("over-ipv6", "closed", PROVEN, toward=("fd20::5", 8080), target="tcp://[fd20::5]:8080"),
    crowded("with-a-source", "closed", PROVEN, arguments=("--source", "10.10.0.7")),
)

NEAR_MISSES = (
    crowded("toward-another-port", "closed", WORKS, toward=("10.20.0.5", 8081)),
    crowded("some-left", "closed", WORKS, count="12"),
)

CAUSE = Cause(
    slug="time-wait-exhaustion",
    title=say("No local port is left: closed connections hold them in TIME_WAIT"),
    symptoms=frozenset({Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset(
        {"ephemeral-ports-exhausted", "address-family-disabled", "address-in-use", "source-address-not-local"}
    ),
    needs=on_client(Route, LocalPorts),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
