"""Rules that stop some packets and let others of the same shape pass: a limit that was hit, a list of banned clients.

Read from the rule as its administrator sees it: nft(8) (``limit rate``, ``ct count``, ``ip saddr @set``), and
iptables-extensions(8) (limit, hashlimit, recent, connlimit, set). fail2ban keeps its bans in chains ``f2b-JAIL``, in
ipsets ``f2b-JAIL``, or in sets ``addr-set-JAIL`` of the table ``f2b-table`` (its action.d/*.conf).
"""

from __future__ import annotations

import re

from nocarrier.facts.packet_fate import WAY_IN, Decision, NamedRule, PacketFate, Passage
from nocarrier.model.annotations import Literal
from nocarrier.model.record import Record

LimitKind = Literal["ban", "rate", "count"]
CSF = frozenset({"chain_DENY", "chain_6_DENY"})
"csf's list is its administrator's, and its panel's."

_SET = r"\bip6? saddr @(?P<nft>[\w.-]+)|(?<!! )--match-set (?P<ipset>\S+) src\b"
_COUNT = r"\bct count over (?P<nft>\d+)|--connlimit-above (?P<ipt>\d+)"
_RATE = r"\blimit rate\b|-m limit\b|--limit\b|-m hashlimit\b|--hashlimit|-m recent\b.*--(?:update|rcheck)"
_ACCEPTS = r"\baccept\b|-j ACCEPT\b|-j RETURN\b"
_OWN_LISTS = frozenset({"sshguard", "cphulk"})


class Limit(Record, kw_only=True):
    """What a rule goes by. ``name`` is that of its list; ``jail`` fail2ban's; ``most`` the number of a count."""

    kind: LimitKind
    name: str = ""
    jail: str = ""
    most: int = 0


def limit_of(rule: NamedRule) -> Limit | None:
    """The limit or ban list that a rule goes by; None where it stands for all such packets."""
    listed = re.search(_SET, rule.text)
    name = (listed["nft"] or listed["ipset"]) if listed else ""
    jail = _jail(name) or _jail(rule.chain)
    if jail or rule.table.startswith("f2b-") or rule.chain in _OWN_LISTS or rule.table in _OWN_LISTS:
        return Limit(kind="ban", name=name or rule.chain, jail=jail)
    return _by_words(rule.text) or (Limit(kind="ban", name=name) if name and name not in CSF else None)


def _jail(name: str) -> str:
    for prefix in ("f2b-", "addr-set-", "addr6-set-"):
        if name.startswith(prefix) and name not in ("f2b-table", "f2b-chain"):
            return re.sub(r"6$", "", name.removeprefix(prefix)) if prefix == "f2b-" else name.removeprefix(prefix)
    return ""


def _by_words(text: str) -> Limit | None:
    count = re.search(_COUNT, text)
    if count is not None:
        return Limit(kind="count", most=int(count["nft"] or count["ipt"]))
    recent = re.search(r"--name (\S+)", text) if "recent" in text else None
    return Limit(kind="rate", name=recent[1] if recent else "") if re.search(_RATE, text) else None


class Limited(Record, kw_only=True):
    """A rule that stops the packet, or may, because of a limit. ``by`` is the rule with the limit, where the deciding
    one only stands behind it: what a limit does not accept falls through to it."""

    decision: Decision
    rule: NamedRule
    limit: Limit
    by: str
    certain: bool

    @property
    def shown(self) -> str:
        """The rule with the limit, without the state of its counter."""
        return re.sub(r"\bcounter packets \d+ bytes \d+ ", "", self.by)


def limited(facts: PacketFate, hooks: tuple[str, ...]) -> Limited | None:
    """The limit or ban by which the packet is stopped at one of these hooks, or may be."""
    for passage in facts.passages:
        if passage.hook not in hooks or passage.what != "syn":
            continue
        doubted = _doubted(passage)
        for end in passage.ends:
            if end.rule is None or end.fate not in ("drop", "reject"):
                continue
            own = limit_of(end.rule)
            limit = own or (_by_words(doubted) if doubted else None)
            if limit is not None:
                by = end.rule.text if own else doubted
                return Limited(decision=end, rule=end.rule, limit=limit, by=by, certain=passage.certain is not None)
    return None


def _doubted(passage: Passage) -> str:
    """The rule that lets so many pass and no more, where that alone decides whether the packet passes."""
    if all(end.fate != "accept" for end in passage.ends) or not all(map(_by_words, passage.doubts)):
        return ""
    return next((text for text in passage.doubts if re.search(_ACCEPTS, text)), "")


def goes_by_a_limit(facts: PacketFate, rule: NamedRule) -> bool:
    """The rule is one of these itself, or stands behind a limit that lets only so many pass."""
    found = limited(facts, WAY_IN)
    return limit_of(rule) is not None or (found is not None and found.rule.place == rule.place)
