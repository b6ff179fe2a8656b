"""The client's own firewall throws the answers away

What it is
----------
The connection's first packet goes out and the server answers, but a packet filter on the client's machine throws the
answer away before the program sees it.

What you see
------------
"Connection timed out". The server's own records show connections that begin and never get further.

How it is told apart
--------------------
The rules of the client's input hook, walked for the answer that such a server would send: they drop it, whatever the
server does. Most often the rule that lets answers in ("established") is missing or stands too late. Where that rule has
a counter, it rises while the client tries; one that stands still says that no answer came. Who may not read the rules
still sees by the machine's counters that packets come in and no program gets them.

What to do
----------
Let answers to this machine's own connections in, before the rule that drops them.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends
from nocarrier.causes._counted import weighed
from nocarrier.causes._firewall import fate, kept_here, place, silent
from nocarrier.causes._firewall_fixes import let_back
from nocarrier.causes._listening import stayed_here
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import WAY_IN, PacketFate
from nocarrier.facts.rule_counters import RuleCounters
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint

WAY_BACK = ("ingress", "prerouting", "input")


def judge(case: Case) -> Judgement:
    """Silence, and a rule of the client's that drops what would end it."""
    for attempt in silent(case):
        address, port = attempt.facts.address, attempt.facts.port
        rules = fate(case, Where.CLIENT, address)
        watched = ends(case, address).client
        lets_in = rules is None or rules.facts.passes(WAY_BACK, "answer")
        if watched is not None and lets_in and _thrown_away(watched.facts):
            return _unread(attempt, watched, rules)
        if rules is None and watched is None:
            counted = _counted(case, attempt)
            if counted is not None:
                return counted
        if rules is None:
            continue
        own = kept_here(case, address)
        if own is not None:
            return RuledOut((own,), say("the packet is stopped on its way out already"))
        itself = fate(case, Where.SERVER, address) if stayed_here(case, address) else None
        if itself is not None and itself.facts.stops(WAY_IN) is not None:
            return RuledOut((itself,), say("the packet itself is stopped on its way in"))
        found = weighed(case, Where.CLIENT, rules, rules.facts.stops(WAY_BACK, "answer"), WAY_BACK, "answer")
        if found is None:
            return _cleared(rules)
        words = {
            "there": endpoint(address, port),
            "rule": found.rule.text,
            "place": place(found.rule, rules.facts.front_end),
        }
        return Found(
            certainty=found.certainty,
            summary=say(
                "This machine's own packet filter would throw answers of {there} away, but the counter of that rule"
                " stood still while packets were sent: none came ({rule}; {place}).",
                **words,
            )
            if found.still
            else say(
                "Whatever {there} answers, this machine's own packet filter throws it away: {rule} ({place}).",
                **words,
            ),
            because=(attempt, *found.because),
            fixes=(let_back(found.rule),),
            decided_by=()
            if found.certainty is Certainty.PROVEN
            else (
                Decider(
                    question=say("Does an answer come in while the client tries?"),
                    command=f"tcpdump -ni any 'tcp src port {port}'",
                ),
            ),
        )
    return Silent()


def _thrown_away(watched: Arrival) -> bool:
    """The answer came in at the network card, and rp_filter is not what stopped it."""
    return (
        watched.count("answer", "in") > 0
        and not watched.got_through
        and not (watched.reverse is not None and watched.reverse.refused)
    )


def _counted(case: Case, attempt: Evidence[TcpAttempt]) -> Judgement | None:
    """Without any privilege: by the machine's counters an answer comes in for every attempt, and no program gets it."""
    leaving = case.seen(Leaving)
    if leaving is None or leaving.facts.address != attempt.facts.address or not leaving.facts.answers_thrown_away:
        return None
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "For every attempt at {there} an answer comes in, and by this machine's own counters no program gets it: its"
            " packet filter throws it away.",
            there=endpoint(attempt.facts.address, attempt.facts.port),
        ),
        because=(attempt, leaving),
        decided_by=(
            Decider(
                question=say("Which rule of this machine's packet filter does it?"),
                command="sudo nft -a list ruleset; nstat -az TcpExtIPReversePathFilter",
            ),
        ),
    )


