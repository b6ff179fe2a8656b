"""What the causes share whose connections find no more room in a listener's queue."""

from __future__ import annotations

from nocarrier.causes._arrival import ends
from nocarrier.causes._silence import in_vain
from nocarrier.causes._waiting import swallowed
from nocarrier.facts.accept_queue import AcceptQueue, Counted, QueueingSocket
from nocarrier.facts.trial import none_of_ours, ours
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty
from nocarrier.model.record import Record


class Overflow(Record, kw_only=True):
    """A queue that dropped the client's attempts: what says so, and how surely."""

    attempt: Evidence[Any]
    queue: Evidence[AcceptQueue]
    socket: QueueingSocket
    certainty: Certainty
    more: tuple[Evidence[Any], ...] = ()


def fullest(facts: AcceptQueue) -> QueueingSocket:
    """The listener whose queue is the fullest."""
    return max(facts.full or facts.sockets, key=lambda one: one.queued)


def overflow(case: Case) -> Overflow | None:
    """The queue on the server that has no room for the client; None where it was not read, or dropped nothing of ours."""
    attempt, queue = in_vain(case), case.seen(AcceptQueue, Where.SERVER)
    if attempt is None or queue is None or queue.facts.address != attempt.facts.address:
        return None
    facts, socket = queue.facts, fullest(queue.facts)
    if ends(case, facts.address).missing is not None:
        return None
    counted = facts.turns(_overflows)
    if ours(counted):
        return Overflow(attempt=attempt, queue=queue, socket=socket, certainty=Certainty.PROVEN)
    if not facts.full or none_of_ours(counted):
        return None
    arrived = swallowed(case, facts.address)
    certainty = Certainty.PROVEN if arrived else Certainty.LIKELY
    return Overflow(attempt=attempt, queue=queue, socket=socket, certainty=certainty, more=arrived)


def _overflows(counted: Counted) -> int:
    """SYNs dropped because of a full queue: of this listener alone where that is readable, of all of them else."""
    if counted.dropped is None:
        return counted.overflows
    return min(counted.overflows, counted.dropped)
