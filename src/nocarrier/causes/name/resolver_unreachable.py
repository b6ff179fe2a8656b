"""No configured nameserver answers

What it is
----------
The nameservers that this machine is told to ask are silent or refuse, over UDP and over TCP; or none is configured
and nothing answers on the machine itself. No name can be looked up then, and no server is to blame. Where only the first
ones are dead, each look-up waits seconds for them.

What you see
------------
"Temporary failure in name resolution" (EAI_AGAIN), "connection timed out; no servers could be reached",
"getaddrinfo EAI_AGAIN", at once where they refuse, after 5 to 20 seconds where they are silent.

How it is told apart
--------------------
Every nameserver is asked directly, twice over UDP and once over TCP. One that answers anything, were it a failure,
is reachable, and then the name or the resolver's own work is at fault; but one that answers over TCP only is kept from
programs by a packet filter, for they ask over UDP.

A line of resolv.conf that the C library passes over is named: an address with a port, a comma or quotes, a name in place
of an address, a blank before the word, or a carriage return at the end, as a file that was written on Windows has.

What to do
----------
Bring the nameserver up, or name one that answers in resolv.conf (or to the program that writes it). Where it answers over
TCP, let udp/53 pass, too.
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
    unread_file,
    unresolved,
)
from nocarrier.facts.dns import Dns, DnsAnswer
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.resolver_config import PassedOver, ResolverConfig
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Host, Scenario, router
from nocarrier.model.shell import quoted

FAULTS = {
    "return": say("it ends in a carriage return, as lines of Windows do"),
    "blank": say("it begins with a blank"),
    "word": say("the word is nameserver, in small letters, with a blank behind it"),
    "address": say("behind the word an address has to stand by itself, without a name, port, quotes or commas"),
}
"Why the C library passes a line over (glibc's resolv/res_init.c)."


def judge(case: Case) -> Judgement:
    """Not one answer from any of them."""
    lookup, dns, config = unresolved(case), case.seen(Dns), case.seen(ResolverConfig)
    if lookup is None:
        return _first_in_vain(case)
    if not dns_is_asked(case):
        return Silent()
    if dns is None:
        return _by_error_alone(case, lookup)
    heard = dns.facts.over_tcp_only
    if heard is not None and lookup.facts.error not in NOT_KNOWN:
        return _no_udp(case, lookup, dns, heard)
    if dns.facts.answering:
        return RuledOut((dns,), say("{server} answers", server=dns.facts.answering[0]))
    if config is None or not dns.facts.answers:
        return Silent()
    unread = unread_file(case)
    return Found(
        certainty=Certainty.PROVEN if unread is None else Certainty.LIKELY,
        summary=_summary(dns.facts, config.facts),
        because=(lookup, dns, config) if _closed(config.facts) or config.facts.assumed else (lookup, dns),
        fixes=_fixes(dns.facts, config.facts),
        decided_by=() if unread is None else (read_it_first(unread.facts),),
    )


def _closed(config: ResolverConfig) -> bool:
    """There is such a file, and this user may not read it."""
    return config.errno not in ("", "ENOENT")


def _first_in_vain(case: Case) -> Judgement:
    """The name resolves in the end, by a later server: each look-up first waits for one that is dead."""
    lookup, dns, config = case.seen(Lookup), case.seen(Dns), case.seen(ResolverConfig)
    if lookup is None or not lookup.facts.addresses or dns is None or config is None or not dns.facts.asked_in_vain:
        return Silent()
    dead, alive = dns.facts.asked_in_vain, dns.facts.answering[0]
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The nameserver {dead}, which is asked first, does not answer; {alive} does. Each look-up of a name waits for it"
            " before.",
            dead=listed(dead),
            alive=alive,
        ),
        because=(dns, config),
        fixes=(
            Fix(
                where="client",
                text=say(
                    "Take {dead} out of {path}, or put it behind {alive}.",
                    dead=listed(dead),
                    path=config.facts.path,
                    alive=alive,
                ),
                risk=say(
                    "Where DHCP, NetworkManager or resolvconf writes that file, it is written anew; change it there."
                ),
            ),
        ),
        decided_by=ask_directly(case, dead[0]),
    )


def _no_udp(case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns], heard: DnsAnswer) -> Judgement:
    """It lives, and is asked over UDP in vain: a packet filter on the way, or this machine's own (EPERM)."""
    here = any(answer.errno == "EPERM" for answer in dns.facts.answers)
    let_out = say("Let udp/53 to {server} out of this machine, as tcp/53 is.", server=heard.server)
    let_through = say(
        "Let udp/53 to {server} through: in this machine's packet filter, in its own, or in a device on the way.",
        server=heard.server,
    )
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The nameserver {server} answers over TCP, and over UDP, which is how programs ask, nothing comes of it: a"
            " packet filter keeps udp/53 from passing.",
            server=heard.server,
        ),
        because=(lookup, dns),
        fixes=(Fix(where="client" if here else "network", text=let_out if here else let_through),),
        decided_by=(
            Decider(
                question=say("Does a rule of this machine concern udp/53?"),
                command="nft list ruleset | grep -nwE '53|domain'; iptables-save | grep -nwE '53|domain'",
            ),
            *ask_directly(case, heard.server),
        ),
    )


