"""Where a command ran: this machine with the environment that the command had, in its namespace."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from nocarrier.machines import Machine
from nocarrier.machines.local import Local
from nocarrier.model.annotations import TYPE_CHECKING

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


def open_kept(environment: Mapping[str, str], network: int, root: int) -> Machine:
    """A network namespace that is gone but for the descriptor ``network``, with the files below ``root``.

    Raises `MachineUnreachable`.
    """
    name = _named(network)
    machine = _open_named(name) if name else _open_unnamed(network, root)
    machine.near = Started(environment, machine.where)
    return machine


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
