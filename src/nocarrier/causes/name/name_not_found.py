"""The name does not exist

What it is
----------
The nameservers that this machine asks say that there is no such name (NXDOMAIN), and its hosts file has none either.

What you see
------------
"Name or service not known", "getaddrinfo ENOTFOUND", "Could not resolve host", "no such host",
"DNS_PROBE_FINISHED_NXDOMAIN", usually at once.

How it is told apart
--------------------
An answer with the code NXDOMAIN says that the name does not exist. A name that exists without an address of the
wanted kind is answered without an error, a broken resolver with SERVFAIL or REFUSED, a dead one not at all.

What to do
----------
Correct the name; names one slip away that do exist are shown. Where the name is right and new, or known inside
another network only, the record is missing at the nameserver that is asked.
"""

from __future__ import annotations

from nocarrier.causes._name_lab import SHOP, asking, nameserver, shop
from nocarrier.causes._names import (
    NAMES,
    NOT_KNOWN,
    ask_directly,
    dns_is_asked,
    let_read,
    listed,
    read_it_first,
    shown,
    unread_file,
    unresolved,
)
from nocarrier.facts.dns import Dns
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.near_names import NearName, NearNames
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """NXDOMAIN for every full name that was asked for."""
    lookup, dns = unresolved(case), case.seen(Dns)
    if lookup is None:
        return Silent()
    if not dns_is_asked(case):
        return _only_the_file(case, lookup)
    if dns is None:
        return _by_error_alone(case, lookup)
    if not dns.facts.answering:
        return Silent()
    if not dns.facts.nowhere:
        return _other_answer(dns)
    unread = unread_file(case)
    if unread is not None:
        return _perhaps_in_the_file(case, lookup, dns, unread)
    sure = lookup.facts.error in NOT_KNOWN and not dns.facts.name.endswith(".local") and not _elsewhere(dns.facts)
    server = dns.facts.answering[0]
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(case, dns.facts),
        because=(lookup, dns),
        fixes=_fixes(case),
        decided_by=() if sure else ask_directly(case, server),
    )


def _perhaps_in_the_file(
    case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns], unread: Evidence[HostsFile]
) -> Judgement:
    """DNS does not know it, and the file that is asked before DNS is closed to this user."""
    hosts = unread.facts
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{servers} says that {name} does not exist, and this user may not read {path}, which may name it.",
            servers=listed(dns.facts.answering),
            name=shown(case.target.host),
            path=hosts.path,
        ),
        because=(lookup, dns, unread),
        fixes=(let_read(hosts.path), *_fixes(case)),
        decided_by=(read_it_first(hosts),),
    )


def _other_answer(dns: Evidence[Dns]) -> Judgement:
    for name in dns.facts.asked:
        for kind in ("A", "AAAA"):
            answer = dns.facts.final(name, kind)
            if answer is not None and answer.rcode == "NOERROR":
                return RuledOut((dns,), say("{server} knows the name", server=answer.server))
    return Silent()


def _elsewhere(dns: Dns) -> bool:
    """Another configured server does have an address for it."""
    return any(dns.addresses_of(name, server) for name in dns.asked for server in dns.servers)


def _only_the_file(case: Case, lookup: Evidence[Lookup]) -> Judgement:
    hosts = case.seen(HostsFile)
    if hosts is None or hosts.facts.entries or hosts.facts.errno or not {"files"} >= set(hosts.facts.sources):
        return Silent()
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "{name} does not stand in {path}, and this machine asks no nameserver (nsswitch.conf: hosts: {sources}).",
            name=shown(case.target.host),
            path=hosts.facts.path,
            sources=" ".join(hosts.facts.sources),
        ),
        because=(lookup, hosts),
        fixes=_fixes(case),
    )


def _by_error_alone(case: Case, lookup: Evidence[Lookup]) -> Judgement:
    """The nameservers cannot be asked from here; only the library's word is known."""
    if lookup.facts.error not in NOT_KNOWN:
        return Silent()
    return Found(
        certainty=Certainty.LIKELY,
        summary=say("{name} is not known on that machine.", name=shown(case.target.host)),
        because=(lookup,),
        fixes=_fixes(case),
        decided_by=ask_directly(case),
    )


def _summary(case: Case, dns: Dns) -> Prose:
    name, servers = shown(case.target.host), listed(dns.answering)
    near = _near(case)
    alias = next((answer.chain[-1] for answer in dns.answers if answer.chain), "")
    if alias:
        return say(
            "{name} is an alias of {alias}, and {servers} says that that does not exist.",
            name=name,
            alias=alias.removesuffix("."),
            servers=servers,
        )
    if near:
        return say(
            "{name} does not exist, says {servers}. {near} does: {address}.",
            name=name,
            servers=servers,
            near=shown(near[0].name),
            address=near[0].addresses[0],
        )
    return say("{name} does not exist, says {servers}.", name=name, servers=servers)


def _near(case: Case) -> tuple[NearName, ...]:
    seen = case.seen(NearNames)
    return seen.facts.names if seen is not None else ()


def _fixes(case: Case) -> tuple[Fix, ...]:
    """A name that takes no connection where the client wants one is hardly the one that was meant."""
    names = _near(case)[:3]
    answering = tuple(_dial(case, near) for near in names if near.connects)
    return (*answering, _add(case), *(_dial(case, near) for near in names if not near.connects))


def _dial(case: Case, near: NearName) -> Fix:
    port = case.target.port or 0
    known: dict[str, str | int | float | Prose] = {
        "name": shown(near.name),
        "address": near.addresses[0],
        "port": port,
    }
    if near.connects:
        text = say("Dial {name}: it is {address}, which takes connections on {port}.", **known)
    else:
        text = say("Dial {name}, if that was meant: it is {address}.", **known)
    return Fix(where="client", text=text, commands=(call(case.target.at(host=near.name)),))


def _add(case: Case) -> Fix:
    dns = case.seen(Dns)
    zone = next((answer.zone for answer in dns.facts.answers if answer.zone), "") if dns is not None else ""
    name = case.target.host.removesuffix(".")
    if zone.strip("."):
        return Fix(
            where="network",
            text=say(
                "If {name} is right, its record is missing in the zone {zone}: add an A or AAAA record there.",
                name=name,
                zone=zone.removesuffix("."),
            ),
        )
    return Fix(
        where="network",
        text=say(
            "If {name} is right, it has to be made known to the nameserver that this machine asks, or this machine"
            " has to ask the nameserver of the network that knows it (VPN).",
            name=name,
        ),
    )


SCENARIO = Scenario(
    name="two-letters-swapped",
    hosts=(asking(), router(daemons=(nameserver(SHOP),)), shop()),
    target="http://shpo.example:8080",
    both_ends=Expected(verdict="name-not-found", certainty="proven"),
    client_alone=Expected(verdict="name-not-found", certainty="proven"),
)

NEAR_MISSES = (
    Scenario(
        name="it-exists",
        hosts=(asking(), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="only-the-hosts-file-has-it",
        hosts=(
            asking(hosts="10.20.0.5 shpo.example\n"),
            router(daemons=(nameserver(SHOP),)),
            shop(),
        ),
        target="http://shpo.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="name-not-found",
    title=say("The name does not exist"),
    symptoms=frozenset({Symptom.NAME_NOT_RESOLVED}),
    look_alikes=frozenset({"name-has-no-address", "resolver-unreachable", "resolver-failing", "target-malformed"}),
    needs=(*NAMES, *on_client(NearNames)),
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
)
