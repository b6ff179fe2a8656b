"""Does the client's connection end at the dialled port of the machine that was looked at as the server?

A router may send a port on to another machine, or to another port of the same one: what is heard there is then not said
by the program that listens on the dialled port. While one connection is held from the client, the server's socket
table is read. It is looked for by the client's port, and first by its address, too: on the way that may be translated
(NAT), and the port mostly stays.

Only where the port was heard to speak something.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterable, Iterator

from nocarrier.facts.landing import Landing
from nocarrier.facts.openings import Openings
from nocarrier.facts.private import is_loopback
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes.acceptance import established
from nocarrier.readings.inet_diag import DiagSocket

AFTER = (TcpAttempt, Openings)
WAITS = True
AT_LEAST, ROUND_TRIPS = 0.05, 2
"Seconds, and round trips, until it is made."
BEYOND = 0.3
"Seconds that it is held beyond that: to read the table of a far machine takes a round trip."
PATIENCE = 1.0


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the address whose port was heard; none where the connection did not stand long enough to tell."""
    heard = scene.case.seen(Openings)
    if heard is None or heard.facts.spoken is None or is_loopback(heard.facts.address):
        return
    facts = _held(scene, machine, heard.facts.address, heard.facts.port)
    if facts is not None:
        yield Observation(facts, summary(facts))


def _held(scene: Scene, server: Machine, address: str, port: int) -> Landing | None:
    attempt = next((seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == address), None)
    round_trip = attempt.waited_ms / 1e3 if attempt is not None else 0.0
    wait = scene.remaining(max(AT_LEAST, ROUND_TRIPS * round_trip))
    dial = Dial(
        transport="tcp",
        address=address,
        port=port,
        timeout=scene.remaining(PATIENCE),
        source=scene.source_toward(address),
        receive=1 << 16,
        receive_for=wait + BEYOND,
    )
    outcome: list[Dialled] = []

    def hold() -> None:
        with contextlib.suppress(CannotLook):  # nothing is held then
            outcome.extend(scene.client.dial([dial]))

    holder = threading.Thread(target=hold, daemon=True)
    holder.start()
    time.sleep(wait)
    connections = established(server)
    holder.join(dial.timeout + dial.receive_for)
    return examine(dial, outcome[0], connections) if outcome else None


def examine(dial: Dial, dialled: Dialled, connections: Iterable[DiagSocket]) -> Landing | None:
    """Where the connection that was held is in the table; None where it was not there to be found."""
    ours = [found for found in connections if found.destination_port == dialled.local_port]
    exact = [found.source_port for found in ours if _bare(found.destination) == _bare(dialled.local_address)]
    alike = [found.source_port for found in ours if found.source_port == dial.port]
    at = dial.port if dial.port in (exact or alike) else next(iter(exact), 0)
    stood = dialled.connected and not (dialled.closed or dialled.errno)
    return Landing(address=dial.address, port=dial.port, at=at, ours=bool(exact)) if at or stood else None


def _bare(address: str) -> str:
    return address.partition("%")[0].lower().removeprefix("::ffff:")


def summary(facts: Landing) -> Prose:
    """Where it ends, in a line."""
    there = endpoint(facts.address, facts.port)
    if not facts.astray:
        return say("a connection to {there} ends on that port of this machine", there=there)
    if facts.at:
        return say("a connection to {there} ends on port {port} of this machine", there=there, port=facts.at)
    return say("a connection to {there} ends on no port of this machine", there=there)
