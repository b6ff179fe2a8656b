"""Walks a `Ruleset` for one packet, as the kernel does (net/netfilter/core.c, nf_tables_core.c, ip_tables.c).

Every chain of a hook is met in the order of priority; ``accept`` ends one chain only, ``drop`` and ``reject``
end the packet. What a test cannot tell makes two packets of one: the rule matched, and it did not. So the walk
returns all ends the packet can come to, each with the rule that brings it about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from nocarrier.facts.packet_fate import Decision, Fate, NamedRule, Passage
from nocarrier.facts.ruleset import (
    CT_STATES,
    CT_STATUS,
    TCP_FLAGS,
    Chain,
    Choice,
    Comparison,
    Item,
    Rule,
    Ruleset,
    Span,
    Unreadable,
    Verdict,
)

MOST_STEPS = 200_000
"Rules looked at for one packet; a ruleset that needs more cannot be followed."
DEEPEST = 64
"Jumps inside jumps; nft allows 16 (include/net/netfilter/nf_tables.h, NFT_JUMP_STACK_SIZE), iptables more."
MOST_DOUBTS = 5

SYN, SYN_ACK = TCP_FLAGS["syn"], TCP_FLAGS["syn"] | TCP_FLAGS["ack"]
_ABSENT = object()


class Packet(msgspec.Struct, frozen=True, kw_only=True):
    """A TCP packet and what its machine knows about it.

    Addresses are numbers; None is *not known*, which an empty link name is too. ``iif`` and ``oif`` are None where
    the hook has none. ``kinds`` are the route types of source and destination (``local``, ``unicast``), empty
    where not known.
    """

    version: Literal[4, 6]
    saddr: int | None
    daddr: int | None
    sport: int | None
    dport: int | None
    iif: str | None = None
    oif: str | None = None
    state: int | None = CT_STATES["new"]
    direction: str = "original"
    flags: int = SYN
    mark: int | None = 0
    uid: int | None = None
    source_kind: str = ""
    target_kind: str = ""
    rewritten: bool | None = False
    settled: bool = False
    "Whether NAT has already decided about this connection."


def walk(ruleset: Ruleset, packet: Packet, hook: str) -> tuple[Passage, Packet]:
    """The passage of a packet at a hook, and the packet as it leaves it (DNAT changes where it goes)."""
    walker = _Walker(ruleset, packet)
    ends = walker.hook(hook)
    passage = Passage(
        hook=hook,
        what="syn" if packet.direction == "original" else "answer",
        ends=tuple(dict.fromkeys(ends)),
        doubts=tuple(dict.fromkeys(walker.doubts))[:MOST_DOUBTS],
        port=packet.dport or 0,
        sent_to=walker.sent_to,
        sent_by=walker.sent_by,
    )
    return passage, walker.packet


class _Walker:
    """The packet on its way; `packet` is what it has become so far."""

    def __init__(self, ruleset: Ruleset, packet: Packet) -> None:
        self._ruleset = ruleset
        self._steps = 0
        self._depth = 0
        self._chains = {(one.backend, one.family, one.table, one.name): one for one in ruleset.chains}
        self.packet = packet
        self.doubts: list[str] = []
        self.sent_to = ""
        self.sent_by: NamedRule | None = None

    def hook(self, hook: str) -> list[Decision]:
        """All ends at one hook; a packet that every chain lets through ends in one ``accept``."""
        stopped: list[Decision] = []
        for chain in self._ruleset.at(hook, self.packet.version):
            if chain.type == "nat" and (self.packet.settled or self.sent_by or self.packet.state != CT_STATES["new"]):
                continue  # NAT is settled by the first packet and the first rule (net/netfilter/nf_nat_core.c)
            ends = self._base(chain)
            stopped += [end for end in ends if end.fate != "accept"]
            if not any(end.fate == "accept" for end in ends):
                return stopped
        return [Decision(fate="accept"), *stopped]

    def _base(self, chain: Chain) -> list[Decision]:
        ends, falls = self._chain(chain)
        if falls:
            ends.append(_by_policy(chain))
        return ends

    def _chain(self, chain: Chain) -> tuple[list[Decision], bool]:
        """The ends inside a chain, and whether the packet may come out at its end."""
        ends: list[Decision] = []
        may_fall = False
        for rule in chain.rules:
            self._steps += 1
            if self._steps > MOST_STEPS:
                return [*ends, Decision(fate="unknown")], False
            matches = self._matches(rule, chain)
            if matches is False:
                continue
            self._change(rule)
            inner, goes_on, falls = self._verdicts(chain, rule, sure=matches is True)
            ends += inner
            may_fall = may_fall or falls
            if not goes_on:
                return ends, may_fall
        return ends, True

    def _verdicts(self, chain: Chain, rule: Rule, *, sure: bool) -> tuple[list[Decision], bool, bool]:
        """What a rule that (perhaps) matches does: ends, may the next rule be met, may the chain be left."""
        ends: list[Decision] = []
        falls = False
        verdicts, settled = self._chosen(rule)
        goes_on = not (sure and settled)
        for verdict in verdicts:
            inner, next_rule, leaves = self._verdict(chain, rule, verdict, sure=sure and settled)
            ends += inner
            goes_on = goes_on or next_rule
            falls = falls or leaves
        return ends, goes_on, falls

    def _chosen(self, rule: Rule) -> tuple[list[Verdict], bool]:
        """The verdicts a rule can come to, and whether one of them surely is reached."""
        if rule.verdict is None:
            return [Verdict(kind="continue")], True
        if isinstance(rule.verdict, Verdict):
            return [rule.verdict], True
        return self._looked_up(rule.verdict, rule)

    def _looked_up(self, choice: Choice, rule: Rule) -> tuple[list[Verdict], bool]:
        values = [self._value(key) for key in choice.keys]
        possible: list[Verdict] = []
        for item, verdict in sorted(choice.entries, key=lambda entry: not entry[0]):
            held = _holds(item, values, None)
            if held is not False:
                possible.append(verdict)
            if held is True:
                return possible, len(possible) == 1
            if held is None:
                self._doubt(rule)
        return possible, False

    def _verdict(
        self, chain: Chain, rule: Rule, verdict: Verdict, *, sure: bool
    ) -> tuple[list[Decision], bool, bool]:
        kind = verdict.kind
        if kind == "continue":
            return [], True, False
        if kind == "return":
            return [], False, True
        if kind in ("jump", "goto"):
            below = self._chains.get((chain.backend, chain.family, chain.table, verdict.chain))
            if below is None or self._depth >= DEEPEST:
                return [_by_rule(chain, rule, "unknown")], False, False
            self._depth += 1
            ends, falls = self._chain(below)
            self._depth -= 1
            return (ends, falls, False) if kind == "jump" else (ends, False, falls)
        if kind in ("dnat", "redirect", "tproxy"):
            self._rewrite(chain, rule, verdict, sure=sure)
            # In nftables tproxy only prepares; a verdict of its own follows.
            passes_on = kind == "tproxy" and chain.backend == "nft"
            return ([], True, False) if passes_on else ([_by_rule(chain, rule, "accept")], False, False)
        if kind == "reject":
            return [self._rejected(chain, rule, verdict)], False, False
        fate: Fate = "accept" if kind == "accept" else "drop" if kind == "drop" else "unknown"
        return [_by_rule(chain, rule, fate)], False, False

    def _rejected(self, chain: Chain, rule: Rule, verdict: Verdict) -> Decision:
        how = verdict.rejection
        return Decision(
            fate="reject",
            rule=named(chain, rule),
            tcp_reset=bool(how and how.tcp_reset),
            icmp=(how.v4 if self.packet.version == 4 else how.v6) if how else None,
        )

    def _rewrite(self, chain: Chain, rule: Rule, verdict: Verdict, *, sure: bool) -> None:
        if not sure:
            self._doubt(rule)
            return
        port = verdict.port or self.packet.dport
        self.sent_by = named(chain, rule)
        self.sent_to = f"{verdict.address or '?'}:{port or '?'}" if verdict.kind == "dnat" else f":{port}"
        if verdict.kind == "tproxy":
            return
        from ipaddress import ip_address

        address = self.packet.daddr if verdict.kind == "dnat" and not verdict.address and verdict.port else None
        if verdict.address:
            address = int(ip_address(verdict.address))
        self.packet = msgspec.structs.replace(
            self.packet,
            daddr=address,
            dport=None if verdict.what else port,
            target_kind="local" if verdict.kind == "redirect" else "",
            rewritten=self._rewritten(address, port),
        )

    def _rewritten(self, address: int | None, port: int | None) -> bool | None:
        """Only what is different afterwards counts as translated (net/netfilter/nf_nat_core.c, IPS_DST_NAT)."""
        if port != self.packet.dport:
            return True
        return None if address is None or self.packet.daddr is None else address != self.packet.daddr

    def _change(self, rule: Rule) -> None:
        if "mark" in rule.changes:
            self.packet = msgspec.structs.replace(self.packet, mark=None)
        if "untracked" in rule.changes:
            self.packet = msgspec.structs.replace(self.packet, state=None)

    def _matches(self, rule: Rule, chain: Chain) -> bool | None:
        """Whether the packet passes all tests; None where that cannot be told."""
        if any(isinstance(test, Comparison) and self._passes(test, chain) is False for test in rule.tests):
            return False
        unsure = any(isinstance(test, Unreadable) or self._passes(test, chain) is None for test in rule.tests)
        if not unsure:
            return True
        if rule.verdict is not None or rule.changes:
            self._doubt(rule)
        return None

    def _doubt(self, rule: Rule) -> None:
        self.doubts.append(rule.text)

    def _passes(self, test: Comparison, chain: Chain) -> bool | None:
        values = [self._value(key) for key in test.keys]
        # Before connection tracking (priority -200) nothing has a state yet.
        if chain.priority <= -200 and chain.type != "nat" and any(key.startswith("ct.") for key in test.keys):
            values = [None] * len(values)
        if any(value is _ABSENT for value in values):
            return False
        held = _any(_holds(item, values, test.mask) for item in test.items)
        return held if held is None else held is not test.negated

    def _value(self, key: str) -> object:
        """The packet's value for a key: None where it is not known, `_ABSENT` where it has no such field."""
        packet = self.packet
        header, _, field = key.partition(".")
        if header in ("ip", "ip6"):
            if packet.version != (4 if header == "ip" else 6):
                return _ABSENT
            return "tcp" if field in ("protocol", "nexthdr") else getattr(packet, field)
        if header in ("tcp", "th"):
            return getattr(packet, field)
        known = {
            "meta.l4proto": "tcp",
            "meta.nfproto": f"ipv{packet.version}",
            "meta.protocol": "ip" if packet.version == 4 else "ip6",
            "meta.iifname": "" if packet.iif is None else packet.iif or None,
            "meta.oifname": "" if packet.oif is None else packet.oif or None,
            "meta.mark": packet.mark,
            "meta.skuid": packet.uid,
            "ct.state": packet.state,
            "ct.direction": packet.direction,
            "ct.status": _status(packet),
            "fib.saddr.type": packet.source_kind or None,
            "fib.daddr.type": packet.target_kind or None,
        }
        return known.get(key, _ABSENT)


