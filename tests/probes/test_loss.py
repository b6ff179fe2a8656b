"""When single packets are counted, and to which ports they go."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from nocarrier.facts.contrast import Contrast, How, OtherPort
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.loss import Loss, Share
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Patience
from nocarrier.model.evidence import Case, Facts, Where
from nocarrier.probes import Options, Scene
from nocarrier.probes.contrast import UNLIKELY
from nocarrier.probes.loss import FEW, MANY, look, share
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen
from tests.probes.paper import Paper

AT = {"address": "10.20.0.5", "port": 8080}
MADE = TcpAttempt(address="10.20.0.5", port=8080, connected=True, waited_ms=0.4)
LATE = TcpAttempt(address="10.20.0.5", port=8080, connected=True, waited_ms=0.4, asked=3, passed_over=2)
QUIET = TcpAttempt(address="10.20.0.5", port=8080, connected=False, expired=True, waited_ms=400)
LOST, OPEN, RESET = (
    Dialled(stage="connect", expired=True),
    Dialled(stage="exchange"),
    Dialled(stage="connect", errno="ECONNREFUSED"),
)


def around(*how: How) -> Contrast:
    others = tuple(OtherPort(port=20 + at, transport="tcp", how=one) for at, one in enumerate(how))
    return Contrast(address="10.20.0.5", again="silent", others=others)


class Line(Paper):
    """A way on which every packet whose number is a multiple of ``loses`` gets lost (0: none)."""

    def __init__(self, loses: int, *, open_port: bool = True) -> None:
        super().__init__({})
        self.loses = loses
        self.answer = OPEN if open_port else LOST
        self.asked: list[int] = []

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        answers = []
        for dial in dials:
            self.asked.append(dial.port)
            lost = self.loses and len(self.asked) % self.loses == 0
            answers.append(LOST if lost else RESET if dial.port == UNLIKELY[0] else self.answer)
        return tuple(answers)


def looked(line: Line, *facts: Facts) -> Loss | None:
    case = Case(target=parse_target("http://10.20.0.5:8080"), evidence=tuple(seen(fact) for fact in facts))
    scene = Scene(case, Options(), line, None, time.monotonic() + 60)
    found = [observation.facts for observation in look(scene, line, Where.CLIENT)]
    assert all(isinstance(one, Loss) for one in found)
    return found[0] if found else None  # type: ignore[return-value]


def test_a_healthy_connection_pays_nothing() -> None:
    answered = Exchange(**AT, protocol="http", size=10)  # type: ignore[arg-type]
    for facts in ((MADE,), (MADE, answered), (QUIET, around("silent", "silent")), (QUIET, around("reset", "open"))):
        line = Line(3)
        assert looked(line, *facts) is None
        assert line.asked == []


@pytest.mark.parametrize(
    "facts",
    [(LATE,), (MADE, Exchange(**AT, connected=False, expired=True)), (QUIET, around("silent", "reset"))],  # type: ignore[arg-type]
)
def test_packets_are_counted_to_both_ports(facts: tuple[Facts, ...]) -> None:
    loss = looked(Line(3), *facts)
    assert loss is not None
    assert (loss.own.sent, loss.other.sent, loss.beside) == (MANY, MANY, UNLIKELY[0])
    assert loss.own.lost + loss.other.lost == 2 * MANY // 3


def test_a_port_that_stays_silent_is_soon_left_alone() -> None:
    line = Line(0, open_port=False)
    loss = looked(line, QUIET, around("silent", "reset"))
    assert loss is not None
    assert (loss.own.answered, loss.other.answered) == (0, FEW)
    assert len(line.asked) == 2 * FEW


def test_a_program_that_may_hang_is_not_dialled_before_packets_are_known_to_get_lost() -> None:
    hangs = Exchange(**AT, protocol="http", asked=True, expired=True)  # type: ignore[arg-type]
    line = Line(0)
    loss = looked(line, MADE, hangs)
    assert loss is not None
    assert loss.own.sent == 0
    assert set(line.asked) == {UNLIKELY[0]}
    lossy = looked(Line(3), MADE, hangs)
    assert lossy is not None
    assert lossy.own.sent == MANY


def test_what_could_not_be_sent_is_not_lost() -> None:
    got = [Dialled(stage="connect", errno="EADDRNOTAVAIL"), Dialled(stage="socket", errno="EMFILE"), OPEN, LOST]
    assert share(got) == Share(sent=2, answered=1)