def _unread(
    attempt: Evidence[TcpAttempt], watched: Evidence[Arrival], rules: Evidence[PacketFate] | None
) -> Judgement:
    """The answer comes in and no program gets it; the rules cannot be read, or none of them drops it."""
    came = watched.facts.first("answer", "in")
    device = came.device if came is not None else ""
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The answer of {there} comes in on {device}, and the program that waits for it never gets it: a filter of"
            " this machine throws it away.",
            there=endpoint(attempt.facts.address, attempt.facts.port),
            device=device,
        ),
        because=(attempt, watched) if rules is None else (attempt, watched, rules),
        decided_by=(
            Decider(
                question=say("Which filter of this machine does it?"),
                command=f"sudo nft list ruleset; tc filter show dev {quoted(device)} ingress",
            ),
        ),
    )


def _cleared(rules: Evidence[PacketFate]) -> Judgement:
    if rules.facts.passes(WAY_BACK, "answer"):
        return RuledOut((rules,), say("this machine's packet filter lets answers in"))
    return Silent()


def _deaf(name: str, *rules: str, policy: str = "accept", commands: tuple[tuple[str, ...], ...] = ()) -> Scenario:
    """A server that answers, and a client with these rules on its way in."""
    listed = "\n".join((f"type filter hook input priority 0; policy {policy}", *rules))
    proven = Expected(verdict="firewall-blocks-replies", certainty="proven")
    hears = client(
        nft=f"table inet filter {{\nchain input {{\n{listed}\n}}\n}}\n" if rules else "",
        commands=commands,
        packages=("iptables",) if commands else (),
    )
    return Scenario(
        name=name,
        hosts=(hears, router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=proven,
        client_alone=proven,
    )


SCENARIO = _deaf(
    "no-rule-for-answers",
    'iifname "lo" accept',
    "meta l4proto { icmp, ipv6-icmp } accept",
    "tcp dport 22 accept",
    policy="drop",
)

_OVER_LO = """\
table inet f {
  chain in {
    type filter hook input priority 0
    tcp dport 8080 accept
    iifname lo drop
  }
}
"""

_LISTENING = """\
import socket
server = socket.create_server(("0.0.0.0", 8080))
ready = socket.socket(socket.AF_UNIX)
ready.bind("ready")
ready.listen()
while True:
    server.accept()
"""
_UNREACHED = Daemon(argv=("{python}", "serve.py"), files={"serve.py": _LISTENING}, ready="unix:ready")
"A program that nobody can ask over the network whether it is ready."

VARIANTS = (
    Scenario(
        name="what-it-answers-itself",
        hosts=(client(nft=_OVER_LO, daemons=(_UNREACHED,)),),
        target="tcp://127.0.0.1:8080",
        client_alone=Expected(verdict="firewall-blocks-replies", certainty="proven"),
    ),
    replace(
        _deaf("one-port-as-a-user", "tcp sport 8080 drop"),
        client_command=("setpriv", "--bounding-set", "-all", "--inh-caps", "-all"),
        both_ends=None,
        client_alone=Expected(verdict="firewall-blocks-replies", certainty="likely"),
    ),
    _deaf(
        "iptables",
        commands=(
            ("iptables", "-A", "INPUT", "-p", "icmp", "-j", "ACCEPT"),
            ("iptables", "-A", "INPUT", "-p", "tcp", "!", "--dport", "22", "-j", "DROP"),
        ),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="lets-answers-in",
        hosts=(
            client(
                nft="table inet filter {\nchain input {\ntype filter hook input priority 0; policy drop\n"
                "ct state established,related accept\nicmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept\n"
                "}\n}\n"
            ),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="firewall-blocks-replies",
    title=say("The client's own firewall throws the answers away"),
    symptoms=frozenset({Symptom.TIMED_OUT}),
    look_alikes=frozenset({"server-firewall-drops", "firewall-drops-on-path", "firewall-blocks-outgoing"}),
    needs=(*WATCHED, *on_client(PacketFate, RuleCounters, Leaving)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
