"""The server's own firewall swallows the packets

What it is
----------
A rule or the policy of the server's packet filter throws away what is sent to this port, without a word.

What you see
------------
"Connection timed out" (ETIMEDOUT), while other ports of the same machine answer, be it with a refusal.

How it is told apart
--------------------
That other ports answer shows that the host lives and that packets pass both ways; so a filter picks out this port. It
stands most often on the server itself, but from the client one on the way looks the same, and a program that takes no
more connections (a full accept queue) too. A host that answers on no port may still say that packets come to it: to one
whose options are wrong Linux answers with a parameter problem (RFC 792) before the input rules are asked. Only the server's side decides: its rules, walked for this very packet,
and the counter of the rule, which rises by the packets that are sent to it. A counter that stands still says that they
never come so far.

What to do
----------
Let the port pass in the firewall that runs there: ufw, firewalld, nftables or iptables.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends, kept_away, leads_there
from nocarrier.causes._attempts import Attempt
from nocarrier.causes._behind import and_behind_it
from nocarrier.causes._counted import limited, weighed
from nocarrier.causes._firewall import (
    fate,
    for_everybody,
    kept_here,
    nft_chain,
    owner_known,
    place,
)
from nocarrier.causes._firewall_fixes import let_in, let_itself_in
from nocarrier.causes._firewalld_lab import managed_by_firewalld
from nocarrier.causes._listening import WHOSE_ADDRESS, dialled_the_server, stayed_here
from nocarrier.causes._path_lab import far_router, near_router
from nocarrier.causes._silence import (
    AROUND_SILENCE,
    SILENCE,
    asked_in_vain,
    contrast,
    look_for_its_packets,
    neighbour_toward,
    silent,
    stopped_on_the_way,
    vague,
)
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.later_fate import LaterFate
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.limits import goes_by_a_limit
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.packet_fate import WAY_IN, WAY_OUT, Decision, NamedRule, PacketFate, Passage
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
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Host, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted


def judge(case: Case) -> Judgement:
    """Silence here: no more than possible from the client alone, proven where a rule of the server's drops it."""
    unseen = asked_in_vain(case)
    if unseen is not None:
        return _unfindable(case, unseen)
    attempt = silent(case)
    if attempt is None:
        return _after_the_handshake(case)
    address, port = attempt.facts.address, attempt.facts.port
    own = kept_here(case, address)
    if own is not None:
        return RuledOut((own,), say("the packet is stopped on its way out already"))
    missing = kept_away(case, address)
    if missing is not None and (dialled_the_server(case, address) or leads_there(case, address)):
        return RuledOut((missing,), say("the packets never arrive at its network card"))
    seen = ends(case, address)
    if seen.replied is not None:
        return RuledOut((seen.replied,), say("the server does answer"))
    rules = fate(case, Where.SERVER, address)
    lets_pass = rules is None or (rules.facts.passes(WAY_IN) and rules.facts.passes(WAY_OUT, "answer"))
    inward = _sent_to_loopback(seen.arrived, rules)
    if seen.arrived is not None and rules is not None and inward is not None:
        return _kept_from_loopback(case, attempt, seen.arrived, rules, inward)
    if seen.arrived is not None and lets_pass and _unanswered(attempt, seen.arrived.facts):
        return _swallowed_there(attempt, seen.arrived, rules)
    if rules is not None:
        judgement = _by_the_rules(case, attempt, rules)
        if judgement is not None:
            return judgement
    stopped = stopped_on_the_way(case, address)
    if stopped is not None:
        return RuledOut((stopped,), say("the packets vanish before they come to {address}", address=address))
    others, neighbour = contrast(case, address), neighbour_toward(case, address)
    if neighbour is not None and neighbour.facts.missing:
        return RuledOut((neighbour,), say("nobody answers on the link, so no firewall does"))
    if others is None:
        return Silent()
    if others.facts.again != "silent":
        return RuledOut((others,), say("the same port answered a moment later"))
    summary = _ignored(address, port) if vague(attempt) else _summary(address, port, others.facts)
    # A filter on the way, or this machine's own where its rules cannot be read, is as silent as the server's.
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=summary,
        because=(attempt, others),
        fixes=(_let_pass(case.target.transport, port),),
        decided_by=look_for_its_packets(case, attempt),
    )


