"""Does a container hold the program that was meant, with its port shut toward the outside?

inside it listens on the dialled port, which is published …     what is wrong
not at all                                                      it is not published
to an address of the host that was not dialled (127.0.0.1)      it is published too narrowly
to another port of the host                                     it is published elsewhere
and to the dialled port goes another one, on which nobody is    it is published amiss
"""

from __future__ import annotations

from enum import Enum, auto

from nocarrier.causes._listening import Refusal
from nocarrier.facts.containers import Container, Containers, Published
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.record import Record, replace
from nocarrier.model.target import WILDCARDS


class Shut(Enum):
    """In which way the port does not reach the outside."""

    UNPUBLISHED = auto()
    NARROW = auto()
    ELSEWHERE = auto()
    AMISS = auto()


class ShutIn(Record):
    """The container, the port inside, how it is shut; ``only``: no other container could have been meant."""

    seen: Evidence[Containers]
    container: Container
    how: Shut
    port: int
    published: Published | None
    only: bool


def shut_in(case: Case, refused: Refusal) -> ShutIn | None:
    """The container that holds what was dialled; None where there is none, or it is open to whoever dialled."""
    seen = case.seen(Containers, Where.SERVER)
    if seen is None:
        return None
    running = [one for one in seen.facts.containers if not one.shares_network]
    if seen.facts.only:
        running = [one for one in running if one.name == seen.facts.only]
    found = [one for container in running if (one := _shut(seen, container, refused)) is not None]
    if not found:
        return None
    # A port that is published too narrowly was certainly meant for the outside of its container.
    best = min(found, key=lambda one: (one.how is not Shut.NARROW, one.how is Shut.ELSEWHERE))
    return replace(best, only=best.only and len([one for one in found if one.how is best.how]) == 1)


def _amiss(seen: Evidence[Containers], container: Container, one: Published) -> ShutIn | None:
    """Published to a port inside on which nothing listens, while something does on others."""
    outward = sorted({listener.port for listener in container.listeners or () if not listener.loopback})
    if container.on(one.port) or not outward:
        return None
    return ShutIn(seen, container, Shut.AMISS, outward[0], one, only=len(outward) == 1)


def _shut(seen: Evidence[Containers], container: Container, refused: Refusal) -> ShutIn | None:
    for one in container.published:
        if one.transport == "tcp" and one.host_port == refused.port and one.address not in WILDCARDS:
            if one.address != refused.address:
                return ShutIn(seen, container, Shut.NARROW, one.port, one, only=True)
            return None
        if one.transport == "tcp" and one.host_port == refused.port and container.listeners is not None:
            return _amiss(seen, container, one)
    if not any(not listener.loopback for listener in container.on(refused.port)):
        return None
    published = container.publishes(refused.port)
    if not published:
        return ShutIn(seen, container, Shut.UNPUBLISHED, refused.port, None, only=True)
    if all(one.host_port != refused.port for one in published):
        return ShutIn(seen, container, Shut.ELSEWHERE, refused.port, published[0], only=True)
    return None
