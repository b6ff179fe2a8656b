"""Packets circle between routers until their time ends

What it is
----------
Two or more routers each hold a route to the address that leads to the other. A packet goes round until its time to
live is used up. Most often one of them has no route of its own for the network, and its default route leads back.

What you see
------------
"No route to host" (EHOSTUNREACH), soon, or "Connection timed out" where the routers do not say it. traceroute shows the
same addresses again and again.

How it is told apart
--------------------
A router says "time exceeded" of a packet that was sent with the full time to live, and packets whose time is cut short
name the routers on the way: the same ones in turn, three times or more. A router decides by the destination alone, so
a packet that comes a second time takes the same way a second time. An address that appears twice proves nothing: a
router has several, and equal ways are taken in turn.

What to do
----------
On the routers that appear, look up the route to the address. The one that should know the network is told where it is.
"""

from __future__ import annotations

from nocarrier.causes._attempts import Attempt, attempts
from nocarrier.causes._path_lab import far_router, near_router
from nocarrier.causes._silence import AROUND_SILENCE, SILENCE, contrast, hops_toward
from nocarrier.facts.hops import Hops
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.scenario import Expected, Host, Scenario, client, http_server, server


def judge(case: Case) -> Judgement:
    """The word that time ran out, and the routers that come again."""
    for attempt in attempts(case):
        hops = hops_toward(case, attempt.facts.address)
        told = _told(case, attempt)
        if told is not None:
            return _ran_out(attempt, told, hops)
        if attempt.facts.expired and hops is not None and hops.facts.own.circle:
            return _found(Certainty.LIKELY, (attempt, hops), hops)
    return Silent()


class _Told(Record):
    """The router that said that time ran out, and what it said it of."""

    origin: str
    because: tuple[Evidence[Any], ...]


def _told(case: Case, attempt: Attempt) -> _Told | None:
    """Said of the packets to the target's port, or of those to other ports of the address beside them.

    A router has one word a second for everybody, and decides by the destination alone: while it is busy the word may go
    to a packet beside the one in question, which circles with it.
    """
    said, others = attempt.facts.said, contrast(case, attempt.facts.address)
    if said is not None:
        return _Told(said.origin, (attempt,)) if said.ran_out else None
    if attempt.facts.expired and others is not None and others.facts.ran_out_at:
        return _Told(others.facts.ran_out_at, (attempt, others))
    return None


def _ran_out(attempt: Attempt, told: _Told, hops: Evidence[Hops] | None) -> Judgement:
    if hops is None:
        return _perhaps(attempt.facts.address, told.origin, told.because)
    if hops.facts.own.circle:
        return _found(Certainty.PROVEN, (*told.because, hops), hops)
    if hops.facts.own.reached:
        return RuledOut((hops,), say("{address} answers packets that live longer", address=attempt.facts.address))
    return _perhaps(attempt.facts.address, told.origin, (*told.because, hops))


def _found(certainty: Certainty, because: tuple[Evidence[Any], ...], hops: Evidence[Hops]) -> Found:
    address, circle = hops.facts.address, hops.facts.own.circle
    deciders = () if certainty is Certainty.PROVEN else _where_it_leads(address, circle)
    return Found(
        certainty=certainty,
        summary=say(
            "Packets to {address} circle between {routers} until their time ends: their routes lead to each other.",
            address=address,
            routers=", ".join(circle),
        ),
        because=because,
        fixes=(_correct(address, circle),),
        decided_by=deciders,
    )


def _correct(address: str, circle: tuple[str, ...]) -> Fix:
    """The network of the address is not known from here; nor which of the routers should know it."""
    six = "-6 " if ":" in address else ""
    return Fix(
        where="network",
        text=say(
            "See on each of {routers} where its route to {address} leads. The one that leads back is wrong: that router"
            " gets a route to the network, or an unreachable route where there is no such network.",
            routers=", ".join(circle),
            address=address,
        ),
        commands=(f"ip {six}route get {address}",),
    )


def _where_it_leads(address: str, circle: tuple[str, ...]) -> tuple[Decider, ...]:
    six = "-6 " if ":" in address else ""
    return (
        Decider(
            question=say("On {router}: does its route to {address} lead back?", router=circle[0], address=address),
            command=f"ip {six}route get {address}",
        ),
    )


def _perhaps(address: str, origin: str, because: tuple[Evidence[Any], ...]) -> Found:
    """Time ran out, and the routers did not name themselves often enough."""
    return Found(
        certainty=Certainty.LIKELY,
        summary=_too_long(address, origin),
        because=because,
        decided_by=(
            Decider(
                question=say("Do the same routers appear again and again?"),
                command=f"traceroute -n -w 2 -q 3 {address.partition('%')[0]}",
            ),
        ),
    )


def _too_long(address: str, origin: str) -> Prose:
    return say(
        "The router {origin} says that packets to {address} are too long on their way: they circle, or leave this"
        " machine with a small time to live.",
        origin=origin,
        address=address,
    )


def _loop(name: str, target: str, *between: Host) -> Scenario:
    mine = Expected(verdict="routing-loop", certainty="proven")
    return Scenario(
        name=name,
        hosts=(client(), *(between or (near_router(), far_router())), server()),
        target=target,
        both_ends=mine,
        client_alone=mine,
    )


SCENARIO = _loop("default-routes-at-each-other", "tcp://10.99.0.5:8080")

_THREE = (
    near_router(),
    far_router(
        addresses=("10.15.0.2/24", "10.16.0.2/24", "10.20.0.1/24", "fd15::2/64", "fd20::1/64"),
        gateways=("10.16.0.3",),
    ),
    Host(name="third", addresses=("10.16.0.3/24", "10.15.0.3/24"), gateways=("10.15.0.1",), forwards=True),
)

VARIANTS = (
    _loop("over-ipv6", "tcp://[fd99::5]:8080"),
    _loop("three-routers", "tcp://10.99.0.5:8080", *_THREE),
    _loop("datagrams", "udp://10.99.0.5:5000"),
)

NEAR_MISSES = (
    Scenario(
        name="a-small-time-to-live",
        hosts=(
            client(sysctls={"net.ipv4.ip_default_ttl": "1"}),
            near_router(),
            far_router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict=""),
    ),
    Scenario(
        name="a-router-visited-twice",
        hosts=(
            client(),
            near_router(
                commands=(
                    # What comes from the client is sent round by the far router first, and then dropped.
                    ("ip", "rule", "add", "iif", "eth0", "lookup", "100"),
                    ("ip", "route", "add", "default", "via", "10.15.0.2", "table", "100"),
                ),
                nft="table ip f { chain passing { type filter hook forward priority 0; iifname eth1 oifname eth1 drop; }\n}\n",
            ),
            far_router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.99.0.5:8080",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="routing-loop",
    title=say("Packets circle between routers until their time ends"),
    symptoms=SILENCE,
    look_alikes=frozenset({"host-down", "firewall-drops-on-path", "private-address-unreachable"}),
    needs=AROUND_SILENCE,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
