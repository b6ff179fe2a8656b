"""A limit, or a list of banned clients, keeps this client out

What it is
----------
The server takes connections, but so many only: in a time, at once, or from one address. Or a program that watches for
attacks (fail2ban, sshguard) has put this client's address on its list. Others connect meanwhile.

What you see
------------
Often "Connection timed out" or "Connection refused" where it worked a minute ago, from this machine only. Or the
connection is made and the server says so itself: "max number of clients reached", "too many clients already", "Too many
connections"; or it closes without a word.

How it is told apart
--------------------
The server's own words decide, by the code of its protocol. Without them, it looks like a firewall from the client. On
the server the rule that stops the packet goes by a limit or a list: the list holds the client's address; the client
holds as many connections as the rule allows; or the rule's counter rises with each of its attempts, and only then.

What to do
----------
Take the address from the list, and see why it came there. Or raise the limit where it is set.
"""

from __future__ import annotations

from nocarrier.causes._both_ends import with_the_server
from nocarrier.causes._firewall import fate, nft_chain, owner_known, place, refused
from nocarrier.causes._limit_fixes import by_protocol, lift
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._silence import SILENCE, contrast, silent
from nocarrier.causes._unanswered import look_at_the_program, unanswered
from nocarrier.facts.client_connections import ClientConnections
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange, TurnedAway
from nocarrier.facts.limits import Limited, limited
from nocarrier.facts.packet_fate import WAY_IN, Decision, PacketFate
from nocarrier.facts.rule_counters import RuleCounters
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.annotations import Any
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
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, http_server, router, server
from nocarrier.model.shell import call, quoted
from nocarrier.model.target import endpoint

TRY_AGAIN_LATER = "1013"
"A WebSocket server's close code when it is overloaded (IANA, WebSocket Close Code Number Registry)."


def judge(case: Case) -> Judgement:
    """The server's own words; else a rule of its filter that goes by a limit or a list."""
    answer = case.seen(Exchange)
    said = answer.facts.turned_away if answer is not None else None
    if said is not None and said.forbidden:
        return Silent()
    if answer is not None and said is not None:
        limit = said.protocol != "websocket" or said.code == TRY_AGAIN_LATER
        return _by_its_words(case, answer, said) if limit else Silent()
    if answer is not None and answer.facts.connected:
        return _hung_up(case)
    kept_out = _kept_out(case)
    if kept_out is None:
        return Silent()
    rules = fate(case, Where.SERVER, kept_out.facts.address)
    found = limited(rules.facts, WAY_IN) if rules is not None else None
    if rules is not None and found is not None and _explains(case, kept_out, found.decision):
        return _by_rule(case, kept_out, rules, found)
    if rules is not None and rules.facts.passes(WAY_IN):
        return RuledOut((rules,), say("no rule of its packet filter goes by a limit or a list"))
    return _from_outside(case, kept_out)


def _by_its_words(case: Case, answer: Evidence[Exchange], said: TurnedAway) -> Judgement:
    """With 421 a server that is about to stop says no, too (RFC 5321, section 3.8)."""
    there = answer.facts.there
    sure = said.code not in ("421", TRY_AGAIN_LATER)
    held = case.seen(ServerProgram, Where.SERVER)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=say("{there} turns this client away: {text} ({code}).", there=there, text=said.text, code=said.code),
        because=(answer,),
        fixes=by_protocol(said, answer.facts.port, held.facts if held is not None else None),
        decided_by=()
        if sure
        else (
            Decider(
                question=say("Is this client turned away, or every one?"),
                command=call(case.target.url, "--from", "ssh://ANOTHER-HOST"),
            ),
        ),
    )


def _hung_up(case: Case) -> Judgement:
    """The connection was made and ended before a byte: it fits, and so does much else."""
    found = unanswered(case)
    if found is None or not found.answer.facts.hung_up:
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{there} takes the connection and ends it at once: a limit or a list of the program there may turn this client away.",
            there=endpoint(*found.there),
        ),
        because=(found.answer,),
        decided_by=look_at_the_program(case, found),
    )


def _kept_out(case: Case) -> Evidence[Any] | None:
    """The attempt in question: one that kept silent, one that was refused, or the second after one that connected."""
    answer = case.seen(Exchange)
    if answer is not None:
        return None if answer.facts.fine else answer
    attempt = silent(case)
    if attempt is not None:
        return attempt if isinstance(attempt.facts, TcpAttempt) else None
    return next((one.attempt for one in refused(case)), None)


