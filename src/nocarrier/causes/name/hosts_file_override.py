"""The hosts file gives another address than DNS

What it is
----------
A line in the client's hosts file names the server, so DNS is not asked; and the address in that line is not, or no
longer, the server's. Often it was written for a test or a move, and forgotten.

What you see
------------
Refused, unreachable or timed out on this one machine, or the certificate of another site, while everybody else connects.

How it is told apart
--------------------
The name resolves to the address of that line, and the nameservers, asked directly, give another one; or the address
is not the one that is expected, or not one of the server's. Where somebody answers at that address, only the one who knows
which is meant can tell.

What to do
----------
Remove the name from that line, or correct the address.
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
from nocarrier.causes._name_lab import HOSTS, SHOP, asking, nameserver, shop
from nocarrier.causes._names import NAMES, shown
from nocarrier.causes._tls_lab import CERTIFICATE, OTHER_NAME, TRUSTED, nginx_with_tls
from nocarrier.facts.dns import Dns
from nocarrier.facts.hosts_file import HostsEntry, HostsFile
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Scenario, router
from nocarrier.model.shell import quoted


def judge(case: Case) -> Judgement:
    """The hosts file gave the address, and something says that it is the wrong one."""
    lookup, hosts = resolved(case), case.seen(HostsFile)
    if lookup is None or hosts is None or lookup.facts.name.removesuffix(".") == "localhost":
        return Silent()
    if hosts.facts.errno:
        return Silent()
    if not hosts.facts.entries:
        return RuledOut((hosts,), say("{path} does not name it", path=hosts.facts.path))
    entry = hosts.facts.giving((in_question(case, lookup.facts),))
    if entry is None:
        return Silent()
    clue = _clue(case, lookup, entry)
    if clue is None or isinstance(clue, RuledOut):
        return clue or Silent()
    clue = doubted(clue, case)
    proven = clue.certainty is Certainty.PROVEN
    return Found(
        certainty=clue.certainty,
        summary=_summary(case, hosts.facts, entry, clue),
        because=(hosts, *clue.because),
        fixes=(_fix(hosts.facts, entry, clue),),
        decided_by=() if proven else what_decides(case),
    )


def _clue(case: Case, lookup: Evidence[Lookup], entry: HostsEntry) -> Clue | RuledOut | None:
    if case.expected_addresses:
        if entry.address in unexpected(case, lookup.facts):
            return Clue(Certainty.PROVEN, case.expected_addresses, (lookup,))
        return RuledOut((lookup,), say("{address} is the expected address", address=entry.address))
    server, dns = by_server(case, lookup), _by_dns(case, lookup, entry)
    if isinstance(server, RuledOut) or dns is None:
        return server if isinstance(server, RuledOut) else _without_dns(case, server) or _by_coming_back(case, lookup)
    if server is None or isinstance(dns, RuledOut) or dns.certainty >= server.certainty:
        return dns
    return server


def _without_dns(case: Case, server: Clue | None) -> Clue | None:
    """What the server's side says; it proves nothing while nobody has asked DNS, which could give the same address."""
    if server is None or case.seen(Dns) is not None:
        return server
    return replace(server, certainty=min(server.certainty, Certainty.LIKELY))


def _by_coming_back(case: Case, lookup: Evidence[Lookup]) -> Clue | None:
    """Nothing to compare the line with, and it leads to this machine itself: often it was written for a test."""
    return Clue(Certainty.POSSIBLE, (), (lookup,)) if comes_back(case, lookup.facts) else None


def _by_dns(case: Case, lookup: Evidence[Lookup], entry: HostsEntry) -> Clue | RuledOut | None:
    """The nameservers' own answer, and whether it would have connected."""
    dns, other = case.seen(Dns), case.seen(OtherAddresses)
    if dns is None or not dns.facts.addresses:
        return None
    if entry.address in dns.facts.addresses:
        return RuledOut((dns,), say("DNS gives the same address"))
    connecting = set(other.facts.connecting("dns", "server")) if other is not None else set()
    # A line for one family hides DNS's addresses of the other one, too.
    right = tuple(address for address in dns.facts.addresses if address in connecting)
    if other is None or not right:
        return Clue(Certainty.POSSIBLE, dns.facts.addresses, (lookup, dns))
    certainty = Certainty.LIKELY if _both_here(case, right[0]) else Certainty.PROVEN
    return Clue(certainty, right, (lookup, dns, other))


