"""The program on the server may open no further file, so it takes no connection

What it is
----------
A connection is a file. A process that has as many open as it may (RLIMIT_NOFILE) gets EMFILE from accept(2), while the
kernel goes on completing handshakes for it. The whole machine has such a limit, too (ENFILE, fs.file-max).

What you see
------------
The connection is made, and nothing comes; some programs close it at once instead. The server's log says "Too many open
files", often very often, and those who are connected already go on working.

How it is told apart
--------------------
From the client a program that hangs looks the same. On the server, the process behind the listener has as many entries
in /proc/PID/fd as "Max open files" of /proc/PID/limits allows, and the connection stands in the queue, taken by nobody.

What to do
----------
Raise the limit of the running process, and for good where it is set: its unit, and the program's own setting. If the
number then rises on and on, the program does not close what it opens: see what /proc/PID/fd is full of.
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT, program_behind
from nocarrier.causes._unanswered import (
    AFTER_CONNECTING,
    AT_THE_PROGRAM,
    Unanswered,
    all_seen,
    listener,
    look_at_the_program,
    processes,
    unanswered,
    waited,
    workers,
)
from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.process_state import ProcessState
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, python_server, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint

ROOMY = 65536
"Files that a busy server may have open; the least that is advised."

OWN_SETTINGS: dict[str, tuple[str, str]] = {
    "nginx": ("nginx.conf", "worker_rlimit_nofile {files};"),
    "apache": ("/etc/apache2/envvars", "APACHE_ULIMIT_MAX_FILES='ulimit -n {files}'"),
    "php-fpm": ("php-fpm.conf", "rlimit_files = {files}"),
    "haproxy": ("haproxy.cfg", "ulimit-n {files}"),
    "mysql": ("my.cnf", "[mysqld]\nopen_files_limit = {files}"),
    "memcached": ("/etc/memcached.conf", "-c {files}"),
}
"Kind of program → its file and the line in it that raises its limit, each from the program's own manual."


def judge(case: Case) -> Judgement:
    """Nothing after the handshake, and a process behind the listener that may open no file."""
    found = unanswered(case)
    if found is None:
        return Silent()
    working = [seen for seen in workers(case) if seen.facts.state not in ("T", "t")]
    full = [seen for seen in working if seen.facts.out_of_files]
    if found.acceptance is not None and full and (found.waiting or found.answer.facts.hung_up):
        return _found(case, found, full[0], Certainty.PROVEN)
    nearly = [seen for seen in working if seen.facts.open and seen.facts.open + 1 == seen.facts.soft]
    if found.acceptance is not None and nearly and found.answer.facts.hung_up:
        # Event loops give up a file that they hold in reserve for this: to accept, and close at once.
        return _found(case, found, nearly[0], Certainty.LIKELY)
    if found.acceptance is not None and found.waiting and found.acceptance.facts.machine_full:
        return _machine_full(case, found, found.acceptance)
    if found.acceptance is not None and all_seen(case, found):
        return _ruled_out(case)
    if found.seen_there and not found.waiting:
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{there} takes the connection, but {waited}: the program there may have as many files open as it may.",
            there=endpoint(*found.there),
            waited=waited(found),
        ),
        because=found.because,
        decided_by=look_at_the_program(case, found),
    )


def _ruled_out(case: Case) -> Judgement:
    """What each process has open is known, and it is not too much."""
    counted = [seen for seen in processes(case) if seen.facts.open is not None and seen.facts.soft is not None]
    if len(counted) < len(processes(case)):
        return Silent()
    most = max(counted, key=lambda seen: (seen.facts.open or 0) / (seen.facts.soft or 1))
    return RuledOut(
        (most,),
        say(
            "{name} has {open} of {soft} files open",
            name=most.facts.name,
            open=most.facts.open or 0,
            soft=most.facts.soft or 0,
        ),
    )


def _found(case: Case, found: Unanswered, full: Evidence[ProcessState], certainty: Certainty) -> Judgement:
    facts = full.facts
    return Found(
        certainty=certainty,
        summary=say(
            "{name} (pid {pid}) has {open} files open and may have {soft}: it cannot take the connection to {there}.",
            name=facts.name,
            pid=facts.pid,
            open=facts.open or 0,
            soft=facts.soft or 0,
            there=endpoint(*found.there),
        ),
        because=(*found.because, full),
        fixes=_raise(case, found, facts),
        decided_by=() if certainty is Certainty.PROVEN else (_count_again(facts),),
    )


def _count_again(facts: ProcessState) -> Decider:
    return Decider(
        question=say("Does the number of open files touch the limit while a client tries?"),
        command=f"while sleep 0.1; do ls /proc/{facts.pid}/fd | wc -l; done",
    )


def _machine_full(case: Case, found: Unanswered, acceptance: Evidence[Acceptance]) -> Judgement:
    """ENFILE: root's programs may go on (fs/file_table.c, alloc_empty_file)."""
    facts = acceptance.facts
    most = max(2 * (facts.most_files or 0), 1 << 20)
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "On {address} {open} files are open and no more than {most} may be: no program there can take a connection.",
            address=facts.address,
            open=facts.open_files or 0,
            most=facts.most_files or 0,
        ),
        because=found.because,
        fixes=(
            Fix(
                where="server",
                text=say("Let the machine open more files:"),
                commands=(
                    f"echo 'fs.file-max = {most}' >/etc/sysctl.d/60-file-max.conf",
                    "sysctl -p /etc/sysctl.d/60-file-max.conf",
                ),
            ),
        ),
        decided_by=(
            Decider(
                question=say("Which process holds so many?"),
                command="for p in /proc/[0-9]*; do echo $(ls $p/fd 2>/dev/null | wc -l) $p; done | sort -n | tail -3",
            ),
        ),
    )


