"""The client has too many files open to open a socket

What it is
----------
Every socket is an open file. The client's process has reached the number it may have open (RLIMIT_NOFILE), or the
whole machine its own (fs.file-max). Mostly a program does not close what it has opened.

What you see
------------
"Too many open files" (EMFILE) or "Too many open files in system" (ENFILE), WSAEMFILE 10024, at once. Nothing reaches
the network, and the same program may fail to open ordinary files too.

How it is told apart
--------------------
The error comes from socket, before any address is looked at. For a process that is pointed out (--from pid://N) its
descriptors are counted against its limit.

What to do
----------
Raise the limit of that program: LimitNOFILE of its systemd unit, limits.conf for logins, ulimit in the script that
starts it. Then find out what it leaves open: a number that only grows reaches every limit.
"""

from __future__ import annotations

from nocarrier.facts.process_limits import ProcessLimits
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted

PLENTY = 65536
"The limit that is advised: what large servers are usually given."


def judge(case: Case) -> Judgement:
    """socket says EMFILE or ENFILE, or the process that was pointed out is at its limit."""
    limits = case.seen(ProcessLimits)
    if limits is not None and limits.facts.pointed_out and limits.facts.full:
        return Found(
            certainty=Certainty.PROVEN,
            summary=_of_process(limits.facts),
            because=(limits,),
            fixes=_fixes(limits.facts),
        )
    attempt = _short_of_files(case)
    if attempt is None:
        return Silent()
    if attempt.facts.errno == "ENFILE":
        return Found(
            certainty=Certainty.PROVEN,
            summary=say("This machine has as many files open as it may (fs.file-max): no socket can be opened."),
            because=(attempt,),
            fixes=_for_the_machine(limits.facts if limits else None),
        )
    if limits is None or limits.facts.soft is None:
        return Found(
            certainty=Certainty.LIKELY,
            summary=say("The client's process has as many files open as it may: no socket can be opened."),
            because=(attempt,),
            decided_by=(_count(),),
        )
    return Found(
        certainty=Certainty.PROVEN,
        summary=_of_process(limits.facts),
        because=(attempt, limits),
        fixes=_fixes(limits.facts),
    )


def _short_of_files(case: Case) -> Evidence[TcpAttempt] | Evidence[UnixAttempt] | None:
    """The first attempt that was given no descriptor."""
    short = ("EMFILE", "ENFILE")
    for attempt in case.every(TcpAttempt):
        if attempt.facts.errno in short:
            return attempt
    return next((attempt for attempt in case.every(UnixAttempt) if attempt.facts.errno in short), None)


def _count() -> Decider:
    return Decider(
        question=say("How many files has the client's process open, and how many may it have?"),
        command="for p in $(pgrep PROGRAM); do ls /proc/$p/fd | wc -l; grep 'open files' /proc/$p/limits; done",
    )


def _of_process(limits: ProcessLimits) -> Prose:
    if not limits.pointed_out:
        return say(
            "The client's process may have {soft} files open and has them: no socket can be opened.",
            soft=limits.soft or 0,
        )
    return say(
        "{name} (pid {pid}) has {open} files open and may have {soft}: it can open no socket.",
        name=limits.name,
        pid=limits.pid,
        open=limits.open or 0,
        soft=limits.soft or 0,
    )


def _fixes(limits: ProcessLimits) -> tuple[Fix, ...]:
    most = max(PLENTY, 2 * (limits.soft or 0))
    found: list[Fix] = []
    if limits.pointed_out:
        found.append(_of_running(limits, most))
    if limits.unit:
        found.append(_of_unit(limits.unit, most))
    else:
        found.append(
            Fix(
                where="client",
                text=say(
                    "For every new login, in /etc/security/limits.conf; in the script that starts the program, "
                    "ulimit -n {most}:",
                    most=most,
                ),
                config=f"*  soft  nofile  {most}\n*  hard  nofile  {most}\n",
            )
        )
    pid = str(limits.pid) if limits.pointed_out else "PID"
    look = Fix(
        where="client",
        text=say("See what it leaves open:"),
        commands=(f"ls -l /proc/{pid}/fd | awk '{{print $NF}}' | sed 's/[0-9]*\\]$//' | sort | uniq -c | sort -rn",),
    )
    return (*found, look)


def _of_running(limits: ProcessLimits, most: int) -> Fix:
    """Up to the hard limit the process' owner may; beyond it only root with CAP_SYS_RESOURCE (getrlimit(2))."""
    hard = limits.hard
    room = hard is None or hard > (limits.soft or 0)
    value = f"{min(most, hard or most)}:" if room else f"{most}:{most}"
    return Fix(
        where="client",
        text=say("Raise the limit of the running process:"),
        commands=(f"prlimit --pid {limits.pid} --nofile={value}",),
        risk=say("It holds until the process ends; where it leaks files it only takes longer."),
    )


def _of_unit(unit: str, most: int) -> Fix:
    return Fix(
        where="client",
        text=say("For good, in /etc/systemd/system/{unit}.d/limits.conf:", unit=unit),
        config=f"[Service]\nLimitNOFILE={most}\n",
        commands=("systemctl daemon-reload", f"systemctl restart {quoted(unit)}"),
    )


def _for_the_machine(limits: ProcessLimits | None) -> tuple[Fix, ...]:
    most = 2 * (limits.system_max or 0) if limits else 0
    return (
        Fix(
            where="client",
            text=say("Raise the machine's limit; to keep it, put the line into /etc/sysctl.d/90-files.conf:"),
            commands=(f"sysctl -w fs.file-max={most or 1 << 20}",),
            config=f"fs.file-max = {most or 1 << 20}\n",
        ),
    )


HOARDER = """\
import os, resource, signal, sys, time
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 4096))
note = os.open("/run/hoarder.pid", os.O_RDWR | os.O_CREAT)
if os.fork() == 0:
    try:
        for _ in range(int(sys.argv[1])):
            os.dup(0)
    except OSError:
        pass
    os.write(note, str(os.getpid()).encode())
    while True:
        signal.pause()
while not os.fstat(note).st_size:
    time.sleep(0.01)
"""
"A program that opens files until it may open no more, or as many as it is told."

PROVEN = Expected(verdict="too-many-open-files", certainty="proven")


def _hoarding(name: str, count: str, expected: Expected, port: int = 8080) -> Scenario:
    hoarder = Daemon(argv=("{python}", "{dir}/hoarder.py", count), files={"hoarder.py": HOARDER}, ready="exit")
    return Scenario(
        name=name,
        hosts=(client(daemons=(hoarder,)), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target=f"tcp://10.20.0.5:{port}",
        client_alone=expected,
        both_ends=expected,
        # The process is only known once it runs.
        client_command=("sh", "-c", 'exec "$@" --from "pid://$(cat /run/hoarder.pid)"', "sh"),
    )


SCENARIO = _hoarding("a-process-that-leaks", "1000", PROVEN)

NEAR_MISSES = (_hoarding("nearly-full", "50", Expected(verdict="", outcome="connected")),)

CAUSE = Cause(
    slug="too-many-open-files",
    title=say("The client has too many files open to open a socket"),
    symptoms=frozenset({Symptom.RESOURCE_LIMIT}),
    look_alikes=frozenset(),
    needs=on_client(ProcessLimits),
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
)
