"""Headers from bytes: known packets, and any bytes at all."""

from __future__ import annotations

import struct
from ipaddress import IPv4Address, IPv6Address

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.model.record import replace
from nocarrier.wire.packets import ACK, SYN, Datagram, IcmpError, Ports, Segment, decode_packet

SYN_OVER_LO = bytes.fromhex(
    "4500003ced14400040064fa57f0000017f000001b0400009f9af456900000000a002ff33fe3000000204040d0402080a79dafa79"
    "000000000103030a"
)
"As the kernel sent it to a closed port, announcing 1037 bytes."
PORT_UNREACHABLE = bytes.fromhex(
    "45c00039357700004001468b7f0000017f0000010303c441000000004500001d28f74000401113d77f0000017f000001c28a000a0009fe1c78"
)
ports = st.integers(0, 65535)
numbers = st.integers(0, 2**32 - 1)
fours = st.integers(0, 2**32 - 1).map(IPv4Address)
sixes = st.integers(0, 2**128 - 1).map(IPv6Address)
pairs = st.tuples(fours, fours) | st.tuples(sixes, sixes)
Pair = tuple[IPv4Address, IPv4Address] | tuple[IPv6Address, IPv6Address]


def network(pair: Pair, protocol: int, payload: bytes, ttl: int = 64, options: bytes = b"") -> bytes:
    source, target = pair
    if source.version == 4:
        words = 5 + len(options) // 4
        head = struct.pack("!BBHHHBBH", 0x40 | words, 0, words * 4 + len(payload), 7, 0x4000, ttl, protocol, 0)
        return head + source.packed + target.packed + options + payload
    return struct.pack("!IHBB", 6 << 28, len(payload), protocol, ttl) + source.packed + target.packed + payload


def segment(source: int, target: int, number: int, acknowledged: int, flags: int, options: bytes = b"") -> bytes:
    padded = options + bytes(-len(options) % 4)
    offset = (20 + len(padded)) // 4 << 4
    return struct.pack("!HHIIBBHHH", source, target, number, acknowledged, offset, flags, 1000, 0, 0) + padded


def test_a_syn_of_the_kernel() -> None:
    assert decode_packet(SYN_OVER_LO) == Segment(
        Ports("127.0.0.1", 45120, "127.0.0.1", 9, 0xF9AF4569), ttl=64, flags=SYN, acknowledged=0, announced=1037
    )


def test_an_icmp_error_of_the_kernel() -> None:
    about = Ports("127.0.0.1", 49802, "127.0.0.1", 10)
    assert decode_packet(PORT_UNREACHABLE) == IcmpError("127.0.0.1", "127.0.0.1", 64, 4, 3, 3, about)


@given(pairs, ports, ports, numbers, numbers, st.integers(0, 255), st.integers(0, 65535), st.integers(0, 255))
def test_what_was_put_in_comes_out(
    pair: Pair, source: int, target: int, number: int, acknowledged: int, ttl: int, size: int, flags: int
) -> None:
    options = b"\x01\x01\x08\x0a" + bytes(8) + struct.pack("!BBH", 2, 4, size)
    data = network(pair, 6, segment(source, target, number, acknowledged, flags, options), ttl)
    ends = Ports(str(pair[0]), source, str(pair[1]), target, number)
    assert decode_packet(data) == Segment(ends, ttl, flags, acknowledged, size)
    udp = network(pair, 17, struct.pack("!HHHH", source, target, 8, 0), ttl)
    assert decode_packet(udp) == Datagram(replace(ends, number=0), ttl)


@given(pairs, pairs.filter(lambda pair: pair[0].version == 4), ports, ports, numbers)
def test_an_error_quotes_what_it_is_about(pair: Pair, quoted: Pair, source: int, target: int, number: int) -> None:
    inner = quoted if pair[0].version == 4 else (pair[1], pair[0])
    original = network(inner, 6, segment(source, target, number, 0, SYN), ttl=1)
    kind, code, protocol = (11, 0, 1) if pair[0].version == 4 else (3, 0, 58)
    data = network(pair, protocol, struct.pack("!BBHI", kind, code, 0, 0) + original)
    decoded = decode_packet(data)
    assert isinstance(decoded, IcmpError)
    assert (decoded.type, decoded.code, decoded.source) == (kind, code, str(pair[0]))
    assert decoded.about == Ports(str(inner[0]), source, str(inner[1]), target, number)


def test_ip_options_are_passed_over() -> None:
    pair = (IPv4Address("10.0.0.1"), IPv4Address("10.0.0.2"))
    data = network(pair, 6, segment(1, 2, 3, 4, SYN | ACK), options=bytes(8))
    decoded = decode_packet(data)
    assert isinstance(decoded, Segment)
    assert decoded.ends == Ports("10.0.0.1", 1, "10.0.0.2", 2, 3)
    assert decoded.has(SYN | ACK)


def test_later_fragments_and_echoes_are_nothing() -> None:
    fragment = bytearray(SYN_OVER_LO)
    fragment[6:8] = struct.pack("!H", 100)
    assert decode_packet(bytes(fragment)) is None
    pair = (IPv4Address("10.0.0.1"), IPv4Address("10.0.0.2"))
    assert decode_packet(network(pair, 1, struct.pack("!BBHI", 8, 0, 0, 0) + SYN_OVER_LO)) is None


@given(st.binary(max_size=160))
def test_any_bytes_decode_or_do_not(data: bytes) -> None:
    decode_packet(data)


@given(st.integers(0, len(SYN_OVER_LO)), st.integers(0, len(SYN_OVER_LO) - 1), st.integers(0, 255))
def test_a_cut_or_bent_packet_never_raises(length: int, at: int, byte: int) -> None:
    bent = bytearray(SYN_OVER_LO)
    bent[at] = byte
    decode_packet(bytes(bent))
    decode_packet(SYN_OVER_LO[:length])


@given(st.binary(max_size=40))
def test_any_options_end(options: bytes) -> None:
    pair = (IPv4Address("10.0.0.1"), IPv4Address("10.0.0.2"))
    decoded = decode_packet(network(pair, 6, segment(1, 2, 3, 4, SYN, options)))
    assert isinstance(decoded, Segment)
    assert 0 <= decoded.announced <= 65535
