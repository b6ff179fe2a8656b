"""What the scenarios about paths share: two routers between the client's and the server's network.

client 10.10.0.7 ── router 10.10.0.1 │ 10.15.0.1 ── far 10.15.0.2 │ 10.20.0.1 ── server 10.20.0.5

Each sends what it knows no network for to the other, as two routers do whose default routes point at each other.
"""

from __future__ import annotations

from nocarrier.model.record import replace
from nocarrier.model.scenario import Host


def near_router(**changes: object) -> Host:
    """The router on the client's side."""
    usual = Host(
        name="router",
        addresses=("10.10.0.1/24", "10.15.0.1/24", "fd10::1/64", "fd15::1/64"),
        gateways=("10.15.0.2", "fd15::2"),
        forwards=True,
    )
    return replace(usual, **changes)


def far_router(**changes: object) -> Host:
    """The router on the server's side."""
    usual = Host(
        name="far",
        addresses=("10.15.0.2/24", "10.20.0.1/24", "fd15::2/64", "fd20::1/64"),
        gateways=("10.15.0.1", "fd15::1"),
        forwards=True,
    )
    return replace(usual, **changes)
