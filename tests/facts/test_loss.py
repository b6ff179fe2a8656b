"""The interval of a share."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.loss import Share, Z, wilson


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    [
        # Where none is hit the upper end is z² / (n + z²).
        (0, 10, 0.0, 3.8416 / 13.8416),
        (10, 10, 10 / 13.8416, 1.0),
        (5, 10, 0.2366, 0.7634),
    ],
)
def test_known_values(hits: int, tries: int, low: float, high: float) -> None:
    assert wilson(hits, tries) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))


@given(st.integers(2, 500).flatmap(lambda tries: st.tuples(st.integers(1, tries - 1), st.just(tries))))
def test_both_ends_are_just_as_unlikely_as_asked(pair: tuple[int, int]) -> None:
    """The interval holds each share from which what was seen is no more than z standard deviations away."""
    hits, tries = pair
    for end in wilson(hits, tries):
        assert abs(hits / tries - end) == pytest.approx(Z * sqrt(end * (1 - end) / tries))


def test_nothing_tried_tells_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda tries: st.tuples(st.integers(0, tries), st.just(tries))))
def test_the_share_lies_within(pair: tuple[int, int]) -> None:
    hits, tries = pair
    low, high = wilson(hits, tries)
    assert 0.0 <= low <= hits / tries <= high <= 1.0 or hits in (0, tries)
    mirrored = wilson(tries - hits, tries)
    assert mirrored == (pytest.approx(1 - high), pytest.approx(1 - low))


def test_some() -> None:
    assert Share(sent=32, answered=20).some
    assert not Share(sent=32, answered=32).some
    assert not Share(sent=32, answered=0).some
