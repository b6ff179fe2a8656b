"""Both families dialled again, on paper."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from nocarrier.facts.families import Families
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.prose import say
from nocarrier.probes import Options, Scene
from nocarrier.probes.families import look
from nocarrier.readings.target import parse_target
from tests.probes.paper import Paper


class Net(Paper):
    """IPv6 is swallowed, IPv4 connects."""

    def __init__(self) -> None:
        super().__init__({})
        self.dialled: list[Dial] = []

    def dial(self, dials: Sequence[Dial]) -> tuple[Dialled, ...]:
        self.dialled += dials
        return tuple(
            Dialled(stage="connect", expired=True) if ":" in dial.address else Dialled(stage="exchange")
            for dial in dials
        )


def seen(net: Net, *attempts: TcpAttempt, options: Options | None = None) -> list[Any]:
    evidence = tuple(
        Evidence(id=f"e{at}", probe="tcp", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=facts)
        for at, facts in enumerate(attempts, 1)
    )
    case = Case(target=parse_target("tcp://shop.example:8080"), evidence=evidence)
    scene = Scene(case, options or Options(), net, None, time.monotonic() + 10)
    return [observation.facts for observation in look(scene, net, Where.CLIENT)]


def silent(address: str) -> TcpAttempt:
    return TcpAttempt(address=address, port=8080, connected=False, expired=True)


CONNECTS = TcpAttempt(address="10.20.0.5", port=8080, connected=True)


def test_each_is_dialled_several_times_with_time_for_a_second_syn() -> None:
    net = Net()
    (facts,) = seen(net, silent("fd20::5"), CONNECTS)
    assert isinstance(facts, Families)
    assert facts.differ
    assert (facts.first.family, facts.first.begun, facts.first.connected) == (6, 5, 0)
    assert (facts.other.family, facts.other.begun, facts.other.connected) == (4, 5, 5)
    assert all(dial.timeout > 1.0 for dial in net.dialled)


def test_the_source_is_bound_in_its_own_family_only() -> None:
    net = Net()
    seen(net, silent("fd20::5"), CONNECTS, options=Options(source="10.10.0.8"))
    assert {(dial.address, dial.source) for dial in net.dialled} == {("fd20::5", ""), ("10.20.0.5", "10.10.0.8")}


def test_nothing_is_dialled_where_no_family_is_broken() -> None:
    net = Net()
    assert seen(net, silent("fd20::5")) == []
    assert seen(net, CONNECTS, silent("fd20::5")) == []
    assert net.dialled == []
