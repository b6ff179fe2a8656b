"""What the causes about listeners share: which attempt is in question, and how the listeners stand to it.

Exactly one of them owns each case, because all of them ask `meeting` one question:

    on the port listens …                         dialled 10.20.0.5   dialled fd20::5   dialled ::1 or 127.0.0.1
    nobody                                        NOBODY              NOBODY            NOBODY
    something that takes the address              TAKEN               TAKEN             TAKEN
    [::], and whether for IPv4 too is unknown     UNKNOWN             TAKEN             UNKNOWN, or TAKEN
    the other family's wildcard                   OTHER_FAMILY        OTHER_FAMILY      OTHER_FAMILY
    loopback addresses only                       LOOPBACK_ONLY       LOOPBACK_ONLY     OTHER_FAMILY (localhost is both)
    other addresses, all of the other family      OTHER_FAMILY        OTHER_FAMILY      OTHER_ADDRESS
    other addresses                               OTHER_ADDRESS       OTHER_ADDRESS     OTHER_ADDRESS
"""

from __future__ import annotations

from enum import Enum, auto

from nocarrier.causes._attempts import Attempt, attempts
from nocarrier.causes._both_ends import with_the_server
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.identity import Identity, same_machine
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.facts.private import is_loopback
from nocarrier.facts.route import Route
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    Need,
    RuledOut,
    Silent,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.target import endpoint

WHOSE_ADDRESS: tuple[Need, ...] = (*on_client(Identity, PacketFate), *on_server(Identity, Interfaces, PacketFate))
"What `dialled_the_server` and `answered_before` read."

CLOSED_UDP = ((3, 3), (1, 4))
"Port unreachable, as ICMP and ICMPv6 say it: a closed UDP port's answer, and a filter's (RFC 1122, RFC 4443)."

CONTAINER_LINKS = ("docker", "br-", "podman", "cni", "cali", "flannel", "cilium", "kube-")
"How links to containers are named; where there are some, rules mostly send ports on to them."

LOCALHOST = frozenset({"127.0.0.1", "::1"})
"What the name localhost means (RFC 6761, section 6.3); 127.0.1.1 or 127.0.0.53 mean something else."


class Meeting(Enum):
    """How the listeners on a port stand to an address that was dialled there."""

    NOBODY = auto()
    TAKEN = auto()
    UNKNOWN = auto()
    OTHER_FAMILY = auto()
    LOOPBACK_ONLY = auto()
    OTHER_ADDRESS = auto()


def meeting(listeners: Listeners, address: str, port: int) -> Meeting:
    """The one row of the table above that fits."""
    here = listeners.on(port)
    if not here:
        return Meeting.NOBODY
    if listeners.taking(address, port):
        return Meeting.TAKEN
    if listeners.perhaps_taking(address, port):
        return Meeting.UNKNOWN
    if any(listener.any_address for listener in here):
        return Meeting.OTHER_FAMILY
    dialled_locally = is_loopback(address)
    if all(listener.loopback for listener in here):
        twin = address in LOCALHOST and any(listener.bare in LOCALHOST for listener in here)
        return Meeting.OTHER_FAMILY if twin else Meeting.LOOPBACK_ONLY
    if dialled_locally and address in LOCALHOST and any(listener.bare in LOCALHOST for listener in here):
        return Meeting.OTHER_FAMILY
    outward = [listener for listener in here if not listener.loopback]
    if not dialled_locally and all(listener.family != _family(address) for listener in outward):
        return Meeting.OTHER_FAMILY
    return Meeting.OTHER_ADDRESS


def _family(address: str) -> int:
    return 6 if ":" in address else 4


def reset(case: Case) -> Attempt | None:
    """The first address where the host itself says that nobody listens.

    Over TCP that is a RST with no ICMP message, over UDP the host's own ICMP port unreachable.
    """
    return next((seen for seen in attempts(case) if seen.facts.reset), None)


def server_listeners(case: Case) -> Evidence[Listeners] | None:
    """The listeners of the server's machine, where it was looked at."""
    return case.seen(Listeners, Where.SERVER)


def dialled_the_server(case: Case, address: str) -> bool | None:
    """Whether the dialled address is the server's own; None where its addresses are not known.

    False does not yet say that the wrong machine was dialled: an address may be translated on the way (NAT).
    """
    if stayed_here(case, address):
        return same_machine(case)
    interfaces = case.seen(Interfaces, Where.SERVER)
    if interfaces is None:
        return None
    return interfaces.facts.has(address)


