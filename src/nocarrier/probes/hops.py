"""Does the machine that refused in the target's place stand on the way to it?

Asked only when an ICMP message came from neither end, and the addresses of the server are not known to decide it. One SYN at a time, with one more hop to live each, on the port
that was refused: routers answer a few of them in a second only (net/ipv4/icmp.c, icmp_ratelimit).
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.hops import Hops
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene
from nocarrier.wire.error_queue import decode_error_queue

AFTER = (TcpAttempt, Interfaces)
MOST_HOPS = 12
WAIT, TOTAL = 1.2, 3.0
"""Seconds for one hop, and for all: the kernel repeats a SYN after 1 s (RFC 6298), which a router that had no word
left for the first answers."""
EXCEEDED = {4: 11, 6: 3}
"Time exceeded, by IP version."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One row of hops for each address that a third machine spoke for."""
    for seen in scene.case.every(TcpAttempt):
        attempt = seen.facts
        if attempt.said is None or attempt.said.origin in ("", attempt.address, attempt.local_address):
            continue
        server = scene.case.seen(Interfaces, Where.SERVER)
        if server is not None and server.facts.has(attempt.address):
            continue
        hops = _hops(scene, machine, attempt.address, attempt.port, attempt.said.origin)
        facts = Hops(address=attempt.address, port=attempt.port, hops=hops)
        yield Observation(facts, say("on the way: {hops}", hops=" ".join(hop or "?" for hop in hops) or "-"))


def _hops(scene: Scene, machine: Machine, address: str, port: int, wanted: str) -> tuple[str, ...]:
    """Until the machine in question has shown itself, or something answers for good."""
    hops: list[str] = []
    left = min(TOTAL, scene.remaining() / 2)
    for ttl in range(1, MOST_HOPS + 1):
        wait = min(WAIT, left)
        dialled = machine.dial([Dial(transport="tcp", address=address, port=port, timeout=wait, ttl=ttl)])[0]
        said = decode_error_queue([entry.data for entry in dialled.queued])
        exceeded = said is not None and said.type == EXCEEDED[said.version]
        if dialled.connected or (dialled.errno and not exceeded):
            break
        hops.append(said.origin if said is not None and exceeded else "")
        left -= dialled.took_ms / 1e3
        if hops[-1] == wanted or left <= 0:
            break
    return tuple(hops)
