"""Walks a `Ruleset` for one packet, as the kernel does (net/netfilter/core.c, nf_tables_core.c, ip_tables.c).

Every chain of a hook is met in the order of priority; ``accept`` ends one chain only, ``drop`` and ``reject``
end the packet. What a test cannot tell makes two packets of one: the rule matched, and it did not; from there on
both are followed. So the walk returns all ends the packet can come to, each with the rule that brings it about.

Connection tracking (priority -200) and address translation (-100 for targets, +100 for sources) stand among the
chains: before the one a packet has no state, and at the other an answer gets back the addresses of its first packet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from nocarrier.facts.packet_fate import Decision, Fate, NamedRule, Passage
from nocarrier.facts.ruleset import (
    CT_STATES,
    NAT_SOURCE,
    NAT_TARGET,
    TRACKING,
    Chain,
    Change,
    Choice,
    Comparison,
    Item,
    Rule,
    Ruleset,
    Span,
    Step,
    Verdict,
)
from nocarrier.model.record import Record, replace
from nocarrier.readings.walked_packet import ABSENT, LONE, Packet, merged, value

MOST_STEPS = 200_000
"Rules looked at for one packet; a ruleset that needs more cannot be followed."
DEEPEST = 64
"Jumps inside jumps; nft allows 16 (include/net/netfilter/nf_tables.h, NFT_JUMP_STACK_SIZE), iptables more."
MOST_DOUBTS = 5
MOST_FORMS = 16
"Packets that one may have become before what is not the same in all of them counts as unknown."
TARGET_HOOKS = ("prerouting", "output")


class _End(Record):
    """How one form of the packet leaves a chain; without a decision it falls out at the chain's end."""

    decision: Decision | None
    packet: Packet


def walk(ruleset: Ruleset, packet: Packet, hook: str) -> tuple[Passage, Packet]:
    """The passage of a packet at a hook, and the packet as it leaves it (DNAT changes where it goes)."""
    walker = _Walker(ruleset)
    ends, after = walker.hook(hook, packet)
    passage = Passage(
        hook=hook,
        what="syn" if packet.direction == "original" else "answer",
        ends=tuple(dict.fromkeys(ends)),
        doubts=tuple(dict.fromkeys(walker.doubts))[:MOST_DOUBTS],
        port=packet.dport or 0,
        sent_to="" if after.sent_to == packet.sent_to else after.sent_to,
        sent_by=None if after.sent_to == packet.sent_to else after.sent_by,
    )
    return passage, after


