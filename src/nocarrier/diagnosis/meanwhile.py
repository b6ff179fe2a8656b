"""What is done while the target keeps silent: in a thread beside the one that listens.

It tells the user what is waited for, loads what will be needed if silence it stays, enters the server's side, finds
out how long to listen, and where that is long looks already at what will be asked after it. A connection that is merely
slow loses nothing by it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from threading import Event

from nocarrier.facts.accept_queue import AcceptQueue
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.hops import Hops
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Patience
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Gap, Where
from nocarrier.model.judgement import Need, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record, replace
from nocarrier.probes import Observation, Scene, looker, probe_of
from nocarrier.probes.tcp import ASKED_AT, EARLY, WITNESSES_AT
from nocarrier.readings.rtnetlink import (
    NETLINK_ROUTE,
    decode_answered_since,
    decode_link_names,
    links_request,
    neighbours_request,
)

SERVER_AT = 0.3
"Seconds of silence after which the server's side is entered, where it was named: a live host answers sooner."
ON_LINK = 1.57
"""Seconds after which it is known that nobody answers on the link: two of the kernel's questions, the second half a
second old (`facts/neighbour.py`, UNANSWERED_MS)."""
NEXT_DOOR = 0.1
"Seconds that an answer of a machine on the link may take which has told its hardware address."
TICKS = 0.05
"Seconds by which the kernel's clock of a neighbour's age may be off: it counts in ticks."
ROUTER = 3.1
"Seconds after which the last router says that nobody answers on its own link."
BURST = 6
"ICMP messages that one sender sends at once to one receiver; fewer than that were not used up."
REPEATED = 1.0
"Seconds for each SYN where its rejection may be late: with the first one's repetition, and a round trip after it."
SOME = 1 << 16
AHEAD_AT = 0.9
"Seconds after which the wait is a long one."
EXPLAINED = 0.45
"Seconds after which it is no slow answer any more."


NOT_AHEAD = (Neighbour, Contrast, Arrival)
"Facts that are only so at the end, or speak of the very packets that were sent."
NOT_BESIDE = (Leaving, AcceptQueue)
"Those that count packets, which must not be ours that repeat themselves meanwhile."


class Ahead(Record):
    """What was looked at before the end of the silence."""

    needs: frozenset[Need]
    evidence: tuple[Evidence[Any], ...]
    gaps: tuple[Gap, ...]


class Meanwhile:
    """One diagnosis' errands; `Scene.meanwhile` is called once for it, if at all."""

    ahead: Ahead | None = None
    "What was looked at already, as far as it holds if nothing is heard to the end."

    def __init__(self, scene: Scene, tell: Callable[[Prose], None], open_server: Callable[[], None]) -> None:
        self._scene = scene
        self._tell = tell
        self._open_server = open_server
        self._begun = 0.0

    def __call__(self, patience: Patience, addresses: Sequence[str], over: Event) -> None:
        """See `probes.Meanwhile`. Called as the second packet leaves; returns soon after ``over`` is set."""
        self._begun = begun = time.monotonic() - ASKED_AT[1]
        errands: tuple[tuple[float, Callable[[], None]], ...] = (
            (WITNESSES_AT, self._prepare),
            (WITNESSES_AT, lambda: self._ask_the_routes(patience, addresses)),
            (WITNESSES_AT, lambda: self._ask_the_own_rules(patience, addresses)),
            (WITNESSES_AT, lambda: self._look_for_company(patience, addresses)),
            (SERVER_AT, lambda: self._ask_the_server(patience, addresses)),
            (EXPLAINED, lambda: self._explain(patience)),
            (AHEAD_AT, lambda: self._look_ahead(patience, addresses)),
            (EARLY, self._say_early),
        )
        for moment, errand in errands:
            if over.wait(max(0.0, begun + moment - time.monotonic())):
                return
            try:
                errand()
            except CannotLook:
                continue  # whoever needs it will say so for himself

    def _prepare(self) -> None:
        from nocarrier.diagnosis.catalogue import asked_for

        self._tell(say("no answer yet"))
        for cause in asked_for(Symptom.TIMED_OUT):
            for need in cause.needs:
                probe_of(need.kind)

    def _ask_the_routes(self, patience: Patience, addresses: Sequence[str]) -> None:
        """No router stands between where the address is on the link, so no router's word is waited for."""
        from nocarrier.probes.route import find_route

        # Raises where it is far: it does not hear of the answer, and is busy with dialling.
        links = self._scene.client.netlink(NETLINK_ROUTE, links_request()).data
        routes = [find_route(self._scene.client, address, self._scene.options.source) for address in addresses]
        if all(route.is_here for route in routes):
            patience.lives(0.0)
        elif all(_without_router(route) for route in routes):
            patience.end_after(ON_LINK)
            if all(self._has_just_answered(route, links) for route in routes):
                patience.lives(NEXT_DOOR)

    def _has_just_answered(self, route: Route, links: bytes) -> bool:
        """The address told its hardware address since it was dialled: it lives, whatever it does with our packets."""
        indexes = {name: index for index, name in decode_link_names(links).items()}
        if route.device not in indexes:
            return False
        table = self._scene.client.netlink(NETLINK_ROUTE, neighbours_request(indexes[route.device])).data
        return route.address.partition("%")[0] in decode_answered_since(table, time.monotonic() - self._begun + TICKS)

    def _ask_the_own_rules(self, patience: Patience, addresses: Sequence[str]) -> None:
        """What this machine's own packet filter stops for certain is not waited for."""
        from nocarrier.facts.interfaces import Interfaces
        from nocarrier.facts.packet_fate import WAY_OUT, PacketFate

        if patience.round_trip is not None:
            return  # it is here, or lives
        self._scene.client.netlink(NETLINK_ROUTE, links_request())  # raises where it is far, as above
        ahead = self._gathered([Need(kind, Where.CLIENT) for kind in (Route, Interfaces, PacketFate)], addresses)
        fates = {seen.facts.address: seen.facts for seen in ahead.evidence if isinstance(seen.facts, PacketFate)}
        if all(address in fates and fates[address].stops(WAY_OUT) is not None for address in addresses):
            self.ahead = ahead
            patience.end_after(WITNESSES_AT)

    def _look_for_company(self, patience: Patience, addresses: Sequence[str]) -> None:
        """Whoever rejects by ICMP sends six messages at once and then one a second (net/ipv4/icmp.c, icmp_ratelimit).

        A program that tries again and again may have used them up, and this silence be a rejection that was not sent.
        Such a program's own attempts then hang, too. The kernel repeats our SYNs after a second: by then there is one.
        """
        from nocarrier.readings.inet_diag import NETLINK_SOCK_DIAG, SYN_SENT, decode_sockets, dump_request
        from nocarrier.readings.snmp import decode_snmp, decode_snmp6

        client, port = self._scene.client, self._scene.case.target.port
        four = decode_snmp(client.read("/proc/net/snmp", SOME).text, "Icmp")
        six = decode_snmp6(client.read("/proc/net/snmp6", SOME).text)
        rejections = four.get("InDestUnreachs", 0), six.get("Icmp6InDestUnreachs", 0)
        for family, came in zip((2, 10), rejections, strict=True):
            if came < BURST:
                continue
            request = dump_request(family, 1 << SYN_SENT)
            trying = [
                held.destination
                for held in decode_sockets(client.netlink(NETLINK_SOCK_DIAG, request).data)
                if held.destination_port == port
            ]
            if any(trying.count(address) > len(ASKED_AT) for address in addresses):
                patience.at_least = REPEATED

    def _ask_the_server(self, patience: Patience, addresses: Sequence[str]) -> None:
        """Where the silent address is its own, it lives: its answer to us took as long as one to the client, or longer."""
        from nocarrier.facts.interfaces import Interfaces

        self._open_server()
        server = self._scene.server
        if server is None:
            return
        asked = time.monotonic()
        seen = list(looker(probe_of(Interfaces)).look(self._scene, server, Where.SERVER))
        took = time.monotonic() - asked
        own = [one.facts for one in seen if isinstance(one, Observation)]
        if any(isinstance(facts, Interfaces) and all(map(facts.answers_at, addresses)) for facts in own):
            patience.lives(took)

    def _explain(self, patience: Patience) -> None:
        certain = patience.longest or ROUTER
        self._tell(say("no answer yet – a dead host is certain after {seconds} s", seconds=round(certain, 1)))

    def _look_ahead(self, patience: Patience, addresses: Sequence[str]) -> None:
        """As if the silence had lasted to the end; dropped where it has not."""
        from nocarrier.diagnosis.catalogue import asked_for
        from nocarrier.diagnosis.plan import wanted

        scene = self._scene
        if patience.longest is not None or patience.round_trip is not None:
            return  # it is not long now
        scene.client.netlink(NETLINK_ROUTE, links_request())  # raises where it is far, and busy with dialling
        case = self._as_if_silent(addresses)
        needs = [
            need
            for need in wanted(asked_for(Symptom.TIMED_OUT), case, scene.server)
            if need.kind not in NOT_AHEAD and need.kind not in NOT_BESIDE
        ]
        self.ahead = self._gathered(needs, addresses)
        hops = {seen.facts.address: seen.facts for seen in self.ahead.evidence if isinstance(seen.facts, Hops)}
        if all(address in hops and hops[address].passed_by for address in addresses):
            patience.end_after(AHEAD_AT)  # they vanish on the way, so no router will have a word on the host

    def _as_if_silent(self, addresses: Sequence[str]) -> Case:
        """A case of its own, in which nothing came back from any of them."""
        port = self._scene.case.target.port or 0
        assumed = tuple(
            Evidence(id="", probe="", where=Where.CLIENT, took_ms=0.0, summary=Prose(""), facts=facts)
            for address in addresses
            for facts in (
                TcpAttempt(address=address, port=port, connected=False, expired=True, waited_ms=AHEAD_AT * 1e3),
                Contrast(address=address, again="silent", others=()),
            )
        )
        return replace(self._scene.case, evidence=(*self._scene.case.evidence, *assumed))

    def _gathered(self, needs: Sequence[Need], addresses: Sequence[str]) -> Ahead:
        """What these needs show, were the addresses silent to the end."""
        from nocarrier.diagnosis.plan import gather

        case = self._as_if_silent(addresses)
        found = gather(self._scene.supposing(case), needs, lambda _: None)
        return Ahead(
            needs=frozenset(needs),
            evidence=found.evidence[len(case.evidence) :],
            gaps=found.gaps[len(case.gaps) :],
        )

    def _say_early(self) -> None:
        self._tell(say("silence: dropped, or no host – certain after {seconds} s", seconds=ROUTER))


def _without_router(route: Route) -> bool:
    return route.is_here or (route.kind == "unicast" and not route.gateway)
