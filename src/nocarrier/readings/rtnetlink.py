"""rtnetlink(7): requests as bytes, answers as facts.

A netlink message is ``u32 length; u16 type, flags; u32 sequence, pid`` and a payload padded to four bytes; a
payload is a fixed header and attributes ``u16 length, type; value``, padded likewise (include/uapi/linux/netlink.h,
rtnetlink.h).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from errno import ENOENT, errorcode

from nocarrier.facts.addresses import packed, unpacked
from nocarrier.facts.interfaces import Interface
from nocarrier.facts.route import Route
from nocarrier.model.record import Record, replace

NETLINK_ROUTE = 0
REQUEST, DUMP = 0x1, 0x300
NLMSG_ERROR, NLMSG_DONE = 2, 3
RTA_MARK, RTA_IP_PROTO, RTA_SPORT, RTA_DPORT = 16, 27, 28, 29
IPPROTO_TCP = 6
RTM_NEWLINK, RTM_GETLINK, RTM_NEWADDR, RTM_GETADDR, RTM_NEWROUTE, RTM_GETROUTE = 16, 18, 20, 22, 24, 26
RTM_NEWNEIGH, RTM_GETNEIGH = 28, 30
RTM_F_FIB_MATCH = 0x2000
AF_INET, AF_INET6 = 2, 10
IFF_UP, IFF_LOWER_UP = 0x1, 0x10000
IFLA_IFNAME, IFLA_XDP, IFLA_XDP_ATTACHED = 3, 43, 2
"Attributes of a link (include/uapi/linux/if_link.h); the last stands inside the one before."

MAIN_TABLE = {0: "main", 254: "main"}
"RT_TABLE_MAIN, and what stands where no table is told."

ROUTE_KINDS = {
    1: "unicast", 2: "local", 3: "broadcast", 4: "anycast", 5: "multicast", 6: "blackhole", 7: "unreachable",
    8: "prohibit", 9: "throw", 10: "nat",
}  # fmt: skip


NEIGHBOUR_STATES = {
    0x01: "incomplete", 0x02: "reachable", 0x04: "stale", 0x08: "delay", 0x10: "probe", 0x20: "failed", 0x40: "noarp",
    0x80: "permanent",
}  # fmt: skip


def message(kind: int, flags: int, payload: bytes) -> bytes:
    """One netlink message."""
    return struct.pack("=IHHII", 16 + len(payload), kind, REQUEST | flags, 1, 0) + payload


def messages(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Type and payload of each message; a truncated last one ends it."""
    at = 0
    while at + 16 <= len(data):
        length, kind = struct.unpack_from("=IH", data, at)
        if length < 16 or at + length > len(data):
            return
        yield kind, data[at + 16 : at + length]
        at += (length + 3) & ~3


def attributes(data: bytes) -> dict[int, bytes]:
    """Attributes by type; a later one replaces an earlier one."""
    found: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(data):
        length, kind = struct.unpack_from("=HH", data, at)
        if length < 4 or at + length > len(data):
            break
        found[kind & 0x3FFF] = data[at + 4 : at + length]
        at += (length + 3) & ~3
    return found


def attribute(kind: int, value: bytes) -> bytes:
    """One attribute, padded."""
    return struct.pack("=HH", 4 + len(value), kind) + value + bytes(-len(value) % 4)


def route_request(
    address: str,
    source: str = "",
    device: int = 0,
    *,
    entry: bool = False,
    port: int = 0,
    mark: int = 0,
    from_port: int = 0,
) -> bytes:
    """RTM_GETROUTE for one destination, as ``ip route get`` asks it; with ``entry``, for the table's entry itself.

    With ``port`` or ``from_port``, for TCP packets to or from that port: policy rules may go by protocol and port. With ``mark``, for packets
    that a rule of the packet filter has marked so.
    """
    there = packed(address.partition("%")[0])
    bits = 8 * len(there)
    flags = RTM_F_FIB_MATCH if entry else 0
    header = struct.pack("=BBBBBBBBI", AF_INET if bits == 32 else AF_INET6, bits, 0, 0, 0, 0, 0, 0, flags)
    payload = header + attribute(1, there)
    if source:
        payload += attribute(2, packed(source.partition("%")[0]))
    if device:
        payload += attribute(4, struct.pack("=I", device))
    if mark:
        payload += attribute(RTA_MARK, struct.pack("=I", mark))
    if port:
        payload += attribute(RTA_IP_PROTO, bytes([IPPROTO_TCP])) + attribute(RTA_DPORT, struct.pack("!H", port))
    if from_port:
        payload += attribute(RTA_IP_PROTO, bytes([IPPROTO_TCP])) + attribute(RTA_SPORT, struct.pack("!H", from_port))
    return message(RTM_GETROUTE, 0, payload)


def decode_route(address: str, data: bytes, names: dict[int, str]) -> Route:
    """The answer to `route_request`; ``names`` maps interface indexes to names."""
    for kind, payload in messages(data):
        if kind == NLMSG_ERROR and len(payload) >= 4:
            number = -struct.unpack_from("=i", payload)[0]
            return Route(address=address, errno=errorcode.get(number, f"E{number}") if number else "")
        if kind == RTM_NEWROUTE and len(payload) >= 12:
            found = attributes(payload[12:])
            index = struct.unpack("=I", found[4])[0] if len(found.get(4, b"")) == 4 else 0
            return Route(
                address=address,
                kind=ROUTE_KINDS.get(payload[7], ""),
                device=names.get(index, str(index) if index else ""),
                gateway=unpacked(found.get(5, b"")) or _via(found.get(18, b"")),
                source=unpacked(found.get(7, b"")),
            )
    return Route(address=address, errno="ENODATA")