def _after_the_handshake(case: Case) -> Judgement:
    """The connection is made, and the rules of the server stop what the client sends then."""
    answer, rules = case.seen(Exchange), case.seen(LaterFate, Where.SERVER)
    if answer is None or rules is None or not answer.facts.silent:
        return Silent()
    address, port = answer.facts.address, answer.facts.port
    attempt = next((seen for seen in case.every(TcpAttempt) if seen.facts.address == address), None)
    if attempt is None or rules.facts.address != address or not dialled_the_server(case, address):
        return Silent()
    stop = rules.facts.stops(WAY_IN)
    if stop is None or stop.fate != "drop" or stop.rule is None:
        return Silent()
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The packet filter of {address} lets a connection to tcp/{port} be made and drops what follows on it: {rule}"
            " ({place}).",
            address=address,
            port=port,
            rule=stop.rule.text,
            place=place(stop.rule, rules.facts.front_end),
        ),
        because=(answer, rules, *owner_known(case, address)),
        fixes=(_opened(case, attempt, rules.facts, stop, stop.rule),),
        decided_by=(_trace(port),),
    )


def _unfindable(case: Case, attempt: Attempt) -> Judgement:
    """Over IPv6 a filter that lets no neighbour solicitation in makes its host look absent."""
    address = attempt.facts.address
    rules = fate(case, Where.SERVER, address)
    stop = rules.facts.stops(WAY_IN) if rules is not None else None
    if rules is None or stop is None or stop.rule is None or stop.fate != "drop":
        neighbour = neighbour_toward(case, address)
        return Found(
            certainty=Certainty.POSSIBLE,
            summary=say(
                "{address} may be there, and its packet filter swallows the question for its hardware address"
                " (neighbour solicitation) as well.",
                address=address,
            ),
            because=(attempt,) if neighbour is None else (attempt, neighbour),
            decided_by=look_for_its_packets(case, attempt),
        )
    sure = for_everybody(rules.facts, stop)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=say(
            "The packet filter of {address} drops what comes in, and with it the question for its hardware address"
            " (neighbour solicitation), so that it looks absent: {rule} ({place}).",
            address=address,
            rule=stop.rule.text,
            place=place(stop.rule, rules.facts.front_end),
        ),
        because=(attempt, rules, *owner_known(case, address)),
        fixes=(_opened(case, attempt, rules.facts, stop, stop.rule),),
        decided_by=() if sure else look_for_its_packets(case, attempt),
    )


def _opened(case: Case, attempt: Attempt, facts: PacketFate, stop: Decision, rule: NamedRule) -> Fix:
    """The port let in; and before it the questions of neighbours, where those went unanswered."""
    if stayed_here(case, attempt.facts.address):
        return let_itself_in(rule)
    opened = let_in(rule, facts.front_end, facts.port_at(stop), attempt.facts.family)
    neighbour = neighbour_toward(case, attempt.facts.address)
    unanswered = neighbour is not None and neighbour.facts.on_link and not neighbour.facts.answered
    if attempt.facts.family != 6 or not (unanswered or asked_in_vain(case)):
        return opened
    return replace(opened, commands=(_let_neighbours_in(rule), *opened.commands))


def _let_neighbours_in(rule: NamedRule) -> str:
    """RFC 4890, section 4.4.1: what must not be dropped."""
    if rule.backend == "nft":
        return (
            f"nft insert rule {nft_chain(rule)}"
            " icmpv6 type '{ nd-neighbor-solicit, nd-neighbor-advert, nd-router-advert }' accept"
        )
    return f"ip6tables -I {quoted(rule.chain)} -p ipv6-icmp -j ACCEPT"


def _unanswered(attempt: Attempt, at_the_server: Arrival) -> bool:
    """Packets came in and nothing went out, and no route of the server's explains it."""
    reverse = at_the_server.reverse
    if not isinstance(attempt.facts, TcpAttempt) or reverse is None or not at_the_server.none("out"):
        return False
    return not (reverse.refused or reverse.errno or reverse.gateway_absent)


