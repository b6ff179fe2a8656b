"""Is it this port that keeps silent, or the whole host?

Of a TCP port that is asked while it is dialled, in the same loop (`probes/tcp.py`), which keeps what was heard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.contrast import Contrast, How, OtherPort
from nocarrier.facts.services import USUAL_PORTS
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene, icmp_word, not_sent, unsent

AFTER = (TcpAttempt, UdpAttempt)
WAIT = 1.0
"Seconds: RFC 6298's first retransmission, so that one lost packet is no silence."
SHORT = 0.4
"The same where somebody has spoken."
USUAL = (22, 80, 443, 3389, 8080, 53)
"Ports that are open, or at least not filtered, on most machines."
UNLIKELY = (61612, 47811)
"Ports where hardly anything listens: a host that is up answers for them by itself, unless a filter keeps it from it."
FEW = 443
"""The one that is tried where a router has said already that it does not reach the host: it sends few such messages at
once, and counts each twice (net/ipv4/route.c, ip_error), so that more would only make it mute."""
SPOILT_AT = (2, 3, 4, 5, 6, 7)
"""Hops at which a packet to the target's own port is to go wrong (`Dial.spoilt_at`): at the host's it says so itself,
even where its packet filter lets nothing in. On ways that are longer hardly any router passes packets with options on
(RFC 7126, section 4.2); on the link, the neighbour table tells."""
UDP_UNLIKELY = 33434
"Where traceroute begins: nothing listens there, and filters often let it pass."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """What was heard while it was dialled; else all at once, for the first address that kept silent."""
    if scene.contrasts:
        yield from (Observation(facts, summary(facts)) for facts in scene.contrasts)
        return
    tried: list[TcpAttempt | UdpAttempt] = [seen.facts for seen in scene.case.every(TcpAttempt)]
    tried += [seen.facts for seen in scene.case.every(UdpAttempt)]
    attempt = next((one for one in tried if unheard(one)), None)
    if attempt is None:
        return
    wait = scene.remaining(WAIT if attempt.expired else SHORT)
    if not attempt.expired:
        few: tuple[Dial, ...] = (
            _dial(scene, "tcp", attempt.address, FEW, wait),
            _dial(scene, "ping", attempt.address, 0, wait),
        )
        facts = heard(attempt.address, "silent", list(zip(few, machine.dial(few), strict=True)))
    else:
        own = _dial(scene, "udp" if isinstance(attempt, UdpAttempt) else "tcp", attempt.address, attempt.port, wait)
        around = witnesses(scene, attempt.address, attempt.port, wait)
        again, *others = machine.dial([own, *around])
        if unsent(again):
            raise not_sent(again, attempt.port)
        facts = heard(attempt.address, how(again, attempt.address), list(zip(around, others, strict=True)))
    yield Observation(facts, summary(facts))


def witnesses(
    scene: Scene, address: str, port: int, wait: float, after: float = 0.0, question: int = 0
) -> tuple[Dial, ...]:
    """What is sent beside the packets to ``port``: to a few other ports, to one over UDP, and an echo request."""
    numbers = (*USUAL, *USUAL_PORTS.get(scene.case.target.scheme, ())[:4], *UNLIKELY)
    ports = [number for number in dict.fromkeys(numbers) if number != port]
    return (
        *(_dial(scene, "tcp", address, number, wait, after, question) for number in ports),
        *_spoilt(scene, address, port, wait, after, question),
        _dial(scene, "udp", address, UDP_UNLIKELY, wait, after, question),
        _dial(scene, "ping", address, 0, wait, after, question),
    )


def _spoilt(scene: Scene, address: str, port: int, wait: float, after: float, question: int) -> tuple[Dial, ...]:
    """SYNs to the target's port that go wrong on the way, one at each of a few hops. A UDP target gets none."""
    if ":" in address or scene.case.target.transport != "tcp":
        return ()
    plain = _dial(scene, "tcp", address, port, wait, after, question)
    return tuple(replace(plain, spoilt_at=hop) for hop in SPOILT_AT)


