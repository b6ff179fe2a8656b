"""Is it this port that keeps silent, or the whole host?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from nocarrier.facts.contrast import Contrast, How, OtherPort
from nocarrier.facts.services import USUAL_PORTS
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.wire.datagrams import first_datagram
from nocarrier.wire.error_queue import decode_error_queue

AFTER = (TcpAttempt, UdpAttempt)
WAIT = 1.0
"Seconds: RFC 6298's first retransmission, so that one lost packet is no silence."
USUAL = (22, 80, 443, 3389, 8080, 53)
"Ports that are open, or at least not filtered, on most machines."
UNLIKELY = (61612, 47811)
"Ports where hardly anything listens: a host that is up answers for them by itself, unless a filter keeps it from it."
UDP_UNLIKELY = 33434
"Where traceroute begins: nothing listens there, and filters often let it pass."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """All at once, for the first address that kept silent."""
    tried: list[TcpAttempt | UdpAttempt] = [seen.facts for seen in scene.case.every(TcpAttempt)]
    tried += [seen.facts for seen in scene.case.every(UdpAttempt)]
    attempt = next((one for one in tried if _unheard(one)), None)
    if attempt is None:
        return
    numbers = (*USUAL, *USUAL_PORTS.get(scene.case.target.scheme, ())[:4], *UNLIKELY)
    ports = [number for number in dict.fromkeys(numbers) if number != attempt.port]
    wait = scene.remaining(WAIT)
    dials = [_dial("tcp", attempt.address, port, wait) for port in ports]
    transport: Literal["tcp", "udp"] = "udp" if isinstance(attempt, UdpAttempt) else "tcp"
    own = _dial(transport, attempt.address, attempt.port, wait)
    udp = _dial("udp", attempt.address, UDP_UNLIKELY, wait)
    *others, again, unreached = machine.dial([*dials, own, udp])
    facts = Contrast(
        address=attempt.address,
        again=how(again, attempt.address),
        others=(
            *(
                OtherPort(port=port, transport="tcp", how=how(got, attempt.address))
                for port, got in zip(ports, others, strict=True)
            ),
            OtherPort(port=UDP_UNLIKELY, transport="udp", how=how(unreached, attempt.address)),
        ),
        heard_from=next((name for got in (again, *others, unreached) if (name := _origin(got, attempt.address))), ""),
    )
    yield Observation(facts, summary(facts))


def _unheard(one: TcpAttempt | UdpAttempt) -> bool:
    """Silence, or another machine's word that the host or its network is not reached.

    Packets that circle until their time runs out come to no port at all, and each more takes one of the few words that
    a router has for the trace.
    """
    if one.said is not None and one.said.ran_out:
        return False
    return one.expired or one.errno == "EHOSTUNREACH" or (one.errno == "ENETUNREACH" and one.said is not None)


def _dial(transport: Literal["tcp", "udp"], address: str, port: int, wait: float) -> Dial:
    if transport == "tcp":
        return Dial(transport="tcp", address=address, port=port, timeout=wait)
    datagram = first_datagram(port) or b"\n"
    return Dial(
        transport="udp", address=address, port=port, timeout=wait, send=datagram, receive=512, receive_for=wait
    )


def how(got: Dialled, address: str) -> How:
    """What the host itself did; what another machine said about it is no answer of the host."""
    said = decode_error_queue([entry.data for entry in got.queued]) if got.queued else None
    if said is not None:
        return "icmp" if said.origin == address.partition("%")[0] else "silent"
    if got.errno == "ECONNREFUSED":
        return "reset"
    return "open" if got.connected and not got.expired and not got.errno else "silent"


def _origin(got: Dialled, address: str) -> str:
    said = decode_error_queue([entry.data for entry in got.queued]) if got.queued else None
    return said.origin if said is not None and said.origin != address.partition("%")[0] else ""


def summary(facts: Contrast) -> Prose:
    """What was heard, in a line."""
    if facts.again != "silent":
        return say("{address} answered on the same port a moment later", address=facts.address)
    if not facts.answering:
        return say(
            "{address} keeps silent on {count} other ports too", address=facts.address, count=len(facts.others)
        )
    shown = ", ".join(f"{other.transport}/{other.port}" for other in facts.answering[:4])
    return say("{address} answers on {ports}, not on this port", address=facts.address, ports=shown)