def _status(packet: Packet) -> int | None:
    if packet.direction == "reply" or packet.rewritten is None:
        return None
    return CT_STATUS["dnat"] if packet.rewritten else 0


def _any(answers: Iterable[bool | None]) -> bool | None:
    """True if one is; else None if one is; else False."""
    unsure = False
    for answer in answers:
        if answer:
            return True
        unsure = unsure or answer is None
    return None if unsure else False


def _holds(item: Item, values: list[object], mask: int | None) -> bool | None:
    """Whether each span of an item holds its value; an item without spans holds everything."""
    unsure = False
    for span, value in zip(item, values, strict=bool(item)):
        if value is _ABSENT:
            return False
        if value is None:
            unsure = True
        elif not _within(span, value & mask if mask is not None and isinstance(value, int) else value):
            return False
    return None if unsure else True


def _within(span: Span, value: object) -> bool:
    if isinstance(value, str):
        if isinstance(span.low, str) and span.low.endswith("*"):
            return value.startswith(span.low[:-1])
        return span.low == value
    if isinstance(span.low, int) and isinstance(span.high, int) and isinstance(value, int):
        return span.low <= value <= span.high
    return False


def named(chain: Chain, rule: Rule) -> NamedRule:
    """A rule with the place where it stands."""
    return NamedRule(
        backend=chain.backend,
        family=chain.family,
        table=chain.table,
        chain=chain.name,
        text=rule.text,
        handle=rule.handle,
        number=rule.number,
        packets=rule.packets,
    )


def _by_rule(chain: Chain, rule: Rule, fate: Fate) -> Decision:
    return Decision(fate=fate, rule=named(chain, rule) if fate != "accept" else None)


def _by_policy(chain: Chain) -> Decision:
    if chain.policy != "drop":
        return Decision(fate="accept")
    rule = NamedRule(
        backend=chain.backend,
        family=chain.family,
        table=chain.table,
        chain=chain.name,
        text="policy drop",
        policy=True,
        packets=chain.packets,
    )
    return Decision(fate="drop", rule=rule)
