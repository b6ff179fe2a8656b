"""One address family does not get there, and clients try it first

What it is
----------
The name has IPv6 and IPv4 addresses. Over the family that clients try first nothing comes back, or a machine on the
way says no; over the other one the server is reached. A network that has IPv6 on the link and no way out, a tunnel that
is down, a filter that was written for one family only: all of them break one and leave the other.

What you see
------------
Some programs connect at once, some after a pause of seconds, some not at all: it depends on whether a program tries the
next address, and when (RFC 8305).

How it is told apart
--------------------
Each family is dialled several times at the same moment: one fails every time, the other connects. That is proof that
the family is broken, and says nothing about why: what broke it has a cause of its own, named beside this one as far as
it is known. A family that is answered with a reset is not broken on its way; then the program does not listen there.

What to do
----------
Mend what broke the family. Until then let the programs use the other one, or take the family's addresses from the name.
"""

from __future__ import annotations

from nocarrier.causes._name_lab import asking, nameserver
from nocarrier.facts.families import Families, broken_family
from nocarrier.facts.lookup import Lookup
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
    Symptom,
    on_client,
)
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Host, Scenario, http_server, router, server
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """The first address of the name fails, and so does its whole family; the other family connects."""
    lookup = case.seen(Lookup)
    attempts = list(case.every(TcpAttempt))
    family = broken_family([seen.facts for seen in attempts])
    if lookup is None or family is None or attempts[0].facts.address != lookup.facts.addresses[0]:
        return Silent()
    connects = next(seen for seen in attempts if seen.facts.connected and seen.facts.family != family)
    families = case.seen(Families)
    if families is None:
        return _found(case, Certainty.LIKELY, connects.facts, (lookup, attempts[0]))
    if not families.facts.differ:
        return RuledOut((families,), say("IPv{family} connects when it is tried again", family=family))
    return _found(case, Certainty.PROVEN, connects.facts, (lookup, attempts[0], families))


def _found(case: Case, certainty: Certainty, connects: TcpAttempt, because: tuple[Evidence[Any], ...]) -> Found:
    broken = 10 - connects.family
    first = because[1].facts
    assert isinstance(first, TcpAttempt)
    values: dict[str, str | int] = {
        "broken": broken,
        "works": connects.family,
        "address": first.address,
        "other": connects.address,
    }
    if first.said is None:
        summary = say(
            "Clients try IPv{broken} first, and nothing comes back from {address}; over IPv{works} {other} connects.",
            **values,
        )
    else:
        summary = say(
            "Clients try IPv{broken} first, and {origin} says that {address} is not to be reached; over IPv{works}"
            " {other} connects.",
            **values,
            origin=first.said.origin,
        )
    return Found(
        certainty=certainty,
        summary=summary,
        because=because,
        fixes=(_meanwhile(case, connects.family), *_prefer(connects.family), _take_out(case, broken)),
        decided_by=() if certainty is Certainty.PROVEN else (_again(case, broken),),
    )


def _again(case: Case, family: int) -> Decider:
    return Decider(
        question=say("Does IPv{family} alone connect?", family=family),
        command=call(f"-{family}", case.target.url),
    )


def _meanwhile(case: Case, family: int) -> Fix:
    return Fix(
        where="client",
        text=say("Until the other family is mended: dial IPv{family} only.", family=family),
        commands=(call(f"-{family}", case.target.url),),
    )


def _prefer(family: int) -> tuple[Fix, ...]:
    """getaddrinfo(3) puts IPv4 first where gai.conf(5) says so; there is nothing to prefer IPv6, which is the default."""
    if family == 6:
        return ()
    return (
        Fix(
            where="client",
            text=say(
                "Let the programs of this machine try IPv4 first (glibc; programs that are running start again):"
            ),
            commands=("echo 'precedence ::ffff:0:0/96  100' >> /etc/gai.conf",),
            risk=say("Every name with both families is then reached over IPv4."),
        ),
    )


def _take_out(case: Case, family: int) -> Fix:
    return Fix(
        where="network",
        text=say(
            "Take the {kind} records of {name} out of DNS until IPv{family} works.",
            kind="AAAA" if family == 6 else "A",
            name=case.target.host,
            family=family,
        ),
    )


_BOTH = nameserver("--host-record=shop.example,10.20.0.5,fd20::5")
_FORWARD = "table {family} f {{ chain passing {{ type filter hook forward priority 0; {rule}; }}\n}}\n"


def _served(**changes: object) -> Host:
    """A server that takes connections over both families."""
    return server(**{"daemons": (http_server("::", 8080),), **changes})


def _between(name: str, rule: str, family: str = "ip6") -> Scenario:
    mine = Expected(verdict="address-family-broken", certainty="proven", outcome="degraded")
    return Scenario(
        name=name,
        hosts=(
            asking(),
            router(nft=_FORWARD.format(family=family, rule=rule), daemons=(_BOTH,)),
            _served(),
        ),
        target="http://shop.example:8080",
        both_ends=mine,
        client_alone=mine,
    )


SCENARIO = _between("ipv6-is-swallowed", "meta l4proto tcp drop")

_PREFERRING_IPV4 = replace(asking(), files={**asking().files, "gai.conf": "precedence ::ffff:0:0/96  100\n"})

VARIANTS = (
    _between("a-router-rejects-ipv6", "reject with icmpv6 no-route"),
    Scenario(
        name="the-servers-rules-forget-ipv6",
        hosts=(
            asking(),
            router(daemons=(_BOTH,)),
            _served(nft="table ip6 f { chain in { type filter hook input priority 0; tcp dport 8080 drop; }\n}\n"),
        ),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="address-family-broken", certainty="proven", outcome="degraded"),
        client_alone=Expected(verdict="address-family-broken", certainty="proven", outcome="degraded"),
    ),
    Scenario(
        name="ipv4-is-swallowed-and-first",
        hosts=(
            _PREFERRING_IPV4,
            router(nft=_FORWARD.format(family="ip", rule="meta l4proto tcp drop"), daemons=(_BOTH,)),
            _served(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="address-family-broken", certainty="proven", outcome="degraded"),
    ),
)

_WITHOUT_IPV6 = replace(asking(), addresses=("10.10.0.7/24",), gateways=("10.10.0.1",))

NEAR_MISSES = (
    Scenario(
        name="both-families-connect",
        hosts=(asking(), router(daemons=(_BOTH,)), _served()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="ipv6-is-refused",
        hosts=(asking(), router(daemons=(_BOTH,)), _served(daemons=(http_server("0.0.0.0", 8080),))),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="wrong-address-family", certainty="proven", outcome="degraded"),
        client_alone=Expected(verdict="wrong-address-family", certainty="possible", outcome="degraded"),
    ),
    Scenario(
        name="both-families-are-swallowed",
        hosts=(
            asking(),
            router(nft=_FORWARD.format(family="inet", rule="tcp dport 8080 drop"), daemons=(_BOTH,)),
            _served(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="this-machine-has-no-ipv6",
        hosts=(_WITHOUT_IPV6, router(daemons=(_BOTH,)), _served()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="address-family-broken",
    title=say("One address family does not get there, and clients try it first"),
    symptoms=frozenset({Symptom.TIMED_OUT, Symptom.UNREACHABLE, Symptom.PERMISSION_DENIED, Symptom.REFUSED}),
    look_alikes=frozenset({"wrong-address-family", "dns-wrong-address", "host-down", "server-firewall-drops"}),
    needs=on_client(Families),
    presumes=frozenset({"name"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    degrades=True,
    leaves_open=True,
)
