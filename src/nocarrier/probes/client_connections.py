"""How many connections does the client hold? Looked at only where a rule that counts them was met on the packet's way."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.client_connections import ClientConnections
from nocarrier.facts.limits import limited
from nocarrier.facts.packet_fate import WAY_IN, PacketFate
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.acceptance import established

AFTER = (PacketFate,)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the first address whose packets meet a rule that counts connections."""
    attempts = {seen.facts.address: seen.facts for seen in scene.case.every(TcpAttempt)}
    for seen in scene.case.every(PacketFate, where):
        found, attempt = limited(seen.facts, WAY_IN), attempts.get(seen.facts.address)
        if found is None or found.limit.kind != "count" or attempt is None:
            continue
        connections = [one for one in established(machine) if one.source_port == attempt.port]
        client = attempt.local_address.partition("%")[0]
        facts = ClientConnections(
            address=attempt.address,
            port=attempt.port,
            own=sum(one.destination.removeprefix("::ffff:") == client for one in connections),
            all=len(connections),
        )
        yield Observation(
            facts,
            say(
                "{count} connections from the client to {port} are established, {all} in all",
                count=facts.own,
                port=facts.port,
                all=facts.all,
            ),
        )
        return
