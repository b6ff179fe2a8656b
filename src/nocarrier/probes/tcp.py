"""Does each address of the target take a connection on its port, and if not, who says what?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from nocarrier.facts.lookup import Lookup
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene

AFTER = (Lookup,)
MOST_ADDRESSES = 16
FIRST_WAIT = 0.4
"Seconds that several addresses are given at first; RFC 8305 lets a client move on after 0.25 s."
LONGEST_WAIT = 3.5
"""Seconds: the first moment at which neither a failed neighbour (3.07 s) nor a router's host-unreachable
(about 3.05 s) can still arrive (`docs/architecture.md`, When silence is an answer)."""


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """All addresses at once; one observation each, in the order in which a client tries them."""
    lookup = scene.case.seen(Lookup, where)
    port = scene.case.target.port
    if lookup is None or port is None:
        return
    addresses = lookup.facts.addresses[:MOST_ADDRESSES]
    dials = [_planned(scene, address, port) for address in addresses]
    for dial, dialled in zip(dials, _dial(scene, machine, dials), strict=True):
        facts = attempt(dial, dialled)
        yield Observation(facts, summary(facts), dialled.took_ms)


def _dial(scene: Scene, machine: Machine, dials: list[Dial]) -> tuple[Dialled, ...]:
    """Wait in full only while no address has connected: a healthy one is not kept waiting by a silent one."""
    # Something must be left of the whole diagnosis to find out why.
    longest = min(LONGEST_WAIT, scene.remaining() * 0.6)
    first = machine.dial(
        [replace(dial, timeout=min(FIRST_WAIT if len(dials) > 1 else longest, longest)) for dial in dials]
    )
    if len(dials) <= 1 or any(dialled.connected for dialled in first):
        return first
    silent = [at for at, dialled in enumerate(first) if dialled.expired]
    again = iter(machine.dial([replace(dials[at], timeout=longest) for at in silent]) if silent else ())
    return tuple(next(again) if at in silent else dialled for at, dialled in enumerate(first))


def _planned(scene: Scene, address: str, port: int) -> Dial:
    """The source address and port are bound where one was asked for and it is of this family."""
    source = scene.options.source
    if not source or (":" in source) != (":" in address):
        return Dial(transport="tcp", address=address, port=port, timeout=0.0)
    return Dial(
        transport="tcp",
        address=address,
        port=port,
        timeout=0.0,
        source=source,
        source_port=scene.options.source_port,
    )


def attempt(dial: Dial, dialled: Dialled) -> TcpAttempt:
    """The facts of one dialled address."""
    if dialled.queued:
        from nocarrier.wire.error_queue import decode_error_queue

        said = decode_error_queue([entry.data for entry in dialled.queued])
    else:
        said = None
    return TcpAttempt(
        address=dial.address,
        port=dial.port,
        connected=dialled.connected,
        stage=dialled.stage,
        errno=dialled.errno if not dialled.connected else "",
        expired=dialled.expired and not dialled.connected,
        waited_ms=dialled.took_ms,
        local_address=dialled.local_address,
        local_port=dialled.local_port,
        said=said,
    )


def summary(facts: TcpAttempt) -> Prose:
    """What happened, in a line."""
    there = endpoint(facts.address, facts.port)
    if facts.connected:
        return say("{there} takes connections", there=there)
    if facts.said is not None:
        return say(
            "ICMP type {type} code {code} from {origin}",
            type=facts.said.type,
            code=facts.said.code,
            origin=facts.said.origin,
        )
    if facts.reset:
        return say("RST from {there}, no ICMP message", there=there)
    if facts.expired:
        return say("no answer from {there} in {seconds} s", there=there, seconds=round(facts.waited_ms / 1e3, 1))
    return say("{there}: {errno} at {stage}", there=there, errno=facts.errno, stage=facts.stage)
