"""Packets that come in, pass every rule, and are answered by nobody."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.causes._waiting import culprit, doing, swallowed
from nocarrier.facts.arrival import Arrival, Reverse, Sighting
from nocarrier.facts.packet_fate import Decision, PacketFate, Passage
from nocarrier.facts.process_state import ProcessState
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.record import replace
from tests.causes.cases import listening, made, seen

SERVER = "10.20.0.5"
CAME_IN = Sighting(
    kind="opening", way="in", device="eth0", port=8080, attempts=5, source="10.10.0.7", target=SERVER, ttl=63
)
ANSWER = replace(CAME_IN, kind="answer", way="out", source=SERVER, target="10.10.0.7", ttl=64)
REVERSE = Reverse(device="eth0", source="10.10.0.7", back="eth0")
ARRIVED = Arrival(address=SERVER, port=8080, attempts=5, others=1, seen=(CAME_IN,), reverse=REVERSE)
PASSES = PacketFate(
    address=SERVER,
    port=8080,
    passages=(Passage(hook="input", what="syn", ends=(Decision(fate="accept"),)),),
)


def case(arrival: Arrival | None, rules: PacketFate | None) -> Case:
    extra: list[Evidence[Any]] = [seen(facts, Where.SERVER) for facts in (arrival, rules) if facts is not None]
    return made({SERVER: ""}, listening("0.0.0.0"), extra=extra)


def test_what_listens_there_swallows_them() -> None:
    assert [piece.facts for piece in swallowed(case(ARRIVED, PASSES), SERVER)] == [ARRIVED, PASSES]


@pytest.mark.parametrize(
    ("arrival", "rules"),
    [
        (None, PASSES),
        (ARRIVED, None),
        (replace(ARRIVED, seen=()), PASSES),
        (replace(ARRIVED, seen=(CAME_IN, ANSWER)), PASSES),
        (replace(ARRIVED, reverse=replace(REVERSE, spoofed=3)), PASSES),
        (replace(ARRIVED, reverse=None), PASSES),
        (ARRIVED, replace(PASSES, whole=False)),
        (
            ARRIVED,
            replace(PASSES, passages=(Passage(hook="input", what="syn", ends=(Decision(fate="drop"),)),)),
        ),
    ],
)
def test_anything_else_may_have_swallowed_them(arrival: Arrival | None, rules: PacketFate | None) -> None:
    assert swallowed(case(arrival, rules), SERVER) == ()


def test_the_process_that_tells_most_is_named() -> None:
    master = ProcessState(pid=1, name="nginx", state="S", wchan="sigsuspend")
    full = ProcessState(pid=2, name="nginx", state="S", open=1024, soft=1024)
    stopped = ProcessState(pid=3, name="nginx", state="T")

    def named(*processes: ProcessState) -> ProcessState | None:
        return culprit(Case(target=case(None, None).target, evidence=tuple(seen(p, Where.SERVER) for p in processes)))

    assert named() is None
    assert named(master, full, stopped) == stopped
    assert named(full, master) == full
    assert named(master) == master


def test_what_a_process_does_is_said_in_words() -> None:
    said = [
        str(doing(ProcessState(pid=1, name="a", **told)))  # type: ignore[arg-type]
        for told in (
            {"state": "T"},
            {"state": "t"},
            {"state": "D", "wchan": "rpc_wait_bit_killable"},
            {"state": "R"},
            {"state": "S", "wchan": "wait_woken"},
            {"state": "S", "open": 8, "soft": 8},
            {},
        )
    ]
    assert len(set(said)) == len(said)
    assert "rpc_wait_bit_killable" in said[2]
    assert "8" in said[5]
