"""Silence and the server's queue: when a full one is the reason."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.causes.path.firewall_drops_on_path import CAUSE as FAR
from nocarrier.causes.server.accept_queue_full import judge
from nocarrier.facts.accept_queue import AcceptQueue, Counted, QueueingSocket, Round
from nocarrier.facts.contrast import Contrast, OtherPort
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.loss import Loss, Share
from nocarrier.facts.process_state import ProcessState
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Found, RuledOut, Silent
from nocarrier.model.record import replace
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

QUIET = TcpAttempt(address="10.20.0.5", port=8080, connected=False, expired=True, waited_ms=3500)
COUNTED = Round(sent=8, unanswered=8, quiet=Counted(dropped=0), during=Counted(dropped=8, overflows=8))
MISSED = Round(sent=8, unanswered=8, quiet=Counted(dropped=0), during=Counted(dropped=0))
BUSY = Round(sent=8, unanswered=8, quiet=Counted(dropped=30, overflows=30), during=Counted(dropped=38, overflows=38))


def queue(*rounds: Round, queued: int = 6, backlog: int | None = 5, address: str = "10.20.0.5") -> AcceptQueue:
    bound = QueueingSocket(address="0.0.0.0", queued=queued, later=queued, backlog=backlog, dropped=3)
    return AcceptQueue(address=address, port=8080, sockets=(bound,), somaxconn=4096, rounds=rounds)


def case(*evidence: Evidence[Any], target: str = "tcp://10.20.0.5:8080") -> Case:
    return Case(target=parse_target(target), evidence=evidence, server_named=True)


def from_both(facts: AcceptQueue, *more: Evidence[Any]) -> Case:
    return case(seen(QUIET), seen(facts, Where.SERVER), *more)


def certainty(made: Case) -> Certainty | None:
    judgement = judge(made)
    return judgement.certainty if isinstance(judgement, Found) else None


def test_full_and_ours_were_counted() -> None:
    assert certainty(from_both(queue(COUNTED, COUNTED))) is Certainty.PROVEN


def test_of_silent_loopback_nothing_else_is_left_where_nobody_looked() -> None:
    """There is no way to it, and no device on one: `firewall-drops-on-path` presumes another place."""
    judgement = judge(case(seen(replace(QUIET, address="127.0.0.1")), target="tcp://127.0.0.1:8080"))
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.POSSIBLE
    assert judgement.decided_by[0].command == "nocarrier tcp://127.0.0.1:8080 --timeout 30"
    assert isinstance(judge(case(seen(QUIET))), Silent)
    assert "elsewhere" in FAR.presumes


def test_full_and_others_were_counted_as_well() -> None:
    assert certainty(from_both(queue(BUSY, BUSY))) is Certainty.LIKELY


def test_full_and_none_of_ours_arrived() -> None:
    assert isinstance(judge(from_both(queue(MISSED, MISSED))), RuledOut)


def test_full_and_nobody_tried_again() -> None:
    assert certainty(from_both(queue())) is Certainty.LIKELY


def test_room_left() -> None:
    assert isinstance(judge(from_both(queue(queued=2))), RuledOut)
    # Dropped once, and not now.
    assert isinstance(judge(from_both(queue(MISSED, MISSED, queued=5))), RuledOut)


def test_the_counter_alone_tells_where_the_backlog_cannot_be_seen() -> None:
    told = [replace(each, during=replace(each.during, dropped=None)) for each in (COUNTED, MISSED)]
    assert certainty(from_both(queue(told[0], told[0], backlog=None))) is Certainty.PROVEN
    assert judge(from_both(queue(told[1], told[1], backlog=None))) == Silent()


def test_drops_for_another_reason_are_no_overflow() -> None:
    half_open = replace(COUNTED, during=Counted(dropped=8, syn_queue_full=8, listen_drops=8))
    assert certainty(from_both(queue(half_open, half_open, queued=0))) is None


def test_the_queue_of_another_address_says_nothing() -> None:
    assert judge(from_both(queue(COUNTED, COUNTED, address="10.20.0.6"))) == Silent()


@pytest.mark.parametrize(("how", "found"), [("reset", Certainty.POSSIBLE), ("silent", None)])
def test_from_the_client_alone_the_host_must_live(how: Any, found: Certainty | None) -> None:
    others = Contrast(address="10.20.0.5", again="silent", others=(OtherPort(port=22, transport="tcp", how=how),))
    assert certainty(case(seen(QUIET), seen(others))) is found


ONCE = replace(QUIET, connected=True, expired=False, waited_ms=0.4)
AGAIN = Exchange(address="10.20.0.5", port=8080, connected=False, expired=True, waited_ms=1500.0)


def lost(answered: int) -> Loss:
    share = Share(sent=6, answered=answered)
    return Loss(address="10.20.0.5", port=8080, own=share, beside=61612, other=Share(sent=6, answered=6), wait_ms=250)


def test_one_connection_fits_in_and_the_next_does_not() -> None:
    assert certainty(case(seen(ONCE), seen(AGAIN))) is Certainty.POSSIBLE
    assert certainty(case(seen(ONCE), seen(AGAIN), seen(lost(0)))) is Certainty.POSSIBLE
    # A moment later it answers: packets get lost.
    assert judge(case(seen(ONCE), seen(AGAIN), seen(lost(4)))) == Silent()
    both = case(seen(ONCE), seen(AGAIN), seen(queue(COUNTED, COUNTED, queued=1, backlog=0), Where.SERVER))
    assert certainty(both) is Certainty.PROVEN


def test_a_connection_that_stands_accuses_nobody() -> None:
    assert judge(case(seen(ONCE), seen(replace(AGAIN, connected=True)))) == Silent()


def test_a_queue_that_was_full_for_each_of_ours_only() -> None:
    flapping = replace(
        queue(COUNTED, COUNTED), sockets=(QueueingSocket(address="0.0.0.0", queued=6, later=2, backlog=5),)
    )
    assert certainty(from_both(flapping)) is Certainty.PROVEN


def test_a_stopped_process_is_let_run_on() -> None:
    stopped = seen(ProcessState(pid=13, name="nginx", state="T"), Where.SERVER)
    master = seen(ProcessState(pid=12, name="nginx", state="S", wchan="do_epoll_wait"), Where.SERVER)
    judgement = judge(from_both(queue(COUNTED, COUNTED), master, stopped))
    assert isinstance(judgement, Found)
    assert judgement.fixes[0].commands == ("kill -CONT 13",)


def test_the_kernels_limit_is_raised_where_it_is_what_bounds() -> None:
    def commands(backlog: int) -> tuple[str, ...]:
        judgement = judge(from_both(queue(COUNTED, COUNTED, queued=backlog + 1, backlog=backlog)))
        assert isinstance(judgement, Found)
        return judgement.fixes[1].commands

    raised = replace(queue(COUNTED, COUNTED, queued=129, backlog=128), somaxconn=128)
    judgement = judge(from_both(raised))
    assert isinstance(judgement, Found)
    assert any("net.core.somaxconn" in command for command in judgement.fixes[1].commands)
    assert commands(5) == ()


def test_a_unix_socket_that_waits() -> None:
    waiting = UnixAttempt(path="/run/app.sock", connected=False, expired=True)
    full = AcceptQueue(
        address="/run/app.sock",
        port=0,
        sockets=(QueueingSocket(address="/run/app.sock", queued=2, later=2, backlog=1),),
    )
    made = case(seen(waiting), seen(full, Where.SERVER), target="unix:///run/app.sock")
    judgement = judge(made)
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.PROVEN
    assert {fix.where for fix in judgement.fixes} == {"client"}
    assert judge(case(seen(waiting), target="unix:///run/app.sock")) == Silent()
