"""The name has no address of the kind that is wanted

What it is
----------
The nameserver knows the name, and has no A record (IPv4) or no AAAA record (IPv6) for it, or neither. The client
wants exactly the one that is missing, for instance because it is told to use IPv6 only.

What you see
------------
"No address associated with hostname", "Address family for hostname not supported", "Name or service not known",
"getaddrinfo ENODATA".

How it is told apart
--------------------
The answer comes without an error and without an address (NODATA), where a name that does not exist is answered
with NXDOMAIN. The question for the other kind of address has an answer.

What to do
----------
Use the other family where there is one, or add the missing record.
"""

from __future__ import annotations

from nocarrier.causes._name_lab import SHOP, asking, nameserver, shop
from nocarrier.causes._names import NAMES, read_it_first, shown, unread_file, unresolved
from nocarrier.facts.dns import Dns
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.lookup import Lookup
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router
from nocarrier.model.shell import call

RECORD = {4: "A", 6: "AAAA"}


def judge(case: Case) -> Judgement:
    """The name was answered for, and no address of the wanted family was in the answer."""
    literal = _other_family(case)
    if literal is not None:
        return literal
    lookup, dns, hosts = unresolved(case), case.seen(Dns), case.seen(HostsFile)
    if lookup is None:
        return Silent()
    if not lookup.facts.error and hosts is not None and hosts.facts.entries and "files" in hosts.facts.sources:
        return _found(case, lookup, hosts, hosts.facts.addresses)
    if dns is None or not dns.facts.answering:
        return Silent()
    if dns.facts.nowhere:
        return RuledOut((dns,), say("the name does not exist at all"))
    if dns.facts.addresses:
        return _of_one_family(case, lookup, dns)
    if _without_any(dns.facts):
        aliases = _aliases(dns.facts)
        return _found(case, lookup, dns, ()) if not aliases else _an_alias(case, lookup, dns, aliases)
    return Silent()


def _of_one_family(case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns]) -> Judgement:
    """There are addresses. Without an error they were of the family that is not wanted."""
    families = {_family(address) for address in dns.facts.addresses}
    if len(families) != 1 or lookup.facts.error:
        return Silent()
    missing = RECORD[10 - families.pop()]
    answer = dns.facts.final(dns.facts.answering_name, missing)
    if answer is None or not answer.no_data:
        return Silent()
    return _found(case, lookup, dns, dns.facts.addresses)


def _without_any(dns: Dns) -> bool:
    """Some full name is answered without an error and without an address, for both kinds."""
    for name in dns.asked:
        answers = [dns.final(name, kind) for kind in ("A", "AAAA")]
        if all(answer is not None and answer.no_data for answer in answers):
            return True
    return False


def _aliases(dns: Dns) -> tuple[str, ...]:
    """The full name that was asked for and those that its CNAMEs lead through; empty where it is no alias."""
    answer = next((one for one in dns.answers if one.chain and one.no_data), None)
    return (answer.name.lower(), *answer.chain) if answer is not None else ()


def _an_alias(case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns], aliases: tuple[str, ...]) -> Found:
    """An address has no place beside a CNAME (RFC 1034, section 3.6.2): the end of the chain is what lacks one."""
    first, last = (shown(name.removesuffix(".")) for name in (aliases[0], aliases[-1]))
    again = next((at for at, name in enumerate(aliases) if name in aliases[:at]), 0)
    if again:
        way = " → ".join(shown(name.removesuffix(".")) for name in aliases[: again + 1])
        summary = say("{name} is an alias (CNAME) that goes round in a circle: {way}.", name=first, way=way)
        text = say(
            "Let one of these names lead out of the circle: to a name that has an address, or in place of the CNAME to an"
            " address itself."
        )
    else:
        summary = say("{name} is an alias (CNAME) of {last}, and that has no address.", name=first, last=last)
        text = say("Add the address of the server to {last}, or let {name} be an alias of a name that has one.",
                   name=first, last=last)  # fmt: skip
    unread = unread_file(case)
    return Found(
        certainty=Certainty.PROVEN if unread is None else Certainty.LIKELY,
        summary=summary,
        because=(lookup, dns),
        fixes=(Fix(where="network", text=text),),
        decided_by=() if unread is None else (read_it_first(unread.facts),),
    )


