"""Probes of one round: who waits for whom."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Barrier
from types import SimpleNamespace

import pytest

from nocarrier.diagnosis import plan
from nocarrier.diagnosis.plan import gather, may_be_seen
from nocarrier.facts.hops import Hops
from nocarrier.facts.identity import Identity
from nocarrier.facts.openings import Openings
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Machine
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case, Facts, Where
from nocarrier.model.judgement import Need
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Options, Scene
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen


def test_those_that_only_wait_do_it_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    together = Barrier(3)

    def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
        together.wait(20)  # breaks, and so does the probe, where one of them waits for another
        yield Observation(Route(address="10.0.0.1"), say("seen"))

    def probe(kind: type[Facts]) -> object:
        return SimpleNamespace(look=look, WAITS=kind is not Route)

    monkeypatch.setattr(plan, "probe_of", probe)
    scene = Scene(Case(target=parse_target("tcp://10.0.0.1:1")), Options(), Local(), None, time.monotonic() + 9)
    needs = [Need(kind, Where.CLIENT) for kind in (Hops, Route, Identity)]
    case = gather(scene, needs, lambda _: None)
    assert [seen.id for seen in case.evidence] == ["e1", "e2", "e3"]
    assert [seen.probe for seen in case.evidence] == ["hops", "route", "identity"]


def test_what_comes_over_a_connection_is_not_looked_at_where_none_was_made() -> None:
    def case(*connected: bool) -> Case:
        attempts = [TcpAttempt(address=f"10.0.0.{at}", port=80, connected=one) for at, one in enumerate(connected)]
        return Case(target=parse_target("tcp://10.0.0.1:80"), evidence=tuple(seen(one) for one in attempts))

    assert not may_be_seen(Openings, case(False, False))
    assert may_be_seen(Openings, case(False, True))
    assert may_be_seen(Openings, case())
    assert may_be_seen(Route, case(False))
