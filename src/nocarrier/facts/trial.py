"""Did a counter count the client's own attempts? They are made in turns with quiet moments of equal length."""

from __future__ import annotations

from collections.abc import Iterable

from nocarrier.model.record import Record


class Turn(Record):
    """How many attempts of one turn got no answer, and by how much a counter rose before it and during it."""

    unanswered: int
    quiet: int
    during: int


def ours(turns: Iterable[Turn]) -> bool:
    """In every turn the counter rose by at least as many as got no answer, and hardly at all in the quiet moments:
    other clients' packets do not keep such time."""
    seen = tuple(turns)
    unanswered = sum(turn.unanswered for turn in seen)
    matched = bool(seen) and all(turn.during >= turn.unanswered > 0 for turn in seen)
    return matched and sum(turn.quiet for turn in seen) * 4 <= unanswered


def none_of_ours(turns: Iterable[Turn]) -> bool:
    """Attempts got no answer, and the counter rose by less than half of them over what it does anyway.

    Where it does that by more than there were attempts, nothing can be told of them.
    """
    seen = tuple(turns)
    unanswered, quiet = sum(turn.unanswered for turn in seen), sum(turn.quiet for turn in seen)
    rose = sum(turn.during for turn in seen) - quiet
    return 0 < unanswered >= quiet and rose * 2 < unanswered