def decode_entry(route: Route, data: bytes) -> Route:
    """A route with what the table's entry adds, which `route_request` with ``entry`` found; unchanged where none was."""
    for kind, payload in messages(data):
        if kind != RTM_NEWROUTE or len(payload) < 12:
            continue
        length, found = payload[1], attributes(payload[12:])
        table = struct.unpack("=I", found[15])[0] if len(found.get(15, b"")) == 4 else payload[4]
        return replace(
            route,
            by_default=length == 0,
            prefix=f"{unpacked(found.get(1, b''))}/{length}" if length else "default",
            preferred=unpacked(found.get(7, b"")),
            metric=struct.unpack("=I", found[6])[0] if len(found.get(6, b"")) == 4 else 0,
            table=MAIN_TABLE.get(table, str(table)),
        )
    return route


def neighbour_request(address: str, device: int) -> bytes:
    """RTM_GETNEIGH for one neighbour on one link (net/core/neighbour.c, neigh_get)."""
    there = packed(address.partition("%")[0])
    family = AF_INET if len(there) == 4 else AF_INET6
    return message(RTM_GETNEIGH, 0, struct.pack("=BxxxiHBB", family, device, 0, 0, 0) + attribute(1, there))


def decode_neighbour(data: bytes) -> str:
    """The neighbour's state, a word of `NEIGHBOUR_STATES`; ``none`` where the table has no such entry.

    ``unknown`` where the kernel cannot be asked that (before Linux 5.0).
    """
    for kind, payload in messages(data):
        if kind == RTM_NEWNEIGH and len(payload) >= 12:
            return NEIGHBOUR_STATES.get(struct.unpack_from("=H", payload, 8)[0], "none")
        if kind == NLMSG_ERROR and len(payload) >= 4:
            return "none" if -struct.unpack_from("=i", payload)[0] == ENOENT else "unknown"
    return "unknown"


def decode_neighbour_age(data: bytes) -> float | None:
    """Milliseconds since the neighbour came into its state; None where the kernel does not say.

    ``ndm_updated`` of NDA_CACHEINFO, in hundredths of a second (net/core/neighbour.c: neigh_fill_info; USER_HZ).
    """
    for kind, payload in messages(data):
        if kind == RTM_NEWNEIGH and len(payload) >= 12:
            info = attributes(payload[12:]).get(3, b"")
            return struct.unpack_from("=I", info, 8)[0] * 10.0 if len(info) >= 12 else None
    return None


def neighbours_request(device: int) -> bytes:
    """RTM_GETNEIGH for all of one link (net/core/neighbour.c: neigh_dump_info, NDA_IFINDEX)."""
    return message(
        RTM_GETNEIGH, DUMP, struct.pack("=BxxxiHBB", 0, 0, 0, 0, 0) + attribute(8, struct.pack("=I", device))
    )


def decode_answered_since(data: bytes, seconds: float) -> frozenset[str]:
    """Of all neighbours those that became ``reachable`` no longer than so many seconds ago."""
    found = set()
    for kind, payload in messages(data):
        if kind == RTM_NEWNEIGH and len(payload) >= 12:
            known = attributes(payload[12:])
            state, info = struct.unpack_from("=H", payload, 8)[0], known.get(3, b"")
            if state == 0x02 and len(info) >= 12 and struct.unpack_from("=I", info, 8)[0] <= seconds * 100:
                found.add(unpacked(known.get(1, b"")))
    return frozenset(found)


def links_request() -> bytes:
    """RTM_GETLINK for all."""
    return message(RTM_GETLINK, DUMP, struct.pack("=BxHiII", 0, 0, 0, 0, 0))


def addresses_request() -> bytes:
    """RTM_GETADDR for all families."""
    return message(RTM_GETADDR, DUMP, struct.pack("=BBBBI", 0, 0, 0, 0, 0))


def decode_link_names(links: bytes) -> dict[int, str]:
    """Interface index → name."""
    return {link.number: link.name for link in _links(links)}


def decode_interfaces(links: bytes, addresses: bytes) -> tuple[Interface, ...]:
    """The answers to `links_request` and `addresses_request`, joined by interface index."""
    owned: dict[int, list[str]] = {}
    for kind, payload in messages(addresses):
        if kind != RTM_NEWADDR or len(payload) < 8:
            continue
        prefix, index = payload[1], struct.unpack_from("=I", payload, 4)[0]
        found = attributes(payload[8:])
        # IFA_LOCAL (2) is the own address of a point-to-point link, where IFA_ADDRESS (1) is the peer's.
        address = unpacked(found.get(2, b"")) or unpacked(found.get(1, b""))
        if address:
            owned.setdefault(index, []).append(f"{address}/{prefix}")
    return tuple(
        Interface(
            name=link.name,
            up=bool(link.flags & IFF_UP),
            carrier=bool(link.flags & IFF_LOWER_UP),
            addresses=tuple(owned.get(link.number, ())),
            filtered=link.filtered,
        )
        for link in _links(links)
    )


class _Link(Record):
    """One link; ``filtered`` by an XDP program."""

    number: int
    name: str
    flags: int
    filtered: bool


def _links(data: bytes) -> Iterator[_Link]:
    for kind, payload in messages(data):
        if kind == RTM_NEWLINK and len(payload) >= 16:
            index, flags = struct.unpack_from("=iI", payload, 4)
            found = attributes(payload[16:])
            name = found.get(IFLA_IFNAME, b"").rstrip(b"\0").decode("utf-8", "replace")
            attached = attributes(found.get(IFLA_XDP, b"")).get(IFLA_XDP_ATTACHED, b"")
            yield _Link(index, name, flags, any(attached))


def _via(raw: bytes) -> str:
    """RTA_VIA: a gateway of the other family (``u16 family`` and the address)."""
    return unpacked(raw[2:])
