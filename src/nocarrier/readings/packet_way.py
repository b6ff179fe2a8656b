"""The way of a connection's first packet, and of its answer, through one machine: hook by hook."""

from __future__ import annotations

from collections.abc import Callable

from nocarrier.facts.packet_fate import Decision, Passage
from nocarrier.facts.ruleset import Ruleset
from nocarrier.model.annotations import Literal
from nocarrier.model.record import Record, replace
from nocarrier.readings.packet_walk import walk
from nocarrier.readings.walked_packet import Packet, answer_to


class Routed(Record):
    """Where a packet goes: over which link, what kind of route that is, and whether it ends on this machine."""

    device: str
    kind: str
    is_here: bool


FindRoute = Callable[[int], Routed]


class Way:
    """Walks one connection through a ruleset; `passages` grows."""

    def __init__(self, ruleset: Ruleset, find_route: FindRoute) -> None:
        self._ruleset = ruleset
        self._find_route = find_route
        self.passages: list[Passage] = []

    def out(self, syn: Packet) -> tuple[Passage, ...]:
        """The SYN is made here and leaves over ``oif``; what answers it comes in there, over ``lo`` from this machine
        itself too."""
        sent = self._through(syn, "output")
        if sent.rewritten is not False:
            sent = replace(sent, oif="")  # it is routed anew
        left = self._through(sent, "postrouting", "egress")
        whose = "local" if syn.target_kind == "local" else "unicast"
        answer = answer_to(syn, left, iif=syn.oif or "", source_kind=whose, target_kind="local", socket=False)
        tracked = self._through(answer, "ingress", "prerouting")
        # Its socket is looked up before it is delivered (net/ipv4/ip_input.c, early demux), where that is on.
        early = replace(tracked, socket=None, uid=syn.uid, gid=syn.gid)
        self._through(early, "input")
        return tuple(self.passages)

    def into(self, syn: Packet) -> tuple[Passage, ...]:
        """The SYN comes in over ``iif``: to a program of this machine, or on to where NAT or a route sends it."""
        arrived = self._through(syn, "ingress", "prerouting")
        if arrived.rewritten is not False and arrived.daddr is None and arrived.target_kind != "local":
            self._lost("forward", "syn")  # perhaps it is sent on, and where to is not known
        route = self._onward(arrived)
        if route is None or route.is_here:
            self._delivered(syn, replace(arrived, target_kind="local") if route else arrived)
        else:
            self._forwarded(syn, arrived, route)
        return tuple(self.passages)

    def _onward(self, packet: Packet) -> Routed | None:
        """Its route, where it is not known to be for this machine."""
        moved = packet.rewritten and packet.target_kind != "local"
        if packet.daddr is None or not (moved or packet.target_kind == "unicast"):
            return None
        return self._find_route(packet.daddr)

    def _delivered(self, syn: Packet, arrived: Packet) -> None:
        taken = self._through(arrived, "input")
        answer = answer_to(syn, taken, oif=syn.iif, source_kind="local", target_kind=syn.source_kind)
        self._through(answer, "output", "postrouting", "egress")

    def _forwarded(self, syn: Packet, arrived: Packet, route: Routed) -> None:
        going = replace(arrived, oif=route.device, target_kind=route.kind)
        left = self._through(going, "forward", "postrouting", "egress")
        answer = answer_to(
            syn, left, iif=route.device, source_kind="unicast", target_kind=syn.source_kind, socket=False
        )
        if left.resourced is not False:
            answer = replace(answer, target_kind="")  # it comes back to an address of this machine, or not
        back = self._through(answer, "ingress", "prerouting")
        if back.true_target is not None:
            # It was not translated back: it is for whoever has the address that its packet was sent from.
            here = self._find_route(back.daddr).is_here if back.daddr is not None else None
            if here:
                self._through(back, "input")
            else:
                self._lost("forward", "answer")
            return
        self._through(replace(back, oif=syn.iif, target_kind=syn.source_kind), "forward", "postrouting", "egress")

    def _lost(self, hook: str, what: Literal["syn", "answer"]) -> None:
        """From here on its way is not known."""
        self.passages.append(Passage(hook=hook, what=what, ends=(Decision(fate="unknown"),)))

    def _through(self, packet: Packet, *hooks: str) -> Packet:
        for hook in hooks:
            standing = replace(
                packet,
                iif=None if hook == "egress" else packet.iif,
                oif=None if hook in ("ingress", "prerouting", "input") else packet.oif,
            )
            passage, after = walk(self._ruleset, standing, hook)
            self.passages.append(passage)
            packet = replace(after, iif=packet.iif, oif=packet.oif)
        return packet
