"""The client binds an address that this machine does not have

What it is
----------
The client program binds its end to a fixed source address before it connects, and no interface of this machine has
that address: it moved to another machine, the configuration was copied from one, or the interface lost it.

What you see
------------
"Cannot assign requested address" (EADDRNOTAVAIL, WSAEADDRNOTAVAIL 10049) at once, whatever the destination.

How it is told apart
--------------------
The error comes from bind, not from connect, and the address is not among those of the machine's interfaces. An error
of connect is about ports or families. An IPv6 address that is there, and is still being checked for duplicates, gives
the same error; then it is listed.

What to do
----------
Bind an address that the machine has, or none, so that the route chooses; or give the machine the address.
"""

from __future__ import annotations

from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.route import Route
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
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import call, quoted

SHOWN = 6
"Addresses that are listed; machines with many have hundreds."


def judge(case: Case) -> Judgement:
    """bind says EADDRNOTAVAIL, and no interface has the address."""
    attempt = next((seen for seen in case.every(TcpAttempt) if not seen.facts.connected), None)
    if attempt is None or not case.source:
        return Silent()
    links = case.seen(Interfaces)
    if attempt.facts.stage != "bind" or attempt.facts.errno != "EADDRNOTAVAIL":
        if links is not None and links.facts.has(case.source):
            return RuledOut((links,), say("{source} is this machine's own", source=case.source))
        return Silent()
    if links is None:
        return _found(case, attempt, Certainty.LIKELY, (), decided_by=(_ask(case.source),))
    if links.facts.has(case.source):
        return _not_yet_usable(case, attempt, links)
    return _found(case, attempt, Certainty.PROVEN, (links,), fixes=_fixes(case, links.facts))


def _found(
    case: Case,
    attempt: Evidence[TcpAttempt],
    certainty: Certainty,
    more: tuple[Evidence[Interfaces], ...],
    fixes: tuple[Fix, ...] = (),
    decided_by: tuple[Decider, ...] = (),
) -> Found:
    return Found(
        certainty=certainty,
        summary=_summary(case.source, more[0].facts if more else None),
        because=(attempt, *more),
        fixes=fixes,
        decided_by=decided_by,
    )


def _not_yet_usable(case: Case, attempt: Evidence[TcpAttempt], links: Evidence[Interfaces]) -> Judgement:
    """It is there, but the kernel does not let it be bound: IPv6's duplicate address detection (RFC 4862, 5.4)."""
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{source} is on an interface but cannot be used yet: it is being checked for duplicates, or one was found.",
            source=case.source,
        ),
        because=(attempt, links),
        decided_by=(_ask(case.source),),
    )


def _ask(source: str) -> Decider:
    return Decider(
        question=say("Does an interface have {source}, and is it tentative or dadfailed?", source=source),
        command=f"ip address show to {source.partition('%')[0]}",
    )


def _own(links: Interfaces, source: str) -> list[tuple[str, str]]:
    """Pairs (link, address) of the source's family, loopback and link-local ones last."""
    six = ":" in source
    found = [
        (link.name, own.partition("/")[0])
        for link in links.interfaces
        for own in link.addresses
        if (":" in own) == six
    ]
    return sorted(found, key=lambda pair: pair[0] == "lo" or pair[1].startswith("fe80:"))


def _summary(source: str, links: Interfaces | None) -> Prose:
    own = _own(links, source) if links is not None else []
    if not own:
        return say("The client binds {source}, which this machine does not have.", source=source)
    shown = ", ".join(f"{address} ({link})" for link, address in own[:SHOWN])
    return say(
        "The client binds {source}, which no interface of this machine has; it has {own}.", source=source, own=shown
    )


def _fixes(case: Case, links: Interfaces) -> tuple[Fix, ...]:
    give = Fix(
        where="client",
        text=say("Or give this machine the address, where no other machine has it:"),
        commands=(
            f"ip address add {case.source}/{128 if ':' in case.source else 32} dev {quoted(_link(case, links))}",
        ),
        risk=say("Two machines with one address disturb each other; it holds until the next restart."),
    )
    better = _better(case, links)
    if not better:
        return (give,)
    return (
        Fix(
            where="client",
            text=say("Bind {address} in place of {source}, or nothing:", address=better, source=case.source),
            commands=(call(case.target.url, "--source", better),),
        ),
        give,
    )


def _better(case: Case, links: Interfaces) -> str:
    """The address that the route to the destination would choose, or the first of the family."""
    routes = [seen.facts.source for seen in case.every(Route) if seen.facts.source and links.has(seen.facts.source)]
    own = [address for link, address in _own(links, case.source) if link != "lo" and not address.startswith("fe80:")]
    return next((address for address in [*routes, *own] if (":" in address) == (":" in case.source)), "")


def _link(case: Case, links: Interfaces) -> str:
    devices = [seen.facts.device for seen in case.every(Route) if seen.facts.device]
    others = [link.name for link in links.interfaces if link.name != "lo"]
    return next(iter([*devices, *others]), "lo")


PROVEN = Expected(verdict="source-address-not-local", certainty="proven")


def _binding(name: str, source: str, expected: Expected, **changes: object) -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(**changes), router(), server(daemons=(http_server("::", 8080),))),
        target="tcp://[fd20::5]:8080" if ":" in source else "tcp://10.20.0.5:8080",
        arguments=("--source", source),
        both_ends=expected,
        client_alone=expected,
    )


SCENARIO = _binding("moved-away", "10.10.0.99", PROVEN)

VARIANTS = (_binding("moved-away-ipv6", "fd10::99", PROVEN),)

NEAR_MISSES = (
    _binding("its-own", "10.10.0.7", Expected(verdict="", outcome="connected")),
    _binding(
        "a-second-address",
        "10.10.0.8",
        Expected(verdict="", outcome="connected"),
        addresses=("10.10.0.7/24", "10.10.0.8/24", "fd10::7/64"),
    ),
    _binding(
        "ipv6-is-off",
        "fd10::7",
        Expected(verdict="address-family-disabled"),
        sysctls={"net.ipv6.conf.all.disable_ipv6": "1"},
    ),
)

CAUSE = Cause(
    slug="source-address-not-local",
    title=say("The client binds an address that this machine does not have"),
    symptoms=frozenset({Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset({"address-family-disabled", "ephemeral-ports-exhausted", "time-wait-exhaustion"}),
    needs=on_client(Interfaces, Route),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"address-family-disabled"}),
)
