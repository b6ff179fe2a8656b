"""Whether a program takes the connection, read from the kernel's own table."""

from __future__ import annotations

import sys

import msgspec
import pytest

from nocarrier import diagnose
from nocarrier.diagnosis.run import examine as examine_target
from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Answered, CannotLook, Dial, Dialled
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Where
from nocarrier.model.record import replace
from nocarrier.model.report import Report
from nocarrier.probes import Options
from nocarrier.probes.acceptance import examine
from nocarrier.readings.inet_diag import DiagSocket
from nocarrier.readings.target import parse_target
from tests.own_address import HOST
from tests.probes.peers import hung, listens, serving

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux' socket table")


def acceptance(report: Report) -> Acceptance:
    seen = next(seen for seen in report.evidence if seen.probe == "acceptance")
    return msgspec.convert(seen.facts, Acceptance)


@linux
def test_nobody_takes_it() -> None:
    with hung() as port:
        report = diagnose(f"tcp://{HOST}:{port}", timeout=2.0)
    facts = acceptance(report)
    assert (report.symptom, report.failed_step) == ("no-answer", "tcp")
    assert (facts.left_waiting, facts.found, facts.accepted, facts.inode) == (True, True, False, 0)
    assert facts.waiting >= 2  # at least ours, and the one before it


@linux
def test_a_program_that_takes_connections_is_not_kept_busy() -> None:
    with serving(listens) as port:
        report = diagnose(f"tcp://{HOST}:{port}", timeout=2.0)
    facts = acceptance(report)
    assert report.outcome == "connected"
    assert (facts.fine, facts.held_ms) == (True, 0.0)


class WithoutNetlink(Local):
    """As a machine behind ssh: only its files can be read."""

    def netlink(self, protocol: int, request: bytes) -> Answered:
        raise CannotLook("netlink cannot be asked here")


@linux
def test_the_tables_under_proc_say_the_same() -> None:
    with hung() as port:
        finding = examine_target(
            parse_target(f"tcp://{HOST}:{port}"), WithoutNetlink("local://"), options=Options(timeout=2.0)
        )
    seen = finding.case.seen(Acceptance, Where.SERVER)
    attempt = finding.case.seen(TcpAttempt)
    assert seen is not None
    assert attempt is not None
    made = attempt.facts.asked + 1  # by the attempt: one, unless its answer took longer; and the one that is held
    assert (seen.facts.left_waiting, seen.facts.none_taken, seen.facts.waiting) == (True, True, made)


DIAL = Dial(transport="tcp", address="10.20.0.5", port=80, timeout=1, send=b"GET /", receive=1, receive_for=1)
MADE = Dialled(stage="exchange", local_address="10.10.0.7", local_port=4000, expired=True)


def end(state: int, peer: tuple[str, int], *, inode: int = 0, queued: int = 0) -> DiagSocket:
    return DiagSocket(
        state=state,
        source="::ffff:10.20.0.5",
        source_port=80,
        destination=peer[0],
        destination_port=peer[1],
        inode=inode,
        queued=queued,
        backlog=5,
        v6only=None,
    )


OURS = ("::ffff:10.10.0.7", 4000)
LISTENER = end(10, ("::", 0), inode=7, queued=2)


def test_unread_bytes_of_a_taken_connection() -> None:
    taken = end(1, OURS, inode=9, queued=5)
    facts = examine(DIAL, MADE, [LISTENER, taken, end(1, ("10.10.0.8", 4000), inode=8)], 1.5)
    assert (facts.left_unread, facts.left_waiting, facts.unread, facts.inode) == (True, False, 5, 9)
    assert (facts.taken, facts.waiting, facts.backlog, facts.listeners) == (1, 2, 5, (7,))


def test_an_answer_is_an_answer_whatever_the_table_says() -> None:
    answered = replace(MADE, received=b"x")
    facts = examine(DIAL, answered, [end(1, OURS, queued=5)], 1.5)
    assert (facts.left_unread, facts.left_waiting) == (False, False)


def test_another_clients_connection_is_not_ours() -> None:
    facts = examine(DIAL, MADE, [LISTENER, end(1, ("10.10.0.9", 4000)), end(1, ("10.10.0.7", 4001))], 1.5)
    assert (facts.found, facts.left_waiting) == (False, False)
