"""Who ended the connections that ended at once: the server's own side?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.endings import Endings
from nocarrier.facts.upgrades import Upgrades
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.acceptance import sockets_in

AFTER = (Upgrades,)
FIN_WAIT2, TIME_WAIT = 5, 6
"include/net/tcp_states.h"


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, where a connection ended on which nothing was said."""
    seen = scene.case.seen(Upgrades)
    watched = (
        {tried.local_port for tried in seen.facts.of("mute") if tried.end == "closed"} if seen is not None else set()
    )
    if seen is None or not watched - {0}:
        return
    sockets = sockets_in(machine, 1 << FIN_WAIT2 | 1 << TIME_WAIT)
    ended = {
        found.destination_port
        for found in sockets
        if found.source_port == seen.facts.port and found.state in (FIN_WAIT2, TIME_WAIT)
    }
    facts = Endings(port=seen.facts.port, watched=tuple(sorted(watched)), ended=tuple(sorted(ended & watched)))
    yield Observation(
        facts,
        say("its own side ended {count} of {all} connections", count=len(facts.ended), all=len(facts.watched)),
    )