def _explains(case: Case, kept_out: Evidence[Any], decision: Decision) -> bool:
    """What the rule does is what the client saw."""
    if kept_out.facts.expired:
        return decision.fate == "drop"
    one = next((one for one in refused(case) if one.attempt is kept_out), None)
    return one is not None and decision.answers(one.icmp)


def _by_rule(case: Case, kept_out: Evidence[Any], rules: Evidence[PacketFate], found: Limited) -> Judgement:
    address = kept_out.facts.address
    counters = next((one for one in case.every(RuleCounters, Where.SERVER) if one.facts.address == address), None)
    said = counters.facts.says(found.rule) if counters is not None else "no counter"
    if counters is not None and said == "still":
        return RuledOut((counters,), say("the rule with the limit did not count the client's attempts"))
    unread = counters is None and found.rule.packets is not None
    held = _held(case, found)
    sure = said == "counted" or (not unread and found.certain and found.limit.kind == "ban") or held is not None
    shown = (held,) if held is not None else (counters,) if counters is not None and said == "counted" else ()
    sure = sure and rules.facts.whole
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(address, rules.facts, found, held.facts if held else None),
        because=(kept_out, rules, *shown, *owner_known(case, address)),
        fixes=(lift(found, _client(kept_out)),),
        decided_by=() if sure else (_watch(found),),
    )


def _held(case: Case, found: Limited) -> Evidence[ClientConnections] | None:
    """The client's connections, where they are as many as the rule lets be."""
    seen = case.seen(ClientConnections, Where.SERVER)
    counted = found.limit.kind == "count" and seen is not None and seen.facts.own >= found.limit.most
    return seen if counted else None


def _client(kept_out: Evidence[Any]) -> str:
    """The client's address, as the server sees it where nothing translates it."""
    address: str = kept_out.facts.local_address
    return address.partition("%")[0]


def _summary(address: str, facts: PacketFate, found: Limited, held: ClientConnections | None) -> Prose:
    where = place(found.rule, facts.front_end)
    if found.limit.jail:
        return say(
            "fail2ban on {address} has banned this client (jail {jail}): {rule} ({place}).",
            address=address,
            jail=found.limit.jail,
            rule=found.shown,
            place=where,
        )
    if found.limit.kind == "ban":
        return say(
            "The packet filter of {address} has this client on its list {list}: {rule} ({place}).",
            address=address,
            list=found.limit.name,
            rule=found.shown,
            place=where,
        )
    if held is not None:
        return say(
            "This client has {count} connections to {address}, and no more than {most} may be: {rule} ({place}).",
            count=held.own,
            most=found.limit.most,
            address=address,
            rule=found.shown,
            place=where,
        )
    return say(
        "The packet filter of {address} lets in only so many connections: {rule} ({place}).",
        address=address,
        rule=found.shown,
        place=where,
    )


def _watch(found: Limited) -> Decider:
    rule = found.rule
    tool = "ip6tables" if rule.family == "ip6" else "iptables"
    command = (
        f"nft list chain {nft_chain(rule)}"
        if rule.backend == "nft"
        else f"{tool} -t {rule.table} -nvL {quoted(rule.chain)}"
    )
    question = say("Does it connect again after a quiet time, or does the rule's counter rise with each attempt?")
    return Decider(question=question, command=command)


def _from_outside(case: Case, kept_out: Evidence[Any]) -> Judgement:
    """Without its rules: one connection that came about before, or a host that answers on other ports."""
    address, port = kept_out.facts.address, kept_out.facts.port
    others = contrast(case, address)
    if isinstance(kept_out.facts, Exchange):
        first = next((seen for seen in case.every(TcpAttempt) if seen.facts.connected), None)
        summary = say(
            "{there} took one connection, and the next one got no answer: the server lets in only so many, or packets are lost.",
            there=endpoint(address, port),
        )
        shown: tuple[Evidence[Any], ...] = (kept_out, *((first,) if first else ()))
    elif kept_out.facts.expired and others is not None and others.facts.answering and others.facts.again == "silent":
        summary = say(
            "{address} answers on other ports: it may have banned this client from {port}, or count its connections.",
            address=address,
            port=port,
        )
        shown = (kept_out, others)
    elif kept_out.facts.said is not None and kept_out.facts.said.origin == address:
        summary = say("{address} says no to this client: it may have banned it.", address=address)
        shown = (kept_out,)
    else:
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=summary,
        because=shown,
        decided_by=(
            with_the_server(
                case,
                say("Which rule of the packet filter on {address} answers?", address=address),
                address=address,
                user="root",
            ),
        ),
    )


_SERVED = (http_server("0.0.0.0", 8080),)


