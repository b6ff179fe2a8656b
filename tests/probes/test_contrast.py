"""What other ports of a silent host did: the host's own answers only."""

from __future__ import annotations

import socket
import struct

from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.machines import Dial, Dialled, Queued
from nocarrier.model.evidence import Evidence, Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.probes.contrast import FEW, SPOILT_AT, heard, how, look, summary, witnesses
from tests.probes.test_tcp import Scripted, scene

HOST, ROUTER = "192.0.2.1", "192.0.2.254"


def dial(transport: str, port: int = 0) -> Dial:
    return Dial(transport=transport, address=HOST, port=port, timeout=1.0)  # type: ignore[arg-type]


def icmp(origin: str, errno: str = "ECONNREFUSED") -> Dialled:
    """Port unreachable, from this address (include/uapi/linux/errqueue.h)."""
    entry = struct.pack("=IBBBBII", 111, 2, 3, 3, 0, 0, 0) + struct.pack("=HH", 2, 0) + socket.inet_aton(origin)
    return Dialled(stage="connect", errno=errno, queued=(Queued(level=0, data=entry),))


def test_only_the_host_itself_answers_for_it() -> None:
    assert how(icmp(HOST), HOST) == "icmp"
    assert how(icmp(ROUTER), HOST) == "silent"
    assert how(Dialled(stage="connect", errno="ECONNREFUSED"), HOST) == "reset"
    assert how(Dialled(stage="exchange"), HOST) == "open"
    assert how(Dialled(stage="exchange", left=True), HOST) == "silent"
    assert how(Dialled(stage="exchange", expired=True), HOST) == "silent"


def test_a_packet_that_could_not_be_sent_is_no_silence() -> None:
    no_socket, no_port = Dialled(stage="socket", errno="EACCES"), Dialled(stage="connect", errno="EADDRNOTAVAIL")
    facts = heard(HOST, "silent", [(dial("ping"), no_socket), (dial("tcp", 22), no_port)])
    assert facts.others == ()


def test_a_ping_alone_shows_that_it_lives() -> None:
    unheard = Dialled(stage="connect", expired=True)
    facts = heard(
        HOST, "silent", [(dial("tcp", 22), unheard), (dial("ping"), Dialled(stage="exchange", took_ms=7.0))]
    )
    assert not facts.silent
    assert facts.round_trip_ms == 7.0
    assert str(summary(facts)) == f"{HOST} answers on ping, not on this port"


def test_another_machine_that_speaks_is_named_and_is_no_answer() -> None:
    facts = heard(HOST, "silent", [(dial("udp", 33434), icmp(ROUTER))])
    assert facts.silent
    assert facts.heard_from == ROUTER
    assert facts.round_trip_ms == 0.0


def test_few_packets_where_a_router_has_spoken_already() -> None:
    machine = Scripted(Dialled(stage="connect", expired=True), Dialled(stage="connect", expired=True))
    made = scene(machine)
    word = IcmpWord(origin=ROUTER, version=4, type=3, code=0)
    attempt = TcpAttempt(address=HOST, port=8080, connected=False, errno="ENETUNREACH", said=word)
    seen = Evidence(id="e2", probe="tcp", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=attempt)
    made.case = replace(made.case, evidence=(*made.case.evidence, seen))
    assert len(list(look(made, machine, Where.CLIENT))) == 1
    assert [(asked.transport, asked.port) for asked in machine.asked] == [("tcp", FEW), ("ping", 0)]


def problem(origin: str, took: float = 3.0) -> Dialled:
    """Parameter problem, from this address (RFC 792; EPROTO)."""
    entry = struct.pack("=IBBBBII", 71, 2, 12, 0, 0, 0, 0) + struct.pack("=HH", 2, 0) + socket.inet_aton(origin)
    return Dialled(stage="connect", errno="EPROTO", took_ms=took, queued=(Queued(level=0, data=entry),))


def spoilt(*came: Dialled) -> list[tuple[Dial, Dialled]]:
    return [(replace(dial("tcp", 8080), spoilt_at=hop), got) for hop, got in enumerate(came, 2)]


def test_a_host_that_answers_nothing_may_say_that_a_packet_came() -> None:
    unheard = Dialled(stage="connect", expired=True)
    facts = heard(HOST, "silent", [(dial("tcp", 22), unheard), *spoilt(problem(ROUTER), problem(HOST, 5.0), unheard)])
    assert (facts.received_at, facts.round_trip_ms, facts.silent) == (3, 5.0, False)
    assert facts.answering == ()
    assert [other.port for other in facts.others] == [22]
    assert facts.heard_from == ""  # a router that is asked about the packet's options says nothing about the host
    assert str(summary(facts)).startswith(f"{HOST} says that a packet to this port came to it")


def exceeded(origin: str) -> Dialled:
    """Time to live exceeded in transit, from this address (RFC 792, type 11)."""
    entry = struct.pack("=IBBBBII", 113, 2, 11, 0, 0, 0, 0) + struct.pack("=HH", 2, 0) + socket.inet_aton(origin)
    return Dialled(stage="connect", errno="EHOSTUNREACH", queued=(Queued(level=0, data=entry),))


def test_a_router_may_have_but_one_word_and_say_it_of_any_packet() -> None:
    unheard = Dialled(stage="connect", expired=True)
    for witnessed in ([(dial("tcp", 22), exceeded(ROUTER))], spoilt(unheard, exceeded(ROUTER))):
        facts = heard(HOST, "silent", [(dial("ping"), unheard), *witnessed])
        assert (facts.ran_out_at, facts.silent) == (ROUTER, True)
        assert ROUTER in str(summary(facts))
    assert heard(HOST, "silent", [(dial("tcp", 22), icmp(ROUTER))]).ran_out_at == ""


def test_only_the_host_itself_receives() -> None:
    assert heard(HOST, "silent", spoilt(problem(ROUTER), Dialled(stage="connect", errno="EPROTO"))).silent


def test_no_packet_is_spoilt_over_ipv6_or_for_a_datagram() -> None:
    tcp, udp = scene(Scripted()), scene(Scripted(), "udp://192.0.2.1:8080")
    assert [one.spoilt_at for one in witnesses(tcp, HOST, 8080, 1.0) if one.spoilt_at] == list(SPOILT_AT)
    assert not any(one.spoilt_at for one in witnesses(tcp, "2001:db8::1", 8080, 1.0))
    assert not any(one.spoilt_at for one in witnesses(udp, HOST, 8080, 1.0))