def stayed_here(case: Case, address: str) -> bool:
    """Whether packets to the address never leave the client's machine."""
    own = (seen.facts.is_here for seen in case.every(Route) if seen.facts.address == address)
    return is_loopback(address) or next(own, False)


def elsewhere(case: Case, address: str) -> bool:
    """The client dialled itself, and the server that was named is another machine: its listeners say nothing."""
    return stayed_here(case, address) and same_machine(case) is False


def never_came(case: Case, address: str) -> bool:
    """The machine that was named as the server has no such address, and for certain the packets did not come to it, or
    only through it: another one refused them, and what listens here says nothing."""
    if dialled_the_server(case, address) is not False:
        return False
    arrivals = (seen.facts for seen in case.every(Arrival, Where.SERVER) if seen.facts.address == address)
    return any(facts.missing or (facts.arrived and not came_to(case, facts)) for facts in arrivals)


def came_to(case: Case, arrival: Arrival) -> bool:
    """What came in at the server's machine was for it: for one of its own addresses. Another is forwarded."""
    own = case.seen(Interfaces, Where.SERVER)
    return own is None or any(
        own.facts.has(one.target) for one in arrival.seen if (one.kind, one.way) == ("opening", "in")
    )


class Refusal(Record):
    """An address that answered with a RST (over UDP: port unreachable), and what listens on that port of the server's machine."""

    attempt: Attempt
    listeners: Evidence[Listeners] | None
    met: Meeting | None

    @property
    def address(self) -> str:
        """The address that was dialled."""
        return self.attempt.facts.address

    @property
    def port(self) -> int:
        """The port that was dialled."""
        return self.attempt.facts.port

    @property
    def here(self) -> tuple[Listener, ...]:
        """The listeners on the port."""
        return self.listeners.facts.on(self.port) if self.listeners else ()

    @property
    def nearest(self) -> Listener:
        """The one of them whose setting is to change: what other machines reach at all, and of the dialled family."""
        family = _family(self.address)
        return min(self.here, key=lambda listener: (listener.loopback, listener.family != family))

    @property
    def shown(self) -> str:
        """``127.0.0.1:8080, [::1]:8080``: where the listeners on the port are bound."""
        return ", ".join(endpoint(listener.bound, listener.port) for listener in self.here)


def moved_on_the_way(case: Case, attempt: Attempt) -> Evidence[Arrival] | None:
    """The server's side, where packets for the dialled port were seen to come in for another one: whoever listens on
    the dialled one was never asked."""
    arrivals = case.every(Arrival, Where.SERVER)
    return next((seen for seen in arrivals if seen.facts.address == attempt.facts.address and seen.facts.moved), None)


def refusal(case: Case) -> Refusal | None:
    """The first RST, where it is about the dialled port. Listeners of a machine that is certainly not the one that was
    dialled are left out."""
    attempt = reset(case)
    if attempt is None or moved_on_the_way(case, attempt) is not None:
        return None
    address, port = attempt.facts.address, attempt.facts.port
    listeners = server_listeners(case)
    if listeners is None or elsewhere(case, address) or never_came(case, address):
        return Refusal(attempt, None, None)
    return Refusal(attempt, listeners, meeting(listeners.facts, address, port))


def judged(case: Case, refused: Refusal, summary: Prose, fixes: tuple[Fix, ...]) -> Judgement:
    """The verdict of a cause whose row of the table it is: as sure as `certainty` allows."""
    sure = certainty(case, refused)
    return Found(
        certainty=sure,
        summary=summary,
        because=resting_on(case, refused),
        fixes=fixes,
        decided_by=() if sure is Certainty.PROVEN else deciders(case, refused),
    )


def deciders(case: Case, refused: Refusal) -> tuple[Decider, ...]:
    """What is left open where the listeners were seen and yet do not decide it."""
    if refused.listeners is not None and answered_before(case, refused.address):
        question = say("Does a rule on the server answer for {port}, or send it on?", port=refused.port)
        return (Decider(question=question, command=f"nft list ruleset | grep -nw {refused.port}"),)
    if refused.listeners is not None and dialled_the_server(case, refused.address) is False:
        question = say("Does {address} lead to the machine that was looked at?", address=refused.address)
        return (Decider(question=question, command=f"tcpdump -ni any tcp port {refused.port}"),)
    return look_at_the_server(case)


