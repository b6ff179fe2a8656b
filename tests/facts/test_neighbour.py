"""When a neighbour that does not answer counts as absent."""

from __future__ import annotations

import pytest

from nocarrier.facts.neighbour import Neighbour


@pytest.mark.parametrize(
    ("state", "state_ms", "missing"),
    [
        ("failed", 0.0, True),
        ("failed", None, True),
        ("incomplete", 1600.0, True),
        ("incomplete", 900.0, False),  # one question so far
        ("incomplete", None, False),
        ("reachable", 9000.0, False),
        ("none", None, False),
    ],
)
def test_missing(state: str, state_ms: float | None, missing: bool) -> None:
    entry = Neighbour(
        address="10.0.0.9", next_hop="10.0.0.9", device="eth0", state=state, carrier=True, state_ms=state_ms
    )
    assert entry.missing is missing


def test_a_link_without_carrier_asks_nobody() -> None:
    entry = Neighbour(address="10.0.0.9", next_hop="10.0.0.9", device="eth0", state="failed", carrier=False)
    assert not entry.missing
