"""Which segments bring an answer; the machine is on paper and answers up to a size."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.path_mtu import PathMtu
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Patience
from nocarrier.model.evidence import Case, Where
from nocarrier.probes import Options, Scene
from nocarrier.probes.path_mtu import look
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen
from tests.probes.paper import Paper

SERVER = "10.20.0.5"


class Narrow(Paper):
    """Its peers answer where their segments are no larger than the hole lets through; 0 is the link's own size."""

    def __init__(self, largest: int) -> None:
        super().__init__({})
        self.largest, self.dials = largest, list[Dial]()

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        self.dials += dials
        return tuple(
            Dialled(stage="exchange", received=b"H")
            if (one.segment or 1460) <= self.largest
            else Dialled(stage="exchange", expired=True)
            for one in dials
        )


def watched(machine: Narrow, *also: Acceptance) -> PathMtu | None:
    silence = Exchange(address=SERVER, port=80, protocol="http", asked=True, expired=True)
    evidence = [seen(TcpAttempt(address=SERVER, port=80, connected=True)), seen(silence)]
    evidence += [seen(one, Where.SERVER) for one in also]
    case = Case(target=parse_target(f"http://{SERVER}/"), evidence=tuple(evidence))
    scene = Scene(case, Options(), machine, None, 1e12)
    return next((one.facts for one in look(scene, machine, Where.CLIENT) if isinstance(one.facts, PathMtu)), None)


def test_a_usual_size_is_found_exactly() -> None:
    for mtu in (1280, 1300, 1400, 1420, 1450, 1492):
        facts = watched(Narrow(mtu - 40))
        assert facts is not None
        assert facts.hole
        assert facts.mtu == mtu
        assert mtu < facts.lost <= mtu + 60


def test_the_request_is_the_targets_and_only_the_size_differs() -> None:
    machine = Narrow(1260)
    watched(machine)
    assert {one.send.split(b"\r\n")[0] for one in machine.dials} == {b"GET / HTTP/1.1"}
    assert machine.dials[0].segment == 536


def test_a_program_that_answers_nobody_is_asked_once_more_only() -> None:
    machine = Narrow(0)
    facts = watched(machine)
    assert facts is not None
    assert facts.none_answered
    assert len(machine.dials) == 1


def test_one_that_answers_after_all_shows_no_hole() -> None:
    facts = watched(Narrow(9000))
    assert facts is not None
    assert not facts.hole
    assert not facts.none_answered


def test_where_nobody_takes_the_connection_it_is_left_alone() -> None:
    machine = Narrow(1260)
    assert watched(machine, Acceptance(address=SERVER, port=80, made=True, found=True)) is None
    assert machine.dials == []
