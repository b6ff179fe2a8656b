"""Does a process behind the port end when the client's request comes in?

The request is sent from the client once more, twice, only where it ended without a whole answer before. Processes are told by
their number and by when they were started, and only those count that had been there for a moment: a server that has a
process for each connection lets it end with the connection.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.survivors import Survivors
from nocarrier.facts.upgrades import Upgrades
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes._variations import Asker
from nocarrier.probes.acceptance import listening_on

AFTER = (Exchange, Upgrades)
TIMES = 2
MOMENT = 0.06
"Seconds after which a process that ends with a connection has ended, and another one has been started."
LOOKS = 4
"How often it is looked, a moment apart."
ANSWER, CONNECT = 1.0, 0.5
"Seconds, at most."

Process = tuple[int, str]


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, where the request was not answered to its end."""
    seen = scene.case.seen(Exchange)
    if seen is None or not (seen.facts.hung_up or (seen.facts.http is not None and seen.facts.http.cut)):
        return
    port = seen.facts.port
    asker = Asker(scene.case.target, scene.options, seen.facts)
    first: frozenset[Process] = frozenset()
    died: list[int] = []
    for _ in range(TIMES):
        before = _settled(scene, machine, port)
        first = first or before
        talk = asker.talk(asker.again(), scene.options.source, CONNECT, scene.remaining(ANSWER))
        scene.client.converse([talk])
        gone = _gone(scene, machine, port, before)
        if not gone:
            died.clear()
            break
        died += sorted(pid for pid, _ in gone)
    facts = Survivors(
        port=port,
        times=TIMES,
        before=tuple(sorted(pid for pid, _ in first)),
        died=tuple(died),
        listening=bool(listening_on(machine, port)),
    )
    yield Observation(facts, summary(facts))


def _settled(scene: Scene, machine: Machine, port: int) -> frozenset[Process]:
    """The processes, once they are the same as a moment ago: another one may just be started in place of one that ended."""
    before = _processes(machine, port)
    for _ in range(LOOKS):
        time.sleep(scene.remaining(MOMENT))
        now = _processes(machine, port)
        if now == before:
            break
        before = now
    return before


def _gone(scene: Scene, machine: Machine, port: int, before: frozenset[Process]) -> frozenset[Process]:
    """Those that are not there any more, a moment after the request."""
    for _ in range(LOOKS):
        time.sleep(scene.remaining(MOMENT))
        gone = before - _processes(machine, port)
        if gone:
            return gone
    return frozenset()


def _processes(machine: Machine, port: int) -> frozenset[Process]:
    """Number and start of those that hold a listening socket on the port."""
    inodes = frozenset(found.inode for found in listening_on(machine, port)) - {0}
    if not inodes:
        return frozenset()
    pids = {pid for _, pid in machine.owners(inodes)}
    if not pids:
        raise CannotLook(say("the processes that listen there cannot be seen"), "root")
    return frozenset((pid, _started(machine, pid)) for pid in pids)


def _started(machine: Machine, pid: int) -> str:
    """When it was started, in clock ticks since boot (proc_pid_stat(5), field 22); the name may hold spaces."""
    words = machine.read(f"/proc/{pid}/stat", 1024).text.rpartition(")")[2].split()
    return words[19] if len(words) > 19 else ""


def summary(facts: Survivors) -> Prose:
    """What became of them, in a line."""
    if facts.died:
        return say("each time the request is sent, a process that listens on {port} ends", port=facts.port)
    if not facts.listening:
        return say("nobody listens on {port} any more", port=facts.port)
    return say("the processes that listen on {port} survive the request", port=facts.port)