def _sent_to_loopback(arrived: Evidence[Arrival] | None, rules: Evidence[PacketFate] | None) -> Passage | None:
    """Where a rule sends what comes from outside to 127.0.0.0/8, and the kernel takes that from nobody."""
    reverse = arrived.facts.reverse if arrived is not None else None
    if reverse is None or not reverse.kept_from_loopback or rules is None:
        return None
    sent = (one for one in rules.facts.passages if one.what == "syn" and one.sent_by is not None)
    return next((one for one in sent if one.sent_to.startswith("127.") and not one.doubts), None)


def _kept_from_loopback(
    case: Case, attempt: Attempt, arrived: Evidence[Arrival], rules: Evidence[PacketFate], sent: Passage
) -> Judgement:
    """net/ipv4/route.c, ip_route_input_slow: a martian destination, thrown away without a word or a counter of rules."""
    came = arrived.facts.first("opening", "in")
    device = came.device if came is not None else "all"
    name = f"net.ipv4.conf.{device.replace('.', '/')}.route_localnet"
    assert sent.sent_by is not None
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "A rule of {address} sends what comes for {port} on to {to}, and the kernel throws away what comes from outside"
            " for 127.0.0.0/8 (route_localnet is 0): {rule} ({place}).",
            address=attempt.facts.address,
            port=attempt.facts.port,
            to=sent.sent_to,
            rule=sent.sent_by.text,
            place=place(sent.sent_by, rules.facts.front_end),
        ),
        because=(attempt, rules, arrived),
        fixes=(
            Fix(
                where="server",
                text=say(
                    "Let the program listen on {address} too, and the rule send there; or let {device} take packets for"
                    " 127.0.0.0/8:",
                    address=attempt.facts.address,
                    device=device,
                ),
                commands=(f"sysctl -w {quoted(f'{name}=1')}",),
                risk=say("Then machines on that link reach every program that listens on 127.0.0.1 only."),
            ),
        ),
        decided_by=(
            Decider(
                question=say("May packets from outside go to 127.0.0.0/8 there (1)?"),
                command=f"sysctl net.ipv4.conf.all.route_localnet {quoted(name)}",
            ),
            *look_for_its_packets(case, attempt),
        ),
    )


def _swallowed_there(attempt: Attempt, arrived: Evidence[Arrival], rules: Evidence[PacketFate] | None) -> Judgement:
    """They come in at its card and are not answered, and no rule that could be read says why."""
    port, came, read = attempt.facts.port, arrived.facts.first("opening", "in"), rules is not None
    address, device = (came.target, came.device) if came is not None else (attempt.facts.address, "")
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "What is sent to {port} comes in at {address} on {device} and is not answered, though no rule of its packet"
            " filter drops it: another filter of that machine does, or its queue of connections.",
            port=port,
            address=address,
            device=device,
        )
        if read
        else say(
            "What is sent to {port} comes in at {address} on {device} and is not answered: that machine drops it.",
            port=port,
            address=address,
            device=device,
        ),
        because=(attempt, arrived) if rules is None else (attempt, arrived, rules),
        fixes=() if read else (_let_pass("tcp", port),),
        decided_by=(
            Decider(
                question=say("Does a filter of traffic control on {device} drop them there?", device=device),
                command=f"tc filter show dev {quoted(device)} ingress",
            )
            if read
            else Decider(
                question=say("Which rule of the packet filter there drops them?"),
                command=f"sudo nft list ruleset | grep -nE 'drop|{port}'",
            ),
        ),
    )