def _found(
    case: Case, lookup: Evidence[Lookup], source: Evidence[Dns] | Evidence[HostsFile], addresses: tuple[str, ...]
) -> Found:
    unread = unread_file(case)
    return Found(
        certainty=Certainty.PROVEN if unread is None else Certainty.LIKELY,
        summary=_summary(case, addresses),
        because=(lookup, source),
        fixes=_fixes(case, addresses),
        decided_by=() if unread is None else (read_it_first(unread.facts),),
    )


def _summary(case: Case, addresses: tuple[str, ...]) -> Prose:
    name = shown(case.target.host)
    if not addresses:
        return say("{name} exists, but has no address, neither IPv4 nor IPv6.", name=name)
    family = _family(addresses[0])
    return say(
        "{name} has no IPv{missing} address. It has IPv{family}: {addresses}.",
        name=name,
        missing=10 - family,
        family=family,
        addresses=", ".join(addresses),
    )


def _fixes(case: Case, addresses: tuple[str, ...]) -> tuple[Fix, ...]:
    name = case.target.host.removesuffix(".")
    if not addresses:
        return (
            Fix(
                where="network",
                text=say("Add the address of the server to {name}: an A record for IPv4, AAAA for IPv6.", name=name),
            ),
        )
    family = _family(addresses[0])
    return (
        Fix(
            where="client",
            text=say("Let the client use IPv{family}, which the name has.", family=family),
            commands=(call(case.target.url, f"-{family}"),),
        ),
        Fix(
            where="network",
            text=say(
                "Or add an {record} record for {name}, if the server has an IPv{missing} address.",
                record=RECORD[10 - family],
                name=name,
                missing=10 - family,
            ),
        ),
    )


def _other_family(case: Case) -> Found | None:
    """An address literal of the one family, while only the other is allowed (``-4``, ``-6``)."""
    lookup = case.seen(Lookup)
    if lookup is None or not lookup.facts.literal or lookup.facts.addresses:
        return None
    family = _family(lookup.facts.name)
    words: dict[str, str | int | float | Prose] = {
        "address": lookup.facts.name,
        "family": family,
        "other": 10 - family,
        "source": case.source,
    }
    if case.source:
        summary = say(
            "{address} is an IPv{family} address, and the client binds {source}, one of IPv{other}.", **words
        )
        fix = Fix(
            where="client",
            text=say("Bind an IPv{family} address of this machine, or none.", **words),
            commands=(call(case.target.url),),
        )
        return Found(certainty=Certainty.PROVEN, summary=summary, because=(lookup,), fixes=(fix,))
    return Found(
        certainty=Certainty.PROVEN,
        summary=say("{address} is an IPv{family} address, and the client is told to use IPv{other} only.", **words),
        because=(lookup,),
        fixes=(
            Fix(
                where="client",
                text=say("Let the client use IPv{family}.", family=family),
                commands=(call(case.target.url, f"-{family}"),),
            ),
        ),
    )


def _family(address: str) -> int:
    return 6 if ":" in address else 4


SCENARIO = Scenario(
    name="six-of-a-name-with-four",
    hosts=(asking(), router(daemons=(nameserver(SHOP),)), shop()),
    target="http://shop.example:8080",
    arguments=("-6",),
    both_ends=Expected(verdict="name-has-no-address", certainty="proven"),
    client_alone=Expected(verdict="name-has-no-address", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="an-alias-of-a-name-without",
        hosts=(
            asking(),
            router(daemons=(nameserver("--cname=shop.example,www.example", "--txt-record=www.example,hello"),)),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="name-has-no-address", certainty="proven"),
    ),
    Scenario(
        name="only-a-text-record",
        hosts=(asking(), router(daemons=(nameserver("--txt-record=shop.example,hello"),)), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="name-has-no-address", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="the-other-family-exists",
        hosts=(asking(), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://shop.example:8080",
        arguments=("-4",),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="no-such-name",
        hosts=(asking(), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://warehouse.example:8080",
        arguments=("-6",),
        client_alone=Expected(verdict="name-not-found", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="name-has-no-address",
    title=say("The name has no address of the kind that is wanted"),
    symptoms=frozenset({Symptom.NAME_NOT_RESOLVED, Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset({"name-not-found", "resolver-unreachable", "resolver-failing"}),
    needs=NAMES,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
