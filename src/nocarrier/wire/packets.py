"""The first headers of a packet: IPv4 (RFC 791) or IPv6 (RFC 8200), then TCP (RFC 9293), UDP (RFC 768) or an ICMP error.

Whoever sent it chose every byte: what does not fit is None, never an exception.
"""

from __future__ import annotations

import struct
from ipaddress import IPv4Address, IPv6Address

from nocarrier.model.record import Record

ICMP, TCP, UDP, ICMPV6 = 1, 6, 17, 58
ERRORS = {ICMP: frozenset({3, 4, 5, 11, 12}), ICMPV6: frozenset(range(1, 128))}
"Types that quote the packet they are about (RFC 792; RFC 4443, section 2.1)."
FIN, SYN, RST, ACK = 0x01, 0x02, 0x04, 0x10
SEGMENT_SIZE = 2
"The kind of the option that announces the largest segment (RFC 9293, section 3.2)."
OPTIONS = 40
"Bytes of options that a TCP header can hold, and so the most steps of walking through them."


class Ports(Record):
    """A packet's two ends, ``number`` being TCP's sequence number (0 over UDP)."""

    source: str
    source_port: int
    target: str
    target_port: int
    number: int = 0

    @property
    def flow(self) -> tuple[str, int, str, int]:
        """The ends alone."""
        return self.source, self.source_port, self.target, self.target_port

    @property
    def back(self) -> tuple[str, int, str, int]:
        """The ends of what answers it."""
        return self.target, self.target_port, self.source, self.source_port


class Segment(Record):
    """One TCP segment's header. ``announced`` is the largest segment its sender takes, or 0."""

    ends: Ports
    ttl: int
    flags: int
    acknowledged: int
    announced: int = 0

    def has(self, flags: int) -> bool:
        """Whether all of these flags are set."""
        return self.flags & flags == flags


class Datagram(Record):
    """One UDP datagram's header."""

    ends: Ports
    ttl: int


class IcmpError(Record):
    """An ICMP error, and the ends of the packet that it quotes (None where it quotes none that has ports)."""

    source: str
    target: str
    ttl: int
    version: int
    type: int
    code: int
    about: Ports | None


Decoded = Segment | Datagram | IcmpError


class _Network(Record):
    """An IP header, and what it carries."""

    version: int
    source: str
    target: str
    ttl: int
    protocol: int
    carried: bytes


def decode_packet(data: bytes) -> Decoded | None:
    """The packet that begins with these bytes of an IP header; None where it is none of the three, or cut too short."""
    network = _network(data)
    if network is None:
        return None
    if network.protocol == TCP:
        return _segment(network)
    if network.protocol == UDP:
        ends = _ends(network)
        return None if ends is None else Datagram(ends, network.ttl)
    if network.protocol == (ICMP if network.version == 4 else ICMPV6):
        return _error(network)
    return None


def _network(data: bytes) -> _Network | None:
    version = data[0] >> 4 if data else 0
    if version == 4 and len(data) >= 20:
        length = (data[0] & 0x0F) * 4
        fragment = struct.unpack_from("!H", data, 6)[0] & 0x1FFF
        if length < 20 or length > len(data) or fragment:
            return None
        source, target = (str(IPv4Address(data[at : at + 4])) for at in (12, 16))
        return _Network(4, source, target, data[8], data[9], data[length:])
    if version == 6 and len(data) >= 40:
        source, target = (str(IPv6Address(data[at : at + 16])) for at in (8, 24))
        return _Network(6, source, target, data[7], data[6], data[40:])
    return None


def _ends(network: _Network) -> Ports | None:
    """Both ends, by the first eight bytes that every ICMP error quotes at least (RFC 792)."""
    if len(network.carried) < 8:
        return None
    source_port, target_port, number = struct.unpack_from("!HHI", network.carried)
    if network.protocol != TCP:
        number = 0
    return Ports(network.source, source_port, network.target, target_port, number)


def _segment(network: _Network) -> Segment | None:
    ends, carried = _ends(network), network.carried
    if ends is None or len(carried) < 20:
        return None
    acknowledged, offset, flags = struct.unpack_from("!IBB", carried, 8)
    return Segment(ends, network.ttl, flags, acknowledged, _announced(carried[20 : (offset >> 4) * 4]))


def _announced(options: bytes) -> int:
    """The largest segment that TCP options announce; 0 where they do not."""
    at = 0
    for _ in range(OPTIONS):
        kind = options[at] if at < len(options) else 0
        if kind == 0:  # end of the list
            return 0
        if kind == 1:  # padding
            at += 1
            continue
        length = options[at + 1] if at + 1 < len(options) else 0
        if length < 2 or at + length > len(options):
            return 0
        if kind == SEGMENT_SIZE and length == 4:
            return int(struct.unpack_from("!H", options, at + 2)[0])
        at += length
    return 0


def _error(network: _Network) -> IcmpError | None:
    """Type, code, checksum, four bytes that depend on the type, then the packet it is about."""
    if len(network.carried) < 8 or network.carried[0] not in ERRORS[network.protocol]:
        return None
    quoted = _network(network.carried[8:])
    about = _ends(quoted) if quoted is not None and quoted.protocol in (TCP, UDP) else None
    return IcmpError(
        network.source, network.target, network.ttl, network.version, network.carried[0], network.carried[1], about
    )
