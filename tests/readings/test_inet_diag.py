"""Addresses of the socket tables, above all those of IPv4 connections to sockets of both families."""

from __future__ import annotations

import socket

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.inet_diag import ipv6_text
from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp

ROW = (
    "   1: 0000000000000000FFFF00000502010A:1F40 0000000000000000FFFF00000702010A:9C8E 01 00000000:0000004C 00:00000000 "
    "00000000     0        0 0 1 0000000000000000 20 0 0 10 -1\n"
)


@given(
    st.binary(min_size=16, max_size=16)
    | st.binary(min_size=4, max_size=4).map(lambda v4: bytes(10) + b"\xff\xff" + v4)
)
def test_an_ipv6_address_reads_as_the_library_writes_it(raw: bytes) -> None:
    text = ipv6_text(raw)
    assert socket.inet_pton(socket.AF_INET6, text) == raw
    if raw.startswith(bytes(10) + b"\xff\xff"):
        assert text == "::ffff:" + socket.inet_ntoa(raw[12:])


def test_an_ipv4_connection_in_the_table_of_ipv6() -> None:
    (found,) = decode_proc_net_tcp("  sl  local_address remote_address\n" + ROW)
    assert (found.source, found.source_port) == ("::ffff:10.1.2.5", 8000)
    assert (found.destination, found.queued) == ("::ffff:10.1.2.7", 76)
