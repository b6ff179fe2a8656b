"""A container of this machine's podman or docker.

Where we may, it is looked at from outside: through the namespaces of its first process, with this machine's own
tools. That needs root, and no shell in the container. Otherwise a shell in it is talked to, as on any far machine.
"""

from __future__ import annotations

import contextlib
import os

from nocarrier.machines import Machine, MachineUnreachable, Ran
from nocarrier.machines.far import Far
from nocarrier.machines.local import Local
from nocarrier.machines.pid import Inmate, Neighbour, open_pid
from nocarrier.machines.session import Session, SessionOver
from nocarrier.model.prose import say
from nocarrier.model.record import Record

FORMAT = "{{.Id}} {{.State.Pid}} {{.Config.Hostname}}"
NOT_FOUND, NOT_RUNNABLE, ENGINE_FAILED = 127, 126, 125
"Exit statuses of ``exec`` (podman-exec(1), docker-container-exec)."


class _Engine(Record):
    """The program that knows the container, and what it calls it."""

    runtime: str
    name: str
    host: Local

    def run_inside(self, command: tuple[str, ...], stdin: bytes, timeout: float) -> Ran:
        """Run a program of the container in the container."""
        interactive = ("-i",) if stdin else ()
        ran = self.host.run(
            (self.runtime, "exec", *interactive, self.name, *command), stdin=stdin, timeout=timeout + 1.0
        )
        started = {NOT_FOUND: "ENOENT", NOT_RUNNABLE: "EACCES", ENGINE_FAILED: "EIO"}.get(ran.status)
        return Ran(errno=started) if started else ran


def open_container(where: str, runtime: str, name: str, deadline_s: float) -> Machine:
    """``runtime`` is ``podman`` or ``docker``. Raises `MachineUnreachable`."""
    engine = _Engine(runtime, name, Local())
    found = engine.host.run((runtime, "inspect", "--type", "container", "--format", FORMAT, name), timeout=deadline_s)
    if found.errno or found.expired or found.status != 0:
        raise _unknown(engine, found, deadline_s)
    identity, pid, hostname = _described(found.text)
    if not pid:
        raise MachineUnreachable(say("the container {name} is not running", name=name))
    machine = _from_outside(where, engine, pid, identity, hostname) or _through_a_shell(where, engine, deadline_s)
    machine.runtime, machine.container, machine.host = runtime, name, engine.host
    return machine


def _described(text: str) -> tuple[str, int, str]:
    """Id, process and host name, as `FORMAT` has them; a container that does not run has process 0."""
    words = text.split()
    if len(words) < 2 or not words[1].isdigit():
        return "", 0, ""
    return words[0], int(words[1]), words[2] if len(words) > 2 else ""


def _from_outside(where: str, engine: _Engine, pid: int, identity: str, hostname: str) -> Inmate | Neighbour | None:
    """The container through its first process, where that process is on this machine and we may."""
    if not _is_here(pid, identity, hostname):
        return None
    with contextlib.suppress(MachineUnreachable):
        return open_pid(where, pid, engine.run_inside)
    return None


def _is_here(pid: int, identity: str, hostname: str) -> bool:
    """Whether process ``pid`` is the container's: an engine on another machine counts other processes."""
    host = Local()
    if identity and identity in host.read(f"/proc/{pid}/cgroup", 1 << 14).text:
        return True
    try:
        named = os.path.samestat(os.stat(f"/proc/{pid}/root"), os.stat("/"))
    except OSError:
        return False
    return not named and hostname != "" and host.read(f"/proc/{pid}/root/etc/hostname", 256).text.strip() == hostname


def _through_a_shell(where: str, engine: _Engine, deadline_s: float) -> Far:
    try:
        return Far(where, Session([engine.runtime, "exec", "-i", engine.name, "sh", "-s"], engine.name, deadline_s))
    except SessionOver as over:
        if over.status in (NOT_FOUND, NOT_RUNNABLE):
            raise MachineUnreachable(
                say("the container {name} has no sh; it can be looked at from outside", name=engine.name), "root"
            ) from over
        raise MachineUnreachable(
            say("{runtime} gives no shell in the container {name}", runtime=engine.runtime, name=engine.name)
        ) from over
    except OSError as error:
        raise MachineUnreachable(
            say("{program} cannot be started here: {why}", program=engine.runtime, why=str(error.strerror))
        ) from error


def _unknown(engine: _Engine, found: Ran, deadline_s: float) -> MachineUnreachable:
    """Why the engine did not tell of the container."""
    runtime = engine.runtime
    if found.errno == "ENOENT":
        return MachineUnreachable(say("{program} is not installed here", program=runtime), runtime)
    if found.errno:
        return MachineUnreachable(say("{program} cannot be started here: {why}", program=runtime, why=found.errno))
    if found.expired or engine.host.run((runtime, "ps", "--quiet"), timeout=deadline_s).status != 0:
        return MachineUnreachable(
            say("{program} does not answer here", program=runtime),
            "root" if os.geteuid() else "",
        )
    return MachineUnreachable(say("{program} knows no container {name}", program=runtime, name=engine.name))
