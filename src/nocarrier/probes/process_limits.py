"""May the client's process open another socket?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.process_limits import ProcessLimits
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.limits import decode_file_nr, decode_open_files
from nocarrier.readings.process import decode_cgroup

FILE_NR = "/proc/sys/fs/file-nr"


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The limits of the process that was pointed out, or of this one."""
    pointed_out = pid_of(machine)
    process = f"/proc/{pointed_out}" if pointed_out else "/proc/self"
    limits = machine.read(f"{process}/limits", 1 << 14)
    if limits.errno and pointed_out:
        raise CannotLook(say("the limits of process {pid} cannot be read", pid=pointed_out), "root")
    soft, hard = decode_open_files(limits.text)
    system_open, system_max = decode_file_nr(machine.read(FILE_NR, 128).text)
    names = machine.listdir(f"{process}/fd")
    facts = ProcessLimits(
        pid=pointed_out,
        name=machine.read(f"{process}/comm", 64).text.strip(),
        unit=decode_cgroup(machine.read(f"{process}/cgroup", 1 << 14).text)[0],
        pointed_out=bool(pointed_out),
        soft=soft,
        hard=hard,
        open=len(names) or None,
        system_open=system_open,
        system_max=system_max,
    )
    yield Observation(facts, summary(facts))


def pid_of(machine: Machine) -> int:
    """The process that ``pid://N`` names; 0 where the machine is none of that kind."""
    number = machine.where.removeprefix("pid://")
    return int(number) if machine.where.startswith("pid://") and number.isascii() and number.isdigit() else 0


def summary(facts: ProcessLimits) -> Prose:
    """How many of how many."""
    if facts.open is None or facts.soft is None:
        return say("how many files it has open cannot be read")
    return say("{name} has {open} of at most {soft} files open", name=facts.name, open=facts.open, soft=facts.soft)
