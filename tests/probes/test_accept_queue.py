"""A queue that is looked at on a machine without netlink: by ss, or by the tables under /proc."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from nocarrier.facts.accept_queue import AcceptQueue
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Machine, Patience
from nocarrier.model.evidence import Case, Where
from nocarrier.probes import Options, Scene, _trial
from nocarrier.probes.accept_queue import NETSTAT, SETTINGS, SS, look
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen
from tests.probes.paper import Paper

FULL = "LISTEN 6 5 0.0.0.0:8080 0.0.0.0:*  skmem:(r0,rb1,t0,tb1,f0,w0,o0,bl0,d{dropped})\n"
ROOM = "LISTEN 0 5 0.0.0.0:8080 0.0.0.0:*  skmem:(r0,rb1,t0,tb1,f0,w0,o0,bl0,d{dropped})\n"
TABLE = (
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    "   0: 00000000:1F90 00000000:0000 0A 00000000:00000006 00:00000000 00000000     0        0 77 1 0 100 0 0 10 0\n"
    "   1: 0514140A:1F90 0714140A:9C40 03 00000000:00000000 01:00000000 00000000     0        0 0 1 0 100 0 0 10 0\n"
)
QUIET = TcpAttempt(address="10.20.0.5", port=8080, connected=False, expired=True)


class Dropping(Paper):
    """A server whose counters rise with every SYN that the client sends."""

    def __init__(self, ss: str, files: dict[str, str]) -> None:
        super().__init__(files)
        self.ss = ss
        self.dropped = 100
        self.count(0)

    def count(self, syns: int) -> None:
        self.dropped += syns
        self.files[NETSTAT] = f"TcpExt: ListenOverflows ListenDrops\nTcpExt: {self.dropped} {self.dropped}\n"
        if self.ss:
            self.outputs[SS] = self.ss.format(dropped=self.dropped)

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        self.count(len(dials))
        return tuple(Dialled(stage="connect", expired=True) for _ in dials)


def looked(machine: Machine, attempt: TcpAttempt = QUIET) -> list[AcceptQueue]:
    case = Case(target=parse_target("tcp://10.20.0.5:8080"), evidence=(seen(attempt),))
    scene = Scene(case, Options(), machine, machine, float("inf"))
    found = [observation.facts for observation in look(scene, machine, Where.SERVER)]
    return [facts for facts in found if isinstance(facts, AcceptQueue)]


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_trial, "WAIT", 0.001)


def test_by_ss() -> None:
    files = {path: f"{number}\n" for path, number in zip(SETTINGS, (4096, 2048, 1, 0), strict=True)}
    (facts,) = looked(Dropping(FULL, files))
    assert (facts.somaxconn, facts.max_syn_backlog, facts.syncookies, facts.abort_on_overflow) == (4096, 2048, 1, 0)
    (socket,) = facts.full
    assert (socket.queued, socket.backlog, socket.dropped) == (6, 5, 100)
    assert [(one.unanswered, one.quiet.dropped, one.during.dropped) for one in facts.rounds] == [(8, 0, 8), (8, 0, 8)]
    assert [one.during.overflows for one in facts.rounds] == [8, 8]


def test_by_the_tables_alone_the_backlog_is_not_known() -> None:
    (facts,) = looked(Dropping("", {"/proc/net/tcp": TABLE}))
    (socket,) = facts.sockets
    assert (socket.queued, socket.backlog, socket.dropped, socket.full) == (6, None, None, False)
    assert facts.half_open == 1
    assert facts.half_open_from == (("10.20.20.7", 1),)
    assert [(one.during.dropped, one.during.overflows) for one in facts.rounds] == [(None, 8), (None, 8)]


def test_where_there_is_room_nothing_more_is_sent() -> None:
    machine = Dropping(ROOM, {})
    (facts,) = looked(machine)
    assert facts.rounds == ()
    assert machine.dropped == 100


def test_nobody_listens_there_or_it_connected() -> None:
    assert looked(Dropping(ROOM.replace("8080", "8081"), {})) == []
    assert looked(Dropping(FULL, {}), TcpAttempt(address="10.20.0.5", port=8080, connected=True)) == []
