"""What a machine's links carried of a few attempts to connect, watched while the client made them."""

from __future__ import annotations

from nocarrier.facts.routing_table import RoutingTable
from nocarrier.facts.tcp import IcmpWord
from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

Kind = Literal["opening", "answer", "refusal", "icmp"]
"""``opening``: the client's first packet (a SYN, over UDP a datagram). ``answer``: the server takes it (a SYN-ACK, a
datagram). ``refusal``: a RST. ``icmp``: an ICMP error about the opening."""
Way = Literal["in", "out"]


class Sighting(Record, kw_only=True):
    """Packets of one kind that one link carried one way, alike in all that is told here.

    ``port`` is the one that the client dialled, ``attempts`` of how many attempts such a packet was seen. ``source``
    and ``target`` are the addresses in the packet, as they were on this link, ``target_port`` the port it was for there (0:
    not known); ``ttl`` its time to live there; ``sender`` the link address of the neighbour that it came in from
    (``02:42:ac:11:00:02``).
    """

    kind: Kind
    way: Way
    device: str
    port: int
    attempts: int
    source: str
    target: str
    ttl: int
    target_port: int = 0
    sender: str = ""
    said: IcmpWord | None = None


class Reverse(Record, kw_only=True):
    """How the machine would send to the ``source`` of what came in on ``device``.

    ``back`` is the link it would use, ``gateway`` the next hop (empty: on the link). ``errno`` where there is no way,
    and then ``table`` has the routes and rules that concern the source. ``router`` is the neighbour from which it came
    in, where the table of neighbours knows it; ``gateway_absent``: nobody answers for the gateway on its link.
    ``checked`` is how strictly that link's rp_filter compares the two (0 not at all, 1 the same link, 2 any route;
    sysctl net.ipv4.conf), ``spoofed`` how many packets that check threw away meanwhile (IPReversePathFilter).
    """

    device: str
    source: str
    back: str = ""
    gateway: str = ""
    errno: str = ""
    table: RoutingTable | None = None
    router: str = ""
    gateway_absent: bool = False
    checked: int = 0
    spoofed: int = 0
    by_port: bool = False
    """There is a way for other packets, and none for those from the dialled port: a routing rule goes by that (ip-rule(8),
    ``sport``)."""
    kept_from_loopback: bool = False
    """Looked at where a rule of the packet filter sends the packets on to 127.0.0.0/8: the kernel throws away what comes
    for that from outside (sysctl net.ipv4.conf, route_localnet)."""

    @property
    def crossed(self) -> bool:
        """Answers leave on another link than the one that the packets came in on."""
        return self.back != self.device

    @property
    def refused(self) -> bool:
        """rp_filter threw packets away, and by the route it had to."""
        return self.spoofed > 0 and ((self.checked == 1 and self.crossed) or (self.checked == 2 and self.errno != ""))


class Arrival(Facts, kw_only=True):
    """One machine's view (the evidence says whose) of attempts at ``address`` and ``port`` and, beside, at other ports.

    What comes in is seen before the machine's own packet filter, what goes out after it. ``attempts`` were made at
    the dialled port, ``others`` at other ports of the same address, to see whether packets for the machine get
    through at all. ``got_through`` of those at the dialled port did connect, as far as they had time to. ``doubtful``
    packets may have been ours, changed on the way beyond recognition, or were missed. ``said`` is what a router said of one
    more attempt, which waited as long as a router asks for a neighbour; None where it said nothing, or there was none.
    """

    address: str
    port: int
    attempts: int
    others: int
    seen: tuple[Sighting, ...] = ()
    got_through: int = 0
    doubtful: int = 0
    reverse: Reverse | None = None
    said: IcmpWord | None = None

    def first(self, kind: Kind, way: Way) -> Sighting | None:
        """The first such packet on the dialled port: what comes in comes in on the outermost link first."""
        return next((one for one in self.seen if (one.kind, one.way, one.port) == (kind, way, self.port)), None)

    def count(self, kind: Kind, way: Way) -> int:
        """Of how many attempts at the dialled port such a packet was seen."""
        alike = [one.attempts for one in self.seen if (one.kind, one.way, one.port) == (kind, way, self.port)]
        return max(alike, default=0)

    def others_passed(self, way: Way) -> bool:
        """Whether an opening for another port of the same address was seen."""
        return any(one.kind == "opening" and one.way == way and one.port != self.port for one in self.seen)

    def answers_of_others(self, way: Way) -> tuple[Sighting, ...]:
        """What was seen of the answers of other ports."""
        return tuple(
            one for one in self.seen if one.kind in ("answer", "refusal") and one.way == way and one.port != self.port
        )

    @property
    def left(self) -> bool:
        """On the client: every attempt's opening went out on a link."""
        return self.attempts > 0 and self.count("opening", "out") == self.attempts

    @property
    def arrived(self) -> bool:
        """On the server: an opening came in on a link."""
        return self.count("opening", "in") > 0

    @property
    def missing(self) -> bool:
        """On the server: none of the openings came in, for certain."""
        return self.attempts > 0 and not self.arrived and not self.doubtful

    @property
    def moved(self) -> Sighting | None:
        """On the server: the opening that came in for another port than the dialled one, translated on the way.

        What answers there comes from that other port, and is not watched.
        """
        came = self.first("opening", "in")
        return came if came is not None and came.target_port not in (0, self.port) else None

    def none(self, way: Way, *kinds: Kind) -> bool:
        """Nothing of these kinds (of any that answers an opening) was seen that way, for certain."""
        return not (self.doubtful or self.moved) and not any(
            self.count(kind, way) for kind in kinds or ("answer", "refusal", "icmp")
        )
