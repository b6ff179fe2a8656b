"""What does the server's packet filter do with what the client sends once the connection is made?

A rule that lets the first packet in and drops those that follow leaves a connection on which nothing ever comes. Only
where that was seen. What a rule translates on its way in is not followed.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.later_fate import LaterFate
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes._packet_filter import COMMANDS, FILES, read_filter

__all__ = ["AFTER", "COMMANDS", "FILES", "look"]

AFTER = (TcpAttempt, Exchange, Route, Interfaces)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One fate, of the connection on which nothing came."""
    answer = scene.case.seen(Exchange)
    if answer is None or not answer.facts.silent:
        return
    there = [seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == answer.facts.address]
    if not there or not there[0].connected or scene.once(machine, read_filter).read is None:
        return
    from nocarrier.probes._packet_walks import followed, stopping

    attempt = there[0]
    facts = followed(scene, machine, attempt)
    if facts is not None:
        yield Observation(facts, stopping(facts) or _passes(facts))


def _passes(facts: LaterFate) -> Prose:
    return say(
        "no rule of its packet filter stops what follows a handshake with {there}",
        there=endpoint(facts.address, facts.port),
    )
