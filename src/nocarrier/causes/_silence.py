"""What the causes of silence share: which attempt brought no answer, and what else was heard of that host.

the next hop does not answer on its link         host-down (or the gateway is)
a router says, after seconds, that it is not there   host-down
the host answers on other ports                  a filter: on the host, or in front of it
others pass where packets to this port do not    a filter: on the way, there
nothing at all is heard of it                    any of these, or the address is of another network
"""

from __future__ import annotations

from nocarrier.causes._attempts import Attempt, attempts
from nocarrier.causes._both_ends import with_the_server
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.families import broken_family
from nocarrier.facts.hops import Hops
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.loss import Loss
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.sources import Sources
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Decider, Need, RuledOut, Symptom, on_client
from nocarrier.model.prose import say
from nocarrier.model.target import WILDCARDS

SILENCE = frozenset({Symptom.TIMED_OUT, Symptom.UNREACHABLE, Symptom.NO_ANSWER})
"The symptoms under which these causes are asked."
AROUND_SILENCE: tuple[Need, ...] = on_client(Route, Neighbour, Contrast, Hops, Interfaces, Sources, Loss)
"What is looked at for all of them."


def silent(case: Case) -> Attempt | None:
    """The first attempt to which no answer came at all, nor to any that was made later."""
    attempt = unanswered(case)
    return None if attempt and silent_for_good(case, attempt.facts.address) is False else attempt


def unanswered(case: Case) -> Attempt | None:
    """The first attempt to which no answer came in its time; None where any address connected or refused.

    Where one family fails as a whole, the other one's connections say nothing about it.
    """
    tried = attempts(case)
    broken = broken_family([seen.facts for seen in tried])
    tried = tuple(seen for seen in tried if broken in (None, seen.facts.family))
    if any(seen.facts.connected or seen.facts.errno == "ECONNREFUSED" for seen in tried):
        return None
    return next((seen for seen in tried if seen.facts.expired and seen.facts.said is None), None)


def in_vain(case: Case) -> Evidence[TcpAttempt] | Evidence[Exchange] | None:
    """The TCP connection that got no answer: the first, or the second where the first was made."""
    attempt = unanswered(case)
    if attempt is not None:
        return attempt if isinstance(attempt.facts, TcpAttempt) else None
    second = case.seen(Exchange)
    return second if second is not None and second.facts.unmade else None


def silent_for_good(case: Case, address: str) -> bool | None:
    """Whether single packets that were sent later got no answer either; None where none were sent."""
    later = next((seen.facts for seen in case.every(Loss) if seen.facts.address == address), None)
    return None if later is None or not later.own.sent else not later.own.answered


def vague(attempt: Attempt) -> bool:
    """Nothing was asked that every server answers: silence may be all that there is to be heard of a healthy one."""
    return isinstance(attempt.facts, UdpAttempt) and not attempt.facts.asked


def unreachable(case: Case) -> tuple[Attempt, IcmpWord | None] | None:
    """The first attempt that ended in "host unreachable", and the ICMP message behind it; a local error has none."""
    for seen in attempts(case):
        if seen.facts.errno in ("EHOSTUNREACH", "ENETUNREACH") or (seen.facts.expired and seen.facts.said):
            return seen, seen.facts.said
    return None


def route_to(case: Case, address: str) -> Evidence[Route] | None:
    """The client's route to one address."""
    return next((seen for seen in case.every(Route) if seen.facts.address == address), None)


def neighbour_toward(case: Case, address: str) -> Evidence[Neighbour] | None:
    """The next hop toward one address."""
    return next((seen for seen in case.every(Neighbour) if seen.facts.address == address), None)


def contrast(case: Case, address: str) -> Evidence[Contrast] | None:
    """What other ports of one address did."""
    return next((seen for seen in case.every(Contrast) if seen.facts.address == address), None)


