"""Where a command ran: this machine with the environment that the command had, in its namespace."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress

from nocarrier.machines import Machine, MachineUnreachable
from nocarrier.machines.local import Local
from nocarrier.machines.running.kept import links as present
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import say

if TYPE_CHECKING:
    from nocarrier.machines.entered import Entered


class Started(Local):
    """This machine, as a process sees it that was started with this environment."""

    def __init__(self, environment: Mapping[str, str], where: str = "local://") -> None:
        super().__init__(where)
        self._environment = environment

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`."""
        return tuple((name, self._environment[name]) for name in sorted(names) if name in self._environment)


def open_kept(environment: Mapping[str, str], kept: Sequence[int], links: Sequence[str], process: int) -> Machine:
    """The place where ``process`` was; ``kept`` are descriptors of its network, its mounts and its root.

    While the process lives, it is looked at through it. Otherwise only a network that still is what it was tells anything:
    ``links`` are those that it had. Of a container that is over nothing is left to be asked.

    Raises `MachineUnreachable`.
    """
    network, _, root = kept
    if _lives(process, network):
        from nocarrier.machines.pid import open_pid

        return open_pid(f"pid://{process}", process)
    if not os.path.samestat(os.fstat(root), os.stat("/")):
        raise MachineUnreachable(say("the container is gone, and with it the place where this was tried"))
    name = _named(network)
    machine = _open_named(name) if name else _open_unnamed(network, root)
    if sorted(machine.inside(lambda: present("/proc/thread-self/net/dev"))) != sorted(links):
        machine.close()
        raise MachineUnreachable(say("the network that it was tried in has lost a link since"))
    machine.near = Started(environment, machine.where)
    return machine


def _lives(process: int, network: int) -> bool:
    """It is still there, and still in that network."""
    try:
        return bool(process) and os.path.samestat(os.stat(f"/proc/{process}/ns/net"), os.fstat(network))
    except OSError:
        return False


def _open_named(name: str) -> Entered:
    from nocarrier.machines.netns import open_netns

    return open_netns(f"netns://{name}", name)


def _open_unnamed(network: int, root: int) -> Entered:
    from nocarrier.machines.entered import Entered
    from nocarrier.machines.netns import unreachable
    from nocarrier.machines.pid import enter

    where = f"netns:///proc/self/fd/{network}"
    try:
        return Entered(where, lambda: enter(network, f"/proc/self/fd/{root}"))
    except OSError as error:
        raise unreachable(where, error) from error


def _named(network: int) -> str:
    """The name that ip-netns(8) knows it by."""
    from nocarrier.machines.netns import NAMED

    with suppress(OSError):
        for name in os.listdir(NAMED):
            if os.path.samestat(os.stat(f"{NAMED}/{name}"), os.fstat(network)):
                return name
    return ""
