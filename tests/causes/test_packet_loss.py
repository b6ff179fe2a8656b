"""Repeated attempts: when it is the way that loses packets."""

from __future__ import annotations

import pytest

from nocarrier.causes._silence import silent, unanswered
from nocarrier.causes.path.packet_loss import judge
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.loss import Loss, Share
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Certainty, Found, Judgement, RuledOut, Silent
from nocarrier.model.record import replace
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

LATE = TcpAttempt(address="10.20.0.5", port=8080, connected=True, waited_ms=0.5, asked=3, passed_over=2)
QUIET = TcpAttempt(address="10.20.0.5", port=8080, connected=False, expired=True, waited_ms=400, asked=6)


def loss(own: tuple[int, int], other: tuple[int, int]) -> Loss:
    """Pairs of answered and sent."""
    return Loss(
        address="10.20.0.5",
        port=8080,
        own=Share(answered=own[0], sent=own[1]),
        beside=61612,
        other=Share(answered=other[0], sent=other[1]),
        wait_ms=250,
    )


def case(attempt: TcpAttempt, measured: Loss | None) -> Case:
    evidence = (seen(attempt), *((seen(measured),) if measured else ()))
    return Case(target=parse_target("http://10.20.0.5:8080"), evidence=evidence)


def judged(attempt: TcpAttempt, own: tuple[int, int], other: tuple[int, int]) -> Judgement:
    return judge(case(attempt, loss(own, other)))


@pytest.mark.parametrize("attempt", [LATE, QUIET])
@pytest.mark.parametrize(
    ("own", "other", "certainty"),
    [
        ((21, 32), (22, 32), Certainty.LIKELY),
        # The port alone loses: a queue, a limit, one of several servers.
        ((21, 32), (32, 32), Certainty.POSSIBLE),
        # The other port is filtered, and tells nothing.
        ((21, 32), (0, 32), Certainty.POSSIBLE),
        # Both lose, but not by shares that fit.
        ((2, 32), (30, 32), Certainty.POSSIBLE),
    ],
)
def test_whose_packets_are_lost(
    attempt: TcpAttempt, own: tuple[int, int], other: tuple[int, int], certainty: Certainty
) -> None:
    judgement = judged(attempt, own, other)
    assert isinstance(judgement, Found)
    assert judgement.certainty is certainty


def test_one_late_packet_accuses_nobody() -> None:
    assert isinstance(judged(LATE, (32, 32), (32, 32)), RuledOut)
    assert isinstance(judged(LATE, (31, 32), (32, 32)), RuledOut)
    # A filter in front of the other port is no loss.
    assert isinstance(judged(LATE, (32, 32), (0, 32)), RuledOut)


def test_a_connection_without_a_byte() -> None:
    hangs = Exchange(address="10.20.0.5", port=8080, protocol="http", asked=True, expired=True)
    made = replace(LATE, passed_over=0)

    def judged(own: tuple[int, int], other: tuple[int, int]) -> Judgement:
        measured = loss(own, other)
        evidence = (seen(made), seen(hangs), seen(measured))
        return judge(Case(target=parse_target("http://10.20.0.5:8080"), evidence=evidence))

    assert judged((0, 0), (12, 12)) == Silent()
    assert isinstance(judged((32, 32), (32, 32)), RuledOut)
    lossy = judged((20, 32), (19, 32))
    assert isinstance(lossy, Found)
    assert lossy.certainty is Certainty.LIKELY


def test_silence_that_stays_is_no_loss() -> None:
    assert judged(QUIET, (0, 6), (3, 6)) == Silent()
    assert judge(case(QUIET, None)) == Silent()


def test_silence_that_ends_is_one_at_least() -> None:
    judgement = judged(QUIET, (32, 32), (32, 32))
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.POSSIBLE


def test_what_answered_later_is_not_silent() -> None:
    assert silent(case(QUIET, loss((0, 6), (3, 6)))) is not None
    assert silent(case(QUIET, loss((20, 32), (20, 32)))) is None
    assert unanswered(case(QUIET, loss((20, 32), (20, 32)))) is not None
    elsewhere = replace(loss((20, 32), (20, 32)), address="10.20.0.6")
    assert silent(case(QUIET, elsewhere)) is not None
