"""When the counters say that the packets never left."""

from __future__ import annotations

import pytest

from nocarrier.facts.leaving import Leaving


@pytest.mark.parametrize(
    ("held_back", "noise", "kept"),
    [(12, 0, True), (12, 3, True), (12, 4, False), (11, 0, False), (0, 0, False)],
)
def test_every_attempt_and_hardly_anything_else(held_back: int, noise: int, kept: bool) -> None:
    assert Leaving(address="10.0.0.1", port=1, rounds=12, held_back=held_back, noise=noise).kept is kept


def test_nothing_was_attempted() -> None:
    assert not Leaving(address="10.0.0.1", port=1, rounds=0, held_back=0, noise=0).kept


@pytest.mark.parametrize(
    ("thrown", "noise", "surely"), [(12, 0, True), (12, 3, True), (12, 4, False), (11, 0, False), (0, 0, False)]
)
def test_answers_that_come_in_for_nothing(thrown: int, noise: int, surely: bool) -> None:
    seen = Leaving(address="10.0.0.1", port=1, rounds=12, held_back=0, noise=0, thrown_away=thrown, noise_in=noise)
    assert seen.answers_thrown_away is surely
    assert not seen.kept
