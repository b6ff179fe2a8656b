"""``nft -j list ruleset`` (libnftables-json(5)) and ``nft -a list ruleset`` → `Ruleset`.

The JSON says what a rule does, the listing how its administrator reads it; they meet at the rule's handle. Newer
and stranger expressions than those known here become `Unreadable`, never an error.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from nocarrier.facts.ruleset import Chain, Choice, Comparison, Rule, Ruleset, Span, Unreadable, Verdict
from nocarrier.readings import nft_values
from nocarrier.readings.nft_values import Incomprehensible

IN_PASSING = frozenset(
    ("log", "counter", "masquerade", "snat", "dup", "flow", "ct helper", "ct timeout", "ct expectation", "last",
     "continue", "comment", "secmark")
)  # fmt: skip
"Statements that neither test a packet nor end its way."
PLAIN_VERDICTS = frozenset(("accept", "drop", "return"))

Sets = dict[tuple[str, str, str], dict[str, Any]]


def decode_ruleset(text: bytes, listing: str = "") -> Ruleset | None:
    """The whole ruleset; None where the text is no ruleset at all."""
    try:
        objects = msgspec.json.decode(text)["nftables"]
    except (msgspec.DecodeError, KeyError, TypeError):
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
    texts = decode_listing(listing)
    return Ruleset(chains=tuple(_chain(body, rules.get(name, []), sets, texts) for name, body in chains.items()))


def _bodies(objects: list[Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (kind, body)
        for one in objects
        if isinstance(one, dict)
        for kind, body in one.items()
        if isinstance(body, dict)
    ]


def decode_listing(listing: str) -> dict[tuple[str, str, int], str]:
    """``nft -a list ruleset`` → (family, table, handle of a rule) → its text, without the handle."""
    texts: dict[tuple[str, str, int], str] = {}
    table = ("", "")
    for line in listing.splitlines():
        opened = _TABLE.match(line)
        if opened:
            table = (opened[1], opened[2])
        elif line.startswith("\t\t"):
            ended = _HANDLE.search(line)
            if ended:
                texts[*table, int(ended[1])] = line[: ended.start()].strip()
    return texts


_TABLE = re.compile(r"table (\S+) (\S+) \{")
_HANDLE = re.compile(r" # handle (\d+)$")


def _chain(
    body: dict[str, Any], rules: list[dict[str, Any]], sets: Sets, texts: dict[tuple[str, str, int], str]
) -> Chain:
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
        device=str(body.get("dev", "")),
        rules=tuple(
            _Reader(family, table, sets).rule(
                rule, number, texts.get((family, table, int(rule.get("handle", 0))), f"handle {rule.get('handle')}")
            )
            for number, rule in enumerate(rules, 1)
        ),
    )


class _Reader:
    """Reads the statements of one rule, left to right."""

    def __init__(self, family: str, table: str, sets: Sets) -> None:
        self._table = (family, table)
        self._sets = sets
        self._tests: list[Comparison | Unreadable] = []
        self._verdict: Verdict | Choice | None = None
        self._packets: int | None = None
        self._changes: set[str] = set()

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
            tests=tuple(self._tests),
            verdict=self._verdict,
            changes=frozenset(self._changes),
        )

    def _statement(self, kind: str, body: Any) -> None:
        if kind == "counter" and isinstance(body, dict) and self._packets is None:
            self._packets = int(body.get("packets", 0))
        elif kind in IN_PASSING:
            return
        elif kind == "match":
            self._tests.append(self._match(body))
        elif kind == "vmap":
            self._verdict = self._choice(body)
        elif kind == "mangle":
            self._changes.add("mark")
        elif kind == "notrack":
            self._changes.add("untracked")
        elif kind == "set" and not body.get("stmt"):
            return  # an element is added to a set; a limit on it would be a test
        elif kind == "xt" and body.get("type") == "match":
            self._unreadable(str(body.get("name", "xt")))
        else:
            self._end(kind, body)

    def _unreadable(self, what: str) -> None:
        self._tests.append(Unreadable(what))

    def _end(self, kind: str, body: Any) -> None:
        """A statement that ends the rule, or one that is not known: then it may be either."""
        if kind in PLAIN_VERDICTS:
            self._verdict = Verdict(kind=kind)  # type: ignore[arg-type]
        elif kind in ("jump", "goto"):
            self._verdict = Verdict(kind=kind, chain=str(body.get("target", "")))  # type: ignore[arg-type]
        elif kind == "reject":
            self._reject(body or {})
        elif kind in ("dnat", "redirect", "tproxy"):
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
            self._tests.append(Comparison(keys=(implied[0],), items=((Span(implied[1], implied[1]),),)))

    def _rewrite(self, kind: str, body: dict[str, Any]) -> None:
        address, port = body.get("addr", ""), body.get("port", 0)
        self._verdict = Verdict(
            kind=kind,  # type: ignore[arg-type]
            address=address if isinstance(address, str) else "",
            port=port if isinstance(port, int) else 0,
            what="" if isinstance(address, str) and isinstance(port, int) else "map",
        )
        family = {"ip": "ipv4", "ip6": "ipv6"}.get(str(body.get("family", "")))
        if family:
            self._tests.append(Comparison(keys=("meta.nfproto",), items=((Span(family, family),),)))

    def _match(self, body: dict[str, Any]) -> Comparison | Unreadable:
        try:
            return nft_values.test(body, self._elements)
        except Incomprehensible as what:
            return Unreadable(str(what))

    def _choice(self, body: dict[str, Any]) -> Choice | Verdict:
        try:
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