def _both_here(case: Case, address: str) -> bool:
    """DNS gives another address of this very machine: then its listeners tell more (Debian's 127.0.1.1)."""
    own = case.seen(Interfaces)
    return own is not None and own.facts.has(address)


def _summary(case: Case, hosts: HostsFile, entry: HostsEntry, clue: Clue) -> Prose:
    known: dict[str, str | int | float | Prose] = {
        "path": hosts.path,
        "line": entry.line,
        "name": shown(hosts.name),
        "address": entry.address,
    }
    if clue.right:
        return say(
            "Line {line} of {path} gives {name} the address {address}; it should be {right}.",
            right=", ".join(clue.right[:3]),
            **known,
        )
    if not case.server_named:
        return say(
            "Line {line} of {path} gives {name} the address {address}, which is this machine itself; another may be"
            " meant.",
            **known,
        )
    return say("Line {line} of {path} gives {name} the address {address}, which is not the server's.", **known)


def _fix(hosts: HostsFile, entry: HostsEntry, clue: Clue) -> Fix:
    """Take the name out of its line, or put the right address there where DNS does not give it.

    The file is written in place: where it is a bind mount (containers, ip netns exec), ``sed -i`` cannot rename it.
    """
    from_dns = any(isinstance(seen.facts, Dns) for seen in clue.because)
    line = f"{entry.address} {' '.join(entry.names)}"
    if from_dns or not clue.right:
        return Fix(
            where="client",
            text=say(
                "Take {name} out of line {line} of {path} ({text}); then DNS answers for it.",
                name=hosts.name,
                line=entry.line,
                path=hosts.path,
                text=line,
            ),
            commands=(_edited(hosts.path, _without(entry, hosts.name)),),
            risk=say("Whoever wrote that line wanted this machine to go elsewhere."),
        )
    return Fix(
        where="client",
        text=say(
            "Correct the address in line {line} of {path} ({text}).", line=entry.line, path=hosts.path, text=line
        ),
        commands=(_edited(hosts.path, f"{entry.line}s/{_pattern(entry.address)}/{clue.right[0]}/"),),
        risk=say("It is then the address of every name on that line: {names}.", names=" ".join(entry.names)),
    )


def _edited(path: str, script: str) -> str:
    return f"text=$(sed {quoted(script)} {quoted(path)}) && printf '%s\\n' \"$text\" > {quoted(path)}"


def _without(entry: HostsEntry, name: str) -> str:
    """A sed script that deletes the line, or only the name where the line has others."""
    if entry.names == (name,):
        return f"{entry.line}d"
    return f"{entry.line}s/[[:space:]]{_pattern(name)}\\([[:space:]]\\|$\\)/\\1/I"


def _pattern(text: str) -> str:
    return text.replace(".", "\\.")


_ROUTER = router(daemons=(nameserver(SHOP),))
_OLD = "10.20.0.9 shop.example\n"

SCENARIO = Scenario(
    name="left-from-a-move",
    hosts=(asking(hosts=_OLD), _ROUTER, shop()),
    target="http://shop.example:8080",
    both_ends=Expected(verdict="hosts-file-override", certainty="proven"),
    client_alone=Expected(verdict="hosts-file-override", certainty="proven"),
)

_SILENT = "table ip f { chain in { type filter hook input priority 0; ip daddr 10.10.0.1 tcp dport 8080 drop; }\n}\n"
"What the router does as the wrong machine; it answers as the nameserver."
_OTHER_SITE = nginx_with_tls("server { listen 8443 ssl; return 204; }", 8443, OTHER_NAME)
_LED_TO_IT = replace(
    asking(), files={**asking().files, TRUSTED: CERTIFICATE, "hosts": f"{HOSTS}10.10.0.1 shop.example\n"}
)

