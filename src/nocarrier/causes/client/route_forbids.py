"""A route or a rule of this machine forbids the destination

What it is
----------
The machine's own routing says that the destination is not to be reached: a route of type blackhole, unreachable or
prohibit, or a policy rule of that kind. VPN clients leave such routes behind as a "kill switch", administrators and
fail2ban use them as a ban, and routing daemons add them for networks they announce.

What you see
------------
An error at once, before a packet leaves: "Invalid argument" (EINVAL) for a blackhole, "No route to host"
(EHOSTUNREACH) for unreachable, "Permission denied" (EACCES) for prohibit, and "Network is unreachable" (ENETUNREACH)
for a rule of type unreachable or a throw route.

How it is told apart
--------------------
The kernel gives the same error when it is asked for its route to the address, and no ICMP message came from anybody.
Then the tables are searched as the kernel does, rule by rule and longest prefix first, for the one that says so.

What to do
----------
Remove that route or rule, and stop what adds it again. Where it is a VPN's kill switch, bring the VPN up.
"""

from __future__ import annotations

from nocarrier.causes.client._ways import lost
from nocarrier.facts.private import is_loopback
from nocarrier.facts.route import Route
from nocarrier.facts.routing_table import PolicyRule, RoutingTable, TableRoute
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
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server

KIND_OF = {"EINVAL": "blackhole", "EHOSTUNREACH": "unreachable", "EACCES": "prohibit"}
"""What only a route or rule of one kind says when the kernel is asked for its route."""


def judge(case: Case) -> Judgement:
    """The kernel's route look-up fails with the error of a forbidding route."""
    found = lost(case)
    if found is None or (is_loopback(case.source) and found[1].facts.errno == "EINVAL"):
        return Silent()  # what is bound is no address to leave with
    attempt, route = found
    address, errno = attempt.facts.address, route.facts.errno
    table = next((seen for seen in case.every(RoutingTable) if seen.facts.address == address), None)
    culprit = table.facts.forbidding(errno) if table is not None else None
    if table is not None and culprit is not None:
        return Found(
            certainty=Certainty.PROVEN,
            summary=_summary(address, culprit),
            because=(attempt, route, table),
            fixes=(_remove(address, culprit),),
        )
    if errno in KIND_OF:
        return Found(
            certainty=Certainty.LIKELY,
            summary=say(
                "This machine's routing forbids {address}: a route or rule of type {kind}.",
                address=address,
                kind=KIND_OF[errno],
            ),
            because=(attempt, route),
            decided_by=(
                Decider(
                    question=say("Which route or rule is it?"),
                    command=f"{_ip(address)} rule; {_ip(address)} route show table all type {KIND_OF[errno]}",
                ),
            ),
        )
    if table is not None:
        return RuledOut((table,), say("no route or rule forbids it"))
    return Silent()


def _ip(address: str) -> str:
    return "ip -6" if ":" in address else "ip"


def _summary(address: str, culprit: TableRoute | PolicyRule) -> Prose:
    if isinstance(culprit, PolicyRule):
        return say(
            "Routing rule {priority} of this machine makes {address} {kind}: the kernel ends every attempt.",
            priority=culprit.priority,
            address=address,
            kind=culprit.action,
        )
    return say(
        "A route of this machine makes {prefix} {kind} (table {table}), and {address} is in it: the kernel ends every "
        "attempt.",
        prefix=culprit.prefix,
        kind=culprit.kind,
        table=culprit.table,
        address=address,
    )


def _remove(address: str, culprit: TableRoute | PolicyRule) -> Fix:
    if isinstance(culprit, PolicyRule):
        return Fix(
            where="client",
            text=say("Remove the rule, and stop what adds it:"),
            commands=(f"{_ip(address)} rule del {culprit.action} priority {culprit.priority}",),
            risk=_risk(),
        )
    return Fix(
        where="client",
        text=say("Remove the route, and stop what adds it:"),
        commands=(f"{_ip(address)} route del {culprit.words}",),
        risk=_risk(),
    )


def _risk() -> Prose:
    return say("Somebody or something added it: a ban, a VPN's kill switch, a routing daemon.")


def _forbidden(
    name: str, commands: tuple[str, ...], certainty: str = "proven", target: str = "tcp://10.20.0.5:8080"
) -> Scenario:
    expected = Expected(verdict="route-forbids", certainty=certainty)
    return Scenario(
        name=name,
        hosts=(
            client(commands=tuple(tuple(command.split()) for command in commands), packages=("iproute2",)),
            router(),
            server(daemons=(http_server("::", 8080),)),
        ),
        target=target,
        both_ends=expected,
        client_alone=expected,
    )


SCENARIO = _forbidden("blackhole", ("ip route add blackhole 10.20.0.0/16",))

VARIANTS = (
    _forbidden("unreachable", ("ip route add unreachable 10.20.0.5 metric 50",)),
    _forbidden("prohibit", ("ip route add prohibit 10.20.0.0/24",)),
    _forbidden("over-ipv6", ("ip -6 route add blackhole fd20::/64",), target="tcp://[fd20::5]:8080"),
    _forbidden("rule", ("ip rule add to 10.20.0.0/24 prohibit priority 100",)),
    _forbidden("rule-for-one-port", ("ip rule add to 10.20.0.5 ipproto tcp dport 8080 prohibit priority 90",)),
    _forbidden("rule-unreachable", ("ip rule add to 10.20.0.5 unreachable priority 90",)),
    _forbidden(
        "kill-switch-in-another-table",
        ("ip rule add to 10.20.0.0/16 lookup 200 priority 50", "ip route add unreachable default table 200"),
    ),
    _forbidden("throw", ("ip route add throw 10.20.0.0/24",)),
)

NEAR_MISSES = (
    Scenario(
        name="a-blackhole-beside-it",
        hosts=(
            client(
                commands=(
                    ("ip", "route", "add", "blackhole", "10.21.0.0/16"),
                    ("ip", "route", "add", "blackhole", "10.20.0.0/16"),
                    ("ip", "route", "add", "10.20.0.0/24", "via", "10.10.0.1"),
                ),
                packages=("iproute2",),
            ),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="route-forbids",
    title=say("A route or a rule of this machine forbids the destination"),
    symptoms=frozenset({Symptom.UNREACHABLE, Symptom.PERMISSION_DENIED, Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset({"no-route", "interface-down", "permission-denied"}),
    needs=on_client(Route, RoutingTable),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
