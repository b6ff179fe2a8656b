"""The table of tracked connections is full

What it is
----------
A packet filter that asks for the state of connections, or translates addresses, keeps an entry for each of them. When
the table is full, the first packet of every new connection is dropped before any rule is asked. That happens on the
server, on the client, or on a router between them.

What you see
------------
"Connection timed out" for new connections, on every port at once, while those that were made before go on. The
kernel's log says "nf_conntrack: table full, dropping packet".

How it is told apart
--------------------
On the machine whose table it is, the number of entries has reached its limit, and the counter of dropped packets
rises by just as many as the client sends. From the other end it looks like a firewall that drops; a router's table is
seen only there.

What to do
----------
Raise net.netfilter.nf_conntrack_max (an entry takes about 320 bytes), let idle connections go sooner, or do not track
the connections to this port at all.
"""

from __future__ import annotations

from nocarrier.causes._silence import AROUND_SILENCE, SILENCE, in_vain
from nocarrier.facts.conntrack import Conntrack
from nocarrier.facts.trial import none_of_ours, ours
from nocarrier.model.annotations import Any
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
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server

AN_HOUR = 3600
GENEROUS = 86400
"Seconds: an idle connection that keeps its entry for longer is worth a word. The kernel's own figure is five days."


def judge(case: Case) -> Judgement:
    """Silence, and a full table on either side that counts our own packets among those it dropped."""
    attempt = in_vain(case)
    if attempt is None:
        return Silent()
    tables = [
        (where, table)
        for where in (Where.CLIENT, Where.SERVER)
        for table in case.every(Conntrack, where)
        if table.facts.address == attempt.facts.address
    ]
    full = [(where, table) for where, table in tables if table.facts.full]
    for where, table in full:
        if ours(table.facts.turns()):
            return _found(case, Certainty.PROVEN, attempt, where, table)
    for where, table in full:
        if not none_of_ours(table.facts.turns()):
            return _found(case, Certainty.LIKELY, attempt, where, table)
    # The server's table is the one that counts: the client's may have room however full that is.
    of_the_server = [table for where, table in tables if where is Where.SERVER]
    return _ruled_out(of_the_server[0]) if of_the_server else Silent()


def _ruled_out(table: Evidence[Conntrack]) -> RuledOut:
    facts = table.facts
    if facts.full:
        return RuledOut((table,), say("its table is full, but dropped none of our packets"))
    return RuledOut(
        (table,), say("its table has room: {count} of {most} entries", count=facts.count, most=facts.most)
    )


def _found(
    case: Case,
    certainty: Certainty,
    attempt: Evidence[Any],
    where: Where,
    table: Evidence[Conntrack],
) -> Found:
    facts = table.facts
    return Found(
        certainty=certainty,
        summary=_summary(facts, where),
        because=(attempt, table),
        fixes=_fixes(facts, where),
        decided_by=()
        if certainty is Certainty.PROVEN
        else (
            Decider(
                question=say("Does that machine drop packets for want of an entry just when this client tries?"),
                command="conntrack -S; dmesg | grep 'table full'",
            ),
        ),
    )


def _summary(facts: Conntrack, where: Where) -> Prose:
    if where is Where.CLIENT:
        return say(
            "This machine's table of tracked connections is full ({count} of {most}): its packet filter drops every new connection, before any rule.",
            count=facts.count,
            most=facts.most,
        )
    return say(
        "The table of tracked connections of {address} is full ({count} of {most}): its packet filter drops every new connection, before any rule.",
        address=facts.address,
        count=facts.count,
        most=facts.most,
    )


def _fixes(facts: Conntrack, where: Where) -> tuple[Fix, ...]:
    """The limit first, where it can be raised from here. A client mostly lets answers in because they are established."""
    more, sooner, untracked = _raise(facts, where), _sooner(facts, where), _untracked(facts, where)
    at_once = where is Where.SERVER and not facts.settable
    order = (untracked, more, sooner) if at_once else (more, sooner, untracked)
    return tuple(fix for fix in order if fix is not None)


