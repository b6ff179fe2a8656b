"""The program on the server does not take or read its connections

What it is
----------
The kernel of the server completes the handshake by itself and keeps what arrives. The program that listens never takes
the connection, or takes it and never reads: it is stopped, waits for something that does not come, or spins.

What you see
------------
The connection is made at once, and then nothing comes: "Read timed out", "Operation timed out after … with 0 bytes
received", "Server closed the connection" much later. No error says which side is at fault. Once the connections that
nobody took have filled the listener's queue, further ones are not even made: "Connection timed out".

How it is told apart
--------------------
From the client a program without files left to open, one that is merely slow, and a path that loses large packets look
the same. On the server the connection stands in the listener's queue, owned by nobody (its inode is 0), or its receive
queue keeps what the client sent; and the state of the process says what it does: T is stopped, D waits for a disk. That
it may open another file excludes the lack of them.

What to do
----------
Continue the process where it was stopped. Else see what it waits for, while it still does, and start it again.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED
from nocarrier.causes._binding import WHAT_HOLDS_IT, program_behind
from nocarrier.causes._full_queue import overflow
from nocarrier.causes._listening import dialled_the_server
from nocarrier.causes._restarting import Restart
from nocarrier.causes._unanswered import (
    AT_THE_PROGRAM,
    Unanswered,
    all_seen,
    listener,
    look_at_the_program,
    processes,
    program_name,
    unanswered,
    waited,
    workers,
)
from nocarrier.causes._waiting import culprit, doing, hidden
from nocarrier.facts.accept_queue import AcceptQueue
from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.identity import Identity
from nocarrier.facts.process_state import ProcessState
from nocarrier.facts.programs.kind import Kind
from nocarrier.model.evidence import Case, Evidence
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
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, python_server, router, server
from nocarrier.model.target import endpoint

HELD = ("T", "t")
"States of a process that runs no further until another one lets it (proc(5))."
TAKING = ("accept", "inet_csk_accept")
"Where a process sleeps that is waiting for just this (net/ipv4/inet_connection_sock.c)."


def judge(case: Case) -> Judgement:
    """Silence after the handshake: possible from the client alone; with both ends, what the process does decides."""
    found = unanswered(case)
    if found is None:
        return _stopped_before(case)
    if found.answer.facts.hung_up:
        return Silent()
    if found.acceptance is None or not found.seen_there:
        return _from_outside(case, found)
    if not (found.waiting or found.unread):
        return _took_it(case, found, found.acceptance)
    return _left(case, found, found.acceptance.facts)


def _stopped_before(case: Case) -> Judgement:
    """Connections that nobody took have filled its queue, so that further ones are dropped: all that takes them is stopped.

    A program that takes none for another reason may be a slow one, or a rush too large for it: accept-queue-full.
    """
    full, working = overflow(case), workers(case)
    held = tuple(seen for seen in working if seen.facts.state in HELD)
    if full is None or not held or len(held) < len(working):
        return Silent()
    process = culprit(case) or held[0].facts
    there = endpoint(full.attempt.facts.address, full.attempt.facts.port)
    return Found(
        certainty=full.certainty,
        summary=say(
            "{program} takes no connections to {there} ({doing}): {count} wait, and no more fit into its queue.",
            program=program_name(case, first=True),
            there=there,
            doing=doing(process),
            count=full.socket.queued,
        ),
        because=(full.attempt, full.queue, *held, *full.more),
        fixes=(_run_on(case, full.attempt.facts.port, process),),
        decided_by=() if full.certainty is Certainty.PROVEN else (_still_stopped(process),),
    )


def _still_stopped(process: ProcessState) -> Decider:
    return Decider(
        question=say("Does it still do the same some seconds later?"),
        command=f"grep State /proc/{process.pid}/status; cat /proc/{process.pid}/task/*/wchan",
    )


def _from_outside(case: Case, found: Unanswered) -> Judgement:
    address, port = found.there
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{there} takes the connection, but {waited}: the program there hangs, or is slower than that.",
            there=endpoint(address, port),
            waited=waited(found),
        ),
        because=found.because,
        decided_by=look_at_the_program(case, found),
    )


def _took_it(case: Case, found: Unanswered, acceptance: Evidence[Acceptance]) -> Judgement:
    """The program is alive enough to take a connection: slow, or stuck in what it does for it."""
    if acceptance.facts.answered:
        return RuledOut((acceptance,), say("a later connection was answered"))
    process = culprit(case)
    pid = process.pid if process else 0
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{program} takes the connection and reads what comes, but {waited}: it is slow, or waits for something itself.",
            program=program_name(case, first=True),
            waited=waited(found),
        ),
        because=found.because,
        decided_by=(
            Decider(
                question=say("What does the program wait for?"),
                command=f"cat /proc/{pid}/task/*/wchan; ss -tnp | grep -w pid={pid}"
                if pid
                else f"ss -tnp 'sport = :{found.there[1]}'",
            ),
        ),
    )


def _left(case: Case, found: Unanswered, facts: Acceptance) -> Judgement:
    """Nobody takes the connection, or reads it."""
    working = workers(case)
    held = [seen for seen in working if seen.facts.state in HELD]
    if found.waiting and working and len(held) == len(working):
        sure = _ours(case, found) and all_seen(case, found)
        return _found(case, found, Certainty.PROVEN if sure else Certainty.LIKELY, tuple(held))
    full = next((seen for seen in working if seen.facts.out_of_files), None)
    if full is not None:
        return RuledOut((full,), say("it may open no further file: that is what keeps it"))
    sure = facts.none_taken and all_seen(case, found) and _asleep(facts, working)
    return _found(case, found, Certainty.PROVEN if sure else Certainty.LIKELY, working)


def _ours(case: Case, found: Unanswered) -> bool:
    """The queue that was looked at is that of the server that was dialled."""
    facts = found.acceptance.facts if found.acceptance else None
    return facts is not None and (facts.found or dialled_the_server(case, found.there[0]) is True)


def _asleep(facts: Acceptance, working: tuple[Evidence[ProcessState], ...]) -> bool:
    """No process that is to take connections waits for one, computes, or lacks files; all of that is known."""
    return (
        facts.machine_full is False
        and bool(working)
        and all(
            seen.facts.state in ("S", "D", *HELD)
            and seen.facts.open is not None
            and seen.facts.soft is not None
            and not any(seen.facts.wchan.endswith(place) for place in TAKING)
            for seen in working
        )
    )


def _found(
    case: Case, found: Unanswered, certainty: Certainty, shown: tuple[Evidence[ProcessState], ...]
) -> Judgement:
    address, port = found.there
    process = culprit(case)
    summary = say(
        "{program} does not take connections to {there} ({doing}): {waited}.",
        program=program_name(case, first=True),
        there=endpoint(address, port),
        doing=_doing(case, process),
        waited=waited(found),
    )
    if found.unread:
        summary = say(
            "{program} takes connections to {there} and does not read them ({doing}): {waited}.",
            program=program_name(case, first=True),
            there=endpoint(address, port),
            doing=_doing(case, process),
            waited=waited(found),
        )
    return Found(
        certainty=certainty,
        summary=summary,
        because=(*found.because, *shown),
        fixes=(_mend(case, found, process),),
        decided_by=() if certainty is Certainty.PROVEN else _who_is_served(case, found, process),
    )


def _doing(case: Case, process: ProcessState | None) -> Prose:
    """What the program does, or why that is not known."""
    if process is not None:
        return doing(process)
    if hidden(case):
        return say("what it does cannot be seen without root")
    return say("there was no time to see what it does")


def _who_is_served(case: Case, found: Unanswered, process: ProcessState | None) -> tuple[Decider, ...]:
    _, port = found.there
    taken = found.acceptance.facts.taken if found.acceptance else 0
    if process is None:
        question = say("Which process is it, and what does it do?")
        if hidden(case):
            question = say("Which process is it, and what does it do? (as root)")
        return (Decider(question=question, command=f"ss -tlnp 'sport = :{port}'"),)
    if taken:
        question = say("Is it busy with the {count} other connections that it holds?", count=taken)
        return (Decider(question=question, command=f"ss -tnp | grep -w pid={process.pid}"),)
    return (_still_stopped(process),)


def _mend(case: Case, found: Unanswered, process: ProcessState | None) -> Fix:
    """Continue it where it is stopped; else look, and start it again."""
    if process is None or process.state in HELD:
        return _run_on(case, found.there[1], process)
    look = f"cat /proc/{process.pid}/task/*/wchan; ls -l /proc/{process.pid}/fd | tail"
    again = _again(case, found)
    if not again:
        return Fix(
            where="server",
            text=say("See what {program} waits for, and start it again:", program=program_name(case)),
            commands=(look,),
        )
    return Fix(
        where="server",
        text=say("Start {program} again:", program=program_name(case)),
        commands=again,
        risk=say("What it was doing is lost, and with it the reason. To see that first: {command}", command=look),
    )


def _run_on(case: Case, port: int, process: ProcessState | None) -> Fix:
    """Whoever stopped it lets it run on."""
    stopped = [seen.facts for seen in processes(case) if seen.facts.stopped]
    if stopped:
        return Fix(
            where="server",
            text=say("Let {program} run on:", program=program_name(case)),
            commands=("kill -CONT " + " ".join(str(one.pid) for one in stopped),),
        )
    if process is None:
        return Fix(
            where="server",
            text=say("Find the program that does not take its connections, and start it again:"),
            commands=(f"ss -tlnp 'sport = :{port}'",),
        )
    return Fix(
        where="server",
        text=say("Let the debugger go on whose process holds {program}:", program=program_name(case)),
        commands=(f"ps -fp \"$(awk '/TracerPid/ {{print $2}}' /proc/{process.pid}/status)\"",),
    )


def _again(case: Case, found: Unanswered) -> tuple[str, ...]:
    """Commands that end the program and start it as it was started."""
    listening = listener(case, *found.there)
    program = listening.program if listening else None
    held = program_behind(case, listening) if listening else None
    if held is None or program is None:
        return ()
    kind = held.known or Kind(slug="", label=program.name)
    return Restart(case, held, kind, program).commands(held.command or program.command)


def _stop(which: str) -> Daemon:
    """Stops the daemon before it, which wrote its own number to ``pid``."""
    return Daemon(argv=("sh", "-c", f"kill -STOP {which}"), ready="exit")


NEVER_ACCEPTS = """\
import socket, time
server = socket.create_server(("0.0.0.0", 8080), backlog=50)
time.sleep(100000)
"""

STOPPED_ITSELF = """\
import http.server, os, threading, time, signal