def _by_error_alone(case: Case, lookup: Evidence[Lookup]) -> Judgement:
    """The nameservers cannot be asked from here; only the library's word is known."""
    if lookup.facts.error not in ("EAI_AGAIN", "EAI_TIMEOUT"):
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say("The nameservers of that machine do not answer."),
        because=(lookup,),
        decided_by=ask_directly(case),
    )


def _summary(dns: Dns, config: ResolverConfig) -> Prose:
    servers = listed(dns.servers)
    if _closed(config):
        return say(
            "This user may not read {path} ({errno}), so {server} is asked in place of what it names, and nothing answers"
            " there.",
            path=config.path,
            errno=config.errno,
            server=servers,
        )
    if config.passed_over is not None:
        return say(
            "Line {number} of {path} ({line}) names no nameserver: {why}. So {server} is asked, and nothing answers there.",
            number=config.passed_over.number,
            path=config.path,
            line=config.passed_over.text,
            why=FAULTS[config.passed_over.fault],
            server=servers,
        )
    if config.assumed:
        return say(
            "{path} names no nameserver, so {server} is asked, and nothing answers there.",
            path=config.path,
            server=servers,
        )
    errors = {answer.errno for answer in dns.answers if answer.transport == "udp"}
    # Of an ICMP message that is due some are left out (icmp(7), icmp_ratelimit), of a reset none.
    refused = all(answer.errno == "ECONNREFUSED" for answer in dns.answers if answer.transport == "tcp")
    if refused and errors <= {"ECONNREFUSED", ""}:
        if "ECONNREFUSED" not in errors:
            return say(
                "No nameserver answers at {servers}: port 53 is refused over TCP, and silent over UDP.",
                servers=servers,
            )
        return say("No nameserver runs at {servers}: port 53 is refused over UDP and TCP.", servers=servers)
    if errors & {"ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EPERM", "EACCES", "ENETDOWN"}:
        return say(
            "The nameserver {servers} cannot be reached from here ({errors}).",
            servers=servers,
            errors=", ".join(sorted(error for error in errors if error)),
        )
    if len(dns.servers) > 1:
        return say("None of the nameservers {servers} answers, neither over UDP nor over TCP.", servers=servers)
    return say("The nameserver {servers} does not answer, neither over UDP nor over TCP.", servers=servers)


