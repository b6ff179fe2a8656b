"""The client's own firewall stops the connection on its way out

What it is
----------
A packet filter on the client's machine drops or rejects what this program sends to that address and port. Nothing of
it ever reaches the network.

What you see
------------
A rejection shows at once: "Connection refused", "No route to host" or "Permission denied". A drop shows as a time-out.
The same target answers from another machine.

How it is told apart
--------------------
An ICMP message about the packet that comes from the client's own address was made by its own filter, or by a
tunnel's program. "Host unreachable" from there after some three seconds is something else: the neighbour does not
answer. The rules of the output hook, walked for this very packet, tell for certain; without the privilege to read them
it stays likely.

What to do
----------
Let that destination out before the rule that stops it, or take the rule out where it is about this port only.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends
from nocarrier.causes._counted import Weighed, weighed
from nocarrier.causes._firewall import (
    Refused,
    able,
    fate,
    from_the_client,
    place,
    refused,
    silent,
)
from nocarrier.causes._firewall_fixes import let_out
from nocarrier.causes._listening import stayed_here
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.packet_fate import WAY_OUT, PacketFate
from nocarrier.facts.route import Route
from nocarrier.facts.rule_counters import RuleCounters
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
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
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """The first address that the client's own filter keeps back."""
    judgements = [
        *(_rejected(case, one) for one in refused(case)),
        *(_dropped(case, attempt) for attempt in silent(case)),
    ]
    found = next((one for one in judgements if isinstance(one, Found)), None)
    cleared = next((one for one in judgements if isinstance(one, RuledOut)), None)
    return found or cleared or Silent()


def _rejected(case: Case, one: Refused) -> Judgement:
    own = from_the_client(case, one)
    if one.said is not None and not own and not stayed_here(case, one.address):
        return RuledOut((one.attempt,), say("{origin} said no, another machine", origin=one.said.origin))
    rules = fate(case, Where.CLIENT, one.address)
    if rules is None:
        return _unread(one) if own else _kept(case, one.attempt) if one.said is None else Silent()
    found = weighed(case, Where.CLIENT, rules, able(rules.facts, WAY_OUT, one), WAY_OUT)
    if found is not None and found.decision.answers(one.icmp):
        return _by_rule(one.attempt, rules.facts, found)
    if rules.facts.passes(WAY_OUT):
        return RuledOut((rules,), say("no rule stops it on its way out"))
    return _unread(one) if own else Silent()


def _dropped(case: Case, attempt: Evidence[TcpAttempt]) -> Judgement:
    rules = fate(case, Where.CLIENT, attempt.facts.address)
    seen = ends(case, attempt.facts.address)
    if seen.client is not None and seen.client.facts.left:
        return RuledOut((seen.client,), say("the packets do leave this machine"))
    if seen.never_left is not None and _unfound(case, attempt.facts.address):
        return RuledOut((seen.never_left,), say("its packets wait for the hardware address of the next hop"))
    if seen.never_left is not None and (rules is None or rules.facts.passes(WAY_OUT)):
        return _never_leaves(case, attempt, seen.never_left, rules)
    if rules is None:
        return _kept(case, attempt)
    found = weighed(case, Where.CLIENT, rules, rules.facts.stops(WAY_OUT), WAY_OUT)
    if found is not None:
        return _by_rule(attempt, rules.facts, found)
    if rules.facts.passes(WAY_OUT):
        return RuledOut((rules,), say("no rule stops it on its way out"))
    return Silent()


def _unfound(case: Case, address: str) -> bool:
    """The next hop was asked for its hardware address and did not answer, so nothing can leave for it (RFC 1122,
    section 2.3.2.2). Of a packet that the filter stops nobody is asked."""
    here = (seen.facts for seen in case.every(Neighbour) if seen.facts.address == address)
    return any(hop.state in ("incomplete", "failed") for hop in here)


def _never_leaves(
    case: Case, attempt: Evidence[TcpAttempt], watched: Evidence[Arrival], rules: Evidence[PacketFate] | None
) -> Judgement:
    """None of the packets went out on a link; the rules cannot be read, or none of them stops it."""
    there = endpoint(attempt.facts.address, attempt.facts.port)
    route = next((seen.facts for seen in case.every(Route) if seen.facts.address == attempt.facts.address), None)
    return Found(
        certainty=Certainty.LIKELY,
        summary=say("What is sent to {there} never leaves this machine: a filter of its own stops it.", there=there),
        because=(attempt, watched) if rules is None else (attempt, watched, rules),
        fixes=(_let_out_somehow(attempt.facts.address, attempt.facts.port),) if rules is None else (),
        decided_by=(_look_here(),)
        if rules is None
        else (
            Decider(
                question=say("Does traffic control drop it on its way out?"),
                command=f"tc filter show dev {quoted(route.device if route else 'lo')} egress; ip xfrm policy",
            ),
        ),
    )


