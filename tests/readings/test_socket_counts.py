"""Which local ports are held, from socket tables."""

from __future__ import annotations

import struct
from ipaddress import ip_address

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.local_ports import LocalPorts, PortUse
from nocarrier.readings.socket_counts import (
    BOUND,
    ESTABLISHED,
    LISTEN,
    TIME_WAIT,
    Held,
    Range,
    busiest,
    decode_range,
    decode_reserved,
    held_of_dump,
    packed,
    refused,
    tally,
)

PORTS = Range(40000, 40009, frozenset({40004}))
HERE, THERE, ELSEWHERE = packed("10.10.0.7"), packed("10.20.0.5"), packed("10.20.0.6")


def toward(port: int, state: int = ESTABLISHED, there: bytes = THERE, number: int = 8080) -> Held:
    return Held(state, HERE, port, there, number, 1)


def row(family: int, state: int, source: str, port: int, destination: str, number: int) -> bytes:
    """One ``inet_diag_msg`` in its netlink message."""
    addresses = b"".join(ip_address(text).packed.ljust(16, b"\0") for text in (source, destination))
    body = struct.pack("=BBBB", family, state, 0, 0) + struct.pack(">HH", port, number) + addresses
    body += struct.pack("=III", 0, 0, 0) + struct.pack("=IIIII", 0, 0, 0, 0, 77)
    return struct.pack("=IHHII", 16 + len(body), 20, 2, 1, 0) + body


def test_a_dump_is_read_with_mapped_addresses_as_ipv4() -> None:
    data = row(2, 1, "10.10.0.7", 40000, "10.20.0.5", 8080) + row(
        10, 6, "::ffff:10.10.0.7", 40001, "::ffff:10.20.0.5", 8080
    )
    assert list(held_of_dump(data)) == [
        Held(1, HERE, 40000, THERE, 8080, 77),
        Held(6, HERE, 40001, THERE, 8080, 77),
    ]


@given(st.binary(max_size=400))
def test_no_bytes_break_it(data: bytes) -> None:
    assert all(isinstance(held, Held) for held in held_of_dump(data))
    assert refused(data) in (True, False)


def test_exhaustion_is_per_destination_and_port() -> None:
    sockets = [toward(40000), toward(40001, there=ELSEWHERE), toward(40002, number=8081)]
    assert tally(sockets, PORTS, "10.10.0.7", "10.20.0.5", 8080).ports == 1
    assert tally(sockets, PORTS, "10.10.0.7", "", 0).ports == 3
    assert tally(sockets, PORTS, "10.10.0.8", "10.20.0.5", 8080).ports == 0


def test_ports_outside_the_range_and_reserved_ones_do_not_count() -> None:
    sockets = [toward(39999), toward(40010), toward(40004), toward(40009, TIME_WAIT)]
    use = tally(sockets, PORTS, "", "10.20.0.5", 8080)
    assert (use.ports, use.time_wait, use.established) == (1, 1, 0)


def test_a_listener_keeps_its_port_from_every_connection() -> None:
    anywhere = Held(LISTEN, bytes(4), 40003, bytes(4), 0, 1)
    on_another = Held(BOUND, packed("10.10.0.8"), 40005, bytes(4), 0, 1)
    use = tally([anywhere, on_another], PORTS, "10.10.0.7", "10.20.0.5", 8080)
    assert (use.ports, use.bound) == (1, 1)


def test_the_busiest_destination_is_named() -> None:
    assert busiest([toward(40000), toward(40001, there=ELSEWHERE), toward(40002, there=ELSEWHERE)], PORTS) == (
        "10.20.0.6",
        8080,
    )
    assert busiest([], PORTS) is None


@given(st.integers(0, 65535), st.integers(0, 65535))
def test_the_range_is_read(low: int, high: int) -> None:
    assert decode_range(f"{low}\t{high}\n") == (low, high)


@given(st.text(max_size=40))
def test_no_text_breaks_the_settings(text: str) -> None:
    assert all(0 <= port <= 65535 for port in decode_reserved(text) if port <= 65535)
    assert decode_range(text) is None or len(text.split()) == 2


def test_reserved_ports_are_single_ones_and_ranges() -> None:
    assert decode_reserved("8080,9000-9002\n") == {8080, 9000, 9001, 9002}
    assert decode_reserved("\n") == frozenset()


@given(st.integers(1, 60000))
def test_full_allows_for_the_port_an_odd_range_never_tries(size: int) -> None:
    ports = LocalPorts(low=1, high=size)
    assert ports.full(PortUse(ports=size))
    assert ports.full(PortUse(ports=max(0, size - 1)))
    assert not ports.full(PortUse(ports=size * 9 // 10 - 1))
