"""What may be read off a way: where packets vanish though others pass, and whether they circle."""

from __future__ import annotations

import pytest

from nocarrier.facts.hops import Compared, Hops, Way

R1, R2, R3 = ("10.10.0.1",), ("10.15.0.2",), ("10.16.0.3",)
QUIET: tuple[str, ...] = ()


def way(*routers: tuple[str, ...], reached: int = 0) -> Way:
    return Way(transport="tcp", port=8080, routers=routers, reached=reached)


def hops(own: Way, beside: Way | None = None, *compared: Compared) -> Hops:
    return Hops(address="10.20.0.5", port=8080, own=own, beside=beside, compared=compared)


def again(distance: int, own: int = 0, beside: int = 1, sent: int = 3) -> Compared:
    return Compared(distance=distance, own=own, own_sent=sent, beside=beside)


def test_others_pass_where_these_vanish() -> None:
    assert hops(way(R1), way(R1, R2, reached=3), again(2)).passed_by == 2
    assert hops(way(), way(R1, reached=2), again(1)).passed_by == 1
    assert hops(way(R1), way(R1, QUIET, R3), again(3)).passed_by == 3


@pytest.mark.parametrize(
    "seen",
    [
        hops(way(R1), way(R1, R2, reached=3)),  # never compared
        hops(way(R1), way(R1, R2), again(2, beside=0)),  # that router had no word left
        hops(way(R1), way(R1, R2), again(2, own=1)),  # the first packets were lost
        hops(way(R1), way(R1, R2), again(2, sent=1)),
        hops(way(R1, R2), way(R1, R2, reached=3), again(2)),
        hops(way(R1, reached=2), way(R1, R2), again(2)),
    ],
)
def test_silence_that_says_nothing(seen: Hops) -> None:
    assert seen.passed_by == 0


def test_the_last_router_before_the_address() -> None:
    assert hops(way(R1, R2), way(R1, R2, reached=3)).at_the_end
    assert not hops(way(R1), way(R1, R2, reached=3)).at_the_end
    assert not hops(way(), way(reached=1)).at_the_end  # no router at all
    assert not hops(way(R1, R2)).at_the_end


def test_distances_are_counted_from_one() -> None:
    assert way(R1, QUIET, R3).last == 3
    assert way(R1, QUIET).last == 1
    assert way().last == 0
    assert way(R1, R2).at(2) == R2
    assert way(R1, R2).at(0) == way(R1).at(2) == ()


@pytest.mark.parametrize(
    ("routers", "circle"),
    [
        ((R1, R2) * 3, (*R1, *R2)),
        ((R3, *(R1, R2) * 3), (*R1, *R2)),
        ((R1, R2, R3) * 3, (*R1, *R2, *R3)),
        ((R1, R2, R1, QUIET, R1, R2, QUIET, R2), (*R1, *R2)),  # a router that had no word left says neither
        ((R1, R2) * 2, ()),
        ((R1, R2, R1, R2, R1), ()),
        ((R1,) * 8, ()),  # one router that answers for what stands behind it
        ((R1, R2, R1, R2, R1, R2, R3), ()),  # and then it leaves
        ((R1, (*R2, *R3)) * 3, ()),  # several ways
        ((), ()),
    ],
)
def test_a_circle_is_seen_three_times(routers: tuple[tuple[str, ...], ...], circle: tuple[str, ...]) -> None:
    assert way(*routers).circle == circle


def test_who_stands_on_the_way() -> None:
    assert hops(way(R1, (*R2, *R3))).forwards("10.16.0.3")
    assert not hops(way(R1)).forwards("10.15.0.2")
