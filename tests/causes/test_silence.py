"""Silence, and what is heard around it: the verdicts of the causes that share it."""

from __future__ import annotations

import pytest

from nocarrier.causes.path import firewall_drops_on_path, host_down, private_address_unreachable, routing_loop
from nocarrier.causes.server import server_firewall_drops
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.diagnosis.symptom import ending
from nocarrier.facts.contrast import Contrast, How, OtherPort
from nocarrier.facts.hops import Compared, Hops, Way
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.model.evidence import Case, Facts, Where
from nocarrier.model.judgement import Certainty, Found, RuledOut, Symptom
from nocarrier.model.record import replace
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

CAUSES = [
    module.CAUSE
    for module in (
        host_down,
        private_address_unreachable,
        firewall_drops_on_path,
        server_firewall_drops,
        routing_loop,
    )
]
DOWN, PRIVATE, PATH, DROPS = (
    "host-down",
    "private-address-unreachable",
    "firewall-drops-on-path",
    "server-firewall-drops",
)
PROVEN, LIKELY, POSSIBLE = Certainty.PROVEN, Certainty.LIKELY, Certainty.POSSIBLE


def case(*facts: Facts, target: str = "tcp://10.20.0.5:8080") -> Case:
    evidence = tuple(seen(fact, number=number) for number, fact in enumerate(facts, 1))
    return Case(target=parse_target(target), evidence=evidence)


