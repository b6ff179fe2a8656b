"""Both ends watched: who is accused for where the packets were last seen, and how surely."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.causes._arrival import Ends, ends, lost_on_the_way
from nocarrier.causes.client import firewall_blocks_outgoing, firewall_blocks_replies
from nocarrier.causes.path import (
    firewall_drops_on_path,
    firewall_rejects_on_path,
    host_down,
    reply_lost,
    wrong_host,
)
from nocarrier.causes.server import listening_on_loopback_only, server_firewall_drops, server_not_listening
from nocarrier.facts.arrival import Arrival, Kind, Reverse, Sighting, Way
from nocarrier.facts.cloud import Cloud
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Found, Judgement, RuledOut, Silent
from nocarrier.model.record import replace
from tests.causes.cases import listening, made, seen

ADDRESS = "10.20.0.5"
OWN = Interfaces(interfaces=(Interface(name="eth0", up=True, carrier=True, addresses=("10.10.0.7/24",)),))
NO_CLOUD = Cloud(hardware="Dell Inc. PowerEdge R640")
USUAL_ROUTE = Route(address=ADDRESS, kind="unicast", device="eth0", gateway="10.10.0.1", source="10.10.0.7")


def sighting(kind: Kind, way: Way, port: int = 8080, device: str = "eth0") -> Sighting:
    source, target = ("10.10.0.7", ADDRESS) if kind == "opening" else (ADDRESS, "10.10.0.7")
    return Sighting(kind=kind, way=way, device=device, port=port, attempts=5, source=source, target=target, ttl=63)


def arrival(*sightings: Sighting, **more: Any) -> Arrival:
    return Arrival(address=ADDRESS, port=8080, attempts=5, others=3, seen=sightings, **more)


LEFT = arrival(sighting("opening", "out"))
CAME_BACK = arrival(sighting("opening", "out"), sighting("answer", "in"))
BESIDE = sighting("opening", "in", port=22)
ARRIVED = arrival(sighting("opening", "in"), reverse=Reverse(device="eth0", source="10.10.0.7", back="eth0"))
ANSWERED = replace(ARRIVED, seen=(*ARRIVED.seen, sighting("answer", "out")))


def case(client: Arrival | None, server: Arrival | None, *more: Evidence[Any], **attempt: Any) -> Case:
    usual = {"expired": True, "connected": False, **attempt}
    silent = TcpAttempt(address=ADDRESS, port=8080, local_address="10.10.0.7", **usual)
    extra = [seen(silent), seen(OWN), seen(USUAL_ROUTE), seen(NO_CLOUD, Where.SERVER)]
    extra += [seen(client)] if client is not None else []
    extra += [seen(server, Where.SERVER)] if server is not None else []
    built = made({ADDRESS: "ETIMEDOUT"}, listening("0.0.0.0"), extra=(*extra, *more))
    # `made` dials for itself, and knows no gateway.
    kept = tuple(
        one for one in built.evidence if not (isinstance(one.facts, TcpAttempt | Route) and one.facts not in (silent, USUAL_ROUTE))
    )  # fmt: skip
    return replace(built, evidence=kept)


def certainty(judgement: Judgement) -> Certainty | None:
    return judgement.certainty if isinstance(judgement, Found) else None


def test_left_and_never_arrived_while_another_port_does_is_the_path_s() -> None:
    watched = case(LEFT, arrival(BESIDE))
    assert certainty(firewall_drops_on_path.judge(watched)) is Certainty.PROVEN
    assert isinstance(reply_lost.judge(watched), RuledOut)
    assert isinstance(server_firewall_drops.judge(watched), RuledOut)
    assert isinstance(firewall_blocks_outgoing.judge(watched), RuledOut)


@pytest.mark.parametrize(
    ("client", "server"),
    [
        (LEFT, arrival()),
        (None, arrival(BESIDE)),
        (replace(LEFT, attempts=6), arrival(BESIDE)),
    ],
    ids=["nothing arrives at all", "the client was not watched", "one did not leave"],
)
def test_less_than_that_is_likely(client: Arrival | None, server: Arrival) -> None:
    assert certainty(firewall_drops_on_path.judge(case(client, server))) is Certainty.LIKELY


def test_the_client_s_counters_do_where_its_links_may_not_be_watched() -> None:
    counted = seen(Leaving(address=ADDRESS, port=8080, rounds=3, held_back=0, noise=0))
    assert certainty(firewall_drops_on_path.judge(case(None, arrival(BESIDE), counted))) is Certainty.PROVEN
    held = seen(Leaving(address=ADDRESS, port=8080, rounds=3, held_back=2, noise=0))
    assert certainty(firewall_drops_on_path.judge(case(None, arrival(BESIDE), held))) is Certainty.LIKELY


def test_what_may_have_been_ours_leaves_it_open() -> None:
    doubted = case(LEFT, arrival(BESIDE, doubtful=1))
    assert lost_on_the_way(doubted, ADDRESS) is None
    assert certainty(firewall_drops_on_path.judge(doubted)) is Certainty.POSSIBLE


def test_an_xdp_program_may_have_dropped_it_unseen() -> None:
    link = Interface(name="eth0", up=True, carrier=True, addresses=(f"{ADDRESS}/24",), filtered=True)
    watched = case(LEFT, arrival(BESIDE), seen(Interfaces(interfaces=(link,)), Where.SERVER))
    assert certainty(firewall_drops_on_path.judge(watched)) is Certainty.LIKELY


def test_an_address_that_is_not_the_server_s_proves_nothing_about_the_path() -> None:
    link = Interface(name="eth0", up=True, carrier=True, addresses=("10.20.0.9/24",))
    watched = case(LEFT, arrival(BESIDE), seen(Interfaces(interfaces=(link,)), Where.SERVER))
    assert certainty(firewall_drops_on_path.judge(watched)) is Certainty.POSSIBLE
    assert isinstance(reply_lost.judge(watched), RuledOut)


def test_arriving_at_the_server_clears_the_path_and_the_address() -> None:
    watched = case(LEFT, ARRIVED)
    assert isinstance(firewall_drops_on_path.judge(watched), RuledOut)
    assert isinstance(wrong_host.judge(watched), RuledOut)


def test_an_answer_that_leaves_and_never_comes_is_lost() -> None:
    assert certainty(reply_lost.judge(case(LEFT, ANSWERED))) is Certainty.PROVEN
    assert certainty(reply_lost.judge(case(None, ANSWERED))) is Certainty.LIKELY
    assert isinstance(server_firewall_drops.judge(case(LEFT, ANSWERED)), RuledOut)


def test_a_reset_that_leaves_and_never_comes_is_likely_lost() -> None:
    refused = replace(ARRIVED, seen=(*ARRIVED.seen, sighting("refusal", "out")))
    assert certainty(reply_lost.judge(case(LEFT, refused))) is Certainty.LIKELY


def test_a_source_that_is_not_the_link_s_own_may_be_the_cause_instead() -> None:
    odd = seen(replace(USUAL_ROUTE, source="192.0.2.7"))
    watched = case(LEFT, ANSWERED)
    swapped = tuple(odd if one.facts == USUAL_ROUTE else one for one in watched.evidence)
    assert certainty(reply_lost.judge(replace(watched, evidence=swapped))) is Certainty.LIKELY


@pytest.mark.parametrize(
    ("reverse", "sure"),
    [
        (Reverse(device="eth0", source="10.10.0.7", back="eth1", checked=1, spoofed=5), Certainty.PROVEN),
        (Reverse(device="eth0", source="10.10.0.7", errno="ENETUNREACH", checked=2, spoofed=5), Certainty.PROVEN),
        (Reverse(device="eth0", source="10.10.0.7", back="eth1", checked=2, spoofed=5), None),
        (Reverse(device="eth0", source="10.10.0.7", back="eth0", checked=1, spoofed=5), None),
        (Reverse(device="eth0", source="10.10.0.7", back="eth1", checked=1), None),
        (Reverse(device="eth0", source="10.10.0.7", errno="ENETUNREACH"), Certainty.LIKELY),
        (Reverse(device="eth0", source="10.10.0.7", back="eth0", gateway="10.20.0.77", gateway_absent=True), Certainty.LIKELY),
    ],
)  # fmt: skip
def test_why_the_server_does_not_answer(reverse: Reverse, sure: Certainty | None) -> None:
    """Without its rules a missing route is likely only: they may drop the packet as well."""
    assert certainty(reply_lost.judge(case(LEFT, replace(ARRIVED, reverse=reverse)))) is sure


def test_no_way_back_is_proven_where_no_rule_drops_the_packet() -> None:
    reverse = Reverse(device="eth0", source="10.10.0.7", errno="ENETUNREACH")
    rules = seen(PacketFate(address=ADDRESS, port=8080, passages=()), Where.SERVER)
    watched = case(LEFT, replace(ARRIVED, reverse=reverse), rules)
    assert certainty(reply_lost.judge(watched)) is Certainty.PROVEN
    assert certainty(server_firewall_drops.judge(watched)) is None


def test_arrived_and_not_answered_is_the_server_s_own_even_where_no_rule_says_so() -> None:
    for rules in ((), (seen(PacketFate(address=ADDRESS, port=8080, passages=()), Where.SERVER),)):
        judgement = server_firewall_drops.judge(case(LEFT, ARRIVED, *rules))
        assert certainty(judgement) is Certainty.LIKELY
        assert isinstance(reply_lost.judge(case(LEFT, ARRIVED, *rules)), Silent)


def test_an_answer_at_the_client_s_card_is_thrown_away_by_the_client() -> None:
    watched = case(CAME_BACK, ANSWERED)
    assert certainty(firewall_blocks_replies.judge(watched)) is Certainty.LIKELY
    assert isinstance(reply_lost.judge(watched), RuledOut)


def test_an_attempt_that_connected_meanwhile_accuses_nobody() -> None:
    watched = case(replace(CAME_BACK, got_through=1), ANSWERED)
    assert not isinstance(firewall_blocks_replies.judge(watched), Found)
    assert not isinstance(reply_lost.judge(watched), Found)


def test_unless_its_rp_filter_did() -> None:
    reverse = Reverse(device="eth1", source=ADDRESS, back="eth0", gateway="10.10.0.1", checked=1, spoofed=5)
    watched = case(replace(CAME_BACK, reverse=reverse), None)
    assert certainty(reply_lost.judge(watched)) is Certainty.PROVEN
    assert isinstance(firewall_blocks_replies.judge(watched), Silent)


def test_what_never_leaves_is_stopped_by_the_client() -> None:
    watched = case(arrival(), arrival(BESIDE))
    assert certainty(firewall_blocks_outgoing.judge(watched)) is Certainty.LIKELY
    assert lost_on_the_way(watched, ADDRESS) is None


REFUSED = {"expired": False, "errno": "ECONNREFUSED"}
RESET_CAME = arrival(sighting("opening", "out"), sighting("refusal", "in"))
OWN_ANSWER = sighting("refusal", "in", port=22)
"What the server itself says on a port where nobody listens."
NEARER = tuple(replace(one, ttl=64) for one in RESET_CAME.seen)


@pytest.mark.parametrize(
    ("client", "server", "sure"),
    [
        (replace(RESET_CAME, seen=(*NEARER, OWN_ANSWER)), arrival(BESIDE), Certainty.PROVEN),
        # As far away as the server: a machine beside it may answer, to which the port is sent on.
        (replace(RESET_CAME, seen=(*RESET_CAME.seen, OWN_ANSWER)), arrival(BESIDE), Certainty.LIKELY),
        (RESET_CAME, arrival(BESIDE), Certainty.LIKELY),
        (RESET_CAME, ARRIVED, Certainty.PROVEN),
        (RESET_CAME, ANSWERED, Certainty.PROVEN),
        (RESET_CAME, arrival(), Certainty.LIKELY),
        (None, arrival(BESIDE), None),
        (arrival(sighting("refusal", "in", device="lo")), arrival(BESIDE), None),
        (RESET_CAME, arrival(BESIDE, doubtful=1), None),
    ],
)
def test_a_reset_that_the_server_did_not_send(
    client: Arrival | None, server: Arrival, sure: Certainty | None
) -> None:
    assert certainty(firewall_rejects_on_path.judge(case(client, server, **REFUSED))) is sure


def test_a_reset_that_the_server_did_send() -> None:
    sent = replace(ARRIVED, seen=(*ARRIVED.seen, sighting("refusal", "out")))
    assert isinstance(firewall_rejects_on_path.judge(case(RESET_CAME, sent, **REFUSED)), RuledOut)


def test_another_address_s_sightings_are_not_this_one_s() -> None:
    other = case(replace(LEFT, address="10.20.0.6"), replace(arrival(BESIDE), address="10.20.0.6"))
    assert ends(other, ADDRESS) == Ends(None, None)


# --- what is sent on to another port, or to a machine that is not there ---

MOVED = arrival(replace(sighting("opening", "in"), target_port=8099))


def test_what_comes_in_for_another_port_was_translated_and_its_answer_is_not_watched() -> None:
    assert MOVED.moved is not None
    assert not MOVED.none("out")
    assert ARRIVED.moved is None
    assert ARRIVED.none("out")


def test_a_reset_of_a_port_to_which_it_is_sent_on_is_the_servers_own() -> None:
    watched = case(RESET_CAME, MOVED, **REFUSED)
    assert isinstance(firewall_rejects_on_path.judge(watched), RuledOut)
    found = server_not_listening.judge(watched)
    assert certainty(found) is Certainty.PROVEN
    assert isinstance(found, Found)
    assert "comes in there for port 8099" in str(found.summary)
    assert found.fixes[0].where == "network"
    assert isinstance(listening_on_loopback_only.judge(watched), Silent)


def test_a_listener_on_the_port_to_which_it_is_sent_on_is_none_that_is_missing() -> None:
    there = Listeners(listeners=(Listener(address="0.0.0.0", port=8099),), programs_seen=True)
    watched = case(RESET_CAME, MOVED, seen(there, Where.SERVER), **REFUSED)
    assert isinstance(server_not_listening.judge(watched), RuledOut)


@pytest.mark.parametrize(("type_", "code", "nobody"), [(3, 1, True), (3, 13, False)])
def test_a_router_that_finds_nobody_sends_it_on(type_: int, code: int, *, nobody: bool) -> None:
    said = IcmpWord(origin="10.20.0.1", version=4, type=type_, code=code)
    watched = case(LEFT, arrival(BESIDE, said=said))
    assert certainty(host_down.judge(watched)) is (Certainty.LIKELY if nobody else None)
    assert isinstance(firewall_drops_on_path.judge(watched), Silent if nobody else Found)


def test_a_gateway_that_is_gone_is_gone_however_well_the_server_is() -> None:
    gone = Neighbour(address=ADDRESS, next_hop="10.10.0.1", device="eth0", state="failed", carrier=True)
    assert certainty(host_down.judge(case(LEFT, None, seen(gone)))) is Certainty.LIKELY
    itself = replace(gone, next_hop=ADDRESS)
    assert isinstance(host_down.judge(case(LEFT, None, seen(itself))), RuledOut)


# --- another machine was named as the server ---

ELSEWHERE = Interfaces(interfaces=(Interface(name="eth0", up=True, carrier=True, addresses=("10.20.0.9/24",)),))
TRANSLATED = arrival(replace(sighting("opening", "in"), target="10.20.0.9"))


@pytest.mark.parametrize(
    ("server", "expected"),
    [
        (arrival(sighting("opening", "in"), sighting("opening", "out")), Certainty.POSSIBLE),
        (arrival(), Certainty.POSSIBLE),
        (arrival(doubtful=1), Certainty.LIKELY),
        (TRANSLATED, Certainty.LIKELY),
        (None, Certainty.LIKELY),
    ],
    ids=["it only forwards", "nothing came", "perhaps something came", "translated to its address", "not watched"],
)
def test_what_listens_on_a_machine_that_was_not_dialled_says_nothing(
    server: Arrival | None, expected: Certainty
) -> None:
    nobody = Listeners(listeners=(), programs_seen=True)
    watched = case(RESET_CAME, server, seen(ELSEWHERE, Where.SERVER), seen(nobody, Where.SERVER), **REFUSED)
    assert certainty(server_not_listening.judge(watched)) is expected


def test_what_a_machine_only_forwards_did_not_arrive() -> None:
    through = arrival(sighting("opening", "in"), sighting("opening", "out"))
    assert ends(case(LEFT, through, seen(ELSEWHERE, Where.SERVER)), ADDRESS).server is None
    assert ends(case(LEFT, through), ADDRESS).arrived is not None
