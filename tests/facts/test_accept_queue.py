"""When a listening socket has no room."""

from __future__ import annotations

from nocarrier.facts.accept_queue import QueueingSocket


def test_a_queue_is_full_with_one_more_than_its_backlog() -> None:
    def full(queued: int, later: int, backlog: int | None) -> bool:
        return QueueingSocket(address="0.0.0.0", queued=queued, later=later, backlog=backlog).full

    assert full(6, 6, 5)
    assert full(1, 1, 0)
    assert not full(5, 5, 5)
    assert not full(6, 2, 5)  # it was, for a moment
    assert not full(6, 6, None)