def _by_the_rules(case: Case, attempt: Attempt, rules: Evidence[PacketFate]) -> Judgement | None:
    """What the server's own rules do with this packet; None where they do not say for certain."""
    address, port = attempt.facts.address, attempt.facts.port
    stop = rules.facts.stops(WAY_IN)
    if stop is not None and stop.fate != "drop":
        stop = None
    found = weighed(case, Where.SERVER, rules, stop, WAY_IN)
    if found is None and rules.facts.passes(WAY_IN):
        lost = _its_answer(case, attempt, rules)
        if lost is not None:
            return lost
    if found is None or found.decision.fate != "drop":
        if rules.facts.passes(WAY_IN):
            return RuledOut((rules,), say("no rule of its packet filter drops tcp/{port}", port=port))
        return _perhaps(case, attempt, rules)
    if goes_by_a_limit(rules.facts, found.rule):
        return RuledOut(
            (rules,), say("the rule that drops it goes by a limit or a list: {rule}", rule=found.rule.text)
        )
    if found.still:
        still = say(
            "its rule would drop them, but its counter stood still while some were sent: they do not come to it ({rule})",
            rule=found.rule.text,
        )
        return RuledOut(found.because, still)
    words: dict[str, str | int | Prose] = {
        "address": address,
        "port": port,
        "rule": found.rule.text,
        "place": place(found.rule, rules.facts.front_end),
    }
    summary = say("The packet filter of {address} drops tcp/{port}: {rule} ({place}).", **words)
    if rules.facts.source:
        summary = say(
            "The packet filter of {address} drops tcp/{port} from {source}, the address under which this client comes in"
            " there: {rule} ({place}).",
            source=rules.facts.source,
            **words,
        )
    return Found(
        certainty=found.certainty,
        summary=and_behind_it(case, summary, rules.facts),
        because=(attempt, *found.because, *owner_known(case, address)),
        fixes=(_opened(case, attempt, rules.facts, found.decision, found.rule),),
        decided_by=() if found.certainty is Certainty.PROVEN else look_for_its_packets(case, attempt),
    )


def _perhaps(case: Case, attempt: Attempt, rules: Evidence[PacketFate]) -> Judgement | None:
    """The packets are seen to come in, nothing answers, and one rule drops them, unless a test that only the kernel
    can answer says otherwise."""
    address, port = attempt.facts.address, attempt.facts.port
    arrived = ends(case, address).arrived
    drops = {end.rule.place: end for end in rules.facts.ends(WAY_IN) if end.fate == "drop" and end.rule is not None}
    if arrived is None or len(drops) != 1:
        return None
    (drop,) = drops.values()
    if drop.rule is None or goes_by_a_limit(rules.facts, drop.rule) or limited(rules.facts):
        return None  # connection-limited
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "What is sent to {port} comes in at {address} and is not answered; one rule of its packet filter can drop it:"
            " {rule} ({place}).",
            address=address,
            port=port,
            rule=drop.rule.text,
            place=place(drop.rule, rules.facts.front_end),
        ),
        because=(attempt, rules, arrived),
        fixes=(_opened(case, attempt, rules.facts, drop, drop.rule),),
        decided_by=(_trace(port), *look_for_its_packets(case, attempt)),
    )


def _trace(port: int) -> Decider:
    """nft(8), meta nftrace; the table is gone with the command's end."""
    table = "add table inet nocarrier; add chain inet nocarrier trace { type filter hook prerouting priority -350; }"
    rule = f"add rule inet nocarrier trace tcp dport {port} meta nftrace set 1"
    return Decider(
        question=say("Is it this rule? On that machine, as root, while the client tries again:"),
        command=f"nft '{table}; {rule}'; timeout 20 nft monitor trace; nft delete table inet nocarrier",
    )


def _its_answer(case: Case, attempt: Attempt, rules: Evidence[PacketFate]) -> Judgement | None:
    """The packet comes in, and the program's answer is dropped on its way out of the server."""
    stop = rules.facts.stops(WAY_OUT, "answer")
    if stop is None or stop.fate != "drop":
        return None
    found = weighed(case, Where.SERVER, rules, stop, WAY_OUT, "answer")
    if found is None or found.still:
        return None
    return Found(
        certainty=found.certainty,
        summary=say(
            "The packet filter of {address} lets tcp/{port} in and drops the answer: {rule} ({place}).",
            address=attempt.facts.address,
            port=attempt.facts.port,
            rule=found.rule.text,
            place=place(found.rule, rules.facts.front_end),
        ),
        because=(attempt, *found.because, *owner_known(case, attempt.facts.address)),
        fixes=(_answers_out(found.rule),),
        decided_by=() if found.certainty is Certainty.PROVEN else look_for_its_packets(case, attempt),
    )


def _answers_out(rule: NamedRule) -> Fix:
    """Answers belong to connections that were let in; everything else keeps meeting the rule."""
    command = f"nft insert rule {nft_chain(rule)} ct state established,related accept"
    if rule.backend != "nft":
        program = "ip6tables" if rule.family == "ip6" else "iptables"
        command = (
            f"{program} -t {rule.table} -I {quoted(rule.chain)} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT"
        )
    return Fix(
        where="server",
        text=say("Let the answers of connections out that were let in:"),
        commands=(command,),
        risk=say("This lasts until the next start; keep it where the other rules are loaded from."),
    )


