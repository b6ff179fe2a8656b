"""Which containers run on the server's machine, and how do their ports reach the outside?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.containers import Container, Containers
from nocarrier.facts.listeners import Listener
from nocarrier.machines import CannotLook, Machine
from nocarrier.machines.contained import Contained
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene

# An engine takes a tenth of a second to say that it runs nothing; what watches over a container shows it at once.
# That watcher may live in another mount namespace, where alone the engine finds what belongs to the container.
INSPECT = """
watcher=$(grep -lsE '^(conmon|containerd-shim|containerd|dockerd)' /proc/[0-9]*/comm | head -n 1)
[ -n "$watcher" ] || exit 0
pid=${watcher#/proc/}
engine() { $name "$@" 2>/dev/null || nsenter -m -t "${pid%/comm}" $name "$@" 2>/dev/null; }
for name in podman docker; do
  command -v $name >/dev/null 2>&1 || continue
  ids=$(engine ps -q) && [ -n "$ids" ] && echo "== $name" && engine inspect $ids
done
exit 0
"""
WATCHERS = frozenset(("conmon", "containerd-shim", "containerd", "dockerd"))
"Short names of what watches over a container: without any of them there is none, and no shell is needed to say so."
COMMAND = ("sh", "-c", INSPECT)
COMMANDS = (COMMAND,)
MOST = 64


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation; of a machine that is a container itself, the containers of its host."""
    inside = machine.container if isinstance(machine, Contained) else ""
    host: Machine | None = machine.host if isinstance(machine, Contained) and inside else machine
    if host is None:
        raise CannotLook(say("the host of this container cannot be asked"))
    found = _running(scene, host) if _any_watched(host) else ()
    host.prefetch([f"/proc/{one.pid}/{name}" for one in found for name in ("status", "net/tcp", "net/tcp6")], [])
    if not inside:
        found = tuple(one for one in found if _is_of(host, one))
    facts = Containers(containers=tuple(_with_listeners(host, one) for one in found[:MOST]), only=inside)
    yield Observation(facts, summary(facts))


def _running(scene: Scene, host: Machine) -> tuple[Container, ...]:
    from nocarrier.readings.containers import decode_engines

    return decode_engines(host.run(COMMAND, timeout=scene.remaining(3.0)).out)


def _any_watched(machine: Machine) -> bool:
    try:
        return bool(machine.called(WATCHERS))
    except CannotLook:  # then the shell looks for them too
        return True


def _is_of(machine: Machine, container: Container) -> bool:
    """Whether it hangs on this network: an engine tells of all containers, whichever network stack they were made in.

    What watches over a container stands where it was made; where that cannot be seen, it counts as here.
    """
    lines = machine.read(f"/proc/{container.pid}/status", 1 << 12).text.splitlines()
    watcher = next((line.split()[1] for line in lines if line.startswith("PPid:") and len(line.split()) > 1), "")
    there, here = machine.readlink(f"/proc/{watcher}/ns/net"), machine.readlink("/proc/thread-self/ns/net")
    return not there or not here or there == here


def _with_listeners(machine: Machine, container: Container) -> Container:
    """Its listeners, from the socket tables of its first process."""
    from nocarrier.readings.inet_diag import LISTEN
    from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp

    if container.shares_network or not container.pid:
        return container
    tables = [machine.read(f"/proc/{container.pid}/net/{name}", 1 << 20) for name in ("tcp", "tcp6")]
    if tables[0].errno:
        return container
    sockets = [found for table in tables for found in decode_proc_net_tcp(table.text) if found.state == LISTEN]
    listeners = tuple(Listener(address=found.source, port=found.source_port) for found in sockets)
    return replace(container, listeners=listeners)


def summary(facts: Containers) -> Prose:
    """Their names, in a line."""
    if not facts.containers:
        return say("no container runs there")
    return say("containers: {names}", names=", ".join(one.name for one in facts.containers[:6]))
