"""The packet that `packet_walk` takes through a ruleset, and what the tests of a rule find in it."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.facts.packet_fate import NamedRule
from nocarrier.facts.ruleset import CT_STATES, CT_STATUS, NAT_STATES, TCP_FLAGS
from nocarrier.model.annotations import Any, Literal
from nocarrier.model.record import Record, fields, replace

SYN, SYN_ACK = TCP_FLAGS["syn"], TCP_FLAGS["syn"] | TCP_FLAGS["ack"]
LONE = (CT_STATES["untracked"], CT_STATES["invalid"])
"States of a packet that belongs to no connection."
ABSENT = object()
"The packet has no such field: no test of it passes, not even a negated one."
End = tuple[int | None, int | None]
"An address and a port."


class Packet(Record, kw_only=True):
    """A TCP packet and what its machine knows about it.

    Addresses are numbers; None is *not known*, which an empty link name is too. ``iif`` and ``oif`` are None where
    the hook has none. ``kinds`` are the route types of source and destination (``local``, ``unicast``), empty
    where not known. ``socket``: whether a socket of this machine stands behind it (``uid``, ``gid``).
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
    ct_mark: int | None = 0
    socket: bool | None = None
    uid: int | None = None
    gid: int | None = None
    source_kind: str = ""
    target_kind: str = ""
    targeted: bool | None = False
    "Whether NAT has already decided about this connection's target."
    sourced: bool | None = False
    "The same of its source."
    rewritten: bool | None = False
    "Whether its target was changed by that."
    resourced: bool | None = False
    true_target: End | None = None
    "An answer's: where it goes once NAT has translated it back; None where that changes nothing."
    true_source: End | None = None
    sent_to: str = ""
    sent_by: NamedRule | None = None


UNKNOWN: dict[str, Any] = {"iif": "", "oif": "", "source_kind": "", "target_kind": "", "sent_to": ""}
"What stands for *not known* where it is not None."


def merged(forms: Sequence[Packet]) -> Packet:
    """One packet for all that it may have become: what differs is not known."""
    first = forms[0]
    differing = {
        name: UNKNOWN.get(name)
        for name in fields(Packet)
        if any(getattr(one, name) != getattr(first, name) for one in forms[1:])
    }
    for name in ("true_target", "true_source"):
        if name in differing:
            differing[name] = (None, None)
    return replace(first, **differing)


def answer_to(first: Packet, last: Packet, **known: Any) -> Packet:
    """The SYN-ACK that answers a SYN: ``first`` as it came to this machine or was made there, ``last`` as it left it."""
    lone = last.state in LONE
    turned = Packet(
        version=first.version,
        saddr=last.daddr,
        daddr=last.saddr,
        sport=last.dport,
        dport=last.sport,
        # An answer to what is not tracked belongs to nothing (net/netfilter/nf_conntrack_proto_tcp.c, tcp_conntracks).
        state=None if last.state is None else CT_STATES["invalid" if lone else "established"],
        direction="reply",
        flags=SYN_ACK,
        ct_mark=last.ct_mark,
        rewritten=last.rewritten,
        resourced=last.resourced,
        source_kind=last.target_kind,
        target_kind=first.source_kind,
        true_source=None if last.rewritten is False else (first.daddr, first.dport),
        true_target=None if last.resourced is False else (first.saddr, first.sport),
    )
    return replace(turned, **known)


def value(packet: Packet, key: str) -> object:
    """The packet's value for a key of a rule: None where it is not known, `ABSENT` where it has no such field."""
    header, _, field = key.partition(".")
    if header in ("ip", "ip6"):
        if packet.version != (4 if header == "ip" else 6):
            return ABSENT
        return "tcp" if field in ("protocol", "nexthdr") else getattr(packet, field)
    if header in ("tcp", "th"):
        return getattr(packet, field)
    if header == "ct":
        return _of_connection(packet, field)
    if key in ("meta.skuid", "meta.skgid"):
        return _of_owner(packet, packet.uid if field == "skuid" else packet.gid)
    known: dict[str, object] = {
        "meta.l4proto": "tcp",
        "meta.nfproto": f"ipv{packet.version}",
        "meta.protocol": "ip" if packet.version == 4 else "ip6",
        "meta.iifname": "" if packet.iif is None else packet.iif or None,
        "meta.oifname": "" if packet.oif is None else packet.oif or None,
        "meta.mark": packet.mark,
        "meta.pkttype": "host" if packet.iif and packet.iif != "lo" else None,
        "fib.saddr.type": packet.source_kind or None,
        "fib.daddr.type": packet.target_kind or None,
    }
    return known.get(key, ABSENT)


def _of_connection(packet: Packet, field: str) -> object:
    """Of a packet without a connection there is its state only (net/netfilter/nft_ct.c, `nft_ct_get_eval`)."""
    if field == "state" or (field == "states" and packet.state in LONE):
        return packet.state
    if packet.state in LONE:
        return ABSENT
    if packet.state is None:
        return None
    if field == "states":
        if packet.rewritten is None or packet.resourced is None:
            return None
        return packet.state | NAT_STATES["dnat"] * packet.rewritten | NAT_STATES["snat"] * packet.resourced
    if field == "direction":
        return packet.direction
    return packet.ct_mark if field == "mark" else _status(packet)


def _of_owner(packet: Packet, number: int | None) -> object:
    if packet.socket is False:
        return ABSENT
    return number if packet.socket else None


def _status(packet: Packet) -> int | None:
    if packet.rewritten is None or packet.resourced is None:
        return None
    translated = CT_STATUS["dnat"] * packet.rewritten + CT_STATUS["snat"] * packet.resourced
    if packet.direction == "original":
        return translated
    return translated | CT_STATUS["seen-reply"] | CT_STATUS["confirmed"]
