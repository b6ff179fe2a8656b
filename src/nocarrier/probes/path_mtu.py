"""Does the answer that never came come in smaller segments?

The largest segment that the SYN announces (TCP_MAXSEG, tcp(7)) binds the peer. So the same request goes over several
connections at once, each with another one: where a router on the way swallows full-size packets and nobody hears of it,
the small ones bring an answer and the others stay silent. First comes a single small one: where it stays silent too, the
program there is the matter, and is not bothered further. A last round comes closer to the size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.path_mtu import HEADERS, Attempted, PathMtu
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.probes.exchange import opened

AFTER = (TcpAttempt, Exchange, Acceptance)
SMALLEST = {4: 536, 6: 1220}
"Segments that every path takes (RFC 9293, section 3.7.1)."
SIZES = {4: (800, 1180, 1300, 1400, 1440, 0, 0), 6: (1240, 1300, 1340, 1380, 1420, 0, 0)}
"The second round; 0 announces what the link takes. Tunnels take 20 to 160 bytes off 1500 (PPPoE, GRE, WireGuard, VXLAN)."
CLOSER, MOST = 5, 8
"Connections of the last round: evenly spread ones, and at most so many others."
USUAL_PATHS = (1492, 1480, 1476, 1472, 1460, 1450, 1442, 1440, 1430, 1420, 1412, 1406, 1400, 1390, 1380, 1376, 1370, 1360,
               1350, 1340, 1320, 1300, 1280, 1240, 1200, 1000, 900, 800, 700, 600, 576)  # fmt: skip
"""Packets that tunnels leave of 1500 bytes: PPPoE 1492, IPv4 in IPv4 1480, GRE 1476, L2TP 1460, VXLAN 1450, WireGuard 1420
and 1440, IPsec and OpenVPN about 1400; then round numbers that people set."""
WAIT = 1.2
"Seconds for the answer's first byte; one that waits for a retransmission comes within 1 s (RFC 6298)."
USUAL_LINK = 1500


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """For the address that took the connection, and whose answer did not come."""
    silence = next((one.facts for one in scene.case.every(Exchange) if one.facts.silent and one.facts.asked), None)
    if silence is None or silence.loopback or _left_alone(scene):
        return
    attempt = next(seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == silence.address)
    dial = opened(scene, attempt)
    facts = PathMtu(address=attempt.address, port=attempt.port, attempts=())
    for sizes in ((SMALLEST[facts.version],), SIZES[facts.version]):
        facts = replace(facts, attempts=(*facts.attempts, *_round(scene, machine, dial, sizes)))
        if facts.none_answered:
            break
    if facts.hole:
        facts = replace(facts, attempts=(*facts.attempts, *_round(scene, machine, dial, _between(facts))))
    yield Observation(facts, summary(facts))


def _left_alone(scene: Scene) -> bool:
    """Nobody on the server takes the connection, or reads from it: the way is not the matter."""
    taken = scene.case.seen(Acceptance, Where.SERVER)
    return taken is not None and (taken.facts.left_waiting or taken.facts.left_unread)


def _round(scene: Scene, machine: Machine, dial: Dial, segments: Sequence[int]) -> tuple[Attempted, ...]:
    wait = scene.remaining(WAIT)
    dials = [
        replace(dial, segment=segment, source_port=0, timeout=wait, receive=1, receive_for=wait)
        for segment in segments
    ]
    return tuple(
        Attempted(segment=one.segment, connected=got.connected, answered=bool(got.received))
        for one, got in zip(dials, machine.dial(dials), strict=True)
    )


def _between(facts: PathMtu) -> tuple[int, ...]:
    """Sizes between the largest that passed and the smallest that did not: the usual ones, and evenly spread others."""
    headers = HEADERS[facts.version]
    low, high = facts.largest, (facts.lost or USUAL_LINK + 1) - headers
    usual = [mtu - headers for mtu in USUAL_PATHS if low < mtu - headers < high]
    spread = [low + (high - low) * step // (CLOSER + 1) for step in range(1, CLOSER + 1)]
    return tuple(sorted({*usual[:MOST], *spread} - {low, high}))


def summary(facts: PathMtu) -> Prose:
    """What passed, in a line."""
    if facts.hole:
        return say(
            "the answer comes in segments of up to {largest} bytes, and in none larger ({answered} of {count} connections)",
            largest=facts.largest,
            answered=sum(one.answered for one in facts.attempts),
            count=len(facts.attempts),
        )
    if facts.none_answered:
        return say("no answer in smaller segments either, down to {size} bytes", size=SMALLEST[facts.version])
    answered = sum(one.answered for one in facts.attempts)
    return say(
        "{answered} of {count} connections are answered, whatever their segments",
        answered=answered,
        count=len(facts.attempts),
    )