def _filtered(name: str, target: str = "tcp://10.20.0.5:8080", *hosts: Host, certainty: str = "proven",
              alone: Expected | None = None, **changes: object) -> Scenario:  # fmt: skip
    return Scenario(
        name=name,
        hosts=(client(), router(), server(**{"daemons": _SERVED, **changes}), *hosts),
        target=target,
        both_ends=Expected(verdict="connection-limited", certainty=certainty),
        client_alone=alone,
    )


def _fail2ban(action: str) -> Daemon:
    """The real fail2ban, with one jail whose log is empty, that is told to ban the client."""
    return Daemon(
        argv=(
            "sh", "-c",
            "mkdir -p /run/fail2ban && : >auth.log && "
            "fail2ban-server -c {dir} -b --logtarget {dir}/f2b.log --loglevel INFO && "
            "until fail2ban-client ping; do sleep 0.1; done && fail2ban-client set web banip 10.10.0.7 && "
            "until fail2ban-client get web banip | grep -q 10.10.0.7; do sleep 0.1; done; sleep 0.5",
        ),
        files={
            "fail2ban.conf": "[Definition]\nloglevel = INFO\nlogtarget = {dir}/f2b.log\nsyslogsocket = auto\n"
            "socket = /run/fail2ban/fail2ban.sock\npidfile = /run/fail2ban/fail2ban.pid\ndbfile = None\n"
            "dbpurgeage = 1d\ndbmaxmatches = 10\nallowipv6 = auto\n",
            "jail.conf": "[DEFAULT]\nbackend = polling\nusedns = no\nbantime = 1h\nfindtime = 10m\nmaxretry = 3\n"
            "[web]\nenabled = true\nfilter = web\nlogpath = {dir}/auth.log\n"
            f"action = {action}[name=web, port=8080, protocol=tcp]\n",
            "filter.d/web.conf": "[Definition]\nfailregex = ^refused <HOST>$\nignoreregex =\n",
            f"action.d/{action}.conf": "[INCLUDES]\nbefore = /etc/fail2ban/action.d/" + action + ".conf\n",
        },
        ready="exit",
    )  # fmt: skip


def _used_up(name: str, **changes: object) -> Scenario:
    """A limit that one earlier connection of the client has used up."""
    return Scenario(
        name=name,
        hosts=(router(), server(daemons=_SERVED, **changes), client(daemons=(_ONCE,))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="connection-limited", certainty="proven"),
    )


SCENARIO = _filtered(
    "fail2ban-nftables",
    daemons=(*_SERVED, _fail2ban("nftables-multiport")),
    packages=("fail2ban", "nftables"),
    alone=Expected(verdict="server-firewall-rejects"),
)

_SET = """\
table inet f {
  set blocked { type ipv4_addr; flags timeout; elements = { 10.10.0.7 timeout 1h }; }
  chain in { type filter hook input priority 0; tcp dport 8080 ip saddr @blocked drop; }
}
"""
_RATE = """\
table inet f {
  chain in { type filter hook input priority 0; tcp dport 8080 ct state new limit rate over 1/day burst 1 packets counter drop; }
}
"""
_COUNT = """\
table inet f {
  set seen { type ipv4_addr; size 1024; flags dynamic; }
  chain in { type filter hook input priority 0; tcp dport 8080 ct state new add @seen { ip saddr ct count over 2 } drop; }
}
"""

_ONCE = Daemon(
    argv=("{python}", "-c", "import socket; socket.create_connection(('10.20.0.5', 8080)).close()"), ready="exit"
)
"The client connected before: that is all it may do in an hour, or a day."

_HOLD = Daemon(
    argv=("{python}", "hold.py"),
    files={
        "hold.py": "import socket, time\n"
        "held = [socket.create_connection(('10.20.0.5', 8080)) for _ in range(2)]\n"
        "ready = socket.socket(socket.AF_UNIX)\nready.bind('ready')\nready.listen()\ntime.sleep(100000)\n"
    },
    ready="unix:ready",
)

_RECENT = (
    ("iptables", "-A", "INPUT", "-p", "tcp", "--syn", "--dport", "8080", "-m", "recent", "--name", "web", "--update",
     "--seconds", "3600", "--hitcount", "1", "-j", "DROP"),
    ("iptables", "-A", "INPUT", "-p", "tcp", "--syn", "--dport", "8080", "-m", "recent", "--name", "web", "--set"),
)  # fmt: skip
_HASHLIMIT = (
    ("iptables", "-A", "INPUT", "-p", "tcp", "--syn", "--dport", "8080", "-m", "hashlimit", "--hashlimit-name", "web",
     "--hashlimit-mode", "srcip", "--hashlimit-above", "1/day", "--hashlimit-burst", "1", "-j", "DROP"),
)  # fmt: skip

