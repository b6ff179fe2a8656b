"""A search domain completed the name to another one

What it is
----------
The name was taken for a short one: the resolver put a search domain of this machine behind it, and that longer name
exists, often because the domain answers every name (a wildcard record). Its address is another machine's.

What you see
------------
Refused, unreachable or timed out on machines with that search domain; others connect, or say that the name does not
exist.

How it is told apart
--------------------
The address belongs to the completed name, asked for in full, and the name as it was typed has another address or
none.

What to do
----------
Type the name in full with a final dot, or take the domain out of the search list, or lower ndots.
"""

from __future__ import annotations

from nocarrier.causes._misdirected import SYMPTOMS, WHOSE, by_server, in_question, resolved, unexpected, what_decides
from nocarrier.causes._name_lab import asking, nameserver, shop
from nocarrier.causes._names import NAMES, shown
from nocarrier.facts.dns import Dns
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """The address that was dialled is that of a completed name, and another reading of the name is better."""
    lookup, dns, config = resolved(case), case.seen(Dns), case.seen(ResolverConfig)
    if lookup is None or dns is None or config is None:
        return Silent()
    address, typed = in_question(case, lookup.facts), f"{lookup.facts.name.removesuffix('.')}."
    hosts = case.seen(HostsFile)
    if hosts is not None and hosts.facts.giving((address,)) is not None:
        return RuledOut((hosts,), say("{path} gave the address", path=hosts.facts.path))
    completed = dns.facts.answering_name
    if not completed or completed == typed:
        return RuledOut((dns,), say("the name was taken as it was typed"))
    if address not in dns.facts.addresses_of(completed):
        return Silent()
    if not _may_be_wrong(case, lookup):
        return RuledOut((lookup, dns), say("{address} is the right address", address=address))
    found = _better(case, lookup, dns, completed)
    if found is None:
        return Silent()
    certainty, meant, because = found
    return Found(
        certainty=certainty,
        summary=_summary(typed, completed, address, meant, dns.facts),
        because=(lookup, dns, *because),
        fixes=_fixes(case, config.facts, typed, completed, meant),
        decided_by=() if certainty is Certainty.PROVEN else what_decides(case),
    )


def _may_be_wrong(case: Case, lookup: Evidence[Lookup]) -> bool:
    if case.expected_addresses:
        return bool(unexpected(case, lookup.facts))
    return not isinstance(by_server(case, lookup), RuledOut)


def _better(
    case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns], completed: str
) -> tuple[Certainty, str, tuple[Evidence[Any], ...]] | None:
    """How sure it is, the full name that was meant (empty: not known), and what else it rests on."""
    others = {name: dns.facts.addresses_of(name) for name in dns.facts.asked if name != completed}
    server, dialled = case.seen(Interfaces, Where.SERVER), case.seen(OtherAddresses)
    for name, addresses in others.items():
        if set(addresses) & set(case.expected_addresses):
            return Certainty.PROVEN, name, ()
        if case.server_named and server is not None and any(map(server.facts.has, addresses)):
            return Certainty.PROVEN, name, (server,)
    connecting = dialled.facts.connecting("dns") if dialled is not None else ()
    dotted = "." in lookup.facts.name
    for name, addresses in others.items():
        if dialled is not None and set(addresses) & set(connecting):
            typed = name == f"{lookup.facts.name}."
            return Certainty.PROVEN if typed and dotted else Certainty.LIKELY, name, (dialled,)
    if not dotted:
        return None  # a short name is there to be completed
    wildcard = any(completed.endswith(f".{domain}.") for domain in dns.facts.wildcards)
    return Certainty.LIKELY if wildcard else Certainty.POSSIBLE, "", ()


def _summary(typed: str, completed: str, address: str, meant: str, dns: Dns) -> Prose:
    known: dict[str, str | int | float | Prose] = {
        "typed": shown(typed.removesuffix(".")),
        "completed": completed.removesuffix("."),
        "address": address,
    }
    if meant:
        return say(
            "{typed} was completed to {completed}, which is {address}; {meant} is {right}.",
            meant=meant.removesuffix("."),
            right=", ".join(dns.addresses_of(meant)[:3]),
            **known,
        )
    return say(
        "{typed} does not exist; it was completed to {completed}, which is {address}.",
        **known,
    )