def _by_rule(attempt: Evidence[TcpAttempt], rules: PacketFate, found: Weighed) -> Judgement:
    facts = attempt.facts
    words = {
        "there": endpoint(facts.address, facts.port),
        "rule": found.rule.text,
        "place": place(found.rule, rules.front_end),
    }
    return Found(
        certainty=found.certainty,
        summary=say("This machine's own packet filter rejects what goes to {there}: {rule} ({place}).", **words)
        if found.decision.fate == "reject"
        else say("This machine's own packet filter drops what goes to {there}: {rule} ({place}).", **words),
        because=(attempt, *found.because),
        fixes=(let_out(found.rule, rules.front_end, facts.address, facts.port),),
        decided_by=() if found.certainty is Certainty.PROVEN else (_look_here(),),
    )


def _unread(one: Refused) -> Judgement:
    """The rules are not known, or not for certain: the ICMP message came from this machine's own address."""
    if one.said is None or not (one.by_a_filter or one.at_once):
        return Silent()
    return Found(
        certainty=Certainty.LIKELY if one.by_a_filter else Certainty.POSSIBLE,
        summary=say(
            "This machine itself refuses to send to {there}: the ICMP message (type {type}, code {code}) comes"
            " from its own address {origin}.",
            there=endpoint(one.address, one.port),
            type=one.said.type,
            code=one.said.code,
            origin=one.said.origin,
        ),
        because=(one.attempt,),
        fixes=(_let_out_somehow(one.address, one.port),),
        decided_by=(_look_here(),),
    )


def _kept(case: Case, attempt: Evidence[TcpAttempt]) -> Judgement:
    """The rules are not known, but the machine's counters tell that the packets never left it."""
    leaving = case.seen(Leaving)
    if leaving is None or not leaving.facts.kept or leaving.facts.address != attempt.facts.address:
        return Silent()
    there = endpoint(attempt.facts.address, attempt.facts.port)
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "What goes to {there} never leaves this machine, by its own counters: its packet filter stops it.",
            there=there,
        ),
        because=(attempt, leaving),
        fixes=(_let_out_somehow(attempt.facts.address, attempt.facts.port),),
        decided_by=(_look_here(),),
    )


def _let_out_somehow(address: str, port: int) -> Fix:
    bare = address.partition("%")[0]
    return Fix(
        where="client",
        text=say(
            "Let port {port} of {address} out before the rule that stops it. ufw: ufw prepend allow out proto tcp to"
            " {address} port {port}; else: {iptables} -I OUTPUT -d {address} -p tcp --dport {port} -j ACCEPT, or"
            " nft insert rule inet filter output {family} daddr {address} tcp dport {port} accept.",
            port=port,
            address=bare,
            iptables="ip6tables" if ":" in bare else "iptables",
            family="ip6" if ":" in bare else "ip",
        ),
    )


def _look_here() -> Decider:
    return Decider(
        question=say("Which rule of this machine's packet filter does it?"),
        command="sudo nft -a list ruleset",
    )


def _held_back(
    name: str,
    *rules: str,
    target: str = "tcp://10.20.0.5:8080",
    commands: tuple[tuple[str, ...], ...] = (),
    packages: tuple[str, ...] = ("iptables",),
) -> Scenario:
    """A server that listens, and a client with these rules on its way out."""
    listed = "\n".join(("type filter hook output priority 0", *rules))
    proven = Expected(verdict="firewall-blocks-outgoing", certainty="proven")
    holds = client(
        nft=f"table inet filter {{\nchain output {{\n{listed}\n}}\n}}\n" if rules else "",
        commands=commands,
        packages=packages if commands else (),
    )
    return Scenario(
        name=name,
        hosts=(holds, router(), server(daemons=(http_server("::" if "[" in target else "0.0.0.0", 8080),))),
        target=target,
        both_ends=proven,
        client_alone=proven,
    )


SCENARIO = _held_back("reject", 'oifname "lo" accept', "tcp dport 8080 reject with icmpx admin-prohibited")

