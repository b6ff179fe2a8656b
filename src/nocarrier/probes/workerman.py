"""Which Workerman runs on this machine, and what does its program text say of where it listens?

Its processes name themselves. From the master's start file the text is followed through what it includes; GatewayWorker
has each of its parts in a file of its own, webman its addresses in ``config/process.php``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nocarrier.facts.listeners import Listeners, Program
from nocarrier.facts.workerman import Listening, Master, Process, Workerman
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene

AFTER = (Listeners,)

if TYPE_CHECKING:
    from nocarrier.readings.workerman import Reading
    from nocarrier.readings.workerman_title import Title

MOST_MASTERS, MOST_PROCESSES, MOST_FILES, ROUNDS = 6, 64, 48, 6
NAMES = frozenset({"php", *(f"php{version}" for version in ("7.4", "8.0", "8.1", "8.2", "8.3", "8.4", "8.5"))})
ESTABLISHED = 1
"include/net/tcp_states.h."
TABLES = ("/proc/net/tcp", "/proc/net/tcp6")


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation of all masters, where any is found."""
    listeners = scene.case.seen(Listeners, where)
    if listeners is None:
        return
    programs = {found.program.pid: found.program for found in listeners.facts.listeners if found.program}
    running = _running(machine, programs) if programs else {}
    if not running:
        return
    masters = tuple(
        found for pid, (start, directory) in list(running.items())[:MOST_MASTERS]
        if (found := _master(machine, pid, start, directory, programs.get(pid))) is not None
    )  # fmt: skip
    if masters:
        masters = _with_processes(machine, masters)
        facts = Workerman(masters=masters, joined=_joined(machine, masters))
        yield Observation(facts, summary(facts, scene.case.target.port))


def _running(machine: Machine, programs: dict[int, Program]) -> dict[int, tuple[str, str]]:
    """Masters that hold a listener, or whose workers do: pid → start file and working directory."""
    from nocarrier.readings.workerman_title import title, untitled

    found: dict[int, tuple[str, str]] = {}
    for program in programs.values():
        named = title(program.command)
        if named is None:
            if script := untitled(program.command):
                found[program.pid] = (script, program.directory)
        elif named.master:
            found[program.pid] = (named.start_file, program.directory)
        elif (parent := _parent(machine, program.pid)) is not None:
            found.setdefault(*parent)
    return found


def _parent(machine: Machine, pid: int) -> tuple[int, tuple[str, str]] | None:
    """The master of a worker process, as an entry of `_running`."""
    from nocarrier.readings.process import decode_command, decode_status
    from nocarrier.readings.workerman_title import title

    _, parent = decode_status(machine.read(f"/proc/{pid}/status", 1 << 14).text)
    named = title(decode_command(machine.read(f"/proc/{parent}/cmdline", 1 << 14).data)) if parent else None
    if named is None or not named.master:
        return None
    return parent, (named.start_file, machine.readlink(f"/proc/{parent}/cwd"))


def _master(machine: Machine, pid: int, start: str, directory: str, program: Program | None) -> Master | None:
    """What one master's program text says; None where that is no Workerman's."""
    from nocarrier.probes.server_program import user_name
    from nocarrier.readings.binding import absolute
    from nocarrier.readings.process import decode_status

    start = absolute(start, directory)
    reading = follow(machine, start)
    if not reading.listening and not reading.runs:
        return None
    listening = reading.listening
    if reading.webman or any(one.role == "process" for one in listening):
        product = "webman"
    elif any(one.role in ("gateway", "register", "business") for one in listening):
        product = "gatewayworker"
    else:
        product = "workerman"
    uid, _ = decode_status(machine.read(f"/proc/{pid}/status", 1 << 14).text)
    return Master(
        pid=pid,
        user=user_name(machine, uid),
        executable=program.executable if program else machine.readlink(f"/proc/{pid}/exe"),
        product=product,
        start_file=start,
        directory=directory,
        listening=listening,
        container=program.container if program else "",
    )


