"""The target dialled from every own address, on paper."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import pytest

from nocarrier.facts.contrast import Contrast, OtherPort
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.sources import Sources
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled
from nocarrier.model.evidence import Case, Evidence, Facts, Where
from nocarrier.model.prose import say
from nocarrier.probes import Options, Scene
from nocarrier.probes.sources import look
from nocarrier.readings.target import parse_target
from tests.probes.paper import Paper

SERVER, CHOSEN, RIGHT = "10.20.0.5", "192.168.77.7", "10.10.0.7"
QUIET = TcpAttempt(address=SERVER, port=8080, connected=False, expired=True, local_address=CHOSEN)


def link(name: str, *addresses: str, up: bool = True, carrier: bool = True) -> Interface:
    return Interface(name=name, up=up, carrier=carrier, addresses=addresses)


LINKS = Interfaces(
    interfaces=(
        link("lo", "127.0.0.1/8", "::1/128", f"{CHOSEN}/32"),
        link("eth0", f"{RIGHT}/24", "169.254.3.4/16", "fd10::7/64"),
        link("eth1", "10.30.0.7/24", carrier=False),
        link("eth2", "10.40.0.7/24", up=False),
    )
)


class Net(Paper):
    """Only one source is answered."""

    def __init__(self) -> None:
        super().__init__({})
        self.sources: list[str] = []

    def dial(self, dials: Sequence[Dial]) -> tuple[Dialled, ...]:
        self.sources += [dial.source for dial in dials]
        return tuple(
            Dialled(stage="exchange") if dial.source == RIGHT else Dialled(stage="connect", expired=True)
            for dial in dials
        )


def seen(net: Net, *facts: Facts) -> list[Any]:
    evidence = tuple(
        Evidence(id=f"e{at}", probe="test", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=fact)
        for at, fact in enumerate(facts, 1)
    )
    case = Case(target=parse_target(f"tcp://{SERVER}:8080"), evidence=evidence)
    return [
        found.facts for found in look(Scene(case, Options(), net, None, time.monotonic() + 10), net, Where.CLIENT)
    ]


def test_every_usable_address_of_the_family_is_tried_beside_the_chosen_one() -> None:
    net = Net()
    (facts,) = seen(net, QUIET, LINKS)
    assert isinstance(facts, Sources)
    assert list(dict.fromkeys(net.sources)) == [CHOSEN, RIGHT]
    assert facts.chosen.device == "lo"
    assert [each.address for each in facts.answered] == [RIGHT]


@pytest.mark.parametrize(
    "fact",
    [
        Contrast(address=SERVER, again="silent", others=(OtherPort(port=22, transport="tcp", how="reset"),)),
        Neighbour(address=SERVER, next_hop="10.10.0.1", device="eth0", state="failed", carrier=True),
        Interfaces(interfaces=(link("lo", "127.0.0.1/8", f"{CHOSEN}/32"),)),  # there is no other one
    ],
)
def test_when_there_is_nothing_to_ask(fact: Facts) -> None:
    net = Net()
    assert seen(net, QUIET, LINKS, fact) == []
    assert net.sources == []
