"""Which machines forward packets toward an address, and how far packets of one kind get."""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Way(Record, kw_only=True):
    """How far packets of one kind get.

    ``routers``, by distance from 1: the machines that let the time to live of such a packet run out there and said so
    ("time exceeded", RFC 792, RFC 4443). None at a distance where nobody said it, several where packets from different
    source ports take different ways. ``reached``: the distance at which the address itself was heard; 0: it was not.
    """

    transport: Literal["tcp", "udp"]
    port: int
    routers: tuple[tuple[str, ...], ...] = ()
    reached: int = 0

    @property
    def last(self) -> int:
        """The greatest distance at which a router was heard; 0: none was."""
        return max((distance for distance, heard in enumerate(self.routers, 1) if heard), default=0)

    def at(self, distance: int) -> tuple[str, ...]:
        """The routers heard at one distance."""
        return self.routers[distance - 1] if 0 < distance <= len(self.routers) else ()

    @property
    def circle(self) -> tuple[str, ...]:
        """The routers that a packet visits in turn, at least three times each; none where it is not seen to circle.

        Routes that lead to where they came from do that: a router's decision depends on the destination, so a packet
        that comes again goes the same way again.
        """
        single = [heard[0] if len(heard) == 1 else "" for heard in self.routers]
        for start in range(len(single)):
            for length in range(2, 7):
                round_trip = single[start : start + length]
                if len(set(round_trip)) == length and "" not in round_trip and _rounds(single[start:], length) >= 3:
                    return tuple(round_trip)
        return ()


class Compared(Record, kw_only=True):
    """One distance, asked once more with packets of both kinds at the same moment: how many of each were answered.

    ``own`` of ``own_sent``, each from another source port, and after them ``beside``, so that a router which has only
    so many words a second speaks of ``own`` first.
    """

    distance: int
    own: int
    own_sent: int
    beside: int


class Hops(Facts, kw_only=True):
    """The way to ``address`` for packets to the target's own ``port``, and for others ``beside`` it.

    Each router in them forwards packets there: it stands on the way, and is not the end of it.
    """

    address: str
    port: int
    own: Way
    beside: Way | None = None
    compared: tuple[Compared, ...] = ()

    def forwards(self, address: str) -> bool:
        """Whether that machine was seen to stand on the way."""
        return any(address in heard for heard in self.own.routers)

    @property
    def passed_by(self) -> int:
        """The nearest distance beyond the last router that spoke of packets to the port, where others came and they
        did not, again and again; 0: there is none.
        """
        if self.own.reached:
            return 0
        sure = (each.distance for each in self.compared if each.beside and not each.own and each.own_sent > 1)
        return min((distance for distance in sure if distance > self.own.last), default=0)

    @property
    def at_the_end(self) -> bool:
        """Packets to the port come to the last router before the address, from which the address itself answers others.

        Then a filter in that router and one of the host behind it look the same.
        """
        return self.beside is not None and 0 < self.own.last == self.beside.reached - 1


def _rounds(heard: list[str], length: int) -> int:
    """How often the first ``length`` routers are heard in turn to the end of the list; silence says neither."""
    if any(name and name != heard[at % length] for at, name in enumerate(heard)):
        return 0
    return min(heard[at::length].count(heard[at]) for at in range(length))