def heard(address: str, again: How, witnessed: Sequence[tuple[Dial, Dialled]]) -> Contrast:
    """The facts. A packet that could not even be sent is no port that kept silent."""
    tried = [(dial, got) for dial, got in witnessed if not unsent(got)]
    made = [(dial, got) for dial, got in tried if not dial.spoilt_at]
    receipts = {dial.spoilt_at: got.took_ms for dial, got in tried if dial.spoilt_at and _received(got, address)}
    times = [got.took_ms for _, got in made if how(got, address) != "silent"] + list(receipts.values())
    return Contrast(
        address=address,
        again=again,
        others=tuple(OtherPort(port=dial.port, transport=_kind(dial), how=how(got, address)) for dial, got in made),
        heard_from=next((name for _, got in made if (name := _origin(got, address))), ""),
        round_trip_ms=min(times, default=0.0),
        received_at=min(receipts, default=0),
        ran_out_at=next(
            (said.origin for _, got in tried if (said := icmp_word(got)) is not None and said.ran_out), ""
        ),
    )


def _received(got: Dialled, address: str) -> bool:
    """The host itself finds the packet's options wrong (RFC 792, parameter problem: EPROTO)."""
    return got.errno == "EPROTO" and _said(got) == address


def _kind(dial: Dial) -> Literal["tcp", "udp", "ping"]:
    return "tcp" if dial.transport == "unix" else dial.transport


def unheard(one: TcpAttempt | UdpAttempt) -> bool:
    """Silence, or another machine's word that the host or its network is not reached.

    Packets that circle until their time runs out come to no port at all, and each more takes one of the few words that
    a router has for the trace.
    """
    if one.said is not None and one.said.ran_out:
        return False
    return one.expired or one.errno == "EHOSTUNREACH" or (one.errno == "ENETUNREACH" and one.said is not None)


def _dial(
    scene: Scene,
    transport: Literal["tcp", "udp", "ping"],
    address: str,
    port: int,
    wait: float,
    after: float = 0.0,
    question: int = 0,
) -> Dial:
    source = scene.source_toward(address)
    if transport == "tcp":
        return Dial(
            transport="tcp",
            address=address,
            port=port,
            timeout=wait,
            source=source,
            after=after,
            question=question,
            witness=question > 0,
        )
    return Dial(
        transport=transport,
        address=address,
        port=port,
        timeout=wait,
        source=source,
        send=b"" if transport == "ping" else _datagram(port),
        receive=512,
        receive_for=wait,
        after=after,
        question=question,
        witness=question > 0,
    )


def _datagram(port: int) -> bytes:
    from nocarrier.wire.datagrams import first_datagram

    return first_datagram(port) or b"\n"


def how(got: Dialled, address: str) -> How:
    """What the host itself did; what another machine said about it is no answer of the host."""
    origin = _said(got)
    if origin:
        return "icmp" if origin == address.partition("%")[0] else "silent"
    if got.errno == "ECONNREFUSED":
        return "reset"
    return "open" if got.connected and not (got.expired or got.left or got.errno) else "silent"


def _origin(got: Dialled, address: str) -> str:
    origin = _said(got)
    return origin if origin != address.partition("%")[0] else ""


def _said(got: Dialled) -> str:
    """Who sent the ICMP message that came, if one did."""
    said = icmp_word(got)
    return said.origin if said is not None else ""


def summary(facts: Contrast) -> Prose:
    """What was heard, in a line."""
    if facts.again != "silent":
        return say("{address} answered on the same port a moment later", address=facts.address)
    if not facts.answering and facts.received_at:
        return say(
            "{address} says that a packet to this port came to it, and answers none on {count} other ports either",
            address=facts.address,
            count=len(facts.others),
        )
    if not facts.answering and facts.ran_out_at:
        return say(
            "no port of {address} is heard of: {router} says that the time to live of packets to it ran out there",
            address=facts.address,
            router=facts.ran_out_at,
        )
    if not facts.answering:
        return say(
            "{address} keeps silent on {count} other ports too", address=facts.address, count=len(facts.others)
        )
    return say("{address} answers on {ports}, not on this port", address=facts.address, ports=facts.ports)