def _raise(case: Case, found: Unanswered, facts: ProcessState) -> tuple[Fix, ...]:
    """Now for the running processes, and for good."""
    files = max(ROOMY, 4 * (facts.soft or 0))
    short = [seen.facts for seen in processes(case) if seen.facts.out_of_files] or [facts]
    at_once = Fix(
        where="server",
        text=say("Let {name} open more files at once, without a restart:", name=facts.name),
        commands=tuple(f"prlimit --pid {one.pid} --nofile={_limits(one, files)}" for one in short),
        risk=say(
            "If the number rises on, it does not close what it opens: {command}",
            command=f"ls -l /proc/{facts.pid}/fd | awk '{{print $NF}}' | sed 's/[0-9]//g' | sort | uniq -c",
        ),
    )
    lasting = _for_good(case, found, files)
    return (at_once, lasting) if lasting else (at_once,)


def _limits(facts: ProcessState, files: int) -> str:
    """Soft and hard limit as prlimit(1) takes them: the soft one alone where the hard one leaves enough room."""
    soft, hard = facts.soft or 0, facts.hard
    if hard is None or hard >= files:
        return f"{files}:"
    return f"{hard}:" if hard >= 4 * soft else f"{files}:{files}"


def _for_good(case: Case, found: Unanswered, files: int) -> Fix | None:
    """Where the limit is set: the unit's, and the program's own."""
    listening = listener(case, *found.there)
    held = program_behind(case, listening) if listening else None
    if held is None:
        return None
    own = OWN_SETTINGS.get(held.kind)
    config = own[1].format(files=files) if own else ""
    commands: tuple[str, ...] = ()
    if held.unit:
        folder = f"/etc/systemd/system/{held.unit}.d"
        commands = (
            f"mkdir -p {quoted(folder)}",
            f"printf '[Service]\\nLimitNOFILE={files}\\n' >{quoted(folder + '/files.conf')}",
            f"systemctl daemon-reload && systemctl restart {quoted(held.unit)}",
        )
    if not commands and not config:
        return None
    text: Prose = (
        say("And for good, in {file} and for its unit:", file=own[0])
        if own and commands
        else say("And for good, in {file}:", file=own[0])
        if own
        else say("And for good, for its unit:")
    )
    return Fix(where="server", text=text, commands=commands, config=config)


HOARDER = """\
import os, resource, selectors, socket
resource.setrlimit(resource.RLIMIT_NOFILE, (40, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
server = socket.create_server(("0.0.0.0", 8080), backlog=50)
server.setblocking(False)
watch = selectors.DefaultSelector()
watch.register(server, selectors.EVENT_READ)
held = []
try:
    while True:
        held.append(open("/dev/null"))
except OSError:
    pass
clients = {}
while True:
    for key, _ in watch.select():
        if key.fileobj is server:
            try:
                connection, _ = server.accept()
            except OSError:
                import time
                time.sleep(0.2)
                continue
            watch.register(connection, selectors.EVENT_READ)
        else:
            connection = key.fileobj
            if connection.recv(4096):
                connection.sendall(b"HTTP/1.0 204 No Content\\r\\n\\r\\n")
            watch.unregister(connection)
            connection.close()
"""
"A program that never closes the files it opens, until it may open none."

PREFORKED = """\
import http.server, os, resource, signal

server = http.server.HTTPServer(("0.0.0.0", 8080), http.server.SimpleHTTPRequestHandler)
if os.fork():
    signal.pause()
resource.setrlimit(resource.RLIMIT_NOFILE, (24, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
held = []
try:
    while True:
        held.append(os.dup(0))
except OSError:
    pass
server.serve_forever()
"""
"A master that takes no connection itself, and a worker that has no room."

CLOSES = """\
import resource, select, socket, os
resource.setrlimit(resource.RLIMIT_NOFILE, (30, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
server = socket.create_server(("0.0.0.0", 8080), backlog=50)
spare = os.open("/dev/null", os.O_RDONLY)
try:
    while True:
        os.dup(0)
except OSError:
    pass
while True:
    select.select([server], [], [])
    try:
        connection, _ = server.accept()
        connection.close()
    except OSError:
        # As event loops do, so that those who wait are told: give up the spare file, accept, close, take it again.
        os.close(spare)
        connection, _ = server.accept()
        connection.close()
        spare = os.open("/dev/null", os.O_RDONLY)
"""


def _serving(
    name: str, program: str, target: str, client_alone: str = "process-hung", certainty: str = "proven"
) -> Scenario:
    return Scenario(
        name=name,
        hosts=(
            client(),
            router(),
            server(daemons=(python_server(program),)),
        ),
        target=target,
        both_ends=Expected(verdict="server-out-of-files", certainty=certainty),
        client_alone=Expected(verdict=client_alone, certainty="possible") if client_alone else None,
    )


SCENARIO = _serving("hoards-files", HOARDER, "http://10.20.0.5:8080")

VARIANTS = (
    _serving("plain-tcp", HOARDER, "tcp://10.20.0.5:8080", ""),
    _serving("one-worker", PREFORKED, "http://10.20.0.5:8080"),
    _serving("closes-at-once", CLOSES, "http://10.20.0.5:8080", "", ""),
)

NEAR_MISSES = (
    Scenario(
        name="nearly-full",
        hosts=(
            client(),
            router(),
            server(daemons=(python_server(HOARDER.replace("clients = {}", "held.pop(); held.pop()")),)),
        ),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-out-of-files",
    title=say("The program on the server may open no further file, so it takes no connection"),
    symptoms=AFTER_CONNECTING,
    look_alikes=frozenset({"process-hung", "accept-queue-full"}),
    needs=(*AT_THE_PROGRAM, *WHAT_HOLDS_IT),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