def _raise(facts: Conntrack, where: Where) -> Fix:
    more = facts.most * 2
    return Fix(
        where=where.value,
        text=say("Allow twice as many:")
        if facts.settable
        else say("Allow twice as many; the limit belongs to the host of this container, and is set there:"),
        commands=(
            f"sysctl -w net.netfilter.nf_conntrack_max={more}",
            f"echo 'net.netfilter.nf_conntrack_max = {more}' >/etc/sysctl.d/60-conntrack.conf",
        ),
        risk=say("All entries together may then take {mebibytes} MiB of memory.", mebibytes=more * 320 >> 20),
    )


def _sooner(facts: Conntrack, where: Where) -> Fix | None:
    if facts.held_for is None or facts.held_for <= GENEROUS:
        return None
    return Fix(
        where=where.value,
        text=say(
            "Let new connections lose their entry after an hour without a packet, not after {days} days:",
            days=round(facts.held_for / 86400, 1),
        ),
        commands=(
            f"sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established={AN_HOUR}",
            f"echo 'net.netfilter.nf_conntrack_tcp_timeout_established = {AN_HOUR}' >>/etc/sysctl.d/60-conntrack.conf",
        ),
        risk=say("Connections that are quiet for longer and translated by NAT break."),
    )


def _untracked(facts: Conntrack, where: Where) -> Fix:
    """For a port that needs no state: its packets pass the table by."""
    inward, outward = ("prerouting", "output") if where is Where.SERVER else ("output", "prerouting")
    hooks = (
        f"chain {inward} {{ type filter hook {inward} priority raw; tcp dport {facts.port} notrack; }};"
        f" chain {outward} {{ type filter hook {outward} priority raw; tcp sport {facts.port} notrack; }};"
    )
    return Fix(
        where=where.value,
        text=say("Do not track connections to {port} at all:", port=facts.port),
        commands=(f"nft 'table inet untracked {{ {hooks} }}'",),
        risk=say(
            "Rules that let answers in as established no longer know these: they need a rule for the port. NAT of it ends."
        ),
    )


_STATEFUL = """\
table inet filter {
  chain input {
    type filter hook input priority 0; policy drop;
    ct state established,related accept
    iifname "lo" accept
    meta l4proto { icmp, ipv6-icmp } accept
    tcp dport { 22, 8080 } accept
  }
}
"""
_UNTRACKED = """\
table inet raw {
  chain prerouting { type filter hook prerouting priority raw; tcp dport 8080 notrack; }
  chain output { type filter hook output priority raw; tcp sport 8080 notrack; }
}
"""
_FILL = Daemon(argv=("{python}", "-m", "nocarrier.lab.full_table", "ready"), ready="unix:ready")
_SERVE = http_server("0.0.0.0", 8080)
_PROVEN = Expected(verdict="conntrack-table-full", certainty="proven")
_FINE = Expected(verdict="", outcome="connected")

SCENARIO = Scenario(
    name="on-the-server",
    hosts=(client(), router(), server(nft=_STATEFUL, daemons=(_SERVE, _FILL))),
    target="tcp://10.20.0.5:8080",
    both_ends=_PROVEN,
)

VARIANTS = (
    Scenario(
        name="on-the-client",
        hosts=(client(nft=_STATEFUL, daemons=(_FILL,)), router(), server(daemons=(_SERVE,))),
        target="tcp://10.20.0.5:8080",
        both_ends=_PROVEN,
        client_alone=_PROVEN,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="not-tracked",
        hosts=(client(), router(), server(nft=_UNTRACKED + _STATEFUL, daemons=(_SERVE, _FILL))),
        target="tcp://10.20.0.5:8080",
        both_ends=_FINE,
    ),
    Scenario(
        name="full-behind-a-firewall",
        hosts=(
            client(),
            router(nft="table inet f { chain c { type filter hook forward priority 0; tcp dport 8080 drop; }\n}\n"),
            server(nft=_STATEFUL, daemons=(_SERVE, _FILL)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="firewall-drops-on-path"),
    ),
)

CAUSE = Cause(
    slug="conntrack-table-full",
    title=say("The table of tracked connections is full"),
    symptoms=SILENCE,
    look_alikes=frozenset({"server-firewall-drops", "firewall-drops-on-path", "firewall-blocks-outgoing"}),
    needs=(*AROUND_SILENCE, *on_client(Conntrack), *on_server(Conntrack)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
