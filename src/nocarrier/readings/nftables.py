"""``nft -j list ruleset`` (libnftables-json(5)) and ``nft -a list ruleset`` → `Ruleset`.

The JSON says what a rule does, the listing how its administrator reads it; they meet at the rule's handle. Newer
and stranger expressions than those known here become `Unreadable`, never an error.
"""

from __future__ import annotations

import json

from nocarrier.facts.ruleset import (
    Chain,
    Change,
    Choice,
    Comparison,
    Rule,
    Ruleset,
    Span,
    Step,
    Unreadable,
    Verdict,
)
from nocarrier.model.annotations import Any
from nocarrier.model.record import Record
from nocarrier.readings import nft_values
from nocarrier.readings.nft_values import Incomprehensible

IN_PASSING = frozenset(
    ("log", "dup", "flow", "ct helper", "ct timeout", "ct expectation", "last", "continue", "comment", "secmark",
     "set", "map")
)  # fmt: skip
"Statements that neither test a packet nor end its way."
PLAIN_VERDICTS = frozenset(("accept", "drop", "return"))

Sets = dict[tuple[str, str, str], dict[str, Any]]


def decode_ruleset(text: bytes, listing: str = "") -> Ruleset | None:
    """The whole ruleset; None where the text is no ruleset at all."""
    try:
        objects = json.loads(text)["nftables"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    if not isinstance(objects, list):
        return None
    sets: Sets = {}
    chains: dict[tuple[str, str, str], dict[str, Any]] = {}
    rules: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for kind, body in _bodies(objects):
        table = (str(body.get("family", "")), str(body.get("table", "")))
        if kind in ("set", "map"):
            sets[*table, str(body.get("name", ""))] = body
        elif kind == "chain":
            chains[*table, str(body.get("name", ""))] = body
        elif kind == "rule":
            rules.setdefault((*table, str(body.get("chain", ""))), []).append(body)
    _mark_growing(sets, rules)
    told = decode_listing(listing)
    return Ruleset(
        chains=tuple(
            _chain(body, rules.get(name, []), sets, told)
            for name, body in chains.items()
            if name[:2] not in told.asleep
        )
    )


def _mark_growing(sets: Sets, rules: dict[tuple[str, str, str], list[dict[str, Any]]]) -> None:
    """Packets themselves put elements into these."""
    for (family, table, _), bodies in rules.items():
        for body in bodies:
            for statement in body.get("expr", []):
                for kind in ("set", "map"):
                    if isinstance(statement, dict) and isinstance(statement.get(kind), dict):
                        name = str(statement[kind].get(kind, "")).removeprefix("@")
                        if (family, table, name) in sets:
                            sets[family, table, name]["growing"] = True


def _bodies(objects: list[Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (kind, body)
        for one in objects
        if isinstance(one, dict)
        for kind, body in one.items()
        if isinstance(body, dict)
    ]


class Listing(Record):
    """What ``nft -a list ruleset`` tells, and the JSON of nft 1.0 does not.

    ``texts``: (family, table, handle of a rule) → its text; ``asleep``: tables that are dormant; ``devices``:
    (family, table, chain) → the links whose packets it sees.
    """

    texts: dict[tuple[str, str, int], str]
    asleep: set[tuple[str, str]]
    devices: dict[tuple[str, str, str], tuple[str, ...]]


def decode_listing(listing: str) -> Listing:
    """The text of the ruleset, by line; what is not understood is passed over."""
    found = Listing({}, set(), {})
    table, chain = ("", ""), ""
    for line in listing.splitlines():
        words = line.split()
        if line.startswith("table "):
            table = (words[1], words[2]) if len(words) > 2 else ("", "")
        elif line.startswith("\tchain ") and len(words) > 1:
            chain = words[1]
        elif line.startswith("\tflags ") and "dormant" in line:
            found.asleep.add(table)
        elif line.startswith("\t\ttype ") and " device" in line:
            named = line.partition(" device")[2].partition(" priority ")[0].removeprefix("s")
            words = named.translate(str.maketrans('={},"', "     ")).split()
            found.devices[*table, chain] = tuple(words)
        elif line.startswith("\t\t"):
            text, _, handle = line.rpartition(" # handle ")
            if text and handle.isdecimal():
                found.texts[*table, int(handle)] = text.strip()
    return found


def _chain(body: dict[str, Any], rules: list[dict[str, Any]], sets: Sets, told: Listing) -> Chain:
    family, table = str(body.get("family", "")), str(body.get("table", ""))
    return Chain(
        backend="nft",
        family=family,
        table=table,
        name=str(body.get("name", "")),
        hook=str(body.get("hook", "")),
        priority=body["prio"] if isinstance(body.get("prio"), int) else 0,
        policy=str(body.get("policy", "accept")),
        type=str(body.get("type", "filter")),
        devices=_devices(body) or told.devices.get((family, table, str(body.get("name", ""))), _unnamed(body)),
        rules=tuple(
            _Reader(family, table, sets).rule(
                rule,
                number,
                told.texts.get((family, table, int(rule.get("handle", 0))), f"handle {rule.get('handle')}"),
            )
            for number, rule in enumerate(rules, 1)
        ),
    )


def _devices(body: dict[str, Any]) -> tuple[str, ...]:
    told = body.get("dev", [])
    return tuple(str(one) for one in (told if isinstance(told, list) else [told]))


def _unnamed(body: dict[str, Any]) -> tuple[str, ...]:
    """A chain of these hooks always belongs to links; an empty name stands for those that are not known."""
    return ("",) if body.get("hook") in ("ingress", "egress") else ()


class _Reader:
    """Reads the statements of one rule, left to right."""

    def __init__(self, family: str, table: str, sets: Sets) -> None:
        self._table = (family, table)
        self._sets = sets
        self._steps: list[Step] = []
        self._verdict: Verdict | Choice | None = None
        self._packets: int | None = None

    def rule(self, body: dict[str, Any], number: int, text: str) -> Rule:
        for statement in body.get("expr", []):
            # A statement without a JSON form is printed as a bare string (`jump { … }`, an anonymous chain).
            if isinstance(statement, dict) and len(statement) == 1:
                self._statement(*next(iter(statement.items())))
            else:
                self._verdict = Verdict(kind="unknown", what=str(statement).split("{")[0].strip())
        return Rule(
            text=text,
            number=number,
            handle=int(body.get("handle", 0)),
            packets=self._packets,
            steps=tuple(self._steps),
            verdict=self._verdict,
        )

    def _statement(self, kind: str, body: Any) -> None:
        if kind == "counter":
            self._packets = int(body.get("packets", 0)) if isinstance(body, dict) else None
        elif kind == "match":
            self._step(self._match(body))
        elif kind == "vmap":
            self._verdict = self._choice(body)
        elif kind == "mangle":
            self._mangle(body)
        elif kind == "notrack":
            self._step(Change(key="untracked"))
        elif kind in ("set", "map") and body.get("stmt"):
            self._unreadable(kind)  # an element is added to a set; a limit on it is a test
        elif kind == "xt" and body.get("type") == "match":
            self._unreadable(str(body.get("name", "xt")))
        elif kind not in IN_PASSING:
            self._end(kind, body)

    def _step(self, step: Step) -> None:
        """A counter in front of a test counts also what does not pass it: that is not the rule's own."""
        if not isinstance(step, Change):
            self._packets = None
        self._steps.append(step)

    def _unreadable(self, what: str) -> None:
        self._step(Unreadable(what))

    def _mangle(self, body: dict[str, Any]) -> None:
        """Only marks are followed; other fields are not compared by rules about a connection's beginning."""
        if isinstance(body.get("value"), dict) and "map" in body["value"]:
            self._unreadable("map")  # where it holds nothing for the packet, the rule ends
        try:
            changed = nft_values.changed(body)
        except Incomprehensible as what:
            self._verdict = Verdict(kind="unknown", what=str(what))
        else:
            self._steps += [changed] if changed is not None else []

    def _end(self, kind: str, body: Any) -> None:
        """A statement that ends the rule, or one that is not known: then it may be either."""
        if kind in PLAIN_VERDICTS:
            self._verdict = Verdict(kind=kind)  # type: ignore[arg-type]
        elif kind in ("jump", "goto"):
            self._verdict = Verdict(kind=kind, chain=str(body.get("target", "")))  # type: ignore[arg-type]
        elif kind == "reject":
            self._reject(body or {})
        elif kind in ("dnat", "redirect", "snat", "masquerade", "tproxy"):
            self._rewrite(kind, body or {})
        elif kind in ("queue", "synproxy", "fwd") or kind == "xt":
            self._verdict = Verdict(kind="unknown", what=str(body.get("name", kind)) if kind == "xt" else kind)
        else:
            self._unreadable(kind)

    def _reject(self, body: dict[str, Any]) -> None:
        kind = str(body.get("type", "icmp" if self._table[0] == "ip" else "icmpx"))
        word = str(body.get("expr", "port-unreachable"))
        self._verdict = Verdict(kind="reject", rejection=nft_values.rejection(kind, word))
        # nft leaves out of the listing what the kind of answer implies already.
        implied = {"tcp reset": ("meta.l4proto", "tcp"), "icmp": ("meta.nfproto", "ipv4"),
                   "icmpv6": ("meta.nfproto", "ipv6")}.get(kind)  # fmt: skip
        if implied:
            self._steps.append(Comparison(keys=(implied[0],), items=((Span(implied[1], implied[1]),),)))

    def _rewrite(self, kind: str, body: dict[str, Any]) -> None:
        address, port = body.get("addr", ""), body.get("port", 0)
        self._verdict = Verdict(
            kind="snat" if kind == "masquerade" else kind,  # type: ignore[arg-type]
            address=address if isinstance(address, str) else "",
            port=port if isinstance(port, int) else 0,
            what="" if isinstance(address, str) and isinstance(port, int) else "map",
        )
        family = {"ip": "ipv4", "ip6": "ipv6"}.get(str(body.get("family", "")))
        if family:
            self._steps.append(Comparison(keys=("meta.nfproto",), items=((Span(family, family),),)))

    def _match(self, body: dict[str, Any]) -> Comparison | Unreadable:
        try:
            made = nft_values.test(body, self._elements)
        except (Incomprehensible, ValueError, TypeError, KeyError) as what:
            return Unreadable(str(what))
        if self._grows(body.get("right")):
            from nocarrier.model.record import replace

            return replace(made, growing=True)
        return made

    def _grows(self, data: Any) -> bool:
        named = isinstance(data, str) and data.startswith("@")
        return named and bool(self._sets.get((*self._table, data[1:]), {}).get("growing"))

    def _choice(self, body: dict[str, Any]) -> Choice | Verdict:
        try:
            if self._grows(body.get("data")):
                raise Incomprehensible("that grows")
            keys = nft_values.keys(body.get("key"))
            pairs = self._elements(body.get("data"))
            return Choice(
                keys=keys, entries=tuple((nft_values.item(keys, at), self._plain(then)) for at, then in pairs)
            )
        except (Incomprehensible, ValueError, TypeError) as what:
            return Verdict(kind="unknown", what=f"vmap {what}")

    def _plain(self, body: dict[str, Any]) -> Verdict:
        inner = _Reader(*self._table, self._sets)
        inner._statement(*next(iter(body.items())))
        return inner._verdict if isinstance(inner._verdict, Verdict) else Verdict(kind="continue")

    def _elements(self, data: Any) -> list[Any]:
        """The elements of an anonymous set or of a named one."""
        if isinstance(data, dict) and "set" in data:
            found = data["set"]
        elif isinstance(data, str) and data.startswith("@"):
            body = self._sets.get((*self._table, data[1:]))
            if body is None:
                raise Incomprehensible(f"set {data}")
            found = body.get("elem", [])
        else:
            found = [data]
        return found if isinstance(found, list) else [found]
