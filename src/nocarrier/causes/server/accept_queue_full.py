"""The program does not take its connections fast enough

What it is
----------
The kernel completes a connection and puts it in the listener's queue, from which the program takes it with accept(2).
A program that hangs or is slower than its clients leaves them there. Once the queue is full, further
connections are thrown away before they begin. Where the program is stopped, that is the cause, and the queue only shows it.

What you see
------------
"Connection timed out", although the program runs and listens and no firewall is in the way. The first few clients
connect and get no answer; the later ones do not connect. With tcp_abort_on_overflow a rush ends in "Connection reset
by peer". On a unix socket connect(2) waits, or says "Resource temporarily unavailable" (EAGAIN), as nginx reports of
php-fpm.

How it is told apart
--------------------
From the client it looks exactly like a firewall that drops. On the server, ss -ltn shows more connections waiting
(Recv-Q) than the listener's backlog (Send-Q), and the counter of dropped attempts rises by just as many as the client
makes.

What to do
----------
See why the program takes none: waiting for something, or overloaded; start it again. Then give it a longer
queue for the next rush: its own backlog, and net.core.somaxconn, which bounds it.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends
from nocarrier.causes._binding import WHAT_HOLDS_IT, who
from nocarrier.causes._full_queue import fullest, overflow
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._silence import (
    AROUND_SILENCE,
    SILENCE,
    contrast,
    in_vain,
    look_for_its_packets,
    silent_for_good,
)
from nocarrier.causes._waiting import culprit, doing, let_it_accept, listener_at, longer_queue
from nocarrier.facts.accept_queue import AcceptQueue, QueueingSocket
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.private import is_loopback
from nocarrier.facts.process_state import ProcessState
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.unix_socket import UnixAttempt
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
    Symptom,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, python_server, router, server
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """Silence, a queue without room, and our own attempts among those that it dropped."""
    local = case.seen(UnixAttempt)
    if local is not None:
        return _of_a_path(case, local)
    attempt = in_vain(case)
    if attempt is None:
        return Silent()
    queue = case.seen(AcceptQueue, Where.SERVER)
    if queue is None or queue.facts.address != attempt.facts.address:
        return _from_outside(case, attempt)
    facts, socket = queue.facts, fullest(queue.facts)
    missing = ends(case, facts.address).missing
    if missing is not None:
        return RuledOut((missing,), say("none of our packets comes in there"))
    full = overflow(case)
    if full is not None:
        return _found(case, full.certainty, attempt, queue, socket, full.more)
    if facts.full:
        return RuledOut((queue,), say("its queue is full, but none of our attempts was counted there"))
    if socket.backlog is None:
        return Silent()
    return RuledOut(
        (queue,), say("its queue has room: {count} of {most} wait", count=socket.queued, most=socket.backlog + 1)
    )


def _found(
    case: Case,
    certainty: Certainty,
    attempt: Evidence[Any],
    queue: Evidence[AcceptQueue],
    socket: QueueingSocket,
    more: tuple[Evidence[Any], ...] = (),
) -> Found:
    fixes = (let_it_accept(case, queue, socket), longer_queue(case, queue, socket))
    return Found(
        certainty=certainty,
        summary=_summary(case, queue.facts, socket),
        because=(attempt, queue, *more),
        fixes=tuple(fix for fix in fixes if fix is not None),
        decided_by=() if certainty is Certainty.PROVEN else _watch(queue.facts),
    )


def _summary(case: Case, facts: AcceptQueue, socket: QueueingSocket) -> Prose:
    listener = listener_at(case, socket, facts.port) if facts.port else None
    program = who(case, listener) if listener else ""
    process = culprit(case)
    if not program and process is not None:
        program = f"{process.name} (pid {process.pid})"
    there = endpoint(socket.address, facts.port) if facts.port else socket.address
    if (socket.full or not facts.port) and socket.queued == 1:
        full = say("1 connection waits at {there}, and no more fit in", there=there)
    elif socket.full or not facts.port:
        full = say("{count} connections wait at {there}, and no more fit in", count=socket.queued, there=there)
    else:
        full = say("the queue at {there} overflows again and again", there=there)
    if process is not None and program:
        return say(
            "{program} does not take its connections ({doing}): {full}.",
            program=program,
            doing=doing(process),
            full=full,
        )
    return say("{program} does not take its connections: {full}.", program=program or say("The program"), full=full)


def _watch(facts: AcceptQueue) -> tuple[Decider, ...]:
    return (
        Decider(
            question=say("Do the drops of the listener rise just when this client tries?"),
            command=f"nstat -az TcpExtListenOverflows; ss -ltnm 'sport = :{facts.port}'",
        ),
    )


def _from_outside(case: Case, attempt: Evidence[TcpAttempt] | Evidence[Exchange]) -> Judgement:
    """From the client alone it fits where that machine's kernel is known to live, as that of loopback does."""
    second = isinstance(attempt.facts, Exchange)
    if silent_for_good(case, attempt.facts.address) is False:
        return Silent()
    lives = next(case.every(TcpAttempt)) if second else contrast(case, attempt.facts.address)
    here = is_loopback(attempt.facts.address)
    if not here and (lives is None or (isinstance(lives.facts, Contrast) and not lives.facts.answering)):
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=_once(attempt.facts) if second else _maybe(attempt.facts),
        because=(attempt,) if lives is None else (attempt, lives),
        fixes=(
            Fix(
                where="server",
                text=say("See whether Recv-Q is above Send-Q, and which program that is:"),
                commands=(f"ss -ltnp 'sport = :{attempt.facts.port}'",),
            ),
        ),
        decided_by=look_for_its_packets(case, attempt),
    )


