"""Counters of the IP layer, as Linux 6.18 prints them."""

from __future__ import annotations

from nocarrier.readings.snmp import decode_snmp, decode_snmp6

SNMP = """\
Ip: Forwarding DefaultTTL InReceives OutRequests OutDiscards OutTransmits
Ip: 2 64 40 17 0 15
Icmp: InMsgs InErrors
Icmp: 3 0
"""


def test_one_group_is_read_by_its_names() -> None:
    assert decode_snmp(SNMP)["OutRequests"] == 17
    assert decode_snmp(SNMP)["OutTransmits"] == 15
    assert decode_snmp(SNMP, "Icmp") == {"InMsgs": 3, "InErrors": 0}


def test_counters_that_an_older_kernel_lacks_are_missing() -> None:
    assert "OutTransmits" not in decode_snmp("Ip: Forwarding OutRequests\nIp: 1 3\n")
    assert decode_snmp("Ip: Forwarding\n") == {}


def test_snmp6_is_a_list() -> None:
    assert decode_snmp6("Ip6InReceives\t7\nIp6OutTransmits                 \t5\nbroken\n") == {
        "Ip6InReceives": 7,
        "Ip6OutTransmits": 5,
    }
