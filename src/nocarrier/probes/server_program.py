"""Which program holds the target's port, and where is it told to listen where it does?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.listeners import Listener, Listeners, Program
from nocarrier.facts.programs.kind import Kind
from nocarrier.facts.server_program import Binding, ServerProgram
from nocarrier.facts.workerman import Workerman
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene

AFTER = (Listeners, Workerman)
MOST_PROGRAMS = 4
MOST_FILES = 24
LONGEST_FILE = 1 << 18
"Bytes; a settings file or a start script is smaller."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation for each program that listens on the target's port."""
    listeners = scene.case.seen(Listeners, where)
    port = scene.case.target.port
    if listeners is None or port is None:
        return
    known: set[int] = set()
    for listener in listeners.facts.on(port):
        program = listener.program
        if program is not None and program.pid not in known and len(known) < MOST_PROGRAMS:
            known.add(program.pid)
            workerman = scene.case.seen(Workerman, where)
            facts = examine(machine, listener, program)
            if workerman is not None:
                facts = _as_workerman(machine, facts, listener, workerman.facts)
            yield Observation(facts, summary(facts, program))


def _as_workerman(machine: Machine, facts: ServerProgram, listener: Listener, workerman: Workerman) -> ServerProgram:
    """The same of a process of Workerman: its program text was read, and it is its master that is started again."""
    master = workerman.master_of(facts.pid)
    if master is None:
        return facts
    line = master.listening_at(listener)
    return replace(
        facts,
        kind=master.product,
        script=master.start_file,
        binding=line.place if line is not None and line.place is not None else facts.binding,
        user=master.user,
    )


def examine(machine: Machine, listener: Listener, program: Program) -> ServerProgram:
    """Everything that a fix for this program needs."""
    from nocarrier.facts.programs import recognise
    from nocarrier.readings.binding import original_command, script_of
    from nocarrier.readings.process import decode_status

    kind = recognise(program)
    machine.prefetch([f"/proc/{program.pid}/status", "/etc/passwd"], [])
    uid, parent = decode_status(machine.read(f"/proc/{program.pid}/status", 1 << 14).text)
    unit, unit_command = _unit(machine, program, parent)
    command = original_command(kind, program.command)
    script = script_of(kind, program.command, program.directory) if kind else ""
    binding = _binding(machine, kind, program, command, script, listener, bool(unit)) if kind else None
    return ServerProgram(
        pid=program.pid,
        kind=kind.slug if kind else "",
        command=command,
        binding=binding,
        unit=unit,
        unit_command=unit_command,
        user=user_name(machine, uid),
        script=script,
    )


def _binding(
    machine: Machine,
    kind: Kind,
    program: Program,
    command: tuple[str, ...],
    script: str,
    listener: Listener,
    in_unit: bool,
) -> Binding | None:
    """The command line has the last word in every program of the table; then come files, then the program text."""
    from nocarrier.readings.binding import find_in_command, named_configs, speaks_of_port, usual_configs
    from nocarrier.readings.program_text import find_in_program

    found = find_in_command(kind, command, listener.port)
    if found is not None:
        return found
    named = named_configs(kind, command, program.directory)
    texts = _read(machine, list(named))
    # A title that hides the arguments may hide another file; a unit of the distribution uses the usual one.
    if not named and (command or in_unit or script):
        patterns = usual_configs(kind, program.directory, script)
        texts = _read(machine, [path for pattern in patterns for path in expand(machine, pattern)])
    if named or speaks_of_port(kind, list(texts.values()), listener.port):
        found = _search(kind, texts, listener)
    if found is not None or not script:
        return found
    # What it loads stands beside the text itself, not beside a symbolic link to it.
    text = real_path(machine, script)
    return find_in_program(kind, text, _read(machine, _sources(machine, kind, text)), listener.address, listener.port)


def _search(kind: Kind, texts: dict[str, str], listener: Listener) -> Binding | None:
    from nocarrier.readings.binding import find_in_text

    found = (find_in_text(kind, text, file, listener.address, listener.port) for file, text in texts.items())
    return next((binding for binding in found if binding is not None), None)


def _sources(machine: Machine, kind: Kind, script: str) -> list[str]:
    """The script, then the texts of its language that stand beside it, which it may load."""
    directory = script.rpartition("/")[0]
    beside = [f"{directory}/{name}" for name in machine.listdir(directory) if name.endswith(kind.source)]
    return [script, *(path for path in beside if path != script)]


def _read(machine: Machine, paths: list[str]) -> dict[str, str]:
    """Path → text of those that can be read; a symbolic link by what it points at, for that is what is edited."""
    paths = paths[:MOST_FILES]
    machine.prefetch([], [], paths)
    wanted = [real_path(machine, path) for path in paths]
    machine.prefetch(wanted, [])
    texts: dict[str, str] = {}
    for path in dict.fromkeys(wanted):
        read = machine.read(path, LONGEST_FILE)
        if not read.errno:
            texts[path] = read.text
    return texts


def real_path(machine: Machine, path: str) -> str:
    """What a path leads to where it is a symbolic link; the path itself else."""
    target = machine.readlink(path)
    if not target:
        return path
    if target.startswith("/"):
        return target
    parts = path.split("/")[:-1]
    for part in target.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def expand(machine: Machine, pattern: str) -> list[str]:
    """The paths that a pattern with ``*`` in its parts stands for (glob(7)), in order."""
    from fnmatch import fnmatchcase

    found = [""]
    for part in pattern.split("/")[1:]:
        if "*" in part:
            found = [
                f"{base}/{name}"
                for base in found
                for name in machine.listdir(base or "/")
                if fnmatchcase(name, part) and not name.startswith(".")
            ]
        else:
            found = [f"{base}/{part}" for base in found]
    return found


def _unit(machine: Machine, program: Program, parent: int) -> tuple[str, str]:
    """The unit whose main process this is (or is the parent of), and its ExecStart.

    A control group alone does not tell: what a session of sshd or a job of cron starts stands in theirs.
    """
    from nocarrier.readings.systemd import decode_show, exec_start

    if not program.unit:
        return "", ""
    try:
        shown = decode_show(machine.run(("systemctl", "show", "-p", "MainPID,FragmentPath", program.unit)).text)
    except CannotLook:
        return "", ""
    if not shown or shown[0].get("MainPID", "0") not in (str(program.pid), str(parent)):
        return "", ""
    return program.unit, exec_start(machine.read(shown[0].get("FragmentPath", ""), LONGEST_FILE).text)


def user_name(machine: Machine, uid: int) -> str:
    """The name of a user who is not root; the number where passwd(5) has none."""
    if uid <= 0:
        return ""
    for line in machine.read("/etc/passwd", LONGEST_FILE).text.splitlines():
        fields = line.split(":")
        if len(fields) > 2 and fields[2] == str(uid):
            return fields[0]
    return f"#{uid}"


def summary(facts: ServerProgram, program: Program) -> Prose:
    """What it is and where its address is set, in a line."""
    kind = facts.known
    label = kind.label if kind else program.name
    binding = facts.binding
    if binding is None:
        return say("{label} (pid {pid})", label=label, pid=facts.pid)
    if binding.file:
        return say(
            "{label} (pid {pid}), bound in {file}:{line}: {text}",
            label=label,
            pid=facts.pid,
            file=binding.file,
            line=binding.line,
            text=binding.text.strip()[:120],
        )
    return say("{label} (pid {pid}), bound by {text}", label=label, pid=facts.pid, text=binding.text)
