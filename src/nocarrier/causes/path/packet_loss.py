"""Packets get lost on the way

What it is
----------
A part of the packets does not arrive: a bad cable or radio link, a line that is full, two ends of a link that disagree
about duplex, a device that is overloaded. Connections are made at the second or third attempt, or not at all, and those
that are made are slow.

What you see
------------
"Connection timed out" now and then, and a moment later it works; pauses of one, three, seven seconds, in which the
system sends a packet again.

How it is told apart
--------------------
Single packets are sent to the port and to another one of the same machine where its kernel answers by itself. Where
some of both get lost, by shares that fit each other, it is the way and not the program. A full queue, a limit on new
connections or one broken server behind a load balancer loses packets to the port only.

What to do
----------
Find the line: where loss begins in a trace that is repeated (mtr), and whether the errors and drops of an interface
rise there. The first one to look at is the client's own.
"""

from __future__ import annotations

from nocarrier.causes._silence import SILENCE, in_vain
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.loss import Loss, Share
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.annotations import Any
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
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, lossy_router, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint

LEAST = 2
"Packets that get lost beside the first one before a connection that was made is called a bad one."


def judge(case: Case) -> Judgement:
    """Some single packets are answered and some are not, to the port and beside it."""
    seen = case.seen(Loss)
    failed = in_vain(case)
    attempt = failed or _late(case) or _without_a_byte(case)
    if seen is None or attempt is None or seen.facts.address != attempt.facts.address or not seen.facts.own.answered:
        return Silent()
    facts = seen.facts
    if failed is None and facts.own.lost + facts.other.lost * facts.other.some < LEAST:
        return RuledOut(
            (seen,), say("{count} of {sent} packets were answered", count=facts.own.answered, sent=facts.own.sent)
        )
    on_the_way = facts.own.some and facts.other.some and _fit(facts.own, facts.other)
    return _found(case, Certainty.LIKELY if on_the_way else Certainty.POSSIBLE, attempt, seen)


def _late(case: Case) -> Evidence[TcpAttempt] | None:
    """A connection that was made, but not at the first packet."""
    return next((one for one in case.every(TcpAttempt) if one.facts.connected and one.facts.passed_over), None)


def _without_a_byte(case: Case) -> Evidence[Exchange] | None:
    """A connection that was made, and then nothing came over it."""
    return next((one for one in case.every(Exchange) if one.facts.silent), None)


def _fit(one: Share, other: Share) -> bool:
    """The intervals of both overlap: they may be of one size."""
    return one.interval[0] <= other.interval[1] and other.interval[0] <= one.interval[1]


def _found(
    case: Case,
    certainty: Certainty,
    attempt: Evidence[TcpAttempt] | Evidence[Exchange],
    seen: Evidence[Loss],
) -> Found:
    because: tuple[Evidence[Any], ...] = (attempt, seen)
    return Found(
        certainty=certainty,
        summary=_summary(seen.facts, certainty),
        because=because,
        fixes=_fixes(case, seen.facts),
        decided_by=(
            Decider(
                question=say("Where on the way does the loss begin? (at the first hop from which it stays)"),
                command=f"mtr -rwnT -P {seen.facts.port} -c 50 {seen.facts.address.partition('%')[0]}",
            ),
        ),
    )


def _summary(facts: Loss, certainty: Certainty) -> Prose:
    there = endpoint(facts.address, facts.port)
    if not facts.own.lost:
        return say(
            "{there} kept silent at first, and a moment later answered {count} of {count} packets.",
            there=there,
            count=facts.own.sent,
        )
    low, high = (round(100 * share) for share in facts.own.interval)
    values: dict[str, str | int] = {
        "there": there, "lost": facts.own.lost, "sent": facts.own.sent, "low": low, "high": high,
    }  # fmt: skip
    if certainty is Certainty.LIKELY:
        return say(
            "Of {sent} single packets to {there} {lost} got no answer ({low} to {high} %), and about as many to another port: "
            "they get lost on the way.",
            **values,
        )
    return say(
        "Of {sent} single packets to {there} {lost} got no answer ({low} to {high} %): they get lost on the way, or that "
        "machine does not take all connections.",
        **values,
    )


def _fixes(case: Case, facts: Loss) -> tuple[Fix, ...]:
    route = next((seen.facts for seen in case.every(Route) if seen.facts.address == facts.address), None)
    bare = facts.address.partition("%")[0]
    fixes = [
        Fix(
            where="network",
            text=say("Find the hop from which the loss stays, and mend the line before it:"),
            commands=(f"mtr -rwnT -P {facts.port} -c 50 {bare}",),
        )
    ]
    if route is not None and route.device and not route.is_here:
        fixes.append(
            Fix(
                where="client",
                text=say("See whether the errors of this machine's own link {device} rise:", device=route.device),
                commands=(f"ip -s -s link show {quoted(route.device)}; ethtool {quoted(route.device)}",),
            )
        )
    return tuple(fixes)


_SERVE = http_server("::", 8080)
_TARGET = "http://10.20.0.5:8080"


def _lossy(name: str, there: float, back: float, outcome: str, seed: int, target: str = _TARGET) -> Scenario:
    """With these shares and this seed it is known which of the first packets get lost."""
    return Scenario(
        name=name,
        hosts=(client(), lossy_router(there, back, seed=seed), server(daemons=(_SERVE,))),
        target=target,
        client_alone=Expected(verdict="packet-loss", certainty="likely", outcome=outcome),
    )


SCENARIO = _lossy("at-the-third-packet", 0.3, 0.1, "degraded", seed=36)

VARIANTS = (
    _lossy("ipv6", 0.3, 0.1, "degraded", seed=36, target="http://[fd20::5]:8080"),
    _lossy("not-at-all", 0.5, 0.0, "failed", seed=502),
)

NEAR_MISSES = (
    Scenario(
        name="far-away",
        hosts=(client(), lossy_router(0.0, 0.0, delay=0.15), server(daemons=(_SERVE,))),
        target=_TARGET,
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    # Some ports answer and some do not, as they do where packets get lost.
    Scenario(
        name="filter-with-an-open-port",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; tcp dport { 80, 443 } accept; "
                "meta l4proto tcp drop; }\n}\n",
                daemons=(_SERVE,),
            ),
        ),
        target=_TARGET,
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="packet-loss",
    title=say("Packets get lost on the way"),
    symptoms=SILENCE,
    look_alikes=frozenset({"accept-queue-full", "server-firewall-drops", "firewall-drops-on-path"}),
    needs=on_client(Route, Loss),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    degrades=True,
)
