"""What does this machine's packet filter do with the first packet of each attempt that failed?

On the client's side: on its way out, and with the answer on its way in. On the server's: on its way in, to the
program or (translated) to a container, and with the answer on its way out.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes._packet_filter import COMMANDS, FILES, read_filter

__all__ = ["AFTER", "COMMANDS", "FILES", "look"]

AFTER = (TcpAttempt, Route, Interfaces)
MOST_ADDRESSES = 4


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One fate for each address that did not connect."""
    failed = [seen.facts for seen in scene.case.every(TcpAttempt) if not seen.facts.connected] or _let_in_once(scene)
    if not failed:
        return
    none = scene.once(machine, read_filter).read is None
    for attempt in failed[:MOST_ADDRESSES]:
        yield _no_rule(attempt) if none else _walked(scene, machine, where, attempt)


def _no_rule(attempt: TcpAttempt) -> Observation:
    """Where there is no rule at all, nothing need be walked."""
    there = endpoint(attempt.address, attempt.port)
    facts = PacketFate(address=attempt.address, port=attempt.port, passages=())
    return Observation(facts, say("its packet filter has no rule that could stop {there}", there=there))


def _walked(scene: Scene, machine: Machine, where: Where, attempt: TcpAttempt) -> Observation:
    from nocarrier.probes._packet_walks import summary, walked

    facts = walked(scene, machine, where, attempt)
    return Observation(facts, summary(facts))


def _let_in_once(scene: Scene) -> list[TcpAttempt]:
    """The attempt that connected, where the next connection did not come about: a limit lets in so many."""
    answer = scene.case.seen(Exchange)
    if answer is None or answer.facts.fine or answer.facts.connected:
        return []
    first = (seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == answer.facts.address)
    return [replace(attempt, local_port=answer.facts.local_port) for attempt in first]
