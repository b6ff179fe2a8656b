"""The packet filter of a machine, whatever wrote it: nftables, iptables or its legacy back end.

One language for all of them. A rule is a row of tests and what becomes of a packet that passes all of them. What
is not understood stays in the row as `Unreadable`: such a rule may match, or may not.

A test compares a few ``keys`` of the packet with ``items``. The keys and their values:

    ip.saddr ip.daddr ip6.saddr ip6.daddr    addresses, as numbers; a packet of the other family has none
    tcp.sport tcp.dport th.sport th.dport    ports; ``th`` is any transport
    tcp.flags ct.state ct.status             bits, see `TCP_FLAGS`, `CT_STATES`, `CT_STATUS`
    ct.states                                ``ct.state``, and those of `NAT_STATES`
    meta.l4proto meta.nfproto ct.direction   ``tcp``; ``ipv4`` or ``ipv6``; ``original`` or ``reply``
    meta.iifname meta.oifname                names of links; ``eth*`` in an item stands for all that begin so
    fib.saddr.type fib.daddr.type            ``local``, ``unicast``, ``broadcast`` …
    meta.mark ct.mark meta.skuid meta.skgid  numbers
    meta.pkttype                             ``host``, ``broadcast`` …

A set of ipset(8) is `InSet` until `readings.ipset` has put its items in its place.
"""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.record import Record

TCP_FLAGS = {"fin": 1, "syn": 2, "rst": 4, "psh": 8, "ack": 16, "urg": 32, "ecn": 64, "ece": 64, "cwr": 128}
"RFC 9293, section 3.1."
CT_STATES = {"invalid": 1, "established": 2, "related": 4, "new": 8, "untracked": 64}
"include/uapi/linux/netfilter/nf_conntrack_common.h, as bits."
NAT_STATES = {"snat": 256, "dnat": 512}
"Bits that iptables counts among the states (include/uapi/linux/netfilter/xt_conntrack.h), placed where none of those is."
CT_STATUS = {"expected": 1, "seen-reply": 2, "assured": 4, "confirmed": 8, "snat": 16, "dnat": 32, "dying": 512}
"The same header, enum ip_conntrack_status."

Backend = Literal["nft", "iptables", "iptables-legacy"]
Kind = Literal[
    "accept", "drop", "reject", "jump", "goto", "return", "continue", "dnat", "redirect", "snat", "tproxy", "unknown"
]  # fmt: skip


class Span(Record):
    """Everything from ``low`` to ``high``, both included; names are compared as they are."""

    low: int | str
    high: int | str


Item = tuple[Span, ...]
"One value for each key, side by side; without spans it holds any value."


class Comparison(Record, kw_only=True):
    """Passed when some item holds the values of the keys, or, ``negated``, when none does.

    ``mask``: the (one) value is first reduced to these bits. ``growing``: packets add items to the set that was
    read, so that what is not in it may have come in since.
    """

    keys: tuple[str, ...]
    items: tuple[Item, ...]
    negated: bool = False
    mask: int | None = None
    growing: bool = False


class Unreadable(Record):
    """A test that no packet's header answers, or that is not known here: ``limit``, ``recent``, ``connlimit`` …"""

    what: str


class InSet(Record):
    """A test against a set of ipset(8) that stands outside the ruleset; ``sides`` are its ``src`` and ``dst``."""

    name: str
    sides: tuple[str, ...]
    negated: bool = False

    @property
    def what(self) -> str:
        """As iptables spells it."""
        return f"set {self.name}"


class Change(Record, kw_only=True):
    """What a rule alters in passing: the mark ``key`` becomes ``(source & keep) ^ flip``.

    ``source`` is a mark too, empty for the same one. ``untracked`` takes the packet from connection tracking.
    ``known`` is False where the new value is not a constant.
    """

    key: Literal["meta.mark", "ct.mark", "untracked"]
    source: str = ""
    keep: int = 0
    flip: int = 0
    known: bool = True


Step = Comparison | Unreadable | InSet | Change


class Rejection(Record, kw_only=True):
    """How a rule refuses: a TCP reset, or an ICMP message with these codes.

    ``v4`` and ``v6`` are (type, code) of RFC 792 and RFC 4443; None where the rule does not answer that family.
    """

    tcp_reset: bool = False
    v4: tuple[int, int] | None = None
    v6: tuple[int, int] | None = None


