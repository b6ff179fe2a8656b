"""How many local ports are held, toward what and in which state: a tally over a whole socket table.

The table may hold tens of thousands of sockets, so what is read of each is only what is counted, as raw bytes.
Layout: see `readings.inet_diag`; states: include/net/tcp_states.h.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from ipaddress import ip_address

from nocarrier.facts.local_ports import PortUse
from nocarrier.model.record import Record
from nocarrier.readings.inet_diag import SOCK_DIAG_BY_FAMILY, DiagSocket
from nocarrier.readings.rtnetlink import NLMSG_ERROR

ESTABLISHED, TIME_WAIT, CLOSE_WAIT, LISTEN = 1, 6, 8, 10
BOUND = 13
"""What is counted here for every socket without a destination: a listener, or one that was only bound. The kernel
lists the latter when it is asked for TCP_BOUND_INACTIVE, and calls them closed (net/ipv4/inet_diag.c)."""
MAPPED = bytes(10) + b"\xff\xff"
"The start of an IPv4-mapped IPv6 address (RFC 4291, section 2.5.5.2): an IPv4 connection of an IPv6 socket."


class Held(Record):
    """One socket: addresses packed (4 or 16 bytes, IPv4-mapped ones as IPv4)."""

    state: int
    source: bytes
    source_port: int
    destination: bytes
    destination_port: int
    inode: int


def packed(address: str) -> bytes:
    """The bytes of an address, without zone and IPv4-mapping."""
    return _unmapped(ip_address(address.partition("%")[0]).packed)


def refused(data: bytes) -> bool:
    """Whether the kernel answered a dump with an error: it has no tcp_diag module (NLMSG_ERROR, netlink(7))."""
    return len(data) >= 20 and struct.unpack_from("=H", data, 4)[0] == NLMSG_ERROR and any(data[16:20])


def held_of_dump(data: bytes) -> Iterator[Held]:
    """Every socket of a sock_diag answer."""
    at, end = 0, len(data)
    head, ports, inode_of = struct.Struct("=IH").unpack_from, struct.Struct(">HH").unpack_from, struct.Struct("=I")
    while at + 16 <= end:
        length, kind = head(data, at)
        if length < 16 or at + length > end:
            return
        if kind == SOCK_DIAG_BY_FAMILY and length >= 88:
            body = at + 16
            source_port, destination_port = ports(data, body + 4)
            size = 4 if data[body] == 2 else 16
            yield Held(
                data[body + 1],
                _unmapped(data[body + 8 : body + 8 + size]),
                source_port,
                _unmapped(data[body + 24 : body + 24 + size]),
                destination_port,
                inode_of.unpack_from(data, body + 68)[0],
            )
        at += (length + 3) & ~3


def held_of_sockets(sockets: Iterable[DiagSocket]) -> Iterator[Held]:
    """The same, of sockets that were read from /proc/net/tcp."""
    for found in sockets:
        yield Held(
            found.state,
            packed(found.source),
            found.source_port,
            packed(found.destination),
            found.destination_port,
            found.inode,
        )


def _unmapped(address: bytes) -> bytes:
    return address[12:] if len(address) == 16 and address.startswith(MAPPED) else address


class Range(Record):
    """The ports that are lent out: ``low`` to ``high``, both included, without ``reserved``."""

    low: int
    high: int
    reserved: frozenset[int] = frozenset()

    def lends(self, port: int) -> bool:
        """Whether an outgoing connection may be given this port."""
        return self.low <= port <= self.high and port not in self.reserved


def tally(sockets: Iterable[Held], ports: Range, source: str, destination: str, destination_port: int) -> PortUse:
    """The ports held from ``source`` (empty: any) toward one destination (empty: every one)."""
    here = packed(source) if source else b""
    there = packed(destination) if destination else b""
    states: dict[int, int] = {}
    for held in sockets:
        if not ports.lends(held.source_port):
            continue
        if not held.destination_port:
            # Bound for itself: kept from connections from that address, or from all where it is a wildcard.
            if not here or held.source == here or not any(held.source):
                states.setdefault(held.source_port, BOUND)
        elif (not there or (held.destination == there and held.destination_port == destination_port)) and (
            not here or held.source == here
        ):
            states[held.source_port] = held.state
    counts = Counter(states.values())
    named = counts[ESTABLISHED] + counts[TIME_WAIT] + counts[CLOSE_WAIT] + counts[BOUND]
    return PortUse(
        source=source,
        destination=destination,
        destination_port=destination_port,
        ports=len(states),
        established=counts[ESTABLISHED],
        time_wait=counts[TIME_WAIT],
        close_wait=counts[CLOSE_WAIT],
        closing=len(states) - named,
        bound=counts[BOUND],
    )


def busiest(sockets: Iterable[Held], ports: Range) -> tuple[str, int] | None:
    """The destination and its port toward which the most sockets hold a port of the range."""
    counts = Counter(
        (held.destination, held.destination_port)
        for held in sockets
        if held.destination_port and ports.lends(held.source_port)
    )
    if not counts:
        return None
    (address, port), _ = counts.most_common(1)[0]
    return str(ip_address(address)), port


def decode_range(text: str) -> tuple[int, int] | None:
    """``net.ipv4.ip_local_port_range``: two numbers."""
    words = text.split()
    if len(words) != 2 or not all(word.isascii() and word.isdigit() for word in words):
        return None
    return int(words[0]), int(words[1])


def decode_reserved(text: str) -> frozenset[int]:
    """``net.ipv4.ip_local_reserved_ports``: ports and ranges, separated by commas."""
    found: set[int] = set()
    for part in text.strip().split(","):
        first, _, last = part.partition("-")
        if first.isascii() and first.isdigit() and (not last or (last.isascii() and last.isdigit())):
            found.update(range(int(first), min(int(last or first), 65535) + 1))
    return frozenset(found)