VARIANTS = (
    Scenario(
        name="another-site-is-there",
        hosts=(_LED_TO_IT, router(daemons=(nameserver(SHOP), _OTHER_SITE)), shop(8443)),
        target="https://shop.example:8443/",
        arguments=("--expect-address", "10.20.0.5"),
        both_ends=Expected(verdict="hosts-file-override", certainty="proven"),
        client_alone=Expected(verdict="hosts-file-override", certainty="proven"),
    ),
    Scenario(
        name="to-a-machine-that-keeps-silent",
        hosts=(asking(hosts="10.10.0.1 shop.example\n"), router(daemons=(nameserver(SHOP),), nft=_SILENT), shop()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="hosts-file-override", certainty="proven"),
        client_alone=Expected(verdict="hosts-file-override", certainty="proven"),
    ),
    Scenario(
        name="to-nobody",
        hosts=(asking(hosts="10.20.0.99 shop.example\n"), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="hosts-file-override", certainty="proven"),
        client_alone=Expected(verdict="hosts-file-override", certainty="proven"),
    ),
    Scenario(
        name="among-other-names",
        hosts=(asking(hosts="10.10.0.1 gate Shop.Example www.shop.example # old\n"), _ROUTER, shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="hosts-file-override", certainty="proven"),
    ),
    Scenario(
        name="to-this-machine",
        hosts=(asking(hosts="127.0.0.1 shop.example\n"), _ROUTER, shop()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="hosts-file-override", certainty="proven"),
        client_alone=Expected(verdict="hosts-file-override", certainty="proven"),
    ),
    Scenario(
        name="no-nameserver-to-compare",
        hosts=(asking(hosts="10.10.0.1 shop.example\n"), router(), shop()),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="hosts-file-override", certainty="proven"),
    ),
    Scenario(
        name="not-the-expected-one",
        hosts=(asking(hosts="10.20.0.5 shop.example\n"), router(), shop()),
        target="http://shop.example:8080",
        arguments=("--expect-address", "10.20.0.6"),
        client_alone=Expected(verdict="hosts-file-override", certainty="proven", outcome="degraded"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="it-may-be-that-other-site",
        hosts=(_LED_TO_IT, router(daemons=(nameserver(SHOP), _OTHER_SITE)), shop(8443)),
        target="https://shop.example:8443/",
        both_ends=Expected(verdict="certificate-name-mismatch", certainty="likely"),
        client_alone=Expected(verdict="certificate-name-mismatch", certainty="likely"),
    ),
    Scenario(
        name="the-same-as-dns",
        hosts=(asking(hosts="10.20.0.5 shop.example\n"), _ROUTER, shop(9999)),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="to-this-machine-and-the-service-runs-nowhere",
        hosts=(asking(hosts="127.0.0.1 shop.example\n"), _ROUTER, shop(9999)),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="server-not-listening", certainty="likely"),
    ),
    Scenario(
        name="another-name",
        hosts=(asking(hosts="10.20.0.9 shop.example.org shop\n"), _ROUTER, shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="odd-but-right",
        hosts=(
            asking(hosts="10.20.0.5\tshop.example shop.example # again\n10.20.0.5 shop.example\n999.1.1.1 x\n"),
            router(),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="only-the-hosts-file-knows-it",
        hosts=(asking(hosts="10.20.0.5 shop.example\n"), router(daemons=(nameserver(),)), shop(9999)),
        target="http://shop.example:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="hosts-file-override",
    title=say("The hosts file gives another address than DNS"),
    symptoms=SYMPTOMS | ANSWERED,
    look_alikes=frozenset({"dns-wrong-address", "search-domain-surprise", "server-not-listening", "wrong-host"}),
    needs=(*NAMES, *WHOSE),
    presumes=frozenset({"name", "astray"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"container-port-not-published"}),
    degrades=True,
    misdirects=True,
)