def _summary(address: str, port: int, others: Contrast) -> Prose:
    if not others.answering and others.received_at:
        return say(
            "What is sent to {port} comes to {address}, by its own word, and is answered on no port: a firewall there"
            " swallows it.",
            address=address,
            port=port,
        )
    if not others.answering:
        return say(
            "A firewall on {address} swallows what is sent to it, on {port} as on other ports.",
            address=address,
            port=port,
        )
    return say(
        "{address} is up and answers on {others}, but nothing comes back from {port}: a firewall drops it, most often that machine's own.",
        address=address,
        others=others.ports,
        port=port,
    )


def _ignored(address: str, port: int) -> Prose:
    return say(
        "Nothing comes back from udp/{port} of {address}: its firewall drops it, or the program there ignores a "
        "datagram that it does not understand.",
        port=port,
        address=address,
    )


def _let_pass(transport: str, port: int) -> Fix:
    """Which firewall runs there is not known from here; this shows the rule, whichever wrote it."""
    return Fix(
        where="server",
        text=say(
            "Find the rule that drops {transport}/{port} there, and let it pass:", transport=transport, port=port
        ),
        commands=(f"nft list ruleset | grep -nE 'drop|{port}'", f"iptables-save | grep -nE 'DROP|{port}'"),
    )


SCENARIO = Scenario(
    name="drops-one-port",
    hosts=(
        client(),
        router(),
        server(
            nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8080 drop; }\n}\n",
            daemons=(http_server("0.0.0.0", 8080),),
        ),
    ),
    target="tcp://10.20.0.5:8080",
    both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
)

_RICH_RULE = 'rule family="ipv4" source address="10.10.0.0/24" port port="8080" protocol="tcp" drop'

_TO_A_CONTAINER = """\
table ip n {
  chain p { type nat hook prerouting priority -100; tcp dport 8080 dnat to 172.17.0.2:80; }
}
table ip f {
  chain passing {
    type filter hook forward priority 0; policy drop;
    ct state established,related accept
    tcp dport 443 accept
  }
}
"""

_PROVEN = Expected(verdict="server-firewall-drops", certainty="proven")


