"""The server's own firewall rejects the connection

What it is
----------
A packet filter on the server's machine answers the client's first packet with a refusal, in place of the program that
may well be running behind it.

What you see
------------
"Connection refused", at once, when the filter says "port unreachable" or sends a TCP reset; "No route to host" or
"Permission denied" when it says "administratively prohibited". On the server itself the program answers.

How it is told apart
--------------------
A closed port answers with a TCP reset and never with an ICMP message; a message that comes from the dialled address is
a filter's. A filter that sends a reset looks like a closed port from outside: there only its rules, walked for this
very packet on the server, tell. When the message comes from another address, a device on the path spoke.

What to do
----------
Let the port in, with the words of what manages the rules there: ufw, firewalld, nft or iptables. The rule that rejects
is named where the rules could be read.
"""

from __future__ import annotations

from nocarrier.causes._behind import and_behind_it
from nocarrier.causes._counted import Weighed, weighed
from nocarrier.causes._firewall import (
    Refused,
    able,
    fate,
    from_the_server,
    nft_chain,
    owner_known,
    place,
    refused,
    same_with_the_server,
)
from nocarrier.causes._firewall_fixes import let_in, let_in_somehow, let_itself_in
from nocarrier.causes._firewalld_lab import managed_by_firewalld
from nocarrier.causes._listening import (
    WHOSE_ADDRESS,
    Meeting,
    dialled_the_server,
    meeting,
    server_listeners,
    stayed_here,
)
from nocarrier.facts.limits import goes_by_a_limit
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.packet_fate import WAY_IN, WAY_OUT, FrontEnd, NamedRule, PacketFate
from nocarrier.facts.rule_counters import RuleCounters
from nocarrier.model.evidence import Case, Where
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
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted


def judge(case: Case) -> Judgement:
    """The first address that a filter of the server's machine refused."""
    last: Judgement = Silent()
    for one in refused(case):
        judgement = _judge(case, one)
        if isinstance(judgement, Found):
            return judgement
        last = judgement if isinstance(last, Silent) else last
    return last


def _judge(case: Case, one: Refused) -> Judgement:
    if one.said is not None and not from_the_server(case, one):
        return RuledOut((one.attempt,), say("{origin} said no, not the server", origin=one.said.origin))
    if stayed_here(case, one.address):
        own = fate(case, Where.CLIENT, one.address)
        if own is not None and able(own.facts, WAY_OUT, one) is not None:
            return RuledOut((own,), say("the packet is stopped on its way out already"))
    rules = fate(case, Where.SERVER, one.address)
    if rules is None:
        return _unread(case, one)
    decision = able(rules.facts, WAY_IN, one)
    found = weighed(case, Where.SERVER, rules, decision, WAY_IN)
    if found is not None and found.decision.answers(one.icmp):
        return _by_rule(case, one, rules.facts, found)
    if rules.facts.passes(WAY_IN):
        return RuledOut((rules,), say("no rule of its packet filter rejects tcp/{port}", port=one.port))
    return _unread(case, one)


def _by_rule(case: Case, one: Refused, facts: PacketFate, found: Weighed) -> Judgement:
    if goes_by_a_limit(facts, found.rule):
        why = say("the rule that rejects it goes by a limit or a list: {rule}", rule=found.rule.text)
        return RuledOut(found.because, why)
    return Found(
        certainty=found.certainty,
        summary=and_behind_it(case, _summary(one, found.rule, facts.front_end), facts),
        because=(one.attempt, *found.because, *owner_known(case, one.address)),
        fixes=(
            let_itself_in(found.rule)
            if stayed_here(case, one.address)
            else let_in(found.rule, facts.front_end, facts.port_at(found.decision), one.attempt.facts.family),
            *_then_start(case, one, facts),
        ),
        decided_by=() if found.certainty is Certainty.PROVEN else (_watch(one, found.rule),),
    )


def _then_start(case: Case, one: Refused, facts: PacketFate) -> tuple[Fix, ...]:
    """Behind the filter nobody may listen: letting the port in does not connect then."""
    listeners = server_listeners(case)
    elsewhere = any(passage.sent_to for passage in facts.passages)
    if listeners is None or listeners.facts.on(one.port) or elsewhere:
        return ()
    text = say("Then start the program that is to listen on {port}: nothing does.", port=one.port)
    return (Fix(where="server", text=text),)


def _summary(one: Refused, rule: NamedRule, manager: FrontEnd) -> Prose:
    return say(
        "The packet filter of {address} rejects tcp/{port}: {rule} ({place}).",
        address=one.address,
        port=one.port,
        rule=rule.text,
        place=place(rule, manager),
    )


def _watch(one: Refused, rule: NamedRule) -> Decider:
    shown = (
        f"nft -a list chain {nft_chain(rule)}"
        if rule.backend == "nft"
        else f"{'ip6tables' if rule.family == 'ip6' else 'iptables'} -t {rule.table} -nvL {quoted(rule.chain)} --line-numbers"
    )
    return Decider(
        question=say("Does that rule's counter rise with each attempt to {port}?", port=one.port), command=shown
    )


