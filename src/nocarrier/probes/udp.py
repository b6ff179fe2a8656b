"""Does a datagram to each address of the target bring an answer, a refusal, or nothing?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.lookup import Lookup
from nocarrier.facts.udp import UdpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene, icmp_word
from nocarrier.wire.datagrams import first_datagram

AFTER = (Lookup,)
MOST_ADDRESSES = 16
LONGEST_WAIT = 3.3
"Seconds: a failed neighbour (3.07 s) and a router's host-unreachable (about 3.05 s) can still arrive before."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One datagram to every address, all at once."""
    lookup, port = scene.case.seen(Lookup, where), scene.case.target.port
    if lookup is None or port is None:
        return
    asked = first_datagram(port)
    dials = [_dial(scene, address, port, asked) for address in lookup.facts.addresses[:MOST_ADDRESSES]]
    for dial, got in zip(dials, machine.dial(dials), strict=True):
        facts = attempt(dial, got)
        yield Observation(facts, summary(facts), got.took_ms)


def _dial(scene: Scene, address: str, port: int, asked: bytes) -> Dial:
    source = scene.options.source
    wait = min(LONGEST_WAIT, scene.remaining() * 0.6)
    return Dial(
        transport="udp",
        address=address,
        port=port,
        timeout=wait,
        source=source if source and (":" in source) == (":" in address) else "",
        send=asked or b"\n",
        receive=512,
        receive_for=wait,
    )


def attempt(dial: Dial, got: Dialled) -> UdpAttempt:
    """The facts of one datagram."""
    return UdpAttempt(
        address=dial.address,
        port=dial.port,
        asked=bool(first_datagram(dial.port)),
        answered=not got.errno and not got.expired and got.connected,
        errno=got.errno,
        expired=got.expired and not got.errno,
        waited_ms=got.took_ms,
        local_address=got.local_address,
        said=icmp_word(got),
    )


def summary(facts: UdpAttempt) -> Prose:
    """What came back, in a line."""
    there = endpoint(facts.address, facts.port)
    if facts.answered:
        return say("{there} answers", there=there)
    if facts.said is not None:
        return say(
            "ICMP type {type} code {code} from {origin}",
            type=facts.said.type,
            code=facts.said.code,
            origin=facts.said.origin,
        )
    if facts.expired:
        return say("no datagram from {there} in {seconds} s", there=there, seconds=round(facts.waited_ms / 1e3, 1))
    return say("{there}: {errno}", there=there, errno=facts.errno)
