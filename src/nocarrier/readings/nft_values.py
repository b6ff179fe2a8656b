"""The expressions inside nft's JSON: keys of a packet, and the values they are compared with."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address, ip_network

from nocarrier.facts.ruleset import CT_STATES, CT_STATUS, TCP_FLAGS, Change, Comparison, Item, Rejection, Span
from nocarrier.model.annotations import Any

BITS = {"tcp.flags": TCP_FLAGS, "ct.state": CT_STATES, "ct.status": CT_STATUS}
OTHER_TRANSPORTS = frozenset(("udp", "udplite", "sctp", "dccp", "icmp", "icmpv6", "igmp", "esp", "ah", "comp"))
"Header fields that a TCP packet does not have."
KNOWN = frozenset(
    ("ip.saddr", "ip.daddr", "ip6.saddr", "ip6.daddr", "ip.protocol", "ip6.nexthdr", "tcp.sport", "tcp.dport",
     "th.sport", "th.dport", "tcp.flags", "meta.l4proto", "meta.nfproto", "meta.protocol", "meta.iifname",
     "meta.oifname", "meta.mark", "meta.skuid", "meta.skgid", "meta.pkttype", "ct.state", "ct.status", "ct.mark",
     "meta.pkttype", "ct.direction", "fib.saddr.type", "fib.daddr.type")
)  # fmt: skip
SAME = {
    "meta.iif": "meta.iifname",
    "meta.oif": "meta.oifname",
    "ct.protocol": "meta.l4proto",
    "ct.l3proto": "meta.nfproto",
}
NAMES = frozenset(
    ("meta.l4proto", "meta.nfproto", "meta.protocol", "meta.iifname", "meta.oifname", "ip.protocol", "ip6.nexthdr",
     "meta.pkttype", "ct.direction", "fib.saddr.type", "fib.daddr.type")
)  # fmt: skip
MARKS = {"meta": "meta.mark", "ct": "ct.mark"}
UNFOLLOWED = frozenset(("priority", "nftrace", "label", "event", "zone", "secmark"))
"What else meta and ct statements set: nothing that is compared here."
ALL_BITS = 0xFFFFFFFF
PROTOCOLS = {1: "icmp", 6: "tcp", 17: "udp", 58: "ipv6-icmp", 132: "sctp"}

REJECT_V4 = {
    "net-unreachable": (3, 0), "host-unreachable": (3, 1), "prot-unreachable": (3, 2), "port-unreachable": (3, 3),
    "net-prohibited": (3, 9), "host-prohibited": (3, 10), "admin-prohibited": (3, 13),
}  # fmt: skip
"nft(8), REJECT STATEMENT; RFC 1812, section 5.2.7.1."
REJECT_V6 = {
    "no-route": (1, 0), "admin-prohibited": (1, 1), "addr-unreachable": (1, 3), "port-unreachable": (1, 4),
    "policy-fail": (1, 5), "reject-route": (1, 6),
}  # fmt: skip
"nft(8); RFC 4443, section 3.1."
REJECT_ANY = {
    "port-unreachable": ((3, 3), (1, 4)), "admin-prohibited": ((3, 13), (1, 1)), "no-route": ((3, 0), (1, 0)),
    "host-unreachable": ((3, 1), (1, 3)),
}  # fmt: skip
"The abstraction icmpx (net/netfilter/nft_reject.c, icmp_code_v4 and icmp_code_v6)."


class Incomprehensible(ValueError):
    """An expression that is not known here; the message names it."""


def rejection(kind: str, word: str) -> Rejection:
    """The answer of a reject statement; an unknown word leaves the codes open."""
    if kind == "tcp reset":
        return Rejection(tcp_reset=True)
    if kind == "icmp":
        return Rejection(v4=REJECT_V4.get(word))
    if kind == "icmpv6":
        return Rejection(v6=REJECT_V6.get(word))
    both = REJECT_ANY.get(word, (None, None))
    return Rejection(v4=both[0], v6=both[1])


def keys(left: Any) -> tuple[str, ...]:
    """What is looked at: one key, or the parts of a concatenation."""
    if isinstance(left, dict) and "concat" in left:
        return tuple(_key(part) for part in left["concat"])
    return (_key(left),)


def _key(expression: Any) -> str:
    if not isinstance(expression, dict) or not expression:
        raise Incomprehensible(str(expression)[:40])
    kind, body = next(iter(expression.items()))
    name = kind
    if kind == "payload" and isinstance(body, dict):
        name = f"{body.get('protocol', 'raw')}.{body.get('field', '')}"
        if name.partition(".")[0] in OTHER_TRANSPORTS:
            return "absent"
    elif kind in ("meta", "ct") and isinstance(body, dict) and "dir" not in body:
        name = f"{kind}.{body.get('key')}"
    elif kind == "fib" and body.get("result") == "type" and body.get("flags") in (["saddr"], ["daddr"]):
        name = f"fib.{body['flags'][0]}.type"
    name = SAME.get(name, name)
    if name not in KNOWN:
        raise Incomprehensible(name)
    return name


def changed(body: dict[str, Any]) -> Change | None:
    """What a mangle statement does to a mark; None where it sets nothing that is followed here.

    Raises `Incomprehensible` where it sets a field of the packet itself.
    """
    kind, what = next(iter(body.get("key", {}).items()), ("", {}))
    name = what.get("key") if isinstance(what, dict) else None
    if kind in MARKS and name == "mark":
        try:
            source, keep, flip = _marked(body.get("value"))
        except Incomprehensible:
            return Change(key=MARKS[kind], known=False)  # type: ignore[arg-type]
        return Change(key=MARKS[kind], source=source, keep=keep, flip=flip)  # type: ignore[arg-type]
    if kind in MARKS and name in UNFOLLOWED:
        return None
    raise Incomprehensible(f"{kind} set")


def _marked(value: Any) -> tuple[str, int, int]:
    """An expression over one mark as (the mark, bits kept, bits flipped)."""
    if isinstance(value, int):
        return "", 0, value & ALL_BITS
    if not isinstance(value, dict) or not value:
        raise Incomprehensible("mark")
    kind, body = next(iter(value.items()))
    if kind in MARKS and body.get("key") == "mark" and "dir" not in body:
        return MARKS[kind], ALL_BITS, 0
    if kind not in ("&", "|", "^") or not isinstance(body, list) or len(body) != 2 or not isinstance(body[1], int):
        raise Incomprehensible("mark")
    source, keep, flip = _marked(body[0])
    bits = body[1] & ALL_BITS
    if kind == "&":
        return source, keep & bits, flip & bits
    if kind == "^":
        return source, keep, flip ^ bits
    return source, keep & ~bits, flip & ~bits | bits


def test(body: dict[str, Any], elements: Callable[[Any], list[Any]]) -> Comparison:
    """A match statement; ``elements`` gives those of a set. Raises `Incomprehensible`."""
    left, right, op = body.get("left"), body.get("right"), str(body.get("op", "=="))
    if isinstance(left, dict) and "&" in left:
        return _masked(left["&"], right, op)
    names = keys(left)
    if "ct.status" in names and op not in ("in", "!"):
        raise Incomprehensible("ct.status ==")  # it has bits that no rule can name
    if names[0] in BITS and (op in ("in", "!") or not _is_set(right)):
        return _bits(names[0], right, op)
    if op in ("<", ">", "<=", ">="):
        return Comparison(keys=names, items=((_beyond(op, _number(names[0], right)),),))
    if op not in ("==", "!=", "in"):
        raise Incomprehensible(f"{names[0]} {op}")
    return Comparison(keys=names, items=tuple(item(names, one) for one in elements(right)), negated=op == "!=")


def _is_set(right: Any) -> bool:
    return (isinstance(right, dict) and "set" in right) or (isinstance(right, str) and right.startswith("@"))


def _masked(parts: list[Any], right: Any, op: str) -> Comparison:
    name = _key(parts[0])
    if op not in ("==", "!=") or _is_set(right) or name == "ct.status":
        raise Incomprehensible(f"{name} & … {op}")
    value = _number(name, right)
    return Comparison(keys=(name,), items=((Span(value, value),),), negated=op == "!=", mask=_number(name, parts[1]))


def _bits(name: str, right: Any, op: str) -> Comparison:
    """``in``: one of these bits is set; ``!``: none of them is; else all bits are compared (nft(8), Bitmask)."""
    bits = _number(name, right)
    if op in ("in", "!"):
        return Comparison(keys=(name,), items=((Span(0, 0),),), negated=op == "in", mask=bits)
    if op not in ("==", "!="):
        raise Incomprehensible(f"{name} {op}")
    return Comparison(keys=(name,), items=((Span(bits, bits),),), negated=op == "!=")


def _beyond(op: str, value: int) -> Span:
    if op.startswith("<"):
        return Span(0, value if op == "<=" else value - 1)
    return Span(value if op == ">=" else value + 1, 1 << 128)


def item(names: tuple[str, ...], value: Any) -> Item:
    """One element of a set, as wide as ``names``."""
    if isinstance(value, dict) and "elem" in value:
        value = value["elem"].get("val")
    if value == "*":
        return ()
    if isinstance(value, dict) and "concat" in value:
        parts = value["concat"]
        if len(parts) != len(names):
            raise Incomprehensible("concatenation")
        return tuple(_span(name, part) for name, part in zip(names, parts, strict=True))
    if len(names) != 1:
        raise Incomprehensible("concatenation")
    return (_span(names[0], value),)


def _span(name: str, value: Any) -> Span:
    if isinstance(value, dict) and "elem" in value:
        value = value["elem"].get("val")
    if isinstance(value, dict) and "range" in value:
        low, high = value["range"]
        return Span(_scalar(name, low), _scalar(name, high))
    if isinstance(value, dict) and "prefix" in value:
        network = ip_network(f"{value['prefix']['addr']}/{value['prefix']['len']}", strict=False)
        return Span(int(network.network_address), int(network.broadcast_address))
    one = _scalar(name, value)
    return Span(one, one)


def _scalar(name: str, value: Any) -> int | str:
    if name == "absent":
        return 0
    if name in NAMES:
        return PROTOCOLS.get(value, str(value)) if name != "meta.iifname" else str(value)
    return _number(name, value)


def _number(name: str, value: Any) -> int:
    """A port, an address, a mark, or bits by their names (one, a list, or joined by ``|``)."""
    if name == "absent":
        return 0
    bits = BITS.get(name)
    if isinstance(value, dict) and "|" in value:
        value = value["|"]
    if isinstance(value, list) and bits is not None:
        return _joined(name, value)
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Incomprehensible(f"{name} {str(value)[:40]}")
    if isinstance(value, int):
        return value
    if bits is not None and value in bits:
        return bits[value]
    if name.endswith(("saddr", "daddr")):
        return int(ip_address(value))
    raise Incomprehensible(f"{name} {value[:40]}")


def _joined(name: str, values: list[Any]) -> int:
    total = 0
    for one in values:
        total |= _number(name, one)
    return total
