"""The packet filter of a machine, whatever wrote it: nftables, iptables or its legacy back end.

One language for all of them. A rule is a row of tests and what becomes of a packet that passes all of them. What
is not understood stays in the row as `Unreadable`: such a rule may match, or may not.

A test compares a few ``keys`` of the packet with ``items``. The keys and their values:

    ip.saddr ip.daddr ip6.saddr ip6.daddr    addresses, as numbers; a packet of the other family has none
    tcp.sport tcp.dport th.sport th.dport    ports; ``th`` is any transport
    tcp.flags ct.state ct.status             bits, see `TCP_FLAGS`, `CT_STATES`, `CT_STATUS`
    meta.l4proto meta.nfproto ct.direction   ``tcp``; ``ipv4`` or ``ipv6``; ``original`` or ``reply``
    meta.iifname meta.oifname                names of links; ``eth*`` in an item stands for all that begin so
    fib.saddr.type fib.daddr.type            ``local``, ``unicast``, ``broadcast`` …
    meta.mark meta.skuid                     numbers
"""

from __future__ import annotations

from typing import Literal

import msgspec

TCP_FLAGS = {"fin": 1, "syn": 2, "rst": 4, "psh": 8, "ack": 16, "urg": 32, "ecn": 64, "ece": 64, "cwr": 128}
"RFC 9293, section 3.1."
CT_STATES = {"invalid": 1, "established": 2, "related": 4, "new": 8, "untracked": 64}
"include/uapi/linux/netfilter/nf_conntrack_common.h, as bits."
CT_STATUS = {"expected": 1, "seen-reply": 2, "assured": 4, "confirmed": 8, "snat": 16, "dnat": 32, "dying": 512}
"The same header, enum ip_conntrack_status."

Backend = Literal["nft", "iptables", "iptables-legacy"]
Kind = Literal[
    "accept", "drop", "reject", "jump", "goto", "return", "continue", "dnat", "redirect", "tproxy", "unknown"
]  # fmt: skip


class Span(msgspec.Struct, frozen=True):
    """Everything from ``low`` to ``high``, both included; names are compared as they are."""

    low: int | str
    high: int | str


Item = tuple[Span, ...]
"One value for each key, side by side; without spans it holds any value."


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Passed when some item holds the values of the keys, or, ``negated``, when none does.

    ``mask``: the (one) value is first reduced to these bits.
    """

    keys: tuple[str, ...]
    items: tuple[Item, ...]
    negated: bool = False
    mask: int | None = None


class Unreadable(msgspec.Struct, frozen=True):
    """A test that no packet's header answers, or that is not known here: ``limit``, ``recent``, ``connlimit`` …"""

    what: str


class Rejection(msgspec.Struct, frozen=True, kw_only=True):
    """How a rule refuses: a TCP reset, or an ICMP message with these codes.

    ``v4`` and ``v6`` are (type, code) of RFC 792 and RFC 4443; None where the rule does not answer that family.
    """

    tcp_reset: bool = False
    v4: tuple[int, int] | None = None
    v6: tuple[int, int] | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of a packet. ``chain`` for jump and goto; ``address`` (empty: not known) and ``port`` (0: kept)
    for dnat, redirect and tproxy; ``what`` names a target that is not understood."""

    kind: Kind
    chain: str = ""
    rejection: Rejection | None = None
    address: str = ""
    port: int = 0
    what: str = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict map: the first item that holds the values of the keys decides; none: the rule does not match."""

    keys: tuple[str, ...]
    entries: tuple[tuple[Item, Verdict], ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule. ``text`` is what its administrator would see; ``handle`` nft's, ``number`` its place from 1.

    ``packets`` is its own counter, None where it has none. ``changes`` are what it alters in passing: ``mark``,
    ``untracked``.
    """

    text: str
    number: int
    handle: int = 0
    packets: int | None = None
    tests: tuple[Comparison | Unreadable, ...] = ()
    verdict: Verdict | Choice | None = None
    changes: frozenset[str] = frozenset()


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """One chain; ``hook`` is empty where it is only jumped to. ``family`` is ``ip``, ``ip6``, ``inet`` or ``netdev``."""

    backend: Backend
    family: str
    table: str
    name: str
    hook: str = ""
    priority: int = 0
    policy: str = "accept"
    type: str = "filter"
    device: str = ""
    packets: int | None = None
    rules: tuple[Rule, ...] = ()


class Ruleset(msgspec.Struct, frozen=True, kw_only=True):
    """Every chain of the machine."""

    chains: tuple[Chain, ...] = ()

    def with_iptables(self, dumps: Ruleset) -> Ruleset:
        """This ruleset of nft with what iptables-save said.

        Tables of iptables' nftables back end are seen by both; nft cannot spell all of their matches (``xt``), so
        the dump is the truth for those, and none is met twice.
        """
        printed = {(one.family, one.table) for one in dumps.chains if one.backend == "iptables"}
        own = tuple(one for one in self.chains if (one.family, one.table) not in printed)
        return Ruleset(chains=(*own, *dumps.chains))

    def at(self, hook: str, version: int) -> tuple[Chain, ...]:
        """The chains that a packet of IP ``version`` meets at a hook, in the order in which it meets them."""
        families = ("ip" if version == 4 else "ip6", "inet", "netdev")
        here = [one for one in self.chains if one.hook == hook and one.family in families]
        return tuple(sorted(here, key=lambda one: (_position(one), one.priority)))


def _position(chain: Chain) -> int:
    """All chains of type nat run where NAT is registered, whatever their own priority (net/netfilter/nf_nat_core.c,
    `nf_nat_inet_fn`; include/uapi/linux/netfilter_ipv4.h, enum nf_ip_hook_priorities)."""
    if chain.type == "nat":
        return -100 if chain.hook in ("prerouting", "output") else 100
    return chain.priority
