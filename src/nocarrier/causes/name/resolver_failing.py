"""The nameserver answers, but with a failure

What it is
----------
The nameserver that this machine asks is there and gives no answer for the name: it could not find one out
(SERVFAIL), it found one whose signatures do not fit (DNSSEC), or it does not answer this client at all (REFUSED). Or it
answers for one kind of address (A) and never for the other (AAAA), and programs wait for both.

What you see
------------
"Temporary failure in name resolution" (EAI_AGAIN), "server misbehaving", "getaddrinfo EAI_AGAIN", while other
names may well resolve.

How it is told apart
--------------------
The code of the answer: SERVFAIL or REFUSED from every nameserver, where a missing name is NXDOMAIN. The same
question with checking disabled (CD, RFC 4035) is answered where only the signatures are at fault. A question for one
kind that stays without any answer, asked twice over UDP and once over TCP, beside one for the other kind that is answered.

What to do
----------
SERVFAIL: repair the zone's own nameservers, or what the resolver forwards to. DNSSEC: sign the zone anew, or
correct the DS record of its parent. One kind only: mend what answers for the zone (RFC 4074). REFUSED: let the resolver serve this client, or ask the resolver that does.
"""

from __future__ import annotations

from nocarrier.causes._name_lab import SHOP, asking, nameserver, shop
from nocarrier.causes._names import (
    NAMES,
    NOT_KNOWN,
    ask_directly,
    dns_is_asked,
    read_it_first,
    shown,
    unread_file,
    unresolved,
)
from nocarrier.facts.dns import Dns, DnsAnswer
from nocarrier.facts.lookup import Lookup
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, router
from nocarrier.model.shell import quoted


def judge(case: Case) -> Judgement:
    """No final answer from any nameserver, and a failure from at least one."""
    lookup, dns = unresolved(case), case.seen(Dns)
    if lookup is None or not dns_is_asked(case):
        return Silent()
    if dns is None:
        return _by_error_alone(case, lookup)
    unheard = dns.facts.unheard_kind
    if unheard is not None and lookup.facts.error not in NOT_KNOWN:
        return _one_kind_only(lookup, dns, unheard)
    final = next((answer for answer in dns.facts.answers if _final(answer)), None)
    if final is not None:
        return RuledOut((dns,), say("{server} answers {rcode}", server=final.server, rcode=final.rcode))
    failures = [failure for failure in map(dns.facts.failure, dns.facts.servers) if failure is not None]
    if failures:
        unread = unread_file(case)
        sure = lookup.facts.error not in NOT_KNOWN and unread is None
        first = (read_it_first(unread.facts),) if unread is not None else ()
        return Found(
            certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
            summary=_summary(case, dns.facts, failures[0]),
            because=(lookup, dns),
            fixes=(_fix(case, dns.facts, failures[0]),),
            decided_by=() if sure else (*first, *ask_directly(case, failures[0].server)),
        )
    if dns.facts.answering:
        return _alive_but_silent(case, lookup, dns)
    return Silent()


def _final(answer: DnsAnswer) -> bool:
    return answer.rcode in ("NOERROR", "NXDOMAIN") and not answer.checking_disabled


def _by_error_alone(case: Case, lookup: Evidence[Lookup]) -> Judgement:
    """The nameservers cannot be asked from here; only the library's word is known."""
    if lookup.facts.error != "EAI_AGAIN":
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say("The nameservers of that machine answer with a failure."),
        because=(lookup,),
        decided_by=ask_directly(case),
    )


def _alive_but_silent(case: Case, lookup: Evidence[Lookup], dns: Evidence[Dns]) -> Judgement:
    """A server that is there gives no answer for this name: it waits for others itself."""
    server = dns.facts.answering[0]
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The nameserver {server} is there, and gives no answer for {name}: it waits for the servers that it asks.",
            server=server,
            name=shown(case.target.host),
        ),
        because=(lookup, dns),
        fixes=(_upstream(case, server),),
        decided_by=ask_directly(case, server),
    )


def _one_kind_only(lookup: Evidence[Lookup], dns: Evidence[Dns], unheard: DnsAnswer) -> Judgement:
    """Half of what getaddrinfo(3) waits for never comes, as behind a load balancer that knows nothing of AAAA (RFC 4074)."""
    other = "AAAA" if unheard.kind == "A" else "A"
    known = {"name": shown(unheard.name.removesuffix(".")), "kind": unheard.kind, "other": other}
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{server} answers for {name} with its {other} records, and never a question for {kind}: programs ask for both,"
            " and wait for both.",
            server=unheard.server,
            **known,
        ),
        because=(lookup, dns),
        fixes=(
            Fix(
                where="network",
                text=say(
                    "Let whoever answers for {name} answer for {kind} too: without such a record that is NOERROR and no"
                    " answer.",
                    **known,
                ),
            ),
        ),
        decided_by=(
            Decider(
                question=say("Is {kind} never answered, over TCP neither?", **known),
                command=f"dig +tcp @{unheard.server} {quoted(unheard.name)} {quoted(unheard.kind)}",
            ),
        ),
    )


def _summary(case: Case, dns: Dns, failure: DnsAnswer) -> Prose:
    known = {"server": failure.server, "name": shown(case.target.host), "rcode": failure.rcode}
    if dns.unvalidated(failure.server):
        return say(
            "The nameserver {server} has an answer for {name} and withholds it: its DNSSEC signatures do not fit.",
            **known,
        )
    if failure.rcode == "REFUSED":
        return say("The nameserver {server} refuses to answer this machine about {name} (REFUSED).", **known)
    return say("The nameserver {server} could not find {name} out ({rcode}).", **known)