class _Walker:
    """All forms of one packet on their way."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self._steps = 0
        self._depth = 0
        self._chains = {(one.backend, one.family, one.table, one.name): one for one in ruleset.chains}
        self.doubts: list[str] = []

    def hook(self, hook: str, packet: Packet) -> tuple[list[Decision], Packet]:
        """All ends at one hook; a packet that every chain lets through ends in one ``accept``."""
        stopped: list[Decision] = []
        live = [packet]
        for orders in self._met(hook, packet.version):
            if not orders:
                live = [_translated_back(one, hook) for one in live]
                continue
            passed: dict[Packet, None] = {}
            for order in orders:
                passed |= dict.fromkeys(self._through(order, live, stopped))
            live = _few(passed)
            if not live:
                return stopped, packet
        return [Decision(fate="accept"), *stopped], merged(live)

    def _through(self, chains: Sequence[Chain], live: list[Packet], stopped: list[Decision]) -> list[Packet]:
        """The forms that come through all of these chains, in this order; the ends of the others are added."""
        for chain in chains:
            passed: dict[Packet, None] = {}
            for form in live:
                for end in self._base(chain, form):
                    if end.decision is None or end.decision.fate == "accept":
                        passed[end.packet] = None
                    else:
                        stopped.append(end.decision)
            live = _few(passed)
        return live

    def _met(self, hook: str, version: int) -> Iterator[list[list[Chain]]]:
        """The chains, as groups in all the orders in which they may stand; none where answers are translated back."""
        line = NAT_TARGET if hook in TARGET_HOOKS else NAT_SOURCE
        groups = [list(group) for _, group in groupby(self._ruleset.at(hook, version), key=lambda one: one.position)]
        yield from (_orders(group) for group in groups if group[0].position < line)
        if hook in (*TARGET_HOOKS, "input", "postrouting"):
            yield []
        yield from (_orders(group) for group in groups if group[0].position >= line)

    def _base(self, chain: Chain, packet: Packet) -> list[_End]:
        """The ends in a chain that stands at a hook; it may not concern this packet at all."""
        concerned = _concerned(chain, packet)
        if concerned is False:
            return [_End(None, packet)]
        ends = [_End(end.decision or _by_policy(chain), end.packet) for end in self._chain(chain, packet)]
        return ends if concerned else [_End(None, packet), *ends]

    def _chain(self, chain: Chain, packet: Packet) -> list[_End]:
        ends: dict[_End, None] = {}
        live = [packet]
        for rule in chain.rules:
            going: dict[Packet, None] = {}
            for form in live:
                self._steps += 1
                if self._steps > MOST_STEPS:
                    return [*ends, _End(Decision(fate="unknown"), form)]
                for end, goes_on in self._met_rule(chain, rule, form):
                    if goes_on:
                        going[end.packet] = None
                    else:
                        ends[end] = None
            live = _few(going)
            if not live:
                return list(ends)
        return [*ends, *(_End(None, form) for form in live)]

    def _met_rule(self, chain: Chain, rule: Rule, packet: Packet) -> Iterator[tuple[_End, bool]]:
        """What becomes of one form at one rule; True: it goes on to the next rule of the chain."""
        for form, passed in self._tested(chain, rule, packet):
            if not passed:
                yield _End(None, form), True
                continue
            verdicts, surely = self._chosen(chain, rule, form)
            if not surely:
                yield _End(None, form), True
            for verdict in verdicts:
                yield from self._carried_out(chain, rule, verdict, form)

    def _tested(self, chain: Chain, rule: Rule, packet: Packet) -> Iterator[tuple[Packet, bool]]:
        """The forms in which the packet comes out of the rule's tests, and whether it passed them.

        What a rule changes before a test that fails stays changed.
        """
        form, unsure = packet, False
        failing: list[Packet] = []
        for step in rule.steps:
            if isinstance(step, Change) and not _breaks_off(step, form, chain):
                form = _changed(form, step, chain)
                continue
            passes = _passes(step, form, chain)
            if passes is False:
                break
            if passes is None:
                unsure = True
                failing.append(form)
        else:
            yield form, True
            if unsure:
                self._doubt(rule)
                yield from ((one, False) for one in dict.fromkeys(failing))
            return
        yield from ((one, False) for one in dict.fromkeys((*failing, form)))

    def _chosen(self, chain: Chain, rule: Rule, packet: Packet) -> tuple[list[Verdict], bool]:
        """The verdicts a rule can come to, and whether one of them surely is reached."""
        if rule.verdict is None:
            return [Verdict(kind="continue")], True
        if isinstance(rule.verdict, Verdict):
            return [rule.verdict], True
        return self._looked_up(rule.verdict, rule, _values(rule.verdict.keys, packet, chain))

    def _looked_up(self, choice: Choice, rule: Rule, values: list[object]) -> tuple[list[Verdict], bool]:
        possible: list[Verdict] = []
        for item, verdict in sorted(choice.entries, key=lambda entry: not entry[0]):
            held = _holds(item, values, None)
            if held is not False:
                possible.append(verdict)
            if held is True:
                return possible, True
            if held is None:
                self._doubt(rule)
        return possible, False

    def _carried_out(self, chain: Chain, rule: Rule, verdict: Verdict, packet: Packet) -> Iterator[tuple[_End, bool]]:
        kind = verdict.kind
        if kind == "continue":
            yield _End(None, packet), True
        elif kind == "return":
            yield _End(None, packet), False
        elif kind in ("jump", "goto"):
            yield from self._jumped(chain, rule, verdict, packet)
        elif kind in ("dnat", "redirect", "snat", "tproxy"):
            # In nftables tproxy only prepares; a verdict of its own follows.
            passes_on = kind == "tproxy" and chain.backend == "nft"
            form = _rewritten(packet, named(chain, rule), verdict)
            yield _End(None if passes_on else Decision(fate="accept"), form), passes_on
        elif kind == "reject":
            yield _End(_rejected(chain, rule, verdict, packet), packet), False
        else:
            fate: Fate = "accept" if kind == "accept" else "drop" if kind == "drop" else "unknown"
            yield _End(_by_rule(chain, rule, fate), packet), False

    def _jumped(self, chain: Chain, rule: Rule, verdict: Verdict, packet: Packet) -> Iterator[tuple[_End, bool]]:
        below = self._chains.get((chain.backend, chain.family, chain.table, verdict.chain))
        if below is None or self._depth >= DEEPEST:
            yield _End(_by_rule(chain, rule, "unknown"), packet), False
            return
        # The chain below stands where this one stands: what it may ask of a packet is the same.
        standing = replace(below, hook=chain.hook, priority=chain.priority, type=chain.type)
        self._depth += 1
        ends = self._chain(standing, packet)
        self._depth -= 1
        for end in ends:
            yield end, end.decision is None and verdict.kind == "jump"

    def _doubt(self, rule: Rule) -> None:
        self.doubts.append(rule.text)


def _orders(group: list[Chain]) -> list[list[Chain]]:
    """Which of two at the same place was made first is known among those of nftables; not of the legacy tables."""
    old = [one for one in group if one.backend == "iptables-legacy"]
    new = [one for one in group if one.backend != "iptables-legacy"]
    if not old or not new:
        return [group]
    return [[*new[:at], *old, *new[at:]] for at in range(len(new) + 1)]


def _few(forms: Iterable[Packet]) -> list[Packet]:
    few = list(forms)
    return few if len(few) <= MOST_FORMS else [merged(few)]


def _concerned(chain: Chain, packet: Packet) -> bool | None:
    """Whether a chain at a hook sees the packet; None where that is not known."""
    if chain.devices:
        link = packet.iif if chain.hook == "ingress" else packet.oif
        if not link or "" in chain.devices:
            return None
        return link in chain.devices
    if chain.type != "nat":
        return True
    # NAT is settled by the first packet and the first rule that translates; what is not tracked is not translated.
    settled = packet.targeted if chain.hook in TARGET_HOOKS else packet.sourced
    if settled or packet.state not in (None, CT_STATES["new"]):
        return False
    return True if packet.state is not None and settled is not None else None


def _translated_back(packet: Packet, hook: str) -> Packet:
    """An answer gets its target back before it is routed, its source when it leaves (nf_nat_core.c, `nf_nat_packet`)."""
    if packet.direction == "original" or packet.state in LONE:
        return packet
    if hook in TARGET_HOOKS and packet.true_target is not None:
        address, port = packet.true_target
        return replace(packet, daddr=address, dport=port, true_target=None)
    if hook not in TARGET_HOOKS and packet.true_source is not None:
        address, port = packet.true_source
        return replace(packet, saddr=address, sport=port, true_source=None)
    return packet


def _changed(packet: Packet, change: Change, chain: Chain) -> Packet:
    if change.key == "untracked":
        if not _untracked_yet(chain):
            return packet  # it has its connection already (net/netfilter/nft_ct.c, `nft_notrack_eval`)
        state = None if chain.position == TRACKING else CT_STATES["untracked"]
        return replace(packet, state=state)
    if change.key == "ct.mark" and _has_no_connection(packet, chain):
        return packet
    old = value(packet, change.source or change.key) if change.keep else 0
    if change.source == "ct.mark" and _has_no_connection(packet, chain):
        return packet
    new = (old & change.keep) ^ change.flip if change.known and isinstance(old, int) else None
    if change.key == "ct.mark":
        return replace(packet, ct_mark=new)
    return replace(packet, mark=new)


def _breaks_off(change: Change, packet: Packet, chain: Chain) -> bool:
    """nft's rules end where a connection's mark is read that is not there; iptables' go on (`connmark_tg_shift`)."""
    return change.source == "ct.mark" and chain.backend == "nft" and _has_no_connection(packet, chain)


