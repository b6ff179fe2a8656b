"""What the links of both machines carried, joined: how far the client's packets got, and the server's answers.

left the client   arrived at the server   answered   back at the client    who
no                                                                         the client's own filter
yes               no                                                       a device between the ends
yes               yes                     no                               the server: its filter, its routes, its queue
yes               yes                     yes        no                    the way back
yes               yes                     yes        yes                   the client's own filter, or its routes
"""

from __future__ import annotations

from nocarrier.causes._listening import came_to, dialled_the_server
from nocarrier.facts.arrival import Arrival, Sighting
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Need, on_client
from nocarrier.model.record import Record

NOT_THERE = ((4, 3, 1), (6, 1, 3))
"Host unreachable (RFC 792), address unreachable (RFC 4443, section 3.1)."

WATCHED: tuple[Need, ...] = on_client(Arrival)
"What `ends` reads: one look, at both sides."


class Ends(Record):
    """What was seen on each side of attempts at one address; None where that side could not be watched."""

    client: Evidence[Arrival] | None
    server: Evidence[Arrival] | None

    @property
    def both(self) -> tuple[Evidence[Arrival], ...]:
        """What there is."""
        return tuple(seen for seen in (self.client, self.server) if seen is not None)

    @property
    def arrived(self) -> Evidence[Arrival] | None:
        """The server's side, where the client's packets came in there."""
        return self.server if self.server is not None and self.server.facts.arrived else None

    @property
    def missing(self) -> Evidence[Arrival] | None:
        """The server's side, where the client's packets certainly did not come in there."""
        return self.server if self.server is not None and self.server.facts.missing else None

    @property
    def answered(self) -> Evidence[Arrival] | None:
        """The server's side, where it answered that it takes the connection."""
        return self.server if self.server is not None and self.server.facts.count("answer", "out") else None

    @property
    def reply(self) -> Sighting | None:
        """The first thing that the server sent back: that it takes the connection, or that it refuses."""
        if self.server is None:
            return None
        return self.server.facts.first("answer", "out") or self.server.facts.first("refusal", "out")

    @property
    def replied(self) -> Evidence[Arrival] | None:
        """The server's side, where it sent such a reply."""
        return self.server if self.reply is not None else None

    @property
    def came_back(self) -> Evidence[Arrival] | None:
        """The client's side, where such an answer came in."""
        return self.client if self.client is not None and self.client.facts.count("answer", "in") else None

    @property
    def never_left(self) -> Evidence[Arrival] | None:
        """The client's side, where none of its packets went out on a link."""
        return self.client if self.client is not None and not self.client.facts.count("opening", "out") else None


def ends(case: Case, address: str) -> Ends:
    """Both sides' sight of attempts at this address. A machine that only forwards the packets is not the server."""
    client, server = (
        next((seen for seen in case.every(Arrival, where) if seen.facts.address == address), None)
        for where in (Where.CLIENT, Where.SERVER)
    )
    through = server is not None and server.facts.arrived and not came_to(case, server.facts)
    return Ends(client, None if through else server)


def leads_there(case: Case, address: str) -> Evidence[Arrival] | None:
    """The server's side, where packets that the client sent to this address came in there, be it to another port.

    So the address leads to that machine, though it may have no such address itself: it is translated on the way.
    """
    server = ends(case, address).server
    return server if server is not None and (server.facts.arrived or server.facts.others_passed("in")) else None


def kept_away(case: Case, address: str) -> Evidence[Arrival] | None:
    """The server's side, where the packets surely do not come as far as its own packet filter.

    A filter that drops IPv6 neighbour solicitations keeps every packet away by itself (RFC 4861, section 7.2): there
    only a packet to another port that does come in shows that it is not so. ARP it does not see.
    """
    seen = ends(case, address).missing
    return seen if seen is not None and (":" not in address or seen.facts.others_passed("in")) else None


def finds_nobody(case: Case, address: str) -> Evidence[Arrival] | None:
    """The server's side, where the packets do not come in and a router says that it finds nobody for them.

    It sends this port on to a machine that is not there, or looks for the server where it is not.
    """
    seen = ends(case, address).missing
    said = seen.facts.said if seen is not None else None
    return seen if said is not None and (said.version, said.type, said.code) in NOT_THERE else None


class Lost(Record):
    """The client's packets are lost on the way to the server: what says so, and whether that is certain.

    Certain takes that they left the client, that the address is the server's own, and that packets from this client
    to another port of that address did arrive: else they may have gone to another machine with the same address. And
    that no XDP program of the server's may have dropped them before anybody saw them.
    """

    because: tuple[Evidence[Any], ...]
    certain: bool
    beside: int
    "The other port whose packets did arrive; 0: none."


def lost_on_the_way(case: Case, address: str) -> Lost | None:
    """Whether nothing that was dialled at this address arrived at the server that has it; None where that is not known."""
    seen = ends(case, address)
    if seen.missing is None or seen.never_left is not None or not dialled_the_server(case, address):
        return None
    left = _departures(case, seen)
    # Where two things tell that they left, the verdict rests on neither of them alone.
    because = (seen.missing, *left) if len(left) == 1 else (seen.missing,)
    facts = seen.missing.facts
    beside = next((one.port for one in facts.seen if one.kind == "opening" and one.port != facts.port), 0)
    return Lost(because, bool(left) and beside > 0 and not unseen_by_taps(case), beside)


def unseen_by_taps(case: Case) -> bool:
    """An XDP program of the server's may drop or answer packets before anything sees them, or nobody knows."""
    links = case.seen(Interfaces, Where.SERVER)
    return links is None or any(link.filtered for link in links.facts.interfaces)


def _departures(case: Case, seen: Ends) -> tuple[Evidence[Any], ...]:
    """What says that the packets left the client: its links, or where those may not be watched its counters."""
    counted = (one for one in case.every(Leaving) if one.facts.rounds and not one.facts.held_back)
    watched = (seen.client,) if seen.client is not None and seen.client.facts.left else ()
    return (*watched, *counted)