def _fixes(case: Case, config: ResolverConfig, typed: str, completed: str, meant: str) -> tuple[Fix, ...]:
    domain = completed.removeprefix(typed).removesuffix(".")
    list_fix = Fix(
        where="client",
        text=say(
            "Or take {domain} out of the search list in {path}; programs then get the names that they ask for.",
            domain=domain,
            path=config.path,
        ),
        config=_config(config, domain),
        risk=say("Short names in {domain} then have to be typed in full.", domain=domain),
    )
    if not meant:
        return (
            Fix(
                where="client",
                text=say("Correct the name: {typed} by itself does not exist.", typed=typed.removesuffix(".")),
                commands=(call(case.target.at(host=typed)),),
            ),
            list_fix,
        )
    return (
        Fix(
            where="client",
            text=say("Type the name in full, with a final dot: {meant}", meant=meant),
            commands=(call(case.target.at(host=meant)),),
        ),
        list_fix,
    )


def _config(config: ResolverConfig, domain: str) -> str:
    left = [each for each in config.search if each != domain]
    return f"search {' '.join(left) or '.'}"


_SEARCHING = "search corp.example\noptions ndots:3\nnameserver 10.10.0.1\n"
_BOTH = ("--host-record=shop.test,10.20.0.5", "--local=/test/")
_WILDCARD = "--address=/corp.example/10.10.0.1"

SCENARIO = Scenario(
    name="ndots-asks-the-domain-first",
    hosts=(asking(resolv_conf=_SEARCHING), router(daemons=(nameserver(*_BOTH, _WILDCARD),)), shop()),
    target="http://shop.test:8080",
    both_ends=Expected(verdict="search-domain-surprise", certainty="proven"),
    client_alone=Expected(verdict="search-domain-surprise", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="a-wildcard-catches-it",
        hosts=(
            asking(resolv_conf="search corp.example\nnameserver 10.10.0.1\n"),
            router(daemons=(nameserver("--local=/test/", _WILDCARD),)),
            shop(),
        ),
        target="http://shop.test:8080",
        client_alone=Expected(verdict="search-domain-surprise", certainty="likely"),
    ),
    Scenario(
        name="the-first-of-two-domains",
        hosts=(
            asking(resolv_conf="search old.example new.example\nnameserver 10.10.0.1\n"),
            router(
                daemons=(
                    nameserver(
                        "--host-record=shop.old.example,10.10.0.1", "--host-record=shop.new.example,10.20.0.5"
                    ),
                )
            ),
            shop(),
        ),
        target="http://shop:8080",
        both_ends=Expected(verdict="search-domain-surprise", certainty="proven"),
        client_alone=Expected(verdict="search-domain-surprise", certainty="likely"),
    ),
)

_SHORT = asking(resolv_conf="search new.example\nnameserver 10.10.0.1\n")

NEAR_MISSES = (
    Scenario(
        name="a-short-name-that-is-right",
        hosts=(_SHORT, router(daemons=(nameserver("--host-record=shop.new.example,10.20.0.5"),)), shop()),
        target="http://shop:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="a-short-name-that-is-right-nobody-listens",
        hosts=(_SHORT, router(daemons=(nameserver("--host-record=shop.new.example,10.20.0.5"),)), shop(9999)),
        target="http://shop:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="with-a-final-dot",
        hosts=(asking(resolv_conf=_SEARCHING), router(daemons=(nameserver(*_BOTH, _WILDCARD),)), shop()),
        target="http://shop.test.:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="search-domain-surprise",
    title=say("A search domain completed the name to another one"),
    symptoms=SYMPTOMS,
    look_alikes=frozenset({"hosts-file-override", "dns-wrong-address", "server-not-listening", "wrong-host"}),
    needs=(*NAMES, *WHOSE),
    presumes=frozenset({"name"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    degrades=True,
    misdirects=True,
)
