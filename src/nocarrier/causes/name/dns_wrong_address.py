"""The name points at a machine that is not the server

What it is
----------
DNS gives the name an address, and it is not the address of the server: an old record after a move, a typing error
in the zone, a nameserver that has not got the change yet, or one that answers with a made-up address.

What you see
------------
Refused, unreachable or timed out for everybody who asks that nameserver; or a wrong machine answers.

How it is told apart
--------------------
The address is not one that is expected (--expect-address), or not one of the server's own (--server), or the
configured nameservers disagree and another one's address connects. That the server does not have the address
is not enough: it may be translated on the way (NAT).

What to do
----------
Correct the record at the zone's nameserver, then wait until the old one's TTL has run out. Until then dial the
address itself.
"""

from __future__ import annotations

from nocarrier.causes._misdirected import (
    ANSWERED,
    SYMPTOMS,
    WHOSE,
    Clue,
    by_server,
    comes_back,
    doubted,
    in_question,
    resolved,
    unexpected,
    what_decides,
)
from nocarrier.causes._name_lab import SHOP, asking, nameserver, shop
from nocarrier.causes._names import NAMES, shown
from nocarrier.facts.dns import Dns
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.facts.private import is_loopback
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router
from nocarrier.model.shell import call, quoted
from nocarrier.model.target import WILDCARDS

NO_MACHINE = WILDCARDS
"Answers of filters that block a name; no machine has these addresses (RFC 1122, section 3.2.1.3)."


def judge(case: Case) -> Judgement:
    """DNS gave the address, and something says that it is the wrong one."""
    lookup, dns, hosts = resolved(case), case.seen(Dns), case.seen(HostsFile)
    if lookup is None or dns is None:
        return Silent()
    address = in_question(case, lookup.facts)
    if hosts is not None and hosts.facts.giving((address,)) is not None:
        return RuledOut((hosts,), say("{path} gave the address", path=hosts.facts.path))
    if address not in _given(dns.facts):
        return Silent()
    clue = _clue(case, lookup, dns, address)
    if clue is None or isinstance(clue, RuledOut):
        return clue or Silent()
    clue = doubted(clue, case)
    proven = clue.certainty is Certainty.PROVEN
    return Found(
        certainty=clue.certainty,
        summary=_summary(case, address, clue),
        because=(*clue.because, dns),
        fixes=_fixes(case, dns.facts, address, clue),
        decided_by=() if proven else what_decides(case),
    )


def _given(dns: Dns) -> set[str]:
    """Every address that any of the nameservers gives."""
    return {each for name in dns.asked for server in dns.servers for each in dns.addresses_of(name, server)}


def _clue(case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns], address: str) -> Clue | RuledOut | None:
    if case.expected_addresses:
        if unexpected(case, lookup.facts):
            return Clue(Certainty.PROVEN, case.expected_addresses, (lookup,))
        return RuledOut((lookup,), say("{address} is the expected address", address=address))
    if address in NO_MACHINE:
        return Clue(Certainty.PROVEN, (), (lookup,))
    return by_server(case, lookup) or _by_disagreement(case, lookup, dns, address) or _by_coming_back(case, lookup)


def _by_coming_back(case: Case, lookup: Evidence[Lookup]) -> Clue | None:
    """A loopback address in DNS means whoever asks. An address that this machine has besides may well be the name's."""
    if not is_loopback(in_question(case, lookup.facts)) or not comes_back(case, lookup.facts):
        return None
    return Clue(Certainty.POSSIBLE, (), (lookup,))


def _by_disagreement(case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns], address: str) -> Clue | None:
    """Another configured nameserver gives the same full name other addresses only, and one of them connects."""
    other = case.seen(OtherAddresses)
    name = dns.facts.answering_name
    for server in dns.facts.servers:
        theirs = dns.facts.addresses_of(name, server)
        if not theirs or address in theirs:
            continue
        right = tuple(each for each in theirs if other is not None and each in other.facts.connecting("dns"))
        if other is not None and right:
            return Clue(Certainty.LIKELY, right, (lookup, other))
        return Clue(Certainty.POSSIBLE, theirs, (lookup,))
    return None


def _summary(case: Case, address: str, clue: Clue) -> Prose:
    name = shown(case.target.host)
    if address in NO_MACHINE:
        return say(
            "DNS answers {address} for {name}, which is no machine's address: the nameserver blocks the name.",
            address=address,
            name=name,
        )
    if clue.right:
        return say(
            "DNS gives {name} the address {address}; it should be {right}.",
            name=name,
            address=address,
            right=", ".join(clue.right[:3]),
        )
    if not case.server_named:
        return say(
            "DNS gives {name} the address {address}, which is this machine itself; another may be meant.",
            name=name,
            address=address,
        )
    return say("DNS gives {name} the address {address}, which is not the server's.", name=name, address=address)


