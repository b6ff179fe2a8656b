"""The table of neighbours over IPv4."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.arp import ArpEntry, decode_arp

TABLE = """\
IP address       HW type     Flags       HW address            Mask     Device
10.20.0.1        0x1         0x2         52:0A:33:11:9e:01     *        eth0
10.20.0.77       0x1         0x0         00:00:00:00:00:00     *        eth0
10.30.0.9        0x1         0x6         52:0a:33:11:9e:09     *        eth1
"""


def test_who_answered_and_who_did_not() -> None:
    assert decode_arp(TABLE) == (
        ArpEntry("10.20.0.1", "52:0a:33:11:9e:01", "eth0"),
        ArpEntry("10.20.0.77", "", "eth0"),
        ArpEntry("10.30.0.9", "52:0a:33:11:9e:09", "eth1"),
    )


@given(st.text())
def test_any_text_is_a_table_of_somebody(text: str) -> None:
    decode_arp("titles\n" + text)


def test_a_line_that_is_none_is_passed_over() -> None:
    assert decode_arp(TABLE.replace("0x6 ", "0xz ")) == decode_arp(TABLE)[:2]