def another_row(refused: Refusal) -> Judgement:
    """The judgement of a cause whose row it is not, where the listeners were seen."""
    if refused.listeners is None:
        return Silent()
    if not refused.here:
        return RuledOut((refused.listeners,), say("nothing listens on {port}", port=refused.port))
    return RuledOut((refused.listeners,), say("{there} is listened on", there=refused.shown))


def perhaps(case: Case, refused: Refusal, summary: Prose) -> Judgement:
    """The verdict from the client alone: a RST fits, and only the server's side tells what is behind it."""
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=summary,
        because=(refused.attempt,),
        decided_by=look_at_the_server(case),
    )


def certainty(case: Case, refused: Refusal) -> Certainty:
    """How sure a verdict about the listeners of the server's machine can be.

    Proven takes that the address is that machine's own, and that every other address of the name that failed
    failed for this same reason: else something else is wrong as well, and mending this alone does not help.
    """
    if refused.listeners is None or refused.met is None:
        return Certainty.POSSIBLE
    others = [seen.facts for seen in attempts(case) if not seen.facts.connected]
    alike = all(
        attempt.reset and meeting(refused.listeners.facts, attempt.address, refused.port) is refused.met
        for attempt in others
    )
    sure = (
        alike
        and refused.met is not Meeting.UNKNOWN
        and dialled_the_server(case, refused.address)
        and not answered_before(case, refused.address)
    )
    return Certainty.PROVEN if sure else Certainty.LIKELY


def answered_before(case: Case, address: str) -> bool:
    """A rule on either side answers itself, or sends the packet elsewhere: nobody asked the listeners.

    A rule that only may have answered changes nothing: the listeners alone explain the refusal.

    Where the server's rules cannot be read, links to containers say that some of them send ports on.
    """
    fates = [seen.facts for where in Where for seen in case.every(PacketFate, where) if seen.facts.address == address]
    ways = [one for facts in fates for one in facts.passages if one.what == "syn"]
    closed = CLOSED_UDP if case.target.transport == "udp" else (None,)
    answers = any(one.certain and one.certain.answers(word) for one in ways for word in closed)
    return answers or any(one.sent_to for one in ways) or _rules_unread(case, address)


def _rules_unread(case: Case, address: str) -> bool:
    """The server has links to containers, and its rules for this address could not be read."""
    links = case.seen(Interfaces, Where.SERVER)
    read = any(seen.facts.address == address for seen in case.every(PacketFate, Where.SERVER))
    named = links is not None and any(link.name.startswith(CONTAINER_LINKS) for link in links.facts.interfaces)
    return named and not read


def resting_on(case: Case, refused: Refusal) -> tuple[Evidence[Any], ...]:
    """The RST, the listeners, and what says that they belong to the machine that was dialled."""
    owner: tuple[Evidence[Any] | None, ...]
    if stayed_here(case, refused.address):
        owner = (case.seen(Identity), case.seen(Identity, Where.SERVER))
    else:
        owner = (case.seen(Interfaces, Where.SERVER),)
    return tuple(seen for seen in (refused.attempt, refused.listeners, *owner) if seen is not None)


def bound(listener: Listener) -> str:
    """``php (pid 812)``: who holds the listener, or empty where that cannot be seen."""
    program = listener.program
    return f"{program.name} (pid {program.pid})" if program else ""


def shows_who_listens(transport: str, port: int) -> str:
    """ss(8): the sockets that listen on the port, and whose they are."""
    return f"ss -{'lu' if transport == 'udp' else 'lt'}np 'sport = :{port}'"


def look_at_the_server(case: Case) -> tuple[Decider, ...]:
    """The command that decides: the same diagnosis, with the server's side."""
    target = case.target
    address = next((seen.facts.address for seen in attempts(case)), target.host)
    return (
        with_the_server(
            case,
            say("Does a program listen on {port} on that machine, and on which address?", port=target.port or 0),
            address=address,
        ),
        Decider(
            question=say("Or, on that machine itself: who listens on {port}?", port=target.port or 0),
            command=shows_who_listens(target.transport, target.port or 0),
        ),
    )