def verdicts(made: Case) -> dict[str, Certainty]:
    suspects, _ = judge(made, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


def quiet(address: str = "10.20.0.5", source: str = "10.10.0.7") -> TcpAttempt:
    return TcpAttempt(address=address, port=8080, connected=False, expired=True, waited_ms=3500, local_address=source)


def said(kind: int, code: int, origin: str, waited: float, errno: str = "EHOSTUNREACH") -> TcpAttempt:
    word = IcmpWord(origin=origin, version=4, type=kind, code=code)
    return TcpAttempt(address="10.20.0.5", port=8080, connected=False, errno=errno, waited_ms=waited, said=word)


def route(address: str = "10.20.0.5", gateway: str = "10.10.0.1", by_default: bool | None = True) -> Route:
    return Route(
        address=address, kind="unicast", device="eth0", gateway=gateway, source="10.10.0.7", by_default=by_default
    )


def next_hop(hop: str, state: str, address: str = "10.20.0.5", carrier: bool = True) -> Neighbour:
    return Neighbour(address=address, next_hop=hop, device="eth0", state=state, carrier=carrier)


def around(*how: How, again: How = "silent", address: str = "10.20.0.5") -> Contrast:
    others = tuple(OtherPort(port=20 + at, transport="tcp", how=one) for at, one in enumerate(how))
    return Contrast(address=address, again=again, others=others)


GATEWAY = next_hop("10.10.0.1", "reachable")


def test_nobody_answers_on_the_link() -> None:
    missing = next_hop("10.20.0.5", "failed")
    for attempt in (said(3, 1, "10.10.0.7", 3050), quiet()):
        made = case(attempt, route(gateway="", by_default=False), missing, around("silent"))
        assert verdicts(made) == {DOWN: PROVEN}
        found = host_down.judge(made)
        assert isinstance(found, Found)
        assert any(piece.facts is missing for piece in found.because)


@pytest.mark.parametrize("piece", [0, 2])
def test_without_either_piece_it_is_not_proven(piece: int) -> None:
    facts = [said(3, 1, "10.10.0.7", 3050), route(gateway="", by_default=False), next_hop("10.20.0.5", "failed")]
    assert verdicts(case(*(fact for at, fact in enumerate(facts) if at != piece))).get(DOWN) is not PROVEN


def test_a_link_without_carrier_proves_nothing() -> None:
    dead = next_hop("10.20.0.5", "failed", carrier=False)
    assert verdicts(case(said(3, 1, "10.10.0.7", 3050), route(gateway=""), dead)).get(DOWN) is not PROVEN


def test_a_dead_router_is_no_dead_host() -> None:
    made = case(said(3, 1, "10.10.0.7", 3050), route(), next_hop("10.10.0.1", "failed"), around("silent"))
    assert verdicts(made) == {DOWN: LIKELY}


def test_a_router_that_asked_first_says_host_unreachable() -> None:
    made = case(said(3, 1, "10.10.0.1", 3060), route(by_default=False), GATEWAY, around("silent"))
    assert verdicts(made) == {DOWN: LIKELY}


def test_at_once_it_may_be_a_rule_or_a_route() -> None:
    made = case(said(3, 1, "10.10.0.1", 2), route(by_default=False), GATEWAY, around("silent"))
    assert verdicts(made) == {DOWN: POSSIBLE}


def test_a_router_that_knows_no_way_to_a_private_network() -> None:
    made = case(said(3, 0, "10.10.0.1", 2, "ENETUNREACH"), route(), GATEWAY, around("silent"))
    assert verdicts(made) == {PRIVATE: LIKELY, DOWN: POSSIBLE}


def test_other_ports_answer() -> None:
    for how in ("open", "reset", "icmp"):
        made = case(quiet(), route(), GATEWAY, around("silent", how))
        assert verdicts(made) == {DROPS: POSSIBLE, PATH: POSSIBLE}


def test_nothing_answers_in_the_own_organisation() -> None:
    made = case(quiet(), route(), GATEWAY, around("silent", "silent"))
    assert verdicts(made) == {DROPS: POSSIBLE, PRIVATE: POSSIBLE, DOWN: POSSIBLE, PATH: POSSIBLE}


def test_nothing_answers_for_a_private_address_from_elsewhere() -> None:
    made = case(quiet(source="203.0.113.7"), route(), GATEWAY, around("silent"))
    assert next(iter(verdicts(made).items())) == (PRIVATE, LIKELY)


def test_a_route_of_its_own_leads_to_the_private_address() -> None:
    made = case(quiet(source="203.0.113.7"), route(by_default=False), GATEWAY, around("silent"))
    assert PRIVATE not in verdicts(made)


def test_a_public_address_is_not_private() -> None:
    address = "203.0.113.5"
    made = case(
        quiet(address), route(address), next_hop("10.10.0.1", "reachable", address),
        around("silent", address=address),
    )  # fmt: skip
    assert set(verdicts(made)) == {DROPS, DOWN, PATH}


def test_on_the_link_no_device_stands_between() -> None:
    made = case(quiet(), route(gateway="", by_default=False), next_hop("10.20.0.5", "reachable"), around("silent"))
    assert verdicts(made) == {DROPS: POSSIBLE}


def test_a_hardware_address_from_before_does_not_say_that_it_is_still_there() -> None:
    made = case(quiet(), route(gateway="", by_default=False), next_hop("10.20.0.5", "stale"), around("silent"))
    assert verdicts(made) == {DROPS: POSSIBLE, DOWN: POSSIBLE}


def test_a_host_that_says_that_packets_come_lives_and_nothing_on_the_way_stops_them() -> None:
    came = replace(around("silent", "silent"), received_at=3)
    assert verdicts(case(quiet(), route(), GATEWAY, came)) == {DROPS: POSSIBLE}
    assert isinstance(host_down.judge(case(quiet(), route(), GATEWAY, came)), RuledOut)


def test_it_answered_a_moment_later() -> None:
    assert verdicts(case(quiet(), route(), GATEWAY, around("silent", again="open"))) == {}


def test_somebody_answered_on_another_address() -> None:
    made = case(quiet(), TcpAttempt(address="10.20.0.6", port=8080, connected=True), route(), around("silent"))
    assert verdicts(made) == {}


def way(*routers: str, reached: int = 0) -> Way:
    return Way(transport="tcp", port=8080, routers=tuple((name,) for name in routers), reached=reached)


def trace(own: Way, beside: Way, distance: int) -> Hops:
    compared = (Compared(distance=distance, own=0, own_sent=3, beside=1),)
    return Hops(address="10.20.0.5", port=8080, own=own, beside=beside, compared=compared)


FIRST, SECOND = "10.10.0.1", "10.15.0.2"


def test_others_pass_where_this_port_vanishes() -> None:
    hops = trace(way(FIRST), way(FIRST, SECOND, reached=3), 2)
    made = case(quiet(), route(), GATEWAY, around("silent", "open"), hops)
    assert verdicts(made) == {PATH: LIKELY}
    found = firewall_drops_on_path.judge(made)
    assert isinstance(found, Found)
    assert FIRST in str(found.summary)
    assert SECOND in str(found.summary)


def test_before_the_first_router_it_may_be_this_machine() -> None:
    hops = trace(way(), way(FIRST, reached=2), 1)
    made = case(quiet(), route(), GATEWAY, around("silent", "open"), hops)
    assert verdicts(made)[PATH] is POSSIBLE
    left = Leaving(address="10.20.0.5", port=8080, rounds=3, held_back=0, noise=0)
    assert verdicts(case(quiet(), route(), GATEWAY, around("silent", "open"), hops, left)) == {PATH: LIKELY}


def test_at_the_last_router_it_cannot_be_told_and_that_is_said() -> None:
    hops = Hops(address="10.20.0.5", port=8080, own=way(FIRST, SECOND), beside=way(FIRST, SECOND, reached=3))
    made = case(quiet(), route(), GATEWAY, around("silent", "open"), hops)
    assert verdicts(made) == {DROPS: POSSIBLE, PATH: POSSIBLE}
    found = firewall_drops_on_path.judge(made)
    assert isinstance(found, Found)
    assert "last router" in str(found.summary)


LOOP = "routing-loop"


def circling(*routers: str, reached: int = 0) -> Hops:
    return Hops(address="10.20.0.5", port=8080, own=way(*routers, reached=reached))


def test_packets_that_circle() -> None:
    spoken = said(11, 0, SECOND, 1)
    assert verdicts(case(spoken, route(), GATEWAY, circling(*(FIRST, SECOND) * 3))) == {LOOP: PROVEN}
    assert verdicts(case(quiet(), route(), GATEWAY, circling(*(FIRST, SECOND) * 3)))[LOOP] is LIKELY


def test_a_router_s_only_word_may_go_to_a_packet_beside() -> None:
    others = replace(around("silent"), ran_out_at=SECOND)
    made = case(quiet(), route(), GATEWAY, others, circling(*(FIRST, SECOND) * 3))
    assert verdicts(made)[LOOP] is PROVEN
    for hops in ((), (circling(FIRST, SECOND, FIRST),)):
        found = routing_loop.judge(case(quiet(), route(), GATEWAY, others, *hops))
        assert isinstance(found, Found)
        assert found.certainty is LIKELY
        assert SECOND in str(found.summary)
    assert isinstance(
        routing_loop.judge(case(quiet(), route(), GATEWAY, others, circling(FIRST, reached=2))), RuledOut
    )


def test_too_long_on_the_way_alone_proves_nothing() -> None:
    spoken = said(11, 0, SECOND, 1)
    for hops in (circling(FIRST, SECOND, FIRST, SECOND), circling(FIRST, SECOND, FIRST)):
        assert verdicts(case(spoken, route(), GATEWAY, hops)) == {LOOP: LIKELY}
    assert verdicts(case(spoken, route(), GATEWAY)) == {LOOP: LIKELY}


def test_a_small_time_to_live_is_no_circle() -> None:
    assert verdicts(case(said(11, 0, FIRST, 1), route(), GATEWAY, circling(FIRST, reached=2))) == {}


def datagram(**changes: object) -> UdpAttempt:
    fields: dict[str, object] = {"address": "10.20.0.5", "port": 5000, "asked": False, "answered": False}
    return UdpAttempt(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("attempt", "symptom"),
    [
        (datagram(answered=True), Symptom.NONE),
        (datagram(errno="ECONNREFUSED"), Symptom.REFUSED),
        (datagram(expired=True), Symptom.NO_ANSWER),
        (datagram(expired=True, asked=True), Symptom.TIMED_OUT),
        (datagram(errno="EHOSTUNREACH"), Symptom.UNREACHABLE),
    ],
)
def test_how_a_datagram_ends(attempt: UdpAttempt, symptom: Symptom) -> None:
    assert ending(case(attempt, target="udp://10.20.0.5:5000")).symptom is symptom


def test_a_silent_datagram_is_only_ever_possible() -> None:
    made = case(datagram(expired=True), route(), GATEWAY, around("icmp"), target="udp://10.20.0.5:5000")
    assert set(verdicts(made).values()) == {POSSIBLE}


def test_every_unproven_verdict_says_what_would_decide() -> None:
    made = case(quiet(), route(), GATEWAY, around("silent"))
    suspects, _ = judge(made, CAUSES)
    assert len(suspects) == 4
    for suspect in suspects:
        assert "10.20.0.5" in suspect.found.decided_by[0].command


SIX = "fd20::5"


def six(**changes: object) -> TcpAttempt:
    fields: dict[str, object] = {"address": SIX, "port": 8080, "connected": False, "local_address": "fd10::7"}
    return TcpAttempt(**{**fields, **changes})  # type: ignore[arg-type]


def test_over_ipv6_a_filter_makes_its_host_look_absent() -> None:
    missing = next_hop(SIX, "incomplete", address=SIX)
    asked = replace(missing, state_ms=1600.0)
    made = case(six(expired=True), route(SIX, gateway="", by_default=False), asked, target=f"tcp://[{SIX}]:8080")
    assert verdicts(made) == {DOWN: LIKELY, DROPS: POSSIBLE}
    by_router = IcmpWord(origin="fd10::1", version=6, type=1, code=3)
    word = six(errno="EHOSTUNREACH", said=by_router, waited_ms=3050)
    made = case(word, route(SIX, gateway="fd10::1"), target=f"tcp://[{SIX}]:8080")
    assert verdicts(made) == {DOWN: LIKELY, DROPS: POSSIBLE}


def test_two_unanswered_questions_are_enough_on_the_link() -> None:
    asked = replace(next_hop("10.20.0.5", "incomplete"), state_ms=1600.0)
    assert verdicts(case(quiet(), route(gateway="", by_default=False), asked)) == {DOWN: PROVEN}
    once = replace(asked, state_ms=900.0)
    assert DOWN not in verdicts(case(quiet(), route(gateway="", by_default=False), once))


@pytest.mark.parametrize(("carrier", "down"), [(True, False), (False, True)])
def test_a_server_that_was_entered_and_has_the_address_is_not_down(carrier: bool, down: bool) -> None:
    link = Interface(name="eth0", up=True, carrier=carrier, addresses=("10.20.0.5/24",))
    made = case(quiet(), route(gateway="", by_default=False), next_hop("10.20.0.5", "failed"))
    server = seen(Interfaces(interfaces=(link,)), Where.SERVER, 9)
    entered = replace(made, evidence=(*made.evidence, server), server_named=True)
    assert (DOWN in verdicts(entered)) is down


def test_packets_that_came_to_the_public_network_have_left_every_private_one() -> None:
    hops = Hops(address="10.20.0.5", port=8080, own=way("10.10.0.1", "203.0.113.1"))
    made = case(quiet(), route(), GATEWAY, around("silent"), hops)
    assert verdicts(made)[PRIVATE] is LIKELY
    inside = Hops(address="10.20.0.5", port=8080, own=way("10.10.0.1", "192.168.7.1"))
    assert verdicts(case(quiet(), route(), GATEWAY, around("silent"), inside))[PRIVATE] is POSSIBLE
