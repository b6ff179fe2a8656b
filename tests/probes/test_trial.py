"""How long the moments last in which counters are compared."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from nocarrier.facts.contrast import Contrast, OtherPort
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Patience
from nocarrier.model.evidence import Case, Facts
from nocarrier.probes import Options, Scene
from nocarrier.probes._trial import AT_LEAST, FEWEST, MOST, WAIT, rounds
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen
from tests.probes.paper import Paper

QUIET = TcpAttempt(address="10.20.0.5", port=8080, connected=False, expired=True)


class Silent(Paper):
    def __init__(self) -> None:
        super().__init__({})
        self.dials: list[Sequence[Dial]] = []

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        self.dials.append(dials)
        return tuple(Dialled(stage="connect", expired=True) for _ in dials)


def tried(monkeypatch: pytest.MonkeyPatch, noise: int, *facts: Facts) -> tuple[list[float], list[int]]:
    """The seconds slept and waited, and the SYNs of each round."""
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    machine = Silent()
    case = Case(target=parse_target("tcp://10.20.0.5:8080"), evidence=tuple(seen(fact) for fact in (QUIET, *facts)))
    scene = Scene(case, Options(), machine, machine, time.monotonic() + 60)
    list(rounds(scene, QUIET, lambda: 0, lambda before, after: noise))
    return slept + [dials[0].timeout for dials in machine.dials], [len(dials) for dials in machine.dials]


def answered_in(milliseconds: float) -> Contrast:
    others = (OtherPort(port=22, transport="tcp", how="open"),)
    return Contrast(address="10.20.0.5", again="silent", others=others, round_trip_ms=milliseconds)


def test_the_way_is_given_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for facts, lasting in (
        ((), WAIT),
        ((answered_in(0.4),), AT_LEAST),
        ((answered_in(40.0),), 0.16),
        ((answered_in(400.0),), WAIT),
    ):
        assert tried(monkeypatch, 0, *facts)[0] == pytest.approx([lasting] * 4)


def test_more_are_sent_where_others_are_counted_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [tried(monkeypatch, noise)[1] for noise in (0, 2, 500)] == [[FEWEST, FEWEST], [FEWEST, 16], [FEWEST, MOST]]


def test_a_moment_in_which_something_else_is_counted_is_waited_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    case = Case(target=parse_target("tcp://10.20.0.5:8080"), evidence=(seen(QUIET),))
    machine = Silent()
    scene = Scene(case, Options(), machine, machine, time.monotonic() + 60)
    counts = iter([0, 22, 22, 22, 30, 30, 30, 38])  # other probes' packets, quiet, ours; quiet, ours
    found = [
        (one.between - one.start, one.end - one.between) for one in rounds(scene, QUIET, lambda: next(counts), _more)
    ]
    assert found == [(0, 8), (0, 8)]


def _more(before: int, after: int) -> int:
    return after - before
