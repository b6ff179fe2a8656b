"""The entry of a next hop that may be too young to tell: the wait was cut short, or the kernel made to begin anew."""

from __future__ import annotations

import pytest

from nocarrier.facts.neighbour import UNANSWERED_MS, Neighbour
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.prose import say
from nocarrier.probes import Options, Scene
from nocarrier.probes.neighbour import undecided
from nocarrier.readings.target import parse_target
from tests.probes.paper import Paper

ADDRESS, WAITED = "10.10.0.99", 3150.0


def scene() -> Scene:
    facts = TcpAttempt(address=ADDRESS, port=8080, connected=False, expired=True, waited_ms=WAITED)
    seen = Evidence(id="e1", probe="tcp", where=Where.CLIENT, took_ms=WAITED, summary=say("seen"), facts=facts)
    case = Case(target=parse_target(f"tcp://{ADDRESS}:8080"), evidence=(seen,))
    return Scene(case, Options(), Paper({}), None, deadline=0.0)


@pytest.mark.parametrize(
    ("state", "age", "anew"),
    [
        ("incomplete", 200.0, True),
        ("incomplete", None, True),
        ("incomplete", UNANSWERED_MS, False),  # long enough to tell
        ("failed", 200.0, False),
        ("reachable", 200.0, False),  # it has answered
        ("stale", 200.0, False),
    ],
)
def test_a_question_that_is_too_young_is_waited_for(state: str, age: float | None, anew: bool) -> None:
    facts = Neighbour(address=ADDRESS, next_hop=ADDRESS, device="eth0", state=state, carrier=True, state_ms=age)
    assert undecided(scene(), facts) is anew


def test_an_address_that_was_not_dialled_is_not_waited_for() -> None:
    facts = Neighbour(
        address="10.10.0.98", next_hop="10.10.0.98", device="eth0", state="incomplete", carrier=True, state_ms=200.0
    )
    assert not undecided(scene(), facts)  # nothing dialled this one