def _untracked_yet(chain: Chain) -> bool:
    """Before connections are tracked (or at the same place, and then it is not known which comes first)."""
    if chain.hook in TARGET_HOOKS:
        return chain.position <= TRACKING
    return chain.hook == "ingress"


def _has_no_connection(packet: Packet, chain: Chain) -> bool:
    lone = packet.state in LONE
    return lone or (_untracked_yet(chain) and chain.position != TRACKING)


def _passes(step: Step, packet: Packet, chain: Chain) -> bool | None:
    """Whether the packet passes a test; None where that cannot be told."""
    if isinstance(step, Change):
        return False
    if not isinstance(step, Comparison):
        return None
    values = _values(step.keys, packet, chain)
    if any(one is ABSENT for one in values):
        # iptables' owner match holds, negated, for a packet without a socket (net/netfilter/xt_owner.c).
        return step.negated and chain.backend != "nft" and step.keys[0] in ("meta.skuid", "meta.skgid")
    held = _any(_holds(item, values, step.mask) for item in step.items)
    if held is False and step.growing:
        held = None
    return held if held is None else held is not step.negated


def _values(keys: tuple[str, ...], packet: Packet, chain: Chain) -> list[object]:
    early = _untracked_yet(chain)
    return [
        _before_tracking(key, packet, chain) if early and key.startswith("ct.") else value(packet, key)
        for key in keys
    ]