def heard_of(case: Case, address: str) -> RuledOut | None:
    """What shows that packets come to the address: it answers on another port, or says so itself."""
    others = contrast(case, address)
    if others is None or others.facts.silent:
        return None
    if others.facts.received_at and not others.facts.answering:
        return RuledOut((others,), say("{address} says itself that packets come to it", address=address))
    return RuledOut((others,), say("{address} answers on other ports", address=address))


def owned_by_the_server(case: Case, address: str) -> RuledOut | None:
    """The server's machine was entered, and has the address on a link that is up."""
    server, bare = case.seen(Interfaces, Where.SERVER), address.partition("%")[0]
    if server is None or not case.server_named:
        return None
    if server.facts.answers_at(bare):
        return RuledOut((server,), say("the server runs and has {address}", address=bare))
    return None


def hops_toward(case: Case, address: str) -> Evidence[Hops] | None:
    """The way that packets to one address were seen to go."""
    return next((seen for seen in case.every(Hops) if seen.facts.address == address), None)


def usual_source(case: Case, attempt: Attempt) -> tuple[Evidence[Any], ...] | None:
    """What says that the client's source address is the one to expect on its way out; None where nothing says so.

    It is one of the link's that the packets leave by, and of the network in which the next hop lives. Otherwise it may
    be one that nobody on the way has a route back to, and that is another cause.
    """
    from ipaddress import ip_address, ip_interface

    own, route = case.seen(Interfaces), route_to(case, attempt.facts.address)
    # The kernel names no source for a route that it was asked about with one (--source).
    bound = attempt.facts.local_address if attempt.facts.local_address not in WILDCARDS else ""
    chosen = (route.facts.source if route is not None else "") or bound
    if own is None or route is None or not chosen:
        return None
    source = ip_address(chosen.partition("%")[0])
    hop = ip_address((route.facts.gateway or route.facts.address).partition("%")[0])
    for link in own.facts.interfaces:
        networks = [ip_interface(each) for each in link.addresses if link.name == route.facts.device]
        if any(each.ip == source and (hop in each.network or hop.is_link_local) for each in networks):
            return (own, route)
    return None


def asked_in_vain(case: Case) -> Attempt | None:
    """An attempt over IPv6 for whose address a neighbour, here or at the last router, was asked and did not answer.

    Neighbour solicitations are ICMPv6 (RFC 4861, section 4.3): a packet filter of the host's own can swallow them, as
    it cannot swallow ARP.
    """
    for seen in attempts(case):
        said, neighbour = seen.facts.said, neighbour_toward(case, seen.facts.address)
        if seen.facts.family != 6 or seen.facts.connected:
            continue
        by_a_router = said is not None and (said.version, said.type, said.code) == (6, 1, 3)
        here = neighbour is not None and neighbour.facts.on_link and neighbour.facts.state in ("incomplete", "failed")
        if by_a_router or here:
            return seen
    return None


def answered_elsewhere(case: Case, address: str) -> Evidence[Sources] | None:
    """What shows that the address is alive and reached: it takes a connection from another address of this machine."""
    sources = next((seen for seen in case.every(Sources) if seen.facts.address == address), None)
    return sources if sources is not None and sources.facts.answered else None


def stopped_on_the_way(case: Case, address: str) -> Evidence[Hops] | None:
    """What shows that packets to this port vanish at a distance where others come and go on."""
    hops = hops_toward(case, address)
    return hops if hops is not None and hops.facts.passed_by else None


def look_for_its_packets(case: Case, attempt: Evidence[Any]) -> tuple[Decider, ...]:
    """The command that decides: the same diagnosis with the server's side, or a look there for the packets."""
    target, facts = case.target, attempt.facts
    return (
        with_the_server(
            case,
            say("Do the packets arrive at {address}, and what becomes of them there?", address=facts.address),
            address=facts.address,
        ),
        Decider(
            question=say("Or, on that machine, while the client tries again: does anything arrive?"),
            command=f"tcpdump -ni any '{target.transport} port {facts.port}'",
        ),
    )
