"""What is done while the target keeps silent: in a thread beside the one that listens.

It tells the user what is waited for, loads what will be needed if silence it stays, enters the server's side, and finds
out how long to listen. A connection that is merely slow loses nothing by it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from threading import Event

from nocarrier.facts.route import Route
from nocarrier.machines import CannotLook, Patience
from nocarrier.model.evidence import Where
from nocarrier.model.judgement import Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene, looker, probe_of
from nocarrier.probes.tcp import ASKED_AT, EARLY, WITNESSES_AT

SERVER_AT = 0.3
"Seconds of silence after which the server's side is entered, where it was named: a live host answers sooner."
ON_LINK = 1.57
"""Seconds after which it is known that nobody answers on the link: two of the kernel's questions, the second half a
second old (`facts/neighbour.py`, UNANSWERED_MS)."""
ROUTER = 3.1
"Seconds after which the last router says that nobody answers on its own link."
BURST = 6
"ICMP messages that one sender sends at once to one receiver; fewer than that were not used up."
REPEATED = 1.0
"Seconds for each SYN where its rejection may be late: with the first one's repetition, and a round trip after it."
SOME = 1 << 16
EXPLAINED = 0.45
"Seconds after which it is no slow answer any more."


class Meanwhile:
    """One diagnosis' errands; `Scene.meanwhile` is called once for it, if at all."""

    def __init__(self, scene: Scene, tell: Callable[[Prose], None], open_server: Callable[[], None]) -> None:
        self._scene = scene
        self._tell = tell
        self._open_server = open_server

    def __call__(self, patience: Patience, addresses: Sequence[str], over: Event) -> None:
        """See `probes.Meanwhile`. Called as the second packet leaves; returns soon after ``over`` is set."""
        begun = time.monotonic() - ASKED_AT[1]
        first = endpoint(addresses[0], self._scene.case.target.port or 0)
        errands: tuple[tuple[float, Callable[[], None]], ...] = (
            (WITNESSES_AT, lambda: self._prepare(first)),
            (WITNESSES_AT, lambda: self._ask_the_routes(patience, addresses)),
            (WITNESSES_AT, lambda: self._look_for_company(patience, addresses)),
            (SERVER_AT, lambda: self._ask_the_server(patience, addresses)),
            (EXPLAINED, lambda: self._explain(patience, first)),
            (EARLY, lambda: self._say_early(addresses[0])),
        )
        for moment, errand in errands:
            if over.wait(max(0.0, begun + moment - time.monotonic())):
                return
            try:
                errand()
            except CannotLook:
                continue  # whoever needs it will say so for himself

    def _prepare(self, there: str) -> None:
        from nocarrier.diagnosis.catalogue import causes

        self._tell(say("no answer yet from {there}", there=there))
        for cause in causes():
            if Symptom.TIMED_OUT in cause.symptoms:
                for need in cause.needs:
                    probe_of(need.kind)

    def _ask_the_routes(self, patience: Patience, addresses: Sequence[str]) -> None:
        """No router stands between where the address is on the link, so no router's word is waited for."""
        from nocarrier.probes.route import find_route
        from nocarrier.readings.rtnetlink import NETLINK_ROUTE, links_request

        # Raises where it is far: it does not hear of the answer, and is busy with dialling.
        self._scene.client.netlink(NETLINK_ROUTE, links_request())
        routes = [find_route(self._scene.client, address, self._scene.options.source) for address in addresses]
        if all(route.is_here for route in routes):
            patience.lives(0.0)
        elif all(_without_router(route) for route in routes):
            patience.end_after(ON_LINK)

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
        has = {address for facts in own if isinstance(facts, Interfaces) for address in facts.addresses}
        if all(address in has for address in addresses):
            patience.lives(took)

    def _explain(self, patience: Patience, there: str) -> None:
        certain = patience.longest or ROUTER
        self._tell(
            say(
                "no answer yet from {there} – a dead host would be certain after {seconds} s",
                there=there,
                seconds=round(certain, 1),
            )
        )

    def _say_early(self, address: str) -> None:
        self._tell(
            say(
                "nothing is heard of {address}: dropped, or no machine is there – certain after {seconds} s",
                address=address,
                seconds=ROUTER,
            )
        )


def _without_router(route: Route) -> bool:
    return route.is_here or (route.kind == "unicast" and not route.gateway)
