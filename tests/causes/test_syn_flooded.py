"""Half-open connections: when they keep everybody else out."""

from __future__ import annotations

import pytest

from nocarrier.causes.server.syn_flooded import judge
from nocarrier.facts.accept_queue import AcceptQueue, Counted, QueueingSocket, Round
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Found, RuledOut, Silent
from nocarrier.model.record import replace
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

QUIET = TcpAttempt(address="10.20.0.5", port=8080, connected=False, expired=True, waited_ms=3500)
# The socket's own count rises with every SYN that comes twice; the machine's does not.
COUNTED = Round(
    sent=8, unanswered=8, quiet=Counted(dropped=65), during=Counted(dropped=73, listen_drops=8, syn_queue_full=8)
)
MISSED = Round(sent=8, unanswered=8, quiet=Counted(dropped=65), during=Counted(dropped=65))
FULL = AcceptQueue(
    address="10.20.0.5",
    port=8080,
    sockets=(QueueingSocket(address="0.0.0.0", queued=0, later=0, backlog=64, dropped=400),),
    half_open=65,
    half_open_from=(("10.20.0.9", 65),),
    somaxconn=4096,
    max_syn_backlog=2048,
    syncookies=0,
    rounds=(COUNTED, COUNTED),
)


def case(facts: AcceptQueue) -> Case:
    return Case(
        target=parse_target("tcp://10.20.0.5:8080"),
        evidence=(seen(QUIET), seen(facts, Where.SERVER)),
        server_named=True,
    )


def certainty(facts: AcceptQueue) -> Certainty | None:
    judgement = judge(case(facts))
    return judgement.certainty if isinstance(judgement, Found) else None


def test_no_cookies_no_room_and_ours_were_counted() -> None:
    assert certainty(FULL) is Certainty.PROVEN


def test_what_cannot_be_read_lowers_the_certainty() -> None:
    assert certainty(replace(FULL, syncookies=None)) is Certainty.LIKELY
    assert certainty(replace(FULL, rounds=())) is Certainty.LIKELY
    other = Counted(dropped=40, listen_drops=20)
    noisy = replace(COUNTED, quiet=other, during=Counted(dropped=60, listen_drops=28))
    assert certainty(replace(FULL, rounds=(noisy, noisy))) is Certainty.LIKELY


@pytest.mark.parametrize(
    "facts",
    [
        replace(FULL, syncookies=1),
        replace(FULL, half_open=3),
        replace(FULL, half_open=None),
        replace(FULL, rounds=(MISSED, MISSED)),
    ],
)
def test_it_is_ruled_out(facts: AcceptQueue) -> None:
    assert isinstance(judge(case(facts)), RuledOut)


def test_a_full_queue_of_complete_connections_is_another_cause() -> None:
    crowded = QueueingSocket(address="0.0.0.0", queued=65, later=65, backlog=64, dropped=400)
    assert judge(case(replace(FULL, sockets=(crowded,)))) == Silent()


def test_overflows_are_no_syn_flood() -> None:
    overflowing = replace(COUNTED, during=Counted(dropped=8, listen_drops=8, overflows=8))
    assert certainty(replace(FULL, rounds=(overflowing, overflowing))) is None


def test_three_quarters_of_the_kernels_number_bound_as_well() -> None:
    roomy = QueueingSocket(address="0.0.0.0", queued=0, later=0, backlog=4096)
    small = replace(FULL, sockets=(roomy,), max_syn_backlog=128, half_open=97)
    assert small.half_open_limit == 97
    judgement = judge(case(small))
    assert isinstance(judgement, Found)
    assert "tcp_syncookies" in judgement.fixes[0].commands[0]
    assert any("tcp_max_syn_backlog" in command for command in judgement.fixes[1].commands)
    assert certainty(replace(small, half_open=96)) is None
