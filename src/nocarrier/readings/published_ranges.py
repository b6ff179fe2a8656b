"""The lists of addresses that providers of edges publish → prefixes. What came over the network is hostile: bounded, and
held against what such a list must be before it takes the place of another.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from nocarrier.facts.private import private_block
from nocarrier.model.annotations import Any
from nocarrier.readings.edge_ranges import BITS, BadRanges, span

MOST_BYTES = 16 << 20
"AWS's list of all its services has 2 MB."
MOST_RANGES = 20_000
WIDEST = {4: 8, 6: 16}
"No list has a shorter prefix: a wider range is a mistake, or an attack on what is concluded from it."


class BadList(ValueError):
    """What came is not the list that was asked for."""


def decode_published(form: str, body: bytes) -> tuple[str, ...]:
    """The prefixes of a list in one of these forms; ``aws:SERVICE`` and ``google:SCOPE`` take only those of it.

    Raises `BadList`.
    """
    name, _, part = form.partition(":")
    if len(body) > MOST_BYTES:
        raise BadList("too long")
    found = tuple(_FORMS[name](body, part))
    if not found:
        raise BadList("no addresses in it")
    if len(found) > MOST_RANGES:
        raise BadList("too many addresses in it")
    for prefix in found:
        _check(prefix)
    return found


def _check(prefix: str) -> None:
    try:
        version, first, last = span(prefix)
    except BadRanges:
        raise BadList(f"no prefix: {prefix[:60]!r}") from None
    shortest = 1 << (BITS[version] - WIDEST[version])
    base = prefix.partition("/")[0]
    loopback = version == 4 and first >> 24 in (0, 127)
    if last - first + 1 > shortest or loopback or private_block(base) or first >> (BITS[version] - 4) >= 14:
        raise BadList(f"not a public range: {prefix[:60]!r}")


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise BadList("no JSON") from None
    if not isinstance(found, dict):
        raise BadList("another JSON")
    return found


def _strings(found: Any) -> list[str]:
    if not isinstance(found, list):
        raise BadList("another JSON")
    return [one for one in found if isinstance(one, str)]


def _records(found: Any) -> list[dict[str, Any]]:
    if not isinstance(found, list):
        raise BadList("another JSON")
    return [one for one in found if isinstance(one, dict)]


def _lines(body: bytes, part: str) -> list[str]:
    text = body.decode("utf-8", "replace")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _aws(body: bytes, part: str) -> list[str]:
    """https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-syntax.html"""
    found = _json(body)
    keys = (("prefixes", "ip_prefix"), ("ipv6_prefixes", "ipv6_prefix"))
    return [
        str(one.get(key, ""))
        for kind, key in keys
        for one in _records(found.get(kind, []))
        if one.get("service") == part
    ]


def _google(body: bytes, part: str) -> list[str]:
    records = [one for one in _records(_json(body).get("prefixes", [])) if one.get("scope") == part]
    return [str(one.get("ipv4Prefix") or one.get("ipv6Prefix") or "") for one in records]


def _keys(*names: str) -> Callable[[bytes, str], list[str]]:
    """Arrays of strings under these keys of one object."""

    def read(body: bytes, part: str) -> list[str]:
        found = _json(body)
        return [one for name in names for one in _strings(found.get(name, []))]

    return read


_FORMS: dict[str, Callable[[bytes, str], list[str]]] = {
    "lines": _lines,
    "aws": _aws,
    "google": _google,
    "fastly": _keys("addresses", "ipv6_addresses"),
    "imperva": _keys("ipRanges", "ipv6Ranges"),
    "gcore": _keys("addresses", "addresses_v6"),
}