def _maybe(attempt: TcpAttempt | Exchange) -> Prose:
    return say(
        "The program on {port} of {address} runs, but does not take its connections, and its queue is full.",
        port=attempt.port,
        address=attempt.address,
    )


def _once(attempt: TcpAttempt | Exchange) -> Prose:
    return say(
        "{there} took one connection, and the next got no answer: the program there takes none, and the first filled its queue.",
        there=endpoint(attempt.address, attempt.port),
    )


def _of_a_path(case: Case, attempt: Evidence[UnixAttempt]) -> Judgement:
    """Nothing but a full queue makes a connect(2) to a unix socket wait (net/unix/af_unix.c: unix_stream_connect)."""
    queue = case.seen(AcceptQueue, Where.SERVER)
    if attempt.facts.connected or queue is None:
        return Silent()
    if not queue.facts.full:
        return Silent()
    return _found(case, Certainty.PROVEN, attempt, queue, queue.facts.full[0])


# One connection at a time, as many small servers are written; whoever connects and says nothing holds up the rest.
ONE_AT_A_TIME = """\
from http.server import HTTPServer, SimpleHTTPRequestHandler

HTTPServer(("0.0.0.0", 8080), SimpleHTTPRequestHandler).serve_forever()
"""

HOLD = """\
import socket, sys, time

address, port, count, first = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
held = []
for number in range(count):
    held.append(socket.create_connection((address, port), 5))
    if not number:
        held[0].sendall(first.encode())
        time.sleep(0.3)
ready = socket.socket(socket.AF_UNIX)
ready.bind("ready")
ready.listen()
while True:
    time.sleep(1000)
"""
"A client that connects so often, says something on the first connection, and stays."


def others(port: int, count: int, first: str = "", program: str = HOLD) -> Host:
    """Another machine whose clients fill the queue."""
    return Host(
        name="others",
        addresses=("10.20.0.9/24",),
        gateways=("10.20.0.1",),
        daemons=(
            Daemon(
                argv=("{python}", "hold.py", "10.20.0.5", str(port), str(count), first),
                files={"hold.py": program},
                ready="unix:ready",
            ),
        ),
    )


def _crowded(
    name: str,
    target: str,
    port: int,
    *daemons: Daemon,
    count: int,
    first: str = "",
    cause: str = "accept-queue-full",
    **changes: object,
) -> Scenario:
    """So many clients of another machine that no more fit in."""
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=daemons, **changes), others(port, count, first)),
        target=target,
        both_ends=Expected(verdict=cause, certainty="proven"),
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    )


def _stopped(processes: str) -> Daemon:
    """Stops processes of the daemon before it, which wrote its own number to ``pid``."""
    return Daemon(argv=("sh", "-c", f"kill -STOP {processes}"), ready="exit")


SLOW = python_server(ONE_AT_A_TIME)
# One connection that the program reads from, and six in a queue of five.
SCENARIO = _crowded("one-at-a-time", "http://10.20.0.5:8080", 8080, SLOW, count=7)

NGINX = """\
error_log stderr;
pid {dir}/pid;
events {}
http {
  access_log off;
  server {
    listen 8088 backlog=2;
    listen [::]:8088 backlog=2;
    return 204;
  }
}
"""

NEVER_ACCEPTS = """\
import os, socket, time
os.makedirs("/run/shop", exist_ok=True)
server = socket.socket(socket.AF_UNIX)
server.bind("/run/shop/app.sock")
server.listen(1)
held = [socket.socket(socket.AF_UNIX) for _ in range(2)]
for one in held:
    one.connect("/run/shop/app.sock")
ready = socket.socket(socket.AF_UNIX)
ready.bind("ready")
ready.listen()
while True:
    time.sleep(1000)
"""

