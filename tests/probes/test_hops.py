"""The trace, on paper: a network of routers that answer what a packet of each kind and time to live meets."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from nocarrier.facts.contrast import Contrast, OtherPort
from nocarrier.facts.hops import Compared, Hops
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.machines import CannotLook, Dial, Dialled, Queued
from nocarrier.model.evidence import Case, Evidence, Facts, Where
from nocarrier.model.prose import say
from nocarrier.probes import Options, Scene
from nocarrier.probes.hops import look
from nocarrier.readings.target import parse_target
from tests.probes.paper import Paper

R1, R2, SERVER = "10.10.0.1", "10.15.0.2", "10.20.0.5"


def exceeded(router: str) -> Dialled:
    data = struct.pack("=IBBBBII", 113, 2, 11, 0, 0, 0, 0) + struct.pack(
        "=HH4s8x", 2, 0, bytes(map(int, router.split(".")))
    )
    return Dialled(stage="connect", errno="EHOSTUNREACH", took_ms=0.2, queued=(Queued(level=0, data=data),))


OPEN = Dialled(stage="exchange", took_ms=0.3)
RESET = Dialled(stage="connect", errno="ECONNREFUSED", took_ms=0.3)
NOTHING = Dialled(stage="connect", expired=True, took_ms=300.0)
QUIET = TcpAttempt(address=SERVER, port=8080, connected=False, expired=True, local_address="10.10.0.7")


class Net(Paper):
    """Every dial is answered by a function of it."""

    def __init__(self, answer: Callable[[Dial], Dialled]) -> None:
        super().__init__({})
        self.answer = answer
        self.batches: list[Sequence[Dial]] = []

    def dial(self, dials: Sequence[Dial]) -> tuple[Dialled, ...]:
        self.batches.append(dials)
        return tuple(self.answer(dial) for dial in dials)


def traced(net: Net, *facts: Facts, attempt: TcpAttempt = QUIET, options: Options | None = None) -> list[Hops]:
    route = Route(address=SERVER, kind="unicast", device="eth0", gateway=R1)
    evidence: list[Evidence[Any]] = [
        Evidence(id=f"e{number}", probe="test", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=fact)
        for number, fact in enumerate(
            (attempt, *facts, *(() if any(type(f) is Route for f in facts) else (route,))), 1
        )
    ]
    case = Case(target=parse_target(f"tcp://{SERVER}:8080"), evidence=tuple(evidence))
    scene = Scene(case, options or Options(), net, None, time.monotonic() + 10)
    return [found.facts for found in look(scene, net, Where.CLIENT) if isinstance(found.facts, Hops)]


def path(*routers: str, port_stops_at: int = 99, open_port: int = 22) -> Callable[[Dial], Dialled]:
    """Routers in a row, one of which swallows what is sent to 8080, and a host that answers on one port."""

    def answer(dial: Dial) -> Dialled:
        if dial.port == 8080 and dial.ttl > port_stops_at:
            return NOTHING
        if dial.ttl <= len(routers):
            return exceeded(routers[dial.ttl - 1]) if routers[dial.ttl - 1] else NOTHING
        return RESET if dial.port == open_port else NOTHING

    return answer


ANSWERS = Contrast(
    address=SERVER,
    again="silent",
    others=(OtherPort(port=0, transport="ping", how="open"), OtherPort(port=22, transport="tcp", how="reset")),
    round_trip_ms=20.0,
)


def test_the_way_ends_where_the_port_is_swallowed() -> None:
    (hops,) = traced(Net(path(R1, R2, port_stops_at=1)), ANSWERS)
    assert hops.own.routers == ((R1,),)
    assert hops.beside is not None
    assert hops.beside.routers == ((R1,), (R2,))
    assert hops.beside.reached == 3
    assert hops.compared == (Compared(distance=2, own=0, own_sent=3, beside=1),)
    assert hops.passed_by == 2


def test_what_could_not_be_sent_is_no_router_that_swallows_it() -> None:
    """As with a narrow ip_local_port_range, all of which the attempts hold."""
    lives = path(R1, R2)
    no_port = Dialled(stage="connect", errno="EADDRNOTAVAIL")
    with pytest.raises(CannotLook, match="port 8080 could not be sent"):
        traced(Net(lambda dial: no_port if dial.transport == "tcp" and dial.port == 8080 else lives(dial)))


def test_the_comparison_asks_about_the_port_first() -> None:
    net = Net(path(R1, R2, port_stops_at=1))
    traced(net, ANSWERS)
    assert [dial.port for dial in net.batches[-1]] == [8080, 8080, 8080, 22]


def test_the_waits_follow_the_round_trip_of_what_answers() -> None:
    net = Net(path(R1, R2, port_stops_at=1))
    traced(net, ANSWERS)
    assert {dial.timeout for batch in net.batches for dial in batch} == {0.08}


def test_without_a_live_port_datagrams_go_beside() -> None:
    def answer(dial: Dial) -> Dialled:
        return (
            exceeded((R1, R2)[dial.ttl - 1])
            if dial.ttl < 2 or (dial.ttl == 2 and dial.transport == "udp")
            else NOTHING
        )

    (hops,) = traced(Net(answer))
    assert hops.beside is not None
    assert hops.beside.transport == "udp"
    assert hops.passed_by == 2


def test_a_silent_router_is_no_end() -> None:
    routers = (R1, "", "", R2, *(f"10.30.0.{number}" for number in range(1, 7)))
    (hops,) = traced(Net(path(*routers)), ANSWERS)
    assert hops.own.last == 10
    assert hops.own.routers[1] == ()


def test_a_silent_way_is_not_followed_for_ever() -> None:
    net = Net(lambda dial: NOTHING)
    (hops,) = traced(net)
    assert hops.own.routers == ()
    assert max(dial.ttl for batch in net.batches for dial in batch) == 8


def test_two_ways_are_both_kept() -> None:
    turns = iter(range(1000))

    def answer(dial: Dial) -> Dialled:
        if dial.ttl == 2 and dial.port == 8080:
            return exceeded((R2, "10.15.0.3")[next(turns) % 2])
        return path(R1, R2)(dial)

    (hops,) = traced(Net(answer), ANSWERS)
    assert hops.own.at(2) == (R2, "10.15.0.3")


LOST = TcpAttempt(
    address=SERVER, port=8080, connected=False, errno="EHOSTUNREACH",
    said=IcmpWord(origin=R1, version=4, type=11, code=0),
)  # fmt: skip
BESIDE = Contrast(address=SERVER, again="silent", others=(), ran_out_at=R1)


@pytest.mark.parametrize(("attempt", "seen"), [(LOST, ()), (QUIET, (BESIDE,))])
def test_routers_of_a_circle_get_time_to_speak(attempt: TcpAttempt, seen: tuple[Facts, ...]) -> None:
    """Two words each at once, then one more each time they are asked again."""
    left = {R1: 2, R2: 2}

    def answer(dial: Dial) -> Dialled:
        router = (R2, R1)[dial.ttl % 2]
        if not left[router]:
            return NOTHING
        left[router] -= 1
        return exceeded(router)

    class Slow(Net):
        def dial(self, dials: Sequence[Dial]) -> tuple[Dialled, ...]:
            got = super().dial(dials)
            left.update({R1: left[R1] + 1, R2: left[R2] + 1})
            return got

    (hops,) = traced(Slow(answer), *seen, attempt=attempt)
    assert hops.own.circle == (R1, R2)
    assert hops.beside is None


def test_nothing_is_asked_on_the_own_link() -> None:
    on_link = Route(address=SERVER, kind="unicast", device="eth0")
    hop = Neighbour(address=SERVER, next_hop=SERVER, device="eth0", state="reachable", carrier=True)
    assert traced(Net(path(R1)), on_link, hop) == []


def test_a_tunnel_has_routers_behind_it() -> None:
    tunnel = Route(address=SERVER, kind="unicast", device="wg0")
    hop = Neighbour(address=SERVER, next_hop=SERVER, device="wg0", state="noarp", carrier=True)
    (hops,) = traced(Net(path(R1, R2)), tunnel, hop, ANSWERS)
    assert hops.own.last == 2


def test_a_gateway_that_is_gone_is_not_asked() -> None:
    gone = Neighbour(address=SERVER, next_hop=R1, device="eth0", state="failed", carrier=True)
    assert traced(Net(path(R1)), gone) == []


def test_the_source_address_that_was_asked_for_is_bound() -> None:
    net = Net(path(R1, R2))
    traced(net, ANSWERS, options=Options(source="10.10.0.8"))
    assert {dial.source for batch in net.batches for dial in batch} == {"10.10.0.8"}


def test_who_refused_in_the_targets_place_is_looked_for_one_hop_at_a_time() -> None:
    refused = TcpAttempt(
        address=SERVER, port=8080, connected=False, errno="EHOSTUNREACH",
        said=IcmpWord(origin=R2, version=4, type=3, code=13),
    )  # fmt: skip
    net = Net(path(R1, R2))
    (hops,) = traced(net, attempt=refused)
    assert hops.forwards(R2)
    assert [[dial.ttl for dial in batch] for batch in net.batches] == [[1], [2]]


def test_one_hop_at_a_time_ends_with_what_could_not_be_sent() -> None:
    refused = TcpAttempt(
        address=SERVER, port=8080, connected=False, errno="EHOSTUNREACH",
        said=IcmpWord(origin=R2, version=4, type=3, code=13),
    )  # fmt: skip
    with pytest.raises(CannotLook, match="port 8080 could not be sent"):
        traced(Net(lambda dial: Dialled(stage="connect", errno="EADDRNOTAVAIL")), attempt=refused)