def _fix(case: Case, dns: Dns, failure: DnsAnswer) -> Fix:
    name, server = case.target.host.removesuffix("."), failure.server
    if dns.unvalidated(server):
        return Fix(
            where="network",
            text=say(
                "Sign the zone of {name} anew, or correct its DS record; until then the resolver can be told to"
                " take it unsigned (this line is unbound's).",
                name=name,
            ),
            commands=(f"dig +cd @{server} {quoted(name)}", f"dig +dnssec +multi @{server} DNSKEY {quoted(name)}"),
            config=f'server:\n  domain-insecure: "{name}"',
            risk=say("A name taken unsigned can be forged on its way."),
        )
    if failure.rcode == "REFUSED":
        return Fix(
            where="network",
            text=say(
                "Let {server} answer this machine (unbound: access-control, BIND: allow-recursion), or ask the"
                " nameserver that serves this network.",
                server=server,
            ),
            commands=(f"dig @{server} {quoted(name)}",),
        )
    return _upstream(case, server)


def _upstream(case: Case, server: str) -> Fix:
    name = case.target.host.removesuffix(".")
    return Fix(
        where="network",
        text=say(
            "See which server {server} gets no answer from: the one it forwards to, or the zone's own.", server=server
        ),
        commands=(f"dig @{server} {quoted(name)}", f"dig +trace {quoted(name)}"),
    )


def _unbound(*lines: str) -> Daemon:
    text = "\n  ".join((
        "server:", "interface: 10.10.0.1", "do-daemonize: no", 'username: ""', 'chroot: ""', 'pidfile: ""',
        "use-syslog: no", 'directory: "{dir}"', *lines,
    ))  # fmt: skip
    return Daemon(
        argv=("unbound", "-d", "-c", "{dir}/unbound.conf"),
        files={"unbound.conf": text + "\n"},
        ready="udp:10.10.0.1:53",
        package="unbound",
    )


SILENT_ON_AAAA = """\
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("10.10.0.1", 53))
while True:
    asked, client = server.recvfrom(512)
    end = asked.index(0, 12) + 5
    question = asked[12:end]
    if question[-4:-2] == b"\\x00\\x01":
        record = b"\\xc0\\x0c\\x00\\x01\\x00\\x01\\x00\\x00\\x00\\x3c\\x00\\x04" + bytes((10, 20, 0, 5))
        server.sendto(asked[:2] + b"\\x84\\x00\\x00\\x01\\x00\\x01\\x00\\x00\\x00\\x00" + question + record, client)
    elif ANSWERS_ALL:
        server.sendto(asked[:2] + b"\\x84\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00" + question, client)
"""


def _load_balancer(*, answers_all: bool) -> Host:
    program = SILENT_ON_AAAA.replace("ANSWERS_ALL", str(answers_all))
    daemon = Daemon(argv=("{python}", "-c", program), ready="udp:10.10.0.1:53")
    return router(daemons=(daemon,))


SCENARIO = Scenario(
    name="not-this-client",
    hosts=(asking(), router(daemons=(_unbound("access-control: 10.10.0.0/24 refuse"),)), shop()),
    target="http://shop.example:8080",
    both_ends=Expected(verdict="resolver-failing", certainty="proven"),
    client_alone=Expected(verdict="resolver-failing", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="signatures-do-not-fit",
        hosts=(
            asking(),
            router(
                daemons=(
                    nameserver(SHOP, address="10.20.0.1"),
                    _unbound(
                        "access-control: 10.10.0.0/24 allow",
                        f'trust-anchor: "example. DS 20326 8 2 {"e06d44b8" * 8}"',
                        "stub-zone:\n  name: example.\n  stub-addr: 10.20.0.1",
                    ),
                )
            ),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-failing", certainty="proven"),
    ),
    Scenario(
        name="nothing-to-forward-to",
        hosts=(
            asking(),
            router(
                daemons=(
                    _unbound(
                        "access-control: 10.10.0.0/24 allow",
                        "forward-zone:\n  name: .\n  forward-addr: 10.20.0.99",
                    ),
                )
            ),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-failing", certainty="likely"),
    ),
    Scenario(
        name="never-answers-for-ipv6",
        hosts=(asking(), _load_balancer(answers_all=False), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="resolver-failing", certainty="likely"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="no-record-is-an-answer",
        hosts=(asking(), _load_balancer(answers_all=True), shop()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="only-the-first-fails",
        hosts=(
            asking("10.10.0.1", "10.20.0.1"),
            router(
                daemons=(
                    _unbound("access-control: 10.10.0.0/24 refuse"),
                    nameserver(SHOP, address="10.20.0.1"),
                )
            ),
            shop(),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="the-second-knows-no-such-name",
        hosts=(
            asking("10.10.0.1", "10.20.0.1"),
            router(
                daemons=(
                    _unbound("access-control: 10.10.0.0/24 refuse"),
                    nameserver(SHOP, address="10.20.0.1"),
                )
            ),
            shop(),
        ),
        target="http://warehouse.example:8080",
        client_alone=Expected(verdict="name-not-found", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="resolver-failing",
    title=say("The nameserver answers, but with a failure"),
    symptoms=frozenset({Symptom.NAME_NOT_RESOLVED}),
    look_alikes=frozenset({"name-not-found", "name-has-no-address", "resolver-unreachable"}),
    needs=NAMES,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