def _unread(case: Case, one: Refused) -> Judgement:
    """The rules are not known: the words of the answer, and who sent it, are all there is."""
    if one.said is None:
        return _reset_though_listening(case, one)
    sure = one.by_a_filter
    if not sure and not one.at_once:
        return Silent()
    return Found(
        certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        summary=say(
            "{address} is up, and its packet filter rejects tcp/{port}: the refusal is an ICMP message (type {type},"
            " code {code}) from its own address, which a closed port never sends.",
            address=one.address,
            port=one.port,
            type=one.said.type,
            code=one.said.code,
        ),
        because=(one.attempt,),
        fixes=(let_in_somehow(one.address, one.port),),
        decided_by=(same_with_the_server(case, one.address),),
    )


def _reset_though_listening(case: Case, one: Refused) -> Judgement:
    listeners = server_listeners(case)
    if listeners is None or not dialled_the_server(case, one.address):
        return Silent()
    if meeting(listeners.facts, one.address, one.port) is not Meeting.TAKEN:
        return Silent()
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "A program takes connections on {port} of {address}, and yet a reset came back: a packet filter sent it.",
            port=one.port,
            address=one.address,
        ),
        because=(one.attempt, listeners, *owner_known(case, one.address)),
        fixes=(let_in_somehow(one.address, one.port),),
        decided_by=(same_with_the_server(case, one.address),),
    )


_LIKELY = Expected(verdict="server-firewall-rejects", certainty="likely")
_A_RESET = Expected(verdict="server-not-listening", certainty="possible")


def _behind(
    name: str,
    *rules: str,
    commands: tuple[tuple[str, ...], ...] = (),
    package: str = "iptables",
    address: str = "10.20.0.5",
    alone: Expected = _LIKELY,
) -> Scenario:
    """A program on 8080 behind these rules of nft, or behind what these commands set up."""
    listed = "\n".join(("type filter hook input priority 0", *rules))
    bind, there = ("::", f"[{address}]") if ":" in address else ("0.0.0.0", address)
    behind = server(
        nft=f"table inet filter {{\nchain input {{\n{listed}\n}}\n}}\n" if rules else "",
        commands=commands,
        packages=(package,) if commands else (),
        daemons=(http_server(bind, 8080),),
    )
    return Scenario(
        name=name,
        hosts=(client(), router(), behind),
        target=f"tcp://{there}:8080",
        both_ends=Expected(verdict="server-firewall-rejects", certainty="proven"),
        client_alone=alone,
    )


def _iptables(program: str) -> tuple[tuple[str, ...], ...]:
    return (
        (program, "-A", "INPUT", "-i", "lo", "-j", "ACCEPT"),
        (program, "-A", "INPUT", "-p", "tcp", "-m", "multiport", "--dports", "22,443", "-j", "ACCEPT"),
        (program, "-A", "INPUT", "-j", "REJECT", "--reject-with", "icmp-host-prohibited"),
    )


_UFW = (
    ("ufw", "default", "allow", "incoming"),
    ("ufw", "reject", "8080/tcp"),
    ("ufw", "--force", "enable"),
)

SCENARIO = _behind("reject", "ct state established,related accept", 'iifname "lo" accept', "tcp dport 8080 reject")

VARIANTS = (
    _behind("prohibited", 'iifname "lo" accept', "tcp dport 22 accept", "reject with icmpx admin-prohibited"),
    _behind("tcp-reset", "tcp dport { 8080, 9090 } counter reject with tcp reset", alone=_A_RESET),
    _behind("iptables", commands=_iptables("iptables")),
    _behind("iptables-legacy", commands=_iptables("iptables-legacy")),
    _behind("ufw", commands=_UFW, package="ufw", alone=_A_RESET),
    Scenario(
        name="firewalld",
        hosts=(client(), router(), managed_by_firewalld("public")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-rejects", certainty="proven"),
        client_alone=_LIKELY,
    ),
    _behind("over-ipv6", "tcp dport 8000-8100 reject with icmpv6 admin-prohibited", address="fd20::5"),
)

NEAR_MISSES = (
    Scenario(
        name="other-port",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet filter {\nchain input {\ntype filter hook input priority 0\ntcp dport 8081 reject\n}\n}\n",
                daemons=(http_server("127.0.0.1", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
        client_alone=_A_RESET,
    ),
    Scenario(
        name="lets-it-in",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet filter {\nchain input {\ntype filter hook input priority 0\n"
                "ip saddr 10.10.0.0/24 tcp dport 8080 accept\nreject with tcp reset\n}\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-firewall-rejects",
    title=say("The server's own firewall rejects the connection"),
    symptoms=frozenset({Symptom.REFUSED, Symptom.UNREACHABLE, Symptom.PERMISSION_DENIED}),
    look_alikes=frozenset({"firewall-rejects-on-path", "firewall-blocks-outgoing", "server-not-listening"}),
    needs=(*WHOSE_ADDRESS, *on_client(PacketFate), *on_server(PacketFate, RuleCounters, Listeners)),
    judge=judge,
    presumes=frozenset({"server-filter"}),
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"panel-firewall-blocks"}),
)
