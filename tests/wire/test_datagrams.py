"""The first datagram of a protocol, as a decoder of that protocol reads it."""

from __future__ import annotations

import dns.message
import dns.rdatatype

from nocarrier.wire.datagrams import first_datagram


def test_the_dns_question_is_one() -> None:
    message = dns.message.from_wire(first_datagram(53))
    assert [(str(question.name), question.rdtype) for question in message.question] == [(".", dns.rdatatype.NS)]
    assert not message.answer


def test_ntp_is_a_clients_packet() -> None:
    packet = first_datagram(123)
    assert len(packet) == 48
    assert (packet[0] >> 3 & 7, packet[0] & 7) == (4, 3)


def test_stun_is_a_binding_request() -> None:
    packet = first_datagram(3478)
    assert len(packet) == 20
    assert packet[:8] == b"\x00\x01\x00\x00\x21\x12\xa4\x42"


def test_nothing_is_known_of_other_ports() -> None:
    assert first_datagram(5000) == b""