KEEP_TRYING = """\
import socket, sys, time

address, port, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
held = [socket.create_connection((address, port), 5)]
time.sleep(0.3)
held += [socket.create_connection((address, port), 5) for _ in range(count - 1)]
ready = socket.socket(socket.AF_UNIX)
ready.bind("ready")
ready.listen()
while True:
    one = socket.socket()
    one.setblocking(False)
    one.connect_ex((address, port))
    time.sleep(0.01)
"""
"The same, and further attempts that never end."

NEVER_TAKES = """\
import socket, time

server = socket.create_server(("0.0.0.0", 8080), backlog=0)
while True:
    time.sleep(1000)
"""

VARIANTS = (
    # The number that the program asks for means nothing where the kernel's limit is lower.
    _crowded(
        "small-somaxconn",
        "http://10.20.0.5:8090",
        8090,
        Daemon(
            argv=("php", "-S", "0.0.0.0:8090", "slow.php"),
            files={"slow.php": "<?php sleep(600);\n"},
            ready="tcp:8090",
            package="php-cli",
        ),
        count=5,
        first="GET / HTTP/1.0\r\n\r\n",
        sysctls={"net.core.somaxconn": "3"},
    ),
    # So many others are dropped that ours cannot be told among them by counting: they were seen to come in.
    Scenario(
        name="many-others",
        hosts=(client(), router(), server(daemons=(SLOW,)), others(8080, 7, program=KEEP_TRYING)),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="accept-queue-full", certainty="proven"),
    ),
    # The first connection fits in; the second, which asks whether somebody is there, does not.
    Scenario(
        name="room-for-one",
        hosts=(
            client(),
            router(),
            server(daemons=(Daemon(argv=("{python}", "app.py"), files={"app.py": NEVER_TAKES}, ready="tcp:8080"),)),
        ),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="accept-queue-full", certainty="proven"),
    ),
    Scenario(
        name="unix",
        hosts=(
            client(
                daemons=(Daemon(argv=("{python}", "app.py"), files={"app.py": NEVER_ACCEPTS}, ready="unix:ready"),)
            ),
        ),
        target="unix:///run/shop/app.sock",
        client_alone=Expected(verdict="accept-queue-full", certainty="proven"),
    ),
)  # fmt: skip


_DROPS = "table inet f { chain in { type filter hook %s priority 0; ip saddr 10.10.0.7 tcp dport 8080 drop; }\n}\n"

NEAR_MISSES = (
    # The one connection that the client makes is made, and nothing is due over it.
    Scenario(
        name="room-for-one-from-outside",
        hosts=(
            client(),
            router(),
            server(daemons=(Daemon(argv=("{python}", "app.py"), files={"app.py": NEVER_TAKES}, ready="tcp:8080"),)),
        ),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    _crowded(
        "worker-stopped",
        "http://10.20.0.5:8088",
        8088,
        Daemon(
            argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
            files={"nginx.conf": NGINX},
            ready="tcp:8088",
            package="nginx-light",
        ),
        _stopped("$(cat /proc/$(cat ../daemon0/pid)/task/*/children)"),
        count=3,
        cause="process-hung",
    ),
    _crowded(
        "redis-stopped",
        "redis://10.20.0.5:7379",
        7379,
        Daemon(
            argv=("redis-server", "--port", "7379", "--bind", "0.0.0.0", "--protected-mode", "no", "--tcp-backlog",
                  "2", "--save", "", "--dir", "{dir}", "--pidfile", "{dir}/pid"),
            ready="tcp:7379",
            package="redis-server",
        ),
        _stopped("$(cat ../daemon0/pid)"),
        count=3,
        cause="process-hung",
    ),
    Scenario(
        name="room-left",
        hosts=(client(), router(), server(daemons=(SLOW,)), others(8080, 3)),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="full-behind-a-firewall",
        hosts=(client(), router(), server(daemons=(SLOW,), nft=_DROPS % "input"), others(8080, 7)),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
    # The queue is full and drops many attempts, but none of ours: the router does.
    Scenario(
        name="full-behind-a-router-that-drops",
        hosts=(
            client(),
            router(nft=_DROPS % "forward"),
            server(daemons=(SLOW,)),
            others(8080, 7, program=KEEP_TRYING),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="firewall-drops-on-path"),
    ),
)  # fmt: skip

CAUSE = Cause(
    slug="accept-queue-full",
    title=say("The program does not take its connections fast enough"),
    symptoms=SILENCE | {Symptom.RESOURCE_LIMIT},
    look_alikes=frozenset({"server-firewall-drops", "firewall-drops-on-path"}),
    needs=(
        *AROUND_SILENCE,
        *WATCHED,
        *WHOSE_ADDRESS,
        *on_server(Listeners, AcceptQueue, ProcessState),
        *WHAT_HOLDS_IT,
    ),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"process-hung"}),
)
