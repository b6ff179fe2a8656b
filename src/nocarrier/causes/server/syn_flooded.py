"""The server has too many half-open connections

What it is
----------
For every first packet (SYN) the kernel keeps a half-open connection until the handshake is complete. A flood of SYNs
whose senders never complete it fills the listener's table of these. With SYN cookies the kernel then answers without
keeping anything; without them it throws away the SYN of everybody it does not know.

What you see
------------
"Connection timed out", for most clients and on one port. Other ports of the machine answer, and the program has
nothing to do.

How it is told apart
--------------------
From the client it looks like a firewall that drops. On the server, many connections to the port stand in SYN-RECV,
net.ipv4.tcp_syncookies is 0, and the counter of dropped SYNs rises by just as many as the client sends. The queue of
complete connections has room.

What to do
----------
Switch SYN cookies on; connections are made at once, flood or not. Where that is not wanted, allow more half-open
connections: net.ipv4.tcp_max_syn_backlog and the program's own backlog.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._silence import AROUND_SILENCE, SILENCE, in_vain
from nocarrier.causes._waiting import longer_queue, swallowed
from nocarrier.facts.accept_queue import AcceptQueue, Counted
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.trial import none_of_ours, ours
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
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, router, server
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """Silence, a table of half-open connections that is full, no cookies, and our own SYNs among the dropped."""
    attempt = in_vain(case)
    queue = case.seen(AcceptQueue, Where.SERVER)
    if attempt is None or queue is None:
        return Silent()
    facts = queue.facts
    if facts.address != attempt.facts.address or facts.full:
        return Silent()
    if not crowded(facts):
        return RuledOut(
            (queue,), say("no more than {count} connections to it are half open", count=facts.half_open or 0)
        )
    if facts.syncookies:
        return RuledOut((queue,), say("SYN cookies are on, so that half-open connections keep nobody out"))
    missing = ends(case, facts.address).missing
    if missing is not None:
        return RuledOut((missing,), say("none of our packets comes in there"))
    if none_of_ours(facts.turns(_refused)):
        return RuledOut((queue,), say("none of our attempts was counted as dropped there"))
    counted = ours(facts.turns(_refused))
    arrived = () if counted else swallowed(case, facts.address)
    sure = facts.syncookies == 0 and (counted or bool(arrived))
    fixes = (_cookies(), _more_room(facts), longer_queue(case, queue, facts.sockets[0]))
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(facts),
        because=(attempt, queue, *arrived),
        fixes=tuple(fix for fix in fixes if fix is not None),
        decided_by=() if sure else (_watch(facts.port),),
    )


def crowded(facts: AcceptQueue) -> bool:
    """So many half-open connections that a stranger's SYN finds no place."""
    return (
        bool(facts.half_open)
        and facts.half_open_limit is not None
        and (facts.half_open or 0) >= facts.half_open_limit
    )


def _refused(counted: Counted) -> int:
    """SYNs dropped for another reason than that the queue of complete connections is full. The socket's own count
    bounds it where it is readable; alone it means nothing, for it counts SYNs that came twice as well."""
    refused = counted.listen_drops - counted.overflows
    return refused if counted.dropped is None else min(refused, counted.dropped)


def _summary(facts: AcceptQueue) -> Prose:
    there = endpoint(facts.sockets[0].address, facts.port)
    if not facts.half_open_from:
        return say(
            "{count} half-open connections fill the table of {there}, and SYN cookies are off: every further SYN is dropped.",
            count=facts.half_open or 0,
            there=there,
        )
    source, most = facts.half_open_from[0]
    return say(
        "{count} half-open connections ({most} of them from {source}) fill the table of {there}, and SYN cookies are off: every further SYN is dropped.",
        count=facts.half_open or 0,
        most=most,
        source=source.removeprefix("::ffff:"),
        there=there,
    )


def _cookies() -> Fix:
    return Fix(
        where="server",
        text=say("Switch SYN cookies on; it works at once:"),
        commands=(
            "echo 'net.ipv4.tcp_syncookies = 1' >/etc/sysctl.d/60-syncookies.conf",
            "sysctl -p /etc/sysctl.d/60-syncookies.conf",
        ),
    )


def _more_room(facts: AcceptQueue) -> Fix | None:
    """Only where that is the number which bounds."""
    most = facts.max_syn_backlog
    if most is None or most >= 4096 or facts.half_open_limit != most - (most >> 2) + 1:
        return None
    return Fix(
        where="server",
        text=say("Or allow more than {now} half-open connections:", now=most),
        commands=(
            "echo 'net.ipv4.tcp_max_syn_backlog = 4096' >/etc/sysctl.d/60-syn-backlog.conf",
            "sysctl -p /etc/sysctl.d/60-syn-backlog.conf",
        ),
        risk=say("A flood that is not over fills that too."),
    )