def follow(machine: Machine, start: str) -> Reading:
    """The start file and all that it includes, fetched in a few rounds."""
    from nocarrier.probes.server_program import LONGEST_FILE, expand
    from nocarrier.readings.workerman import Reading, read

    texts: dict[str, str] = {}
    listed: dict[str, tuple[str, ...]] = {}
    reading = Reading(files=(start, *_beside(start)))
    for _ in range(ROUNDS):
        wanted = [path for path in reading.files if path not in texts][: MOST_FILES - len(texts)]
        machine.prefetch(wanted, [])
        texts.update((path, machine.read(path, LONGEST_FILE).text) for path in wanted)
        listed.update((pattern, tuple(expand(machine, pattern))) for pattern in reading.patterns)
        reading = read(start, texts, listed)
        if not reading.files and not reading.patterns:
            break
    return reading if reading.listening else _webman(machine, start, reading, texts)


def _beside(start: str) -> tuple[str, ...]:
    """webman's settings, which its framework reads and no line of the start file names."""
    directory = start.rpartition("/")[0]
    return tuple(f"{directory}/config/{name}.php" for name in ("process", "server"))


def _webman(machine: Machine, start: str, reading: Reading, texts: dict[str, str]) -> Reading:
    from nocarrier.model.record import replace
    from nocarrier.readings.workerman import read

    if not reading.webman:
        return reading
    found: list[Listening] = []
    for path in _beside(start):
        found += read(path, texts, {}).listening
    return replace(reading, listening=tuple(found))


def _with_processes(machine: Machine, masters: Sequence[Master]) -> tuple[Master, ...]:
    """The same masters with their processes; and those that hold no listener, as BusinessWorkers alone have none."""
    from nocarrier.model.record import replace
    from nocarrier.readings.process import decode_command, decode_status
    from nocarrier.readings.workerman_title import title

    try:
        pids = machine.called(NAMES)[:MOST_PROCESSES]
    except CannotLook:
        return tuple(masters)
    machine.prefetch([f"/proc/{pid}/{name}" for pid in pids for name in ("cmdline", "status")], [])
    titles = {
        pid: named
        for pid in pids
        if (named := title(decode_command(machine.read(f"/proc/{pid}/cmdline", 1 << 14).data))) is not None
    }
    parents = {
        pid: decode_status(machine.read(f"/proc/{pid}/status", 1 << 14).text)[1]
        for pid, named in titles.items()
        if not named.master
    }
    known = {master.pid for master in masters}
    gateways = any(master.product == "gatewayworker" for master in masters)
    others = [pid for pid, named in titles.items() if named.master and pid not in known] if gateways else []
    more = [_of_others(machine, pid, titles[pid]) for pid in others[: MOST_MASTERS - len(masters)]]
    return tuple(
        replace(master, processes=tuple(_processes(master.pid, titles, parents)))
        for master in (*masters, *(found for found in more if found is not None))
    )


def _of_others(machine: Machine, pid: int, named: Title) -> Master | None:
    return _master(machine, pid, named.start_file, machine.readlink(f"/proc/{pid}/cwd"), None)


def _processes(master: int, titles: dict[int, Title], parents: dict[int, int]) -> Iterable[Process]:
    for pid, parent in parents.items():
        if parent == master:
            yield Process(pid=pid, name=titles[pid].name, socket=titles[pid].socket)


def _joined(machine: Machine, masters: Sequence[Master]) -> tuple[int, ...] | None:
    """The ports on which connections stand, of those that Gateways keep for their BusinessWorkers."""
    internal = {
        port for master in masters for gateway in master.of("gateway") for port in master.internal_ports(gateway)
    }
    if not internal:
        return None
    from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp

    tables = [machine.read(path, 16 << 20) for path in TABLES]
    if tables[0].errno:
        return None
    sockets = (found for table in tables for found in decode_proc_net_tcp(table.text))
    ports = {found.source_port for found in sockets if found.state == ESTABLISHED}
    return tuple(sorted(ports & internal))


def summary(facts: Workerman, port: int | None) -> Prose:
    """The line for the target's port, or the first master, in a line."""
    held = facts.holding(port) if port else None
    if held is not None:
        master, line = held
        return say(
            "{product} (pid {pid}): {file}:{line}: {text}",
            product=master.label,
            pid=master.pid,
            file=line.file,
            line=line.line,
            text=line.text.strip()[:120],
        )
    master = facts.masters[0]
    there = [f"{one.scheme}://{endpoint(one.address, one.port)}" for one in master.listening if one.port]
    return say(
        "{product} (pid {pid}, {file}) listens on {there}",
        product=master.label,
        pid=master.pid,
        file=master.start_file,
        there=", ".join(there[:4]) or "?",
    )
