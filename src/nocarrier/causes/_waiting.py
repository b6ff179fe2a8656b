"""What the causes share whose connections wait in a queue of the server's: what the program does, and a longer queue."""

from __future__ import annotations

from nocarrier.causes._arrival import ends
from nocarrier.causes._binding import program_behind
from nocarrier.causes._firewall import fate
from nocarrier.causes._restarting import Restart
from nocarrier.facts.accept_queue import AcceptQueue, QueueingSocket
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.packet_fate import WAY_IN
from nocarrier.facts.process_state import ProcessState
from nocarrier.facts.programs.backlogs import BACKLOGS
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import quoted

ROOMY = 4096
"What net.core.somaxconn is since Linux 5.4 (listen(2)), and a good size for a busy server."


MANY_FILES = 65536
"Files that a busy server may have open; the least that is advised."


def swallowed(case: Case, address: str) -> tuple[Evidence[Any], ...]:
    """What says that the client's packets come in at the server, that no rule of its packet filter stops them, and that
    it answers none: then what listens there is what does not take them. Empty where that is not known."""
    seen = ends(case, address)
    rules = fate(case, Where.SERVER, address)
    if seen.arrived is None or not seen.arrived.facts.none("out") or rules is None:
        return ()
    reverse = seen.arrived.facts.reverse
    spoofed = reverse is None or reverse.spoofed > 0
    return () if spoofed or not rules.facts.passes(WAY_IN) else (seen.arrived, rules)


def holders(case: Case) -> tuple[ProcessState, ...]:
    """The processes that hold the listener, the oldest first."""
    return tuple(seen.facts for seen in case.every(ProcessState, Where.SERVER))


def culprit(case: Case) -> ProcessState | None:
    """The one that keeps from accepting, as far as its state tells: a stopped one first, else the last worker."""
    processes = holders(case)
    telling = [each for each in processes if each.stopped] + [each for each in processes if each.out_of_files]
    return next(iter(telling), processes[-1] if processes else None)


def listener_at(case: Case, socket: QueueingSocket, port: int) -> Listener | None:
    """The listener of this queue, with the program that holds it."""
    seen = case.seen(Listeners, Where.SERVER)
    here = seen.facts.on(port) if seen else ()
    return next((each for each in here if each.address == socket.address), None)


def hidden(case: Case) -> bool:
    """The processes that hold the listeners could not be seen, for which root is needed; else nobody came to look."""
    seen = case.seen(Listeners, Where.SERVER)
    return seen is not None and not seen.facts.programs_seen


def doing(process: ProcessState) -> Prose:
    """What a process does, as a clause."""
    if process.stopped:
        return say("it is stopped (SIGSTOP)")
    if process.out_of_files:
        return say("it may open no file more than its {open}", open=process.open or 0)
    if process.state == "t":
        return say("a debugger holds it")
    if process.state == "D":
        return say("it waits for a disk or a remote file system ({wchan})", wchan=process.wchan or "?")
    if process.state == "R":
        return say("it is busy computing")
    if process.wchan:
        return say("it sleeps in the kernel's {wchan}", wchan=process.wchan)
    return say("what it does cannot be seen without root")


def let_it_accept(case: Case, queue: Evidence[AcceptQueue], socket: QueueingSocket) -> Fix:
    """The program takes its connections again: continued where it is stopped, else started again."""
    where = "server" if queue.facts.port else "client"  # a unix socket is where it is dialled
    process = culprit(case)
    if process is not None and process.stopped:
        return Fix(
            where=where,
            text=say("Let {name} (pid {pid}) run on:", name=process.name, pid=process.pid),
            commands=("kill -CONT " + " ".join(str(each.pid) for each in holders(case) if each.stopped),),
        )
    if process is not None and process.out_of_files:
        files = max(MANY_FILES, 4 * (process.soft or 0))
        return Fix(
            where=where,
            text=say("Let {name} (pid {pid}) open more files:", name=process.name, pid=process.pid),
            commands=(f"prlimit --pid {process.pid} --nofile={files}:{files}",),
        )
    listener = listener_at(case, socket, queue.facts.port)
    held = program_behind(case, listener) if listener else None
    kind = held.known if held else None
    if held is not None and kind is not None and listener is not None and listener.program is not None:
        commands = Restart(case, held, kind, listener.program).commands(held.command)
        if commands:
            return Fix(
                where=where,
                text=say("Start {label} again, which frees the queue:", label=kind.label),
                commands=commands,
                risk=say(
                    "What it was doing is lost, and with it the reason. To see that first: {command}",
                    command=_look(process.pid if process else held.pid),
                ),
            )
    if process is None:
        return Fix(
            where=where,
            text=say("Find the program that does not take its connections, and start it again:"),
            commands=(_whose(queue.facts, socket),),
        )
    return Fix(
        where=where,
        text=say("See what {name} (pid {pid}) waits for, and start it again:", name=process.name, pid=process.pid),
        commands=(_look(process.pid),),
    )


def _look(pid: int) -> str:
    return f"cat /proc/{pid}/task/*/wchan; ls -l /proc/{pid}/fd | tail"


def _whose(facts: AcceptQueue, socket: QueueingSocket) -> str:
    if not facts.port:
        return f"ss -lxp src {quoted(socket.address)}"
    return f"ss -ltnp 'sport = :{facts.port}'"


def longer_queue(case: Case, queue: Evidence[AcceptQueue], socket: QueueingSocket) -> Fix | None:
    """More room for connections that wait: the program's own number, or the kernel's limit of it."""
    where = "server" if queue.facts.port else "client"  # a unix socket is where it is dialled
    facts = queue.facts
    if socket.backlog is None or socket.backlog >= ROOMY:
        return None
    listener = listener_at(case, socket, facts.port)
    held = program_behind(case, listener) if listener else None
    kind = held.known if held else None
    known = BACKLOGS.get(kind.slug) if kind else None
    capped = facts.somaxconn is not None and socket.backlog >= facts.somaxconn
    raise_limit = (
        "echo 'net.core.somaxconn = 4096' >/etc/sysctl.d/60-somaxconn.conf",
        "sysctl -p /etc/sysctl.d/60-somaxconn.conf",
    )
    commands = raise_limit if capped else ()
    risk = say("A longer queue only helps against a rush: a program that takes none fills any queue.")
    if known is not None and kind is not None:
        setting = known.setting.format(port=facts.port, size=ROOMY)
        text = say(
            "Let more than {now} connections wait for {label}; the new number holds once it is started again:",
            now=socket.backlog,
            label=kind.label,
        )
        return Fix(where=where, text=text, config=setting, commands=commands, risk=risk)
    if capped:
        text = say(
            "Let more than {now} connections wait on that machine; it holds once the program is started again:",
            now=socket.backlog,
        )
        return Fix(where=where, text=text, commands=commands, risk=risk)
    text = say("Let the program give listen(2) a larger backlog than {now}: {size}.", now=socket.backlog, size=ROOMY)
    return Fix(where=where, text=text, risk=risk)
