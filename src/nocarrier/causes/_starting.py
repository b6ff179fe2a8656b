"""The program that belongs on a port where nothing listens: why it is not there, and how it is started."""

from __future__ import annotations

from nocarrier.causes._listening import shows_who_listens
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.facts.stopped_programs import Stopped, StoppedPrograms
from nocarrier.facts.system import System
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Fix, Need, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import quoted

WHAT_BELONGS_THERE: tuple[Need, ...] = on_server(StoppedPrograms, System, PortMentions)
"What `belonging` and `start` read."


def belonging(case: Case) -> Stopped | None:
    """The likeliest program that belongs on the port, where one is known."""
    seen = case.seen(StoppedPrograms, Where.SERVER)
    return seen.facts.programs[0] if seen and seen.facts.programs else None


def why_not(stopped: Stopped) -> Prose:
    """Why it does not listen, as a clause."""
    unit = stopped.unit
    if not unit:
        kind = stopped.known
        label = kind.label if kind else stopped.binary
        if stopped.config:
            return say("{label} is set up for it in {file}, and does not run", label=label, file=stopped.config)
        return say("{label} is installed, and does not run", label=label)
    if stopped.crashing:
        return say(
            "{unit} ends again and again (status {status}, started {count} times)",
            unit=unit,
            status=stopped.status,
            count=stopped.restarts + 1,
        )
    if stopped.failed:
        return say(
            "{unit} failed ({result}, status {status})", unit=unit, result=stopped.result, status=stopped.status
        )
    if stopped.enabled == "masked":
        return say("{unit} is masked, so that nothing can start it", unit=unit)
    if stopped.enabled == "disabled":
        return say("{unit} is not started, and is not to be started at boot", unit=unit)
    return say("{unit} is not started", unit=unit)


def start(case: Case, stopped: Stopped | None, port: int) -> Fix:
    """How it is started; where no program is known, where to look for one."""
    if stopped is None:
        return _look_for_it(case, port)
    if stopped.unit:
        return _start_unit(stopped)
    return _start_program(case, stopped)


def _start_unit(stopped: Stopped) -> Fix:
    unit = quoted(stopped.unit)
    if stopped.failed:
        return Fix(
            where="server",
            text=say("Read why {unit} ended, mend that, and start it:", unit=stopped.unit),
            commands=(f"journalctl -u {unit} -n 20 --no-pager", f"systemctl restart {unit}"),
        )
    command = {
        "masked": f"systemctl unmask {unit} && systemctl start {unit}",
        "disabled": f"systemctl enable --now {unit}",
    }.get(stopped.enabled, f"systemctl start {unit}")
    return Fix(where="server", text=say("Start {unit}:", unit=stopped.unit), commands=(command,))


def _start_program(case: Case, stopped: Stopped) -> Fix:
    kind, system = stopped.known, case.seen(System, Where.SERVER)
    label = kind.label if kind else stopped.binary
    service = kind.unit(system.facts.family) if kind and system else ""
    if service and system and system.facts.init == "openrc":
        command = f"rc-service {quoted(service)} start"
    else:
        command = _filled(kind.starts if kind else {}, stopped) or quoted(stopped.binary)
    prepare = _filled(kind.prepares, stopped) if kind and stopped.unready else ""
    if kind and prepare:
        text = say(
            "{label} was never set up: {data} is missing. Make it, and start {label}:", label=label, data=kind.data
        )
        return Fix(where="server", text=text, commands=(prepare, command))
    return Fix(where="server", text=say("Start {label}:", label=label), commands=(command,))


def _filled(commands: dict[str, str], stopped: Stopped) -> str:
    """The command for this executable; empty where none is known."""
    from nocarrier.facts.programs.kind import of_binary

    config = quoted(stopped.config) if stopped.config else ""
    return " ".join(of_binary(commands, stopped.binary).format(config=config, binary=quoted(stopped.binary)).split())


def _look_for_it(case: Case, port: int) -> Fix:
    mentions = case.seen(PortMentions, Where.SERVER)
    if mentions is not None and mentions.facts.files:
        return Fix(
            where="server",
            text=say(
                "Start the program whose settings name {port} in {files}, and see whether it then listens:",
                port=port,
                files=", ".join(mentions.facts.files[:3]),
            ),
            commands=(shows_who_listens(case.target.transport, port),),
        )
    return Fix(
        where="server",
        text=say("Start the program that is to listen on {port}, and see whether it then does:", port=port),
        commands=(shows_who_listens(case.target.transport, port),),
    )
