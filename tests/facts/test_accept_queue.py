"""When a counter counted the client's own SYNs, and when somebody else's."""

from __future__ import annotations

import pytest

from nocarrier.facts.accept_queue import AcceptQueue, Counted, QueueingSocket, Round


def rounds(*counts: tuple[int, int], unanswered: int = 8) -> AcceptQueue:
    """Rounds of (quiet, during)."""
    made = tuple(
        Round(sent=8, unanswered=unanswered, quiet=Counted(overflows=quiet), during=Counted(overflows=during))
        for quiet, during in counts
    )
    return AcceptQueue(address="10.20.0.5", port=8080, sockets=(), rounds=made)


def overflows(counted: Counted) -> int:
    return counted.overflows


@pytest.mark.parametrize(
    ("facts", "ours", "none"),
    [
        (rounds((0, 8), (0, 8)), True, False),
        (rounds((1, 9), (0, 11)), True, False),
        # One of two rounds missed some: whoever was counted, it was not all of them.
        (rounds((0, 8), (0, 5)), False, False),
        (rounds((0, 0), (0, 0)), False, True),
        # As busy when nothing was sent as when something was.
        (rounds((9, 10), (8, 9)), False, True),
        (rounds((9, 17), (8, 16)), False, False),
        (rounds(), False, False),
        (rounds((0, 0), (0, 0), unanswered=0), False, False),
    ],
)
def test_whose_syns_were_counted(facts: AcceptQueue, ours: bool, none: bool) -> None:
    assert facts.ours(overflows) is ours
    assert facts.none_of_ours(overflows) is none


def test_a_queue_is_full_with_one_more_than_its_backlog() -> None:
    def full(queued: int, later: int, backlog: int | None) -> bool:
        return QueueingSocket(address="0.0.0.0", queued=queued, later=later, backlog=backlog).full

    assert full(6, 6, 5)
    assert full(1, 1, 0)
    assert not full(5, 5, 5)
    assert not full(6, 2, 5)  # it was, for a moment
    assert not full(6, 6, None)