def _fixes(dns: Dns, config: ResolverConfig) -> tuple[Fix, ...]:
    if _closed(config):
        return (let_read(config.path),)
    if config.passed_over is not None:
        return (_mend(config.path, config.passed_over),)
    if config.stub:
        return (
            Fix(
                where="client",
                text=say("systemd-resolved does not answer at {server}: start it again.", server=dns.servers[0]),
                commands=("systemctl restart systemd-resolved", "resolvectl status"),
            ),
        )
    own = [server for server in dns.servers if server.startswith("127.") or server == "::1"]
    if own:
        return (
            Fix(
                where="client",
                text=say(
                    "{server} is this machine itself: start the resolver that is to run here, or name another"
                    " nameserver in {path}.",
                    server=own[0],
                    path=config.path,
                ),
                commands=("ss -lunp 'sport = :53'",),
                config="nameserver ADDRESS" if config.assumed else "",
            ),
        )
    return (
        Fix(
            where="network",
            text=say(
                "Bring the nameserver at {servers} up, and let it answer this machine.", servers=listed(dns.servers)
            ),
            commands=tuple(f"dig @{server} {quoted(dns.asked[0])}" for server in dns.servers),
        ),
        Fix(
            where="client",
            text=say(
                "Or name a nameserver that answers in {path}, in place of {servers}.",
                path=config.path,
                servers=listed(dns.servers),
            ),
            risk=say(
                "Where DHCP, NetworkManager or resolvconf writes that file, it is written anew; change it there."
            ),
        ),
    )


def _mend(path: str, line: PassedOver) -> Fix:
    """The line as it has to be; all of them where the whole file came from Windows."""
    if line.fault == "return":
        return Fix(
            where="client",
            text=say("Take the carriage returns out of it:"),
            commands=(f"sed -i 's/\\r$//' {quoted(path)}",),
        )
    return Fix(
        where="client",
        text=say("Line {number} of {path} as it has to be:", number=line.number, path=path),
        config=f"nameserver {line.address or 'ADDRESS'}",
    )


SCENARIO = Scenario(
    name="no-nameserver-there",
    hosts=(asking(), router(), shop()),
    target="http://shop.example:8080",
    both_ends=Expected(verdict="resolver-unreachable", certainty="proven"),
    client_alone=Expected(verdict="resolver-unreachable", certainty="proven"),
)


def _deaf_to(*transports: str) -> Host:
    """A nameserver whose machine lets no question over these in."""
    drops = "".join(f" iifname != lo {transport} dport 53 drop;" for transport in transports)
    keeping = f"table inet names {{ chain input {{ type filter hook input priority 0;{drops} }}; }}"
    return router(nft=keeping, daemons=(nameserver(SHOP),))


VARIANTS = (
    Scenario(
        name="nobody-at-that-address",
        hosts=(asking("10.10.0.99", "10.10.0.98"), router(), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="proven"),
    ),
    Scenario(
        name="none-configured",
        hosts=(asking(resolv_conf="# nothing here\n"), router(), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="proven"),
    ),
    Scenario(
        name="its-line-has-a-port",
        hosts=(asking(resolv_conf="nameserver 10.10.0.1:53\n"), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="proven"),
    ),
    Scenario(
        name="its-lines-are-of-windows",
        hosts=(asking(resolv_conf="nameserver 10.10.0.1\r\n"), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="proven"),
    ),
    Scenario(
        name="queries-are-swallowed",
        hosts=(
            asking(),
            _deaf_to("udp", "tcp"),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="proven"),
    ),
    Scenario(
        name="udp-does-not-pass",
        hosts=(
            asking(),
            _deaf_to("udp"),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="likely"),
    ),
    Scenario(
        name="udp-does-not-leave",
        hosts=(
            replace(
                asking(),
                nft="table inet names { chain output { type filter hook output priority 0; udp dport 53 drop; }; }",
            ),
            router(daemons=(nameserver(SHOP),)),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="likely"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="tcp-alone-does-not-pass",
        hosts=(
            asking(),
            _deaf_to("tcp"),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="the-second-one-answers",
        hosts=(asking("10.10.0.2", "10.10.0.1"), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-unreachable", certainty="likely", outcome="degraded"),
    ),
    Scenario(
        name="the-hosts-file-needs-none",
        hosts=(asking(hosts="10.20.0.5 shop.example\n"), router(), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="it-answers-no-such-name",
        hosts=(asking("10.10.0.2", "10.10.0.1"), router(daemons=(nameserver(SHOP),)), shop()),
        target="http://warehouse.example:8080",
        client_alone=Expected(verdict="name-not-found", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="resolver-unreachable",
    title=say("No configured nameserver answers"),
    symptoms=frozenset({Symptom.NAME_NOT_RESOLVED}),
    look_alikes=frozenset({"name-not-found", "name-has-no-address", "resolver-failing"}),
    needs=NAMES,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