REDIS = Daemon(
    argv=("redis-server", "--port", "6379", "--bind", "0.0.0.0", "--protected-mode", "no", "--save", "",
          "--dir", "{dir}", "--maxclients", "1"),
    ready="tcp:6379",
    package="redis-server",
)  # fmt: skip
POSTGRESQL = Daemon(
    argv=(
        "sh", "-c",
        "b=$(ls -d /usr/lib/postgresql/*/bin | tail -1); $b/initdb -D data -A trust -U postgres >init.log && "
        "echo 'host all all 10.10.0.0/24 scram-sha-256' >>data/pg_hba.conf && "
        "exec $b/postgres -D data -k {dir} -h '*' -p 5432 -c max_connections=2 -c superuser_reserved_connections=0 "
        "-c max_wal_senders=0 -c max_worker_processes=0 -c autovacuum=off -c fsync=off",
    ),
    ready="tcp:5432",
    user="postgres",
)  # fmt: skip
_TWO_SESSIONS = Daemon(
    argv=("{python}", "hold.py"),
    files={
        "hold.py": "import socket, struct, time\n"
        "start = b'user\\0postgres\\0database\\0postgres\\0\\0'\n"
        "held = []\n"
        "while len(held) < 2:\n"
        "    one = socket.create_connection(('127.0.0.1', 5432))\n"
        "    one.sendall(struct.pack('>ii', 8 + len(start), 3 << 16) + start)\n"
        "    if one.recv(1) == b'R':\n"
        "        held.append(one)\n"
        "    time.sleep(0.2)\n"
        "ready = socket.socket(socket.AF_UNIX)\nready.bind('ready')\nready.listen()\ntime.sleep(100000)\n"
    },
    ready="unix:ready",
)
_ONE_CLIENT = Daemon(
    argv=("{python}", "hold.py"),
    files={
        "hold.py": "import socket, time\nheld = socket.create_connection(('127.0.0.1', 6379))\n"
        "held.sendall(b'PING\\r\\n')\nheld.recv(10)\n"
        "ready = socket.socket(socket.AF_UNIX)\nready.bind('ready')\nready.listen()\ntime.sleep(100000)\n"
    },
    ready="unix:ready",
)

VARIANTS = (
    _filtered(
        "fail2ban-iptables", daemons=(*_SERVED, _fail2ban("iptables-multiport")), packages=("fail2ban", "iptables")
    ),
    _filtered("a-set", nft=_SET, alone=Expected(verdict="server-firewall-drops", certainty="possible")),
    _used_up("a-rate", nft=_RATE),
    Scenario(
        name="a-count",
        hosts=(router(), server(nft=_COUNT, daemons=_SERVED), client(daemons=(_HOLD,))),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="connection-limited", certainty="proven"),
    ),
    _used_up("recent", commands=_RECENT),
    _used_up("hashlimit", commands=_HASHLIMIT),
    _filtered(
        "redis-maxclients",
        "redis://10.20.0.5",
        daemons=(REDIS, _ONE_CLIENT),
        alone=Expected(verdict="connection-limited", certainty="proven"),
    ),
    _filtered(
        "postgresql-full",
        "postgresql://10.20.0.5",
        daemons=(POSTGRESQL, _TWO_SESSIONS),
        packages=("postgresql",),
        alone=Expected(verdict="connection-limited", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="limit-not-reached",
        hosts=(
            client(),
            router(),
            server(nft=_RATE.replace("1/day burst 1 packets", "100/second burst 50 packets"), daemons=_SERVED),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="another-client-is-banned",
        hosts=(client(), router(), server(nft=_SET.replace("10.10.0.7", "10.10.0.8"), daemons=_SERVED)),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="a-plain-rule-behind-a-limit",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; "
                "tcp dport 22 limit rate over 1/day drop; tcp dport 8080 drop; }\n}\n",
                daemons=_SERVED,
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="connection-limited",
    title=say("A limit, or a list of banned clients, keeps this client out"),
    symptoms=SILENCE | {Symptom.REFUSED, Symptom.RESET, Symptom.CLOSED, Symptom.REJECTED},
    look_alikes=frozenset({"server-firewall-drops", "server-firewall-rejects", "server-out-of-files"}),
    needs=(
        *on_client(Contrast),
        *WHOSE_ADDRESS,
        *on_server(PacketFate, RuleCounters, ClientConnections, ServerProgram),
    ),
    judge=judge,
    presumes=frozenset({"server-filter"}),
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
