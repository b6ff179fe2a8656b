"""Does the service answer on another port of the same address: a near one, or a usual one of its scheme?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.services import USUAL_PORTS
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene

AFTER = (TcpAttempt,)
WAIT = 0.5
"Seconds; the host has already answered on the target's port, within one round trip."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """Connects once to each candidate, all at the same time, and hangs up."""
    refused = next((seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.refused), None)
    if refused is None:
        return
    tried = candidates(refused.port, scene.case.target.scheme)
    dials = [
        Dial(transport="tcp", address=refused.address, port=port, timeout=scene.remaining(WAIT)) for port in tried
    ]
    opened = tuple(port for port, dialled in zip(tried, machine.dial(dials), strict=True) if dialled.connected)
    facts = Neighbourhood(address=refused.address, tried=tried, open=opened)
    shown = ", ".join(map(str, opened))
    if opened:
        yield Observation(
            facts, say("{ports} take connections, of {count} ports tried", ports=shown, count=len(tried))
        )
    else:
        yield Observation(facts, say("none of {count} likely ports takes connections", count=len(tried)))


def candidates(port: int, scheme: str) -> tuple[int, ...]:
    """Ports that are mistaken for this one: slips of a digit, near numbers, and the usual ones of the scheme."""
    near = [port + step for distance in range(1, 4) for step in (-distance, distance)]
    found = [*near, *_slips(port), *USUAL_PORTS.get(scheme, ())]
    return tuple(dict.fromkeys(number for number in found if 0 < number < 65536 and number != port))


def _slips(port: int) -> list[int]:
    """Two neighbouring digits swapped, a digit doubled, or one left out."""
    digits = str(port)
    swapped = [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)]
    doubled = [digits[: at + 1] + digits[at:] for at in range(len(digits))]
    dropped = [digits[:at] + digits[at + 1 :] for at in range(len(digits))]
    return [int(text) for text in (*swapped, *doubled, *dropped) if text and text[0] != "0"]