def stop():
    time.sleep(0.3)
    open("stopping", "w").close()
    os.kill(os.getpid(), signal.SIGSTOP)

threading.Thread(target=stop, daemon=True).start()
http.server.ThreadingHTTPServer.request_queue_size = 50
http.server.ThreadingHTTPServer(("0.0.0.0", 8080), http.server.SimpleHTTPRequestHandler).serve_forever()
"""

_UNTIL_STOPPED = Daemon(
    argv=("sh", "-c", "until [ -e ../daemon0/stopping ]; do sleep 0.05; done; sleep 0.2"), ready="exit"
)

REDIS = Daemon(
    argv=("redis-server", "--port", "6379", "--bind", "0.0.0.0", "--protected-mode", "no", "--save", "",
          "--dir", "{dir}", "--pidfile", "{dir}/pid"),
    ready="tcp:6379",
    package="redis-server",
)  # fmt: skip

NGINX = """\
error_log stderr;
pid {dir}/pid;
events {}
http {
  access_log off;
  server { listen 8088; listen [::]:8088; return 204; }
}
"""


SCENARIO = Scenario(
    name="stopped",
    hosts=(
        client(),
        router(),
        server(
            daemons=(
                python_server(STOPPED_ITSELF),
                _UNTIL_STOPPED,
            )
        ),
    ),
    target="http://10.20.0.5:8080",
    both_ends=Expected(verdict="process-hung", certainty="proven"),
    client_alone=Expected(verdict="process-hung", certainty="possible"),
)

VARIANTS = (
    Scenario(
        name="never-accepts",
        hosts=(
            client(),
            router(),
            server(daemons=(python_server(NEVER_ACCEPTS),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="process-hung", certainty="proven"),
    ),
    Scenario(
        name="redis-stopped",
        hosts=(client(), router(), server(daemons=(REDIS, _stop("$(cat ../daemon0/pid)")))),
        target="redis://10.20.0.5",
        both_ends=Expected(verdict="process-hung", certainty="proven"),
        client_alone=Expected(verdict="process-hung", certainty="possible"),
    ),
    Scenario(
        name="nginx-workers-stopped",
        hosts=(
            client(),
            router(),
            server(
                daemons=(
                    Daemon(
                        argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
                        files={"nginx.conf": NGINX},
                        ready="tcp:8088",
                        package="nginx-light",
                    ),
                    _stop("$(cat /proc/$(cat ../daemon0/pid)/task/*/children)"),
                )
            ),
        ),
        target="ws://[fd20::5]:8088/chat",
        both_ends=Expected(verdict="process-hung", certainty="proven"),
    ),
)

SLOW = """\
import http.server, time

class Slow(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        time.sleep({seconds})
        super().do_GET()

http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Slow).serve_forever()
"""

NEAR_MISSES = (
    Scenario(
        name="answers-late",
        hosts=(
            client(),
            router(),
            server(daemons=(python_server(SLOW.replace("{seconds}", "2")),)),
        ),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="answers-too-late",
        hosts=(
            client(),
            router(),
            server(daemons=(python_server(SLOW.replace("{seconds}", "30")),)),
        ),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="process-hung", certainty="possible"),
    ),
    Scenario(
        name="says-nothing-by-itself",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="process-hung",
    title=say("The program on the server does not take or read its connections"),
    symptoms=frozenset({Symptom.NO_ANSWER, Symptom.TIMED_OUT}),
    look_alikes=frozenset({"server-out-of-files", "accept-queue-full"}),
    needs=(*AT_THE_PROGRAM, *WATCHED, *on_client(Identity), *on_server(Identity, AcceptQueue), *WHAT_HOLDS_IT),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
