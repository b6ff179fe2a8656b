"""Addresses of the socket tables, above all those of IPv4 connections to sockets of both families."""

from __future__ import annotations

from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp

ROW = (
    "   1: 0000000000000000FFFF00000502010A:1F40 0000000000000000FFFF00000702010A:9C8E 01 00000000:0000004C 00:00000000 "
    "00000000     0        0 0 1 0000000000000000 20 0 0 10 -1\n"
)


def test_an_ipv4_connection_in_the_table_of_ipv6() -> None:
    (found,) = decode_proc_net_tcp("  sl  local_address remote_address\n" + ROW)
    assert (found.source, found.source_port) == ("::ffff:10.1.2.5", 8000)
    assert (found.destination, found.queued) == ("::ffff:10.1.2.7", 76)