def _before_tracking(key: str, packet: Packet, chain: Chain) -> object:
    """Nothing has a connection yet: its state is invalid, and there is nothing else (nft_ct.c, `nft_ct_get_eval`)."""
    if chain.position == TRACKING:
        return None
    if key in ("ct.state", "ct.states"):
        return packet.state if packet.state == CT_STATES["untracked"] else CT_STATES["invalid"]
    return ABSENT


def _rewritten(packet: Packet, rule: NamedRule, verdict: Verdict) -> Packet:
    """The packet after a rule has translated it."""
    open_port = verdict.what in ("map", "range")
    address = _number(verdict.address)
    if verdict.kind == "snat":
        port = verdict.port or packet.sport
        return replace(
            packet,
            saddr=address,
            sport=None if open_port else port,
            sourced=True,
            resourced=None if address is None else address != packet.saddr or port != packet.sport,
        )
    port = verdict.port or packet.dport
    sent_to = f"{verdict.address or '?'}:{port or '?'}" if verdict.kind == "dnat" else f":{port}"
    if verdict.kind == "tproxy":
        return replace(packet, sent_to=sent_to, sent_by=rule)
    if verdict.kind == "dnat" and not verdict.address and verdict.port:
        address = packet.daddr
    return replace(
        packet,
        daddr=address,
        dport=None if open_port else port,
        target_kind="local" if verdict.kind == "redirect" else packet.target_kind if address == packet.daddr else "",
        rewritten=None if open_port else _differs(packet, address, port),
        targeted=True,
        sent_to=sent_to,
        sent_by=rule,
    )


def _number(address: str) -> int | None:
    from ipaddress import ip_address

    try:
        return int(ip_address(address)) if address else None
    except ValueError:
        return None


def _differs(packet: Packet, address: int | None, port: int | None) -> bool | None:
    """Only what is different afterwards counts as translated (net/netfilter/nf_nat_core.c, IPS_DST_NAT)."""
    if port != packet.dport:
        return True
    return None if address is None or packet.daddr is None else address != packet.daddr


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
    for span, held in zip(item, values, strict=bool(item)):
        if held is ABSENT:
            return False
        if held is None:
            unsure = True
        elif not _within(span, held & mask if mask is not None and isinstance(held, int) else held):
            return False
    return None if unsure else True


def _within(span: Span, held: object) -> bool:
    if isinstance(held, str):
        if isinstance(span.low, str) and span.low.endswith("*"):
            return held.startswith(span.low[:-1])
        return span.low == held
    if isinstance(span.low, int) and isinstance(span.high, int) and isinstance(held, int):
        return span.low <= held <= span.high
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


def stopping_rules(ruleset: Ruleset) -> Iterator[NamedRule]:
    """Every rule, and every policy, that drops or rejects whatever comes to it."""
    for chain in ruleset.chains:
        for rule in chain.rules:
            if isinstance(rule.verdict, Verdict) and rule.verdict.kind in ("drop", "reject"):
                yield named(chain, rule)
        if chain.hook and chain.policy == "drop":
            yield _policy(chain)


def _rejected(chain: Chain, rule: Rule, verdict: Verdict, packet: Packet) -> Decision:
    how = verdict.rejection
    return Decision(
        fate="reject",
        rule=named(chain, rule),
        tcp_reset=bool(how and how.tcp_reset),
        icmp=(how.v4 if packet.version == 4 else how.v6) if how else None,
    )


def _by_rule(chain: Chain, rule: Rule, fate: Fate) -> Decision:
    return Decision(fate=fate, rule=named(chain, rule) if fate != "accept" else None)


def _by_policy(chain: Chain) -> Decision:
    if chain.policy != "drop":
        return Decision(fate="accept")
    return Decision(fate="drop", rule=_policy(chain))


def _policy(chain: Chain) -> NamedRule:
    return NamedRule(
        backend=chain.backend,
        family=chain.family,
        table=chain.table,
        chain=chain.name,
        text="policy drop",
        policy=True,
        packets=chain.packets,
    )