def _dropping(name: str, *rules: str, both_ends: Expected = _PROVEN, on_the_way: str = "") -> Scenario:
    """A server with these rules on its way in, and a router with a ruleset of its own."""
    listed = "\n".join(("type filter hook input priority 0", *rules))
    return Scenario(
        name=name,
        hosts=(
            client(),
            router(nft=on_the_way),
            server(
                nft=f"table inet f {{\nset web {{\ntype ipv4_addr . inet_service; flags interval\n"
                f"elements = {{ 10.10.0.0/16 . 8000-8999 }}\n}}\nchain in {{\n{listed}\n}}\n}}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=both_ends,
    )


def _to_loopback(name: str, allowed: str, both_ends: Expected) -> Scenario:
    """A program on 127.0.0.1 only, and a rule that sends what comes from outside there."""
    return Scenario(
        name=name,
        hosts=(
            client(),
            router(),
            server(
                nft="table ip n { chain p { type nat hook prerouting priority -100; tcp dport 8080 dnat to 127.0.0.1:8081; }\n}\n",
                sysctls={"net.ipv4.conf.all.route_localnet": allowed},
                daemons=(http_server("127.0.0.1", 8081),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=both_ends,
    )


def _after_the_first(name: str, rule: str, both_ends: Expected) -> Scenario:
    """As `_dropping`, and a client that says something on the connection that is made."""
    return replace(_dropping(name, rule, both_ends=both_ends), target="http://10.20.0.5:8080/")


VARIANTS: tuple[Scenario, ...] = (
    _after_the_first(
        "what-follows-the-handshake",
        "tcp dport 8080 tcp flags & (syn | ack) != syn drop",
        Expected(verdict="server-firewall-drops", certainty="likely"),
    ),
    _to_loopback("sent-on-to-loopback", "0", Expected(verdict="server-firewall-drops", certainty="likely")),
    _dropping(
        "behind-a-masquerade",
        "ip saddr 10.20.0.1 tcp dport 8080 counter drop",
        on_the_way="table ip n {\nchain p {\ntype nat hook postrouting priority 100\noifname eth1 masquerade\n}\n}\n",
    ),
    _dropping(
        "a-test-that-only-the-kernel-answers",
        "meta length 40-80 tcp dport 8080 drop",
        both_ends=Expected(verdict="server-firewall-drops", certainty="likely"),
    ),
    _dropping("by-a-set-and-a-mark", "ip saddr . tcp dport @web meta mark set 0x7", "meta mark 0x7 counter drop"),
    _dropping("told-by-the-counter", "meta length 1000-9000 tcp dport 8080 accept", "tcp dport 8080 counter drop"),
    Scenario(
        name="on-the-way-to-a-container",
        hosts=(
            client(),
            router(),
            server(addresses=("10.20.0.5/24", "fd20::5/64", "172.17.0.1/24"), forwards=True, nft=_TO_A_CONTAINER),
            Host(
                name="container",
                addresses=("172.17.0.2/24",),
                gateways=("172.17.0.1",),
                daemons=(http_server("0.0.0.0", 80),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
    Scenario(
        name="its-answers",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet f { chain out { type filter hook output priority 0; tcp sport 8080 counter drop; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="ufw",
        hosts=(
            client(),
            router(),
            server(
                commands=(
                    ("ufw", "default", "deny", "incoming"),
                    ("ufw", "allow", "22/tcp"),
                    ("ufw", "--force", "enable"),
                ),
                packages=("ufw",),
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
    Scenario(
        name="default-drop",
        hosts=(
            client(),
            router(),
            server(
                commands=(
                    ("ip6tables", "-P", "INPUT", "DROP"),
                    ("iptables", "-P", "INPUT", "DROP"),
                    ("iptables", "-A", "INPUT", "-i", "lo", "-j", "ACCEPT"),
                    ("iptables", "-A", "INPUT", "-m", "state", "--state", "RELATED,ESTABLISHED", "-j", "ACCEPT"),
                    ("iptables", "-A", "INPUT", "-p", "tcp", "--dport", "22", "-j", "ACCEPT"),
                ),
                packages=("iptables",),
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
)

VARIANTS += (
    Scenario(
        name="everything-behind-two-routers",
        hosts=(
            client(),
            near_router(),
            far_router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; policy drop; iifname lo accept; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
)
VARIANTS += tuple(
    Scenario(
        name=name,
        hosts=(client(), router(), managed),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    )
    for name, managed in (
        ("firewalld-zone-drop", managed_by_firewalld("drop")),
        ("firewalld-over-iptables", managed_by_firewalld("drop", backend="iptables")),
        (
            "firewalld-rich-rule",
            managed_by_firewalld("public", "--add-port=8080/tcp", f"--add-rich-rule={_RICH_RULE}"),
        ),
    )
)

NEAR_MISSES = (
    _to_loopback("sent-on-to-loopback-that-is-open", "1", Expected(verdict="", outcome="connected")),
    _after_the_first(
        "what-follows-on-another-port",
        "tcp dport 8081 tcp flags & (syn | ack) != syn drop",
        Expected(verdict="", outcome="connected"),
    ),
    _dropping(
        "never-comes-to-its-rule",
        "tcp dport 8080 counter drop",
        both_ends=Expected(verdict="firewall-drops-on-path", certainty="proven"),
        on_the_way="table inet f {\nchain on {\ntype filter hook forward priority 0\ntcp dport 8080 drop\n}\n}\n",
    ),
    Scenario(
        name="drops-another-port",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8081 drop; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-firewall-drops",
    title=say("The server's own firewall swallows the packets"),
    symptoms=SILENCE,
    look_alikes=frozenset(
        {
            "host-down",
            "firewall-drops-on-path",
            "private-address-unreachable",
            "firewall-blocks-outgoing",
            "firewall-blocks-replies",
        }
    ),
    needs=(
        *AROUND_SILENCE,
        *WHOSE_ADDRESS,
        *WATCHED,
        *on_client(PacketFate, Leaving),
        *on_server(PacketFate, LaterFate, RuleCounters, Listeners),
    ),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"panel-firewall-blocks"}),
)
