"""Dumps of routes and policy rules (rtnetlink(7), include/uapi/linux/fib_rules.h), less what does not concern an address.

``struct rtmsg``: ``u8 family, dst_len, src_len, tos, table, protocol, scope, type; u32 flags``.
``struct fib_rule_hdr``: ``u8 family, dst_len, src_len, tos, table, res1, res2, action; u32 flags``.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from ipaddress import ip_address

from nocarrier.facts.routing_table import PolicyRule, TableRoute
from nocarrier.model.annotations import Any
from nocarrier.readings.rtnetlink import (
    AF_INET,
    AF_INET6,
    DUMP,
    ROUTE_KINDS,
    RTM_GETROUTE,
    RTM_NEWROUTE,
    attributes,
    message,
    messages,
)

RTM_NEWRULE, RTM_GETRULE = 32, 34
TABLES = {253: "default", 254: "main", 255: "local"}
ACTIONS = {1: "lookup", 2: "goto", 3: "nop", 6: "blackhole", 7: "unreachable", 8: "prohibit"}
INVERTED = 2
NULL_ENTRY = 0xFFFFFFFF
"The metric of the entry that IPv6 keeps for want of any route (net/ipv6/route.c: ip6_null_entry)."
FOR_OTHERS = {"local", "broadcast", "anycast", "multicast"}

FRA_DST, FRA_SRC, FRA_IIFNAME, FRA_GOTO, FRA_PRIORITY, FRA_FWMARK = 1, 2, 3, 4, 6, 10
FRA_SUPPRESS_PREFIXLEN, FRA_TABLE, FRA_FWMASK, FRA_OIFNAME, FRA_L3MDEV, FRA_UID_RANGE = 14, 15, 16, 17, 19, 20
FRA_IP_PROTO, FRA_SPORT_RANGE, FRA_DPORT_RANGE = 22, 23, 24


def routes_request(six: bool) -> bytes:
    """All routes of one family, of every table."""
    return message(RTM_GETROUTE, DUMP, struct.pack("=BBBBBBBBI", _family(six), 0, 0, 0, 0, 0, 0, 0, 0))


def rules_request(six: bool) -> bytes:
    """All policy rules of one family."""
    return message(RTM_GETRULE, DUMP, struct.pack("=BBBBBBBBI", _family(six), 0, 0, 0, 0, 0, 0, 0, 0))


def _family(six: bool) -> int:
    return AF_INET6 if six else AF_INET


def covers(prefix: bytes, length: int, address: bytes) -> bool:
    """Whether the first ``length`` bits are the same; a missing prefix is all zeros."""
    if len(prefix) not in (0, len(address)) or length > len(address) * 8:
        return False
    shift = len(address) * 8 - length
    return int.from_bytes(prefix.ljust(len(address), b"\0")) >> shift == int.from_bytes(address) >> shift


def longest_first(routes: Iterable[TableRoute]) -> tuple[TableRoute, ...]:
    """In the order in which the kernel prefers them within a table."""
    return tuple(sorted(routes, key=lambda route: (-route.length, route.metric)))


def decode_routes(address: str, data: bytes, names: dict[int, str]) -> tuple[tuple[TableRoute, ...], int]:
    """The routes that cover the address, and how many there are that are not for the machine itself."""
    there = ip_address(address.partition("%")[0]).packed
    found: list[TableRoute] = []
    count = 0
    for kind, payload in messages(data):
        if kind != RTM_NEWROUTE or len(payload) < 12:
            continue
        length, what = payload[1], ROUTE_KINDS.get(payload[7], "")
        told = attributes(payload[12:])
        metric = _number(told.get(6, b""))
        if metric == NULL_ENTRY and what == "unreachable":
            continue
        count += what not in FOR_OTHERS
        if not covers(told.get(1, b""), length, there):
            continue
        device = _number(told.get(4, b""))
        found.append(
            TableRoute(
                kind=what,
                prefix=f"{ip_address(told[1])}/{length}" if length and 1 in told else "default",
                length=length,
                table=_table(_number(told.get(15, b"")) or payload[4]),
                metric=metric,
                device=names.get(device, str(device) if device else ""),
                gateway=str(ip_address(told[5])) if len(told.get(5, b"")) in (4, 16) else "",
            )
        )
    return longest_first(found), count


def decode_rules(address: str, source: str, port: int, data: bytes) -> tuple[PolicyRule, ...]:
    """The rules that apply, or may, to a connection to this address and port from ``source`` (empty: not bound)."""
    there = ip_address(address.partition("%")[0]).packed
    here = ip_address(source.partition("%")[0]).packed if source else b""
    found: list[PolicyRule] = []
    for kind, payload in messages(data):
        if kind != RTM_NEWRULE or len(payload) < 12:
            continue
        told = attributes(payload[12:])
        applies = _applies(payload, told, there, here, port)
        if applies is False:
            continue
        l3mdev = bool(any(told.get(FRA_L3MDEV, b"")))
        found.append(
            PolicyRule(
                priority=_number(told.get(FRA_PRIORITY, b"")),
                action="nop" if l3mdev else ACTIONS.get(payload[7], ""),
                table=_table(_number(told.get(FRA_TABLE, b"")) or payload[4]),
                target=_number(told.get(FRA_GOTO, b"")),
                suppress=_signed(told.get(FRA_SUPPRESS_PREFIXLEN, b"")),
                applies=applies,
            )
        )
    return tuple(sorted(found, key=lambda rule: rule.priority))


def _applies(payload: bytes, told: dict[int, bytes], there: bytes, here: bytes, port: int) -> bool | None:
    """Whether the selector fits a TCP connection of an unmarked socket that is bound to no interface."""
    tests = [
        covers(told.get(FRA_DST, b""), payload[1], there),
        # An unbound socket has no source address yet, and none but a selector of length 0 fits that.
        payload[2] == 0 or covers(told.get(FRA_SRC, b""), payload[2], here or bytes(len(there))),
        told.get(FRA_IIFNAME, b"lo\0").rstrip(b"\0") == b"lo",
        FRA_OIFNAME not in told,
        _number(told.get(FRA_FWMARK, b"")) == 0 or _number(told.get(FRA_FWMASK, b"\xff" * 4)) == 0,
        told.get(FRA_IP_PROTO, b"\x06")[:1] == b"\x06",
        _within(told.get(FRA_DPORT_RANGE, b""), port),
    ]
    fits: bool | None = all(tests)
    if fits and (FRA_UID_RANGE in told or FRA_SPORT_RANGE in told or payload[3]):
        return None
    inverted = bool(struct.unpack_from("=I", payload, 8)[0] & INVERTED)
    return fits != inverted


def _within(limits: bytes, port: int) -> bool:
    if len(limits) < 4:
        return True
    first, last = struct.unpack_from("=HH", limits)
    return bool(first <= port <= last)


def _number(raw: bytes) -> int:
    return int(struct.unpack("=I", raw)[0]) if len(raw) == 4 else 0


def _signed(raw: bytes) -> int:
    return int(struct.unpack("=i", raw)[0]) if len(raw) == 4 else -1


def _table(number: int) -> str:
    return TABLES.get(number, str(number))


def routes_of_json(address: str, rows: Iterable[dict[str, Any]]) -> tuple[tuple[TableRoute, ...], int]:
    """The same from ``ip -j route show table all``."""
    there = ip_address(address.partition("%")[0])
    found: list[TableRoute] = []
    count = 0
    for row in rows:
        kind, prefix = str(row.get("type", "unicast")), str(row.get("dst", ""))
        metric = row.get("metric", 0)
        if metric == NULL_ENTRY and kind == "unreachable":
            continue
        count += kind not in FOR_OTHERS
        network, length = _prefix(prefix, there.max_prefixlen)
        if length is None or not covers(network, length, there.packed):
            continue
        found.append(
            TableRoute(
                kind=kind,
                prefix=prefix if length == 0 or "/" in prefix else f"{prefix}/{length}",
                length=length,
                table=str(row.get("table", "main")),
                metric=metric if isinstance(metric, int) else 0,
                device=str(row.get("dev", "")),
                gateway=str(row.get("gateway", "")),
            )
        )
    return longest_first(found), count


def _prefix(text: str, longest: int) -> tuple[bytes, int | None]:
    """``10.0.0.0/8``, ``10.0.0.1`` or ``default``."""
    if text == "default":
        return b"", 0
    network, _, length = text.partition("/")
    try:
        return ip_address(network).packed, int(length) if length else longest
    except ValueError:
        return b"", None