class Verdict(Record, kw_only=True):
    """What becomes of a packet. ``chain`` for jump and goto; ``address`` (empty: not known) and ``port`` (0: kept)
    for dnat, redirect, snat (masquerade, without) and tproxy; ``what`` names a target that is not understood."""

    kind: Kind
    chain: str = ""
    rejection: Rejection | None = None
    address: str = ""
    port: int = 0
    what: str = ""


class Choice(Record, kw_only=True):
    """A verdict map: the first item that holds the values of the keys decides; none: the rule does not match."""

    keys: tuple[str, ...]
    entries: tuple[tuple[Item, Verdict], ...]


class Rule(Record, kw_only=True):
    """One rule. ``text`` is what its administrator would see; ``handle`` nft's, ``number`` its place from 1.

    ``steps`` are its tests and what it changes, in the order in which they are met. ``packets`` is its own counter
    of the packets that passed all of them, None where it has none.
    """

    text: str
    number: int
    handle: int = 0
    packets: int | None = None
    steps: tuple[Step, ...] = ()
    verdict: Verdict | Choice | None = None


class Chain(Record, kw_only=True):
    """One chain; ``hook`` is empty where it is only jumped to. ``family`` is ``ip``, ``ip6``, ``inet`` or ``netdev``.

    ``devices`` are the links whose packets it sees, where it does not see all; an empty name is one that is not known.
    """

    backend: Backend
    family: str
    table: str
    name: str
    hook: str = ""
    priority: int = 0
    policy: str = "accept"
    type: str = "filter"
    devices: tuple[str, ...] = ()
    packets: int | None = None
    rules: tuple[Rule, ...] = ()

    @property
    def position(self) -> int:
        """Where it stands among the chains of its hook.

        All chains of type nat run where NAT is registered, whatever their own priority (net/netfilter/nf_nat_core.c,
        `nf_nat_inet_fn`; include/uapi/linux/netfilter_ipv4.h, enum nf_ip_hook_priorities).
        """
        if self.type == "nat":
            return NAT_TARGET if self.hook in ("prerouting", "output") else NAT_SOURCE
        return self.priority


TRACKING, NAT_TARGET, NAT_SOURCE = -200, -100, 100
"""Where connections are tracked, and where targets and sources are translated (the same enum: NF_IP_PRI_CONNTRACK,
NF_IP_PRI_NAT_DST, NF_IP_PRI_NAT_SRC)."""


class Ruleset(Record, kw_only=True):
    """Every chain of the machine, those of nft in the order in which they were made."""

    chains: tuple[Chain, ...] = ()

    def with_iptables(self, dumps: Ruleset) -> Ruleset:
        """This ruleset of nft with what iptables-save said.

        Tables of iptables' nftables back end are seen by both; nft cannot spell all of their matches (``xt``), so
        the dump is the truth for those, and none is met twice. They keep the place that nft gives them.
        """
        printed = {(one.family, one.table, one.name): one for one in dumps.chains if one.backend == "iptables"}
        tables = {(family, table) for family, table, _ in printed}
        own = [
            printed.pop((one.family, one.table, one.name), one)
            for one in self.chains
            if (one.family, one.table) not in tables or (one.family, one.table, one.name) in printed
        ]
        legacy = (one for one in dumps.chains if one.backend != "iptables")
        return Ruleset(chains=(*own, *printed.values(), *legacy))

    @property
    def names_sets(self) -> bool:
        """Whether some rule asks for a set of ipset(8)."""
        return any(isinstance(step, InSet) for one in self.chains for rule in one.rules for step in rule.steps)

    def at(self, hook: str, version: int) -> tuple[Chain, ...]:
        """The chains that a packet of IP ``version`` meets at a hook, in the order in which it meets them.

        Of two with the same priority the one that was made later is met first (net/netfilter/core.c,
        `nf_hook_entries_grow`).
        """
        families = ("ip" if version == 4 else "ip6", "inet", "netdev")
        here = [one for one in reversed(self.chains) if one.hook == hook and one.family in families]
        return tuple(sorted(here, key=lambda one: (one.position, one.priority)))
