"""What a probe may know, and what both sides of a case share."""

from __future__ import annotations

import time

import pytest

from nocarrier.machines import CannotLook, Machine
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case
from nocarrier.probes import Options, Scene
from nocarrier.readings.target import parse_target


def scene(client: Machine, server: Machine) -> Scene:
    return Scene(Case(target=parse_target("tcp://127.0.0.1:1")), Options(), client, server, 0.0)


def test_one_machine_is_asked_once() -> None:
    asked: list[Machine] = []

    def ask(machine: Machine) -> int:
        asked.append(machine)
        return len(asked)

    here, there = Local(), Local()
    made = scene(here, there)
    assert [made.once(machine, ask) for machine in (here, here, there)] == [1, 1, 2]
    assert asked == [here, there]


def test_what_could_not_be_looked_at_is_no_answer() -> None:
    made = scene(here := Local(), here)
    calls: list[int] = []

    def refuse(_: Machine) -> None:
        calls.append(1)
        raise CannotLook("not here")

    for _ in range(2):
        with pytest.raises(CannotLook):
            made.once(here, refuse)
    assert len(calls) == 2


def test_an_answer_is_waited_for_as_long_as_the_host_is_away() -> None:
    made = Scene(Case(target=parse_target("tcp://10.0.0.1:1")), Options(), Local(), None, time.monotonic() + 9)
    assert made.for_an_answer(0.05, 0.6) == 0.6
    for round_trip, seconds in ((0.001, 0.05), (0.1, 0.4), (2.0, 0.6)):
        made.round_trip = round_trip
        assert made.for_an_answer(0.05, 0.6) == seconds
