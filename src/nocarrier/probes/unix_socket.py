"""Does the unix socket take a connection?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One attempt."""
    path = scene.case.target.path
    (dialled,) = machine.dial([Dial(transport="unix", address=path, timeout=scene.remaining(2.0))])
    facts = UnixAttempt(path=path, connected=dialled.connected, errno=dialled.errno, expired=dialled.expired)
    if facts.connected:
        summary = say("{path} takes connections", path=path)
    else:
        summary = say("{path}: {errno}", path=path, errno=facts.errno or "ETIMEDOUT")
    yield Observation(facts, summary, dialled.took_ms)