def _watch(port: int) -> Decider:
    return Decider(
        question=say("Do the dropped SYNs rise just when this client tries?"),
        command=f"nstat -az TcpExtTCPReqQFullDrop TcpExtListenDrops; ss -ant state syn-recv 'sport = :{port}' | wc -l",
    )


FLOOD = """\
import socket, struct, sys, time

own, there, port, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])


def syn(source_port):
    header = struct.pack(">HHIIBBHHH", source_port, port, 1, 0, 5 << 4, 2, 64240, 0, 0)
    pseudo = socket.inet_aton(own) + socket.inet_aton(there) + struct.pack(">HH", 6, len(header))
    total = sum(struct.unpack(">16H", pseudo + header))
    total = (total & 0xFFFF) + (total >> 16)
    return header[:16] + struct.pack(">H", ~(total + (total >> 16)) & 0xFFFF) + header[18:]


raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP)
ready = socket.socket(socket.AF_UNIX)
for turn in range(200):
    for number in range(count):
        raw.sendto(syn(20000 + number), (there, 0))
    if not turn:
        ready.bind("ready")
        ready.listen()
    time.sleep(0.6)
"""
"""SYNs from a host that hears no answer: its own filter throws them away. The same ones again and again, which keeps
them half open (net/ipv4/tcp_minisocks.c: tcp_check_req), and for two minutes at most."""

_DEAF = (
    "table inet f { chain in { type filter hook input priority 0; tcp flags & (syn | ack) == syn | ack drop; }\n}\n"
)

LISTEN = """\
import socket, sys

server = socket.create_server(("0.0.0.0", 8080), backlog=int(sys.argv[1]))
held = []
while True:
    connection, _ = server.accept()
    connection.sendall(b"220 ready\\r\\n")
    held.append(connection)
"""


def flooded(name: str, expected: Expected, backlog: int, count: int, **sysctls: str) -> Scenario:
    """A server with this backlog, and so many SYNs that are never completed."""
    settings = {f"net.ipv4.{setting}": value for setting, value in sysctls.items()}
    attacker = Host(
        name="attacker",
        addresses=("10.20.0.9/24",),
        gateways=("10.20.0.1",),
        nft=_DEAF,
        daemons=(
            Daemon(
                argv=("{python}", "flood.py", "10.20.0.9", "10.20.0.5", "8080", str(count)),
                files={"flood.py": FLOOD},
                ready="unix:ready",
            ),
        ),
    )
    program = Daemon(argv=("{python}", "listen.py", str(backlog)), files={"listen.py": LISTEN}, ready="tcp:8080")
    return Scenario(
        name=name,
        hosts=(client(), router(), server(sysctls=settings, daemons=(program,), packages=("procps",)), attacker),
        target="tcp://10.20.0.5:8080",
        both_ends=expected,
        client_alone=None
        if not expected.verdict
        else Expected(verdict="server-firewall-drops", certainty="possible"),
    )


_PROVEN = Expected(verdict="syn-flooded", certainty="proven")

# The table takes one more than the backlog, and one more than three quarters of tcp_max_syn_backlog.
SCENARIO = flooded("backlog-full", _PROVEN, 64, 65, tcp_syncookies="0")
VARIANTS = (
    flooded("max-syn-backlog", _PROVEN, 4096, 97, tcp_syncookies="0", tcp_max_syn_backlog="128"),
    # Most of them are dropped and counted: ours were seen to come in.
    flooded("more-than-fit", _PROVEN, 64, 300, tcp_syncookies="0"),
)
NEAR_MISSES = (
    flooded("with-cookies", Expected(verdict="", outcome="connected"), 64, 65, tcp_syncookies="1"),
    flooded("room-left", Expected(verdict="", outcome="connected"), 256, 100, tcp_syncookies="0"),
)

CAUSE = Cause(
    slug="syn-flooded",
    title=say("The server has too many half-open connections"),
    symptoms=SILENCE,
    look_alikes=frozenset({"accept-queue-full", "server-firewall-drops", "firewall-drops-on-path"}),
    needs=(*AROUND_SILENCE, *WATCHED, *WHOSE_ADDRESS, *on_server(Listeners, AcceptQueue)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
