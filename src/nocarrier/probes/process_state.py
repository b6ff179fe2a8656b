"""What do the processes do that hold the listener on the target's port?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.listeners import Listeners
from nocarrier.facts.process_state import ProcessState
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.accept_queue import unix_queues
from nocarrier.probes.listeners import listening_sockets
from nocarrier.readings.limits import decode_open_files
from nocarrier.readings.process import decode_stat, decode_wchan

AFTER = (Listeners,)
MOST_PROCESSES = 16
PARTS = ("stat", "wchan", "limits")


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation for each, the oldest first. Raises `CannotLook` where the socket tables cannot be read."""
    pids = sorted({pid for _, pid in machine.owners(_inodes(scene, machine))})[:MOST_PROCESSES]
    machine.prefetch([f"/proc/{pid}/{name}" for pid in pids for name in PARTS], [])
    for pid in pids:
        facts = examine(machine, pid)
        yield Observation(facts, summary(facts))


def _inodes(scene: Scene, machine: Machine) -> frozenset[int]:
    """Those of the sockets that listen where the target is."""
    target = scene.case.target
    if target.transport == "unix":
        return frozenset(queue.inode for queue in unix_queues(scene, machine, target.path))
    sockets = listening_sockets(machine, udp=target.transport == "udp")
    return frozenset(found.inode for found in sockets if found.source_port == target.port)


def examine(machine: Machine, pid: int) -> ProcessState:
    """What /proc says of one process."""
    name, state, parent = decode_stat(machine.read(f"/proc/{pid}/stat", 1 << 12).text)
    soft, hard = decode_open_files(machine.read(f"/proc/{pid}/limits", 1 << 14).text)
    return ProcessState(
        pid=pid,
        name=name,
        state=state,
        wchan=decode_wchan(machine.read(f"/proc/{pid}/wchan", 128).text),
        parent=parent,
        open=_counted(machine.listdir(f"/proc/{pid}/fd"), soft),
        soft=soft,
        hard=hard,
    )


def _counted(names: tuple[str, ...], soft: int | None) -> int | None:
    """How many descriptors count: the limit is one on their numbers (getrlimit(2)), and those beyond take no place."""
    numbers = [int(name) for name in names if name.isdigit()]
    return sum(soft is None or number < soft for number in numbers) or None


def summary(facts: ProcessState) -> Prose:
    """Its state, in a line."""
    if facts.out_of_files:
        return say(
            "{name} (pid {pid}) has {open} of at most {soft} files open",
            name=facts.name,
            pid=facts.pid,
            open=facts.open or 0,
            soft=facts.soft or 0,
        )
    if facts.wchan:
        return say(
            "{name} (pid {pid}): state {state}, in {wchan}",
            name=facts.name,
            pid=facts.pid,
            state=facts.state,
            wchan=facts.wchan,
        )
    return say("{name} (pid {pid}): state {state}", name=facts.name, pid=facts.pid, state=facts.state or "?")
