"""Which program belongs on the target's port, and why is it not there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.facts.listeners import Listeners
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.facts.programs import TABLE, recognise, usually_on
from nocarrier.facts.programs.kind import Kind
from nocarrier.facts.stopped_programs import Stopped, StoppedPrograms
from nocarrier.facts.system import System
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene

AFTER = (Listeners, System, PortMentions)
UNITS = "/etc/systemd/system/"
PROPERTIES = "Id,LoadState,ActiveState,SubState,UnitFileState,Result,ExecMainStatus,NRestarts"
RUNNING = frozenset({"active", "reloading", "deactivating"})
"States of a unit that runs: if it does not listen, that is not for want of being started (systemctl(1))."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """What is set up for the port, or usually listens there, and is not running."""
    case, port = scene.case, scene.case.target.port
    listeners = case.seen(Listeners, where)
    if port is None or listeners is None or listeners.facts.on(port):
        return
    mentions, system = case.seen(PortMentions, where), case.seen(System, where)
    files = mentions.facts.files if mentions else ()
    running = {
        kind.slug for found in listeners.facts.listeners if found.program and (kind := recognise(found.program))
    }
    wanted = [
        (kind, config)
        for kind, config in _kinds(machine, files, case.target.scheme, port)
        if kind.slug not in running
    ]
    facts = system.facts if system else System()
    if facts.init == "systemd":
        programs = _by_units(machine, wanted, _own_units(files), facts.family)
    else:
        programs = tuple(_by_binaries(machine, wanted))
    if programs:
        yield Observation(StoppedPrograms(port=port, programs=programs), summary(programs[0]))


def _kinds(machine: Machine, files: tuple[str, ...], scheme: str, port: int) -> list[tuple[Kind, str]]:
    """The kinds whose settings name the port, with the file; then those that usually serve it."""
    found = _naming(machine, files, port) if files else {}
    for kind in usually_on(scheme, port):
        if port in kind.ports[:1]:
            found.setdefault(kind.slug, (kind, ""))
    return list(found.values())


def _naming(machine: Machine, files: tuple[str, ...], port: int) -> dict[str, tuple[Kind, str]]:
    from nocarrier.readings.binding import names_port

    found: dict[str, tuple[Kind, str]] = {}
    for file in files:
        text = machine.read(file, 1 << 18).text
        for kind in TABLE:
            if kind.slug not in found and _is_file_of(kind, file) and names_port(kind, text, port):
                found[kind.slug] = (kind, file)
    return found


def _is_file_of(kind: Kind, file: str) -> bool:
    """The file stands in a directory of this program's settings."""
    places = {path.partition("*")[0].rpartition("/")[0] for path in kind.files if path.startswith("/")}
    return any(file == path for path in kind.files) or any(
        file.startswith(f"{place}/") for place in places if place.count("/") > 1
    )


def _own_units(files: Iterable[str]) -> list[str]:
    """Units that the administrator wrote and that name the port themselves."""
    names = (
        file.removeprefix(UNITS).partition("/")[0].removesuffix(".d") for file in files if file.startswith(UNITS)
    )
    return list(dict.fromkeys(name for name in names if name.endswith((".service", ".socket"))))


def _by_units(machine: Machine, wanted: list[tuple[Kind, str]], own: list[str], family: str) -> tuple[Stopped, ...]:
    """What systemd says of the units concerned; those that are loaded and do not run."""
    from nocarrier.readings.systemd import decode_show

    of_kinds = {f"{unit}.service": (kind, config) for kind, config in wanted if (unit := kind.unit(family))}
    names = [*own, *of_kinds]
    if not names:
        return ()
    shown = decode_show(machine.run(("systemctl", "show", "-p", PROPERTIES, *names)).text)
    found = [
        _stopped(unit, *of_kinds.get(asked, (None, UNITS + asked)))
        for asked, unit in zip(names, shown, strict=False)
        if unit.get("LoadState") in ("loaded", "masked") and unit.get("ActiveState") not in RUNNING
    ]
    return tuple(sorted(found, key=lambda one: (not one.failed, not one.config)))


def _stopped(unit: dict[str, str], kind: Kind | None, config: str) -> Stopped:
    return Stopped(
        kind=kind.slug if kind else "",
        config=config,
        unit=unit.get("Id", ""),
        active=unit.get("ActiveState", ""),
        sub=unit.get("SubState", ""),
        enabled=unit.get("UnitFileState", ""),
        result=unit.get("Result", ""),
        status=_number(unit.get("ExecMainStatus", "")),
        restarts=_number(unit.get("NRestarts", "")),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _by_binaries(machine: Machine, wanted: list[tuple[Kind, str]]) -> Iterator[Stopped]:
    """Without systemd: the programs that are installed."""
    paths = [path for kind, _ in wanted for path in (*kind.binaries, kind.data) if path]
    there = machine.run(("ls", "-d", *paths)).text.splitlines() if paths else []
    for kind, config in wanted:
        binary = next((path for path in kind.binaries if path in there), "")
        if binary:
            unready = bool(kind.data) and kind.data not in there
            yield Stopped(kind=kind.slug, config=config, binary=binary, unready=unready)


def summary(stopped: Stopped) -> Prose:
    """The first of them, in a line."""
    if stopped.unit and stopped.failed:
        return say(
            "{unit} is {active} ({result}, status {status})",
            unit=stopped.unit,
            active=stopped.sub if stopped.crashing else stopped.active,
            result=stopped.result,
            status=stopped.status,
        )
    if stopped.unit:
        return say("{unit} is {active}, {enabled}", unit=stopped.unit, active=stopped.active, enabled=stopped.enabled)
    kind = stopped.known
    return say("{label} is installed and does not run", label=kind.label if kind else stopped.binary)