_AS_A_USER = ("setpriv", "--bounding-set", "-all", "--inh-caps", "-all")
"Without any capability, as whichever user: a user namespace may hold no other user."
_WITHOUT_ROOT = Expected(verdict="firewall-blocks-outgoing", certainty="likely")

VARIANTS = (
    replace(
        _held_back("drop-as-a-user", "tcp dport 8080 drop"),
        client_command=_AS_A_USER,
        both_ends=None,
        client_alone=_WITHOUT_ROOT,
    ),
    replace(
        _held_back("reject-as-a-user", "tcp dport 8080 reject"),
        client_command=_AS_A_USER,
        both_ends=None,
        client_alone=_WITHOUT_ROOT,
    ),
    replace(
        _held_back("reset-as-a-user", "tcp dport 8080 reject with tcp reset"),
        client_command=_AS_A_USER,
        both_ends=None,
        client_alone=_WITHOUT_ROOT,
    ),
    _held_back("default-reject", "ip daddr 10.20.0.0/16 tcp dport { 25, 8080-8090 } counter reject"),
    _held_back("tcp-reset", "ip daddr != 10.10.0.0/24 reject with tcp reset"),
    _held_back("drop", "tcp dport 8080 drop"),
    _held_back("drop-all-to-the-address", "ip daddr 10.20.0.5 drop"),
    replace(
        _held_back("host-unreachable-as-a-user", "ip daddr 10.20.0.0/24 reject with icmp host-unreachable"),
        client_command=_AS_A_USER,
        both_ends=None,
        client_alone=Expected(verdict="firewall-blocks-outgoing", certainty="possible"),
    ),
    _held_back("by-user", "meta skuid 33 accept", "meta skuid != 1000 tcp dport 8080 counter drop"),
    _held_back(
        "by-mark", "ip daddr { 10.20.0.0/24, 10.30.0.0/24 } meta mark set 0x7", "meta mark 0x7 counter reject"
    ),
    _held_back("told-by-the-counter", "meta length 1000-9000 tcp dport 8080 accept", "tcp dport 8080 counter drop"),
    _held_back(
        "raw-table",
        commands=(("iptables", "-t", "raw", "-A", "OUTPUT", "-p", "tcp", "--dport", "8080", "-j", "DROP"),),
    ),
    _held_back(
        "ipset",
        commands=(
            ("ipset", "create", "blocked", "hash:ip,port"),
            ("ipset", "add", "blocked", "10.20.0.5,tcp:8080"),
            ("iptables", "-A", "OUTPUT", "-m", "set", "--match-set", "blocked", "dst,dst", "-j", "DROP"),
        ),
        packages=("iptables", "ipset"),
    ),
    _held_back("over-ipv6", "ip6 daddr fd20::/64 tcp dport 8080 reject", target="tcp://[fd20::5]:8080"),
    _held_back(
        "iptables",
        commands=(
            ("iptables", "-N", "egress"),
            ("iptables", "-A", "OUTPUT", "-p", "tcp", "--syn", "-j", "egress"),
            ("iptables", "-A", "egress", "-p", "tcp", "-m", "multiport", "--dports", "80,443", "-j", "RETURN"),
            ("iptables", "-A", "egress", "-j", "REJECT"),
        ),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="a-policy-rule-prohibits",
        hosts=(
            client(commands=(("ip", "rule", "add", "to", "10.20.0.5", "prohibit"),)),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="route-forbids", certainty="proven"),
        client_alone=Expected(verdict="route-forbids", certainty="proven"),
    ),
    Scenario(
        name="stops-another-port",
        hosts=(
            client(nft="table inet f {\nchain o {\ntype filter hook output priority 0\ntcp dport 25 reject\n}\n}\n"),
            router(),
            server(daemons=(http_server("127.0.0.1", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="firewall-blocks-outgoing",
    title=say("The client's own firewall stops the connection on its way out"),
    symptoms=frozenset({Symptom.REFUSED, Symptom.UNREACHABLE, Symptom.PERMISSION_DENIED, Symptom.TIMED_OUT}),
    look_alikes=frozenset(
        {
            "server-firewall-rejects",
            "firewall-rejects-on-path",
            "server-not-listening",
            "server-firewall-drops",
            "firewall-blocks-replies",
        }
    ),
    needs=(*WATCHED, *on_client(PacketFate, RuleCounters, Interfaces, Leaving, Route, Neighbour)),
    judge=judge,
    presumes=frozenset({"client-filter"}),
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
