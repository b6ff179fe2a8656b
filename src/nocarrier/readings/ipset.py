"""``ipset save`` (ipset(8)) → sets, and a ruleset with their items in the place of the rules' ``--match-set``."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address, ip_network

from nocarrier.facts.ruleset import Comparison, InSet, Item, Rule, Ruleset, Span, Unreadable
from nocarrier.model.record import Record, replace

PROTOCOLS = frozenset(("tcp", "udp", "sctp", "udplite", "icmp", "icmpv6"))


class IpSet(Record):
    """One set: the family of its addresses, what each item is made of, and the items as they were printed.

    ``read``: every item is an exact statement of what is in it (none is an exception, ``nomatch``).
    """

    version: int
    dimensions: tuple[str, ...]
    items: list[str]
    read: bool = True


def decode_ipset_save(text: str) -> dict[str, IpSet]:
    """The sets by name; lines that are not understood make their set unreadable, never an error."""
    sets: dict[str, IpSet] = {}
    for line in text.splitlines():
        words = line.split()
        if words[:1] == ["create"] and len(words) > 2:
            kind, _, parts = words[2].partition(":")
            known = kind in ("hash", "bitmap") and set(parts.split(",")) <= {"ip", "net", "port"}
            sets[words[1]] = IpSet(6 if "inet6" in words else 4, tuple(parts.split(",")), [], known)
        elif words[:1] == ["add"] and len(words) > 2 and words[1] in sets:
            found = sets[words[1]]
            found.items.append(words[2])
            if "nomatch" in words:
                sets[words[1]] = replace(found, read=False)
    return sets


def with_sets(ruleset: Ruleset, sets: dict[str, IpSet]) -> Ruleset:
    """The ruleset with the items of these sets where its rules name them."""
    growing = {name for one in ruleset.chains for rule in one.rules for name in _added(rule)}

    def filled(rule: Rule) -> Rule:
        if not any(isinstance(step, InSet) for step in rule.steps):
            return rule
        steps = (_comparison(step, sets, growing) if isinstance(step, InSet) else step for step in rule.steps)
        return replace(rule, steps=tuple(steps))

    return Ruleset(chains=tuple(replace(one, rules=tuple(map(filled, one.rules))) for one in ruleset.chains))


def _added(rule: Rule) -> Iterator[str]:
    """Sets to which packets themselves add (``-j SET --add-set NAME src``) or from which they take."""
    words = rule.text.split()
    for at, word in enumerate(words[:-1]):
        if word in ("--add-set", "--del-set", "--map-set"):
            yield words[at + 1]


def _comparison(test: InSet, sets: dict[str, IpSet], growing: set[str]) -> Comparison | Unreadable:
    found = sets.get(test.name)
    if found is None or not found.read or len(found.dimensions) != len(test.sides):
        return Unreadable(test.what)
    header = "ip" if found.version == 4 else "ip6"
    keys = [
        key
        for dimension, side in zip(found.dimensions, test.sides, strict=True)
        for key in _keys(dimension, side, header)
    ]
    try:
        items = tuple(item for text in found.items for item in _items(text, found.dimensions))
    except ValueError:
        return Unreadable(test.what)
    return Comparison(keys=tuple(keys), items=items, negated=test.negated, growing=test.name in growing)


def _keys(dimension: str, side: str, header: str) -> tuple[str, ...]:
    end = "s" if side == "src" else "d"
    return (f"th.{end}port",) if dimension == "port" else (f"{header}.{end}addr",)


def _items(text: str, dimensions: tuple[str, ...]) -> Iterator[Item]:
    """``10.0.0.1,tcp:80``; what is of another protocol than TCP holds no packet of ours."""
    parts = text.split(",")
    if len(parts) != len(dimensions):
        raise ValueError(text)
    spans: list[Span] = []
    for part, dimension in zip(parts, dimensions, strict=True):
        if dimension != "port":
            spans.append(_addresses(part))
            continue
        protocol, colon, ports = part.rpartition(":")
        if colon and protocol != "tcp":
            if protocol not in PROTOCOLS:
                raise ValueError(text)
            return
        low, _, high = ports.partition("-")
        spans.append(Span(int(low), int(high or low)))
    yield tuple(spans)


def _addresses(text: str) -> Span:
    low, dash, high = text.partition("-")
    if dash:
        return Span(int(ip_address(low)), int(ip_address(high)))
    network = ip_network(text, strict=False)
    return Span(int(network.network_address), int(network.broadcast_address))