def _fixes(case: Case, dns: Dns, address: str, clue: Clue) -> tuple[Fix, ...]:
    name = dns.answering_name.removesuffix(".") or case.target.host
    if address in NO_MACHINE:
        return (
            Fix(
                where="network",
                text=say(
                    "Allow {name} in the filter of the nameserver {server}, or ask another nameserver.",
                    name=name,
                    server=dns.servers[0],
                ),
                commands=(f"dig @{dns.servers[0]} {quoted(name)}",),
            ),
        )
    if not clue.right:
        return (
            Fix(
                where="network",
                text=say(
                    "Set the record of {name} to the server's address in place of {old}.", name=name, old=address
                ),
            ),
        )
    right = clue.right[0]
    return (_correct(dns, name, address, right), _meanwhile(case, right))


def _correct(dns: Dns, name: str, old: str, right: str) -> Fix:
    kind = "AAAA" if ":" in right else "A"
    ttl = dns.ttl or 300
    return Fix(
        where="network",
        text=say(
            "Set the {kind} record of {name} to {right} in place of {old}. Resolvers keep the old one for up to"
            " {ttl} s.",
            kind=kind,
            name=name,
            right=right,
            old=old,
            ttl=ttl,
        ),
        config=f"{name}. {ttl} IN {kind} {right}",
    )


def _meanwhile(case: Case, right: str) -> Fix:
    return Fix(
        where="client",
        text=say("Until then: dial {address} itself.", address=right),
        commands=(call(case.target.at(host=right)),),
    )


_OLD = "--host-record=shop.example,10.20.0.1,60"

SCENARIO = Scenario(
    name="old-record",
    hosts=(asking(), router(daemons=(nameserver(_OLD),)), shop()),
    target="http://shop.example:8080",
    both_ends=Expected(verdict="dns-wrong-address", certainty="proven"),
)

_SILENT = "table ip f { chain in { type filter hook input priority 0; ip daddr 10.20.0.1 tcp dport 8080 drop; }\n}\n"
"What the router does as the wrong machine."
_GONE = "--host-record=shop.example,10.20.0.99,60"

VARIANTS = (
    Scenario(
        name="to-a-machine-that-keeps-silent",
        hosts=(asking(), router(daemons=(nameserver(_OLD),), nft=_SILENT), shop()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="dns-wrong-address", certainty="likely"),
    ),
    Scenario(
        name="to-nobody",
        hosts=(asking(), router(daemons=(nameserver(_GONE),)), shop()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="dns-wrong-address", certainty="proven"),
        client_alone=Expected(verdict="host-down", certainty="likely"),
    ),
    Scenario(
        name="silent-and-not-the-expected-one",
        hosts=(asking(), router(daemons=(nameserver(_OLD),), nft=_SILENT), shop()),
        target="http://shop.example:8080",
        arguments=("--expect-address", "10.20.0.5"),
        client_alone=Expected(verdict="dns-wrong-address", certainty="proven"),
    ),
    Scenario(
        name="the-nameservers-disagree-and-one-machine-is-silent",
        hosts=(
            asking("10.10.0.1", "10.20.0.1"),
            router(daemons=(nameserver(_OLD), nameserver(SHOP, address="10.20.0.1")), nft=_SILENT),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="dns-wrong-address", certainty="likely"),
    ),
    Scenario(
        name="not-the-expected-one",
        hosts=(asking(), router(daemons=(nameserver(_OLD),)), shop()),
        target="http://shop.example:8080",
        arguments=("--expect-address", "10.20.0.5"),
        client_alone=Expected(verdict="dns-wrong-address", certainty="proven"),
    ),
    Scenario(
        name="the-nameservers-disagree",
        hosts=(
            asking("10.10.0.1", "10.20.0.1"),
            router(daemons=(nameserver(_OLD), nameserver(SHOP, address="10.20.0.1"))),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="dns-wrong-address", certainty="likely"),
    ),
    Scenario(
        name="blocked-by-the-nameserver",
        hosts=(asking(), router(daemons=(nameserver("--address=/shop.example/0.0.0.0"),)), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="dns-wrong-address", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="a-forwarded-port",
        hosts=(
            asking(),
            router(
                daemons=(nameserver(_OLD),),
                nft="table ip forwarding {\nchain in {\ntype nat hook prerouting priority -100\n"
                "ip daddr 10.20.0.1 tcp dport 8080 dnat to 10.20.0.5:8080\n}\n}\n",
            ),
            shop(9999),
        ),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="likely"),
    ),
    Scenario(
        name="to-whoever-asks",
        hosts=(asking(), router(daemons=(nameserver("--host-record=shop.example,127.0.0.1,60"),)), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="server-not-listening", certainty="likely"),
    ),
    Scenario(
        name="right-record-nobody-listens",
        hosts=(asking(), router(daemons=(nameserver(SHOP),)), shop(9999)),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="the-expected-one",
        hosts=(asking(), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://shop.example:8080",
        arguments=("--expect-address", "10.20.0.5"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="dns-wrong-address",
    title=say("The name points at a machine that is not the server"),
    symptoms=SYMPTOMS | ANSWERED,
    look_alikes=frozenset({"hosts-file-override", "search-domain-surprise", "server-not-listening", "wrong-host"}),
    needs=(*NAMES, *WHOSE),
    presumes=frozenset({"name", "astray"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    # An edge in front of the server is no wrong record: who set it up meant it to be there.
    yields_to=frozenset(
        {"search-domain-surprise", "container-port-not-published", "cdn-in-front", "dns-fake-address"}
    ),
    degrades=True,
    misdirects=True,
)
