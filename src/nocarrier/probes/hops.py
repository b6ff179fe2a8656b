"""Which way do packets to the target's port go, and how far?

A packet whose time to live runs out makes the router say so, and its word stands in the error queue of the socket that
sent the packet (ip(7), IP_RECVERR): a traceroute on the real port, without any privilege. Routers answer a few of them
in a second only (net/ipv4/icmp.c: icmp_ratelimit; six at once, then one a second), which decides how it is done:

- A third machine refused in the target's place: does it stand on the way? One SYN at a time, with one more hop to
  live each; more would use up what that machine has to say.
- Nothing came back, or a packet's time ran out on its own: many distances at once, twice each from two source ports
  (RFC 2992: routers choose among equal ways by them). Packets of another kind, that do pass where there are such, show
  how far the way goes; where theirs goes further, those distances are asked again with both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nocarrier.facts.contrast import Contrast
from nocarrier.facts.hops import Compared, Hops, Way
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Case, Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.probes import Observation, Scene, icmp_word, not_sent, unsent
from nocarrier.wire.datagrams import first_datagram

AFTER = (TcpAttempt, UdpAttempt, Interfaces, Route, Neighbour, Contrast)
WAITS = True
SINGLY_MOST, SINGLY_WAIT, SINGLY_TOTAL = 12, 1.2, 3.0
"""Hops asked one at a time, and the seconds for one and for all: the kernel repeats a SYN after 1 s (RFC 6298), which a
router that had no word left for the first answers."""
STRIDE, MOST_HOPS = 8, 30
"Distances asked at once, and the greatest one: what traceroute(8) takes for the end of the world."
QUIET = 3
"Distances at the end of a stride that all keep silent: then the way is taken to end there."
WAIT, WAIT_PER_ROUND_TRIP, LEAST_WAIT = 0.3, 4.0, 0.03
"Seconds for a router's word where no round trip is known, and the multiple of one that is."
CIRCLE_WAIT, CIRCLE_TOTAL = 1.1, 6.7
"Seconds for the routers of a circle that have no word left: they get one back each second."
TOTAL = 2.0
AGAIN = 3
"Packets to the target's port in a comparison."
MOST_COMPARED = 3
UDP_UNLIKELY = 33434
"Where traceroute(8) begins."

Attempt = TcpAttempt | UdpAttempt
Transport = Literal["tcp", "udp"]


class _Kind(Record):
    """Packets of one kind."""

    address: str
    transport: Transport
    port: int
    source: str = ""


class _Heard(Record):
    """What came of one packet: a router's address, or that the address itself answered."""

    router: str = ""
    arrived: bool = False


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One way for each address that a third machine spoke for; else one for the first that kept silent."""
    tried: list[Attempt] = [seen.facts for seen in scene.case.every(TcpAttempt)]
    tried += [seen.facts for seen in scene.case.every(UdpAttempt)]
    spoken_for = [one for one in tried if isinstance(one, TcpAttempt) and _spoken_for(scene.case, one)]
    for attempt in spoken_for:
        yield _observed(_singly(scene, machine, attempt))
    lost = next((one for one in tried if _lost(one) and _leaves_the_link(scene.case, one.address)), None)
    if lost is not None and not spoken_for:
        yield _observed(_traced(scene, machine, lost))


def _spoken_for(case: Case, attempt: TcpAttempt) -> bool:
    """A third machine refused it, and the server's own addresses do not tell whether it stands on the way.

    That a network or host is not reached is a router's word by its nature.
    """
    said = attempt.said
    if (
        said is None
        or said.ran_out
        or said.not_reached
        or said.origin in ("", attempt.address, attempt.local_address)
    ):
        return False
    server = case.seen(Interfaces, Where.SERVER)
    return server is None or not server.facts.has(attempt.address)


def _lost(attempt: Attempt) -> bool:
    """Nothing came back, or a router's word that the packet had been too long on its way."""
    return attempt.said.ran_out if attempt.said is not None else attempt.expired


def _leaves_the_link(case: Case, address: str) -> bool:
    """Packets are handed to a router that is there, or into a tunnel, behind which there may be routers."""
    route = next((seen.facts for seen in case.every(Route) if seen.facts.address == address), None)
    hop = next((seen.facts for seen in case.every(Neighbour) if seen.facts.address == address), None)
    if route is None or route.kind != "unicast" or (hop is not None and hop.missing):
        return False
    return bool(route.gateway) or (hop is not None and hop.state == "noarp")


def _singly(scene: Scene, machine: Machine, attempt: TcpAttempt) -> Hops:
    """Until the machine in question has shown itself, or something answers for good."""
    assert attempt.said is not None
    kind = _kind(scene, attempt)
    routers: list[tuple[str, ...]] = []
    left = min(SINGLY_TOTAL, scene.remaining() / 2)
    for distance in range(1, SINGLY_MOST + 1):
        got = machine.dial([_dial(kind, distance, min(SINGLY_WAIT, left))])[0]
        if unsent(got):
            raise not_sent(got, kind.port)
        said = icmp_word(got)
        if got.connected or (got.errno and not (said is not None and said.ran_out)):
            break
        routers.append((said.origin,) if said is not None else ())
        left -= got.took_ms / 1e3
        if attempt.said.origin in routers[-1] or left <= 0:
            break
    return Hops(
        address=attempt.address,
        port=attempt.port,
        own=Way(transport="tcp", port=attempt.port, routers=tuple(routers)),
    )


def _traced(scene: Scene, machine: Machine, attempt: Attempt) -> Hops:
    """The target's packets beside others; alone where they circle, for those would use up the routers' words."""
    contrast = next(
        (seen.facts for seen in scene.case.every(Contrast) if seen.facts.address == attempt.address), None
    )
    circling = attempt.said is not None or (contrast is not None and bool(contrast.ran_out_at))
    tracer = _Tracer(machine, min(CIRCLE_TOTAL if circling else TOTAL, scene.remaining() / 2))
    kind = _kind(scene, attempt)
    if circling:
        return Hops(address=attempt.address, port=attempt.port, own=tracer.circling(kind))
    answering = _answering(contrast)
    other = _Kind(attempt.address, *(answering or ("udp", UDP_UNLIKELY)), kind.source)
    heard = contrast.round_trip_ms / 1e3 if contrast is not None else 0.0
    round_trip = heard or scene.round_trip or 0.0
    wait = max(LEAST_WAIT, WAIT_PER_ROUND_TRIP * round_trip) if round_trip else WAIT
    if answering:
        (beside,) = tracer.ways([other], MOST_HOPS, wait)
        (own,) = tracer.ways([kind, kind], beside.reached or MOST_HOPS, wait)
    else:
        own, beside = tracer.ways([kind, other, kind], MOST_HOPS, wait)
    compared = tracer.compare(kind, other, own, beside, wait)
    return Hops(address=attempt.address, port=attempt.port, own=own, beside=beside, compared=compared)


def _answering(contrast: Contrast | None) -> tuple[Transport, int] | None:
    """A port of the same address that did answer.

    Not the echo: a raw socket hears the errors of every other one, so that their distances could not be told apart.
    """
    others = contrast.answering if contrast is not None else ()
    return next(((other.transport, other.port) for other in others if other.transport != "ping"), None)


class _Tracer:
    """Asks distances, and keeps the time."""

    def __init__(self, machine: Machine, left: float) -> None:
        self._machine = machine
        self._left = left

    def ways(self, kinds: Sequence[_Kind], most: int, wait: float) -> list[Way]:
        """Stride by stride, all kinds at once, until the address answers or nothing does any more, for each of them.

        A kind that is named twice is sent twice, from two source ports.
        """
        heard: dict[_Kind, dict[int, list[_Heard]]] = {kind: {} for kind in kinds}
        for start in range(1, most + 1, STRIDE):
            distances = range(start, min(start + STRIDE, most + 1))
            self._ask(heard, [(kind, distance) for distance in distances for kind in kinds], wait)
            if all(_ended(answers, distances[-1]) for answers in heard.values()):
                break
        return [_way(kind, answers) for kind, answers in heard.items()]

    def circling(self, kind: _Kind) -> Way:
        """Once each, for the same few routers are asked again and again; those that had no word left, some times more."""
        heard: dict[_Kind, dict[int, list[_Heard]]] = {kind: {}}
        answers = heard[kind]
        for start in range(1, MOST_HOPS + 1, STRIDE):
            quiet: Sequence[int] = range(start, min(start + STRIDE, MOST_HOPS + 1))
            wait = WAIT
            while quiet and self._left >= LEAST_WAIT and not (_way(kind, answers).circle or _arrived(answers)):
                self._ask(heard, [(kind, distance) for distance in quiet], wait)
                wait = CIRCLE_WAIT
                quiet = [distance for distance in quiet if not any(one.router for one in answers[distance])]
            if _way(kind, answers).circle or _arrived(answers):
                break
        return _way(kind, answers)

    def compare(self, kind: _Kind, other: _Kind, own: Way, beside: Way, wait: float) -> tuple[Compared, ...]:
        """The distances at which a router spoke of the others only, with packets of both kinds."""
        beyond = [distance for distance in range(own.last + 1, len(beside.routers) + 1) if beside.at(distance)]
        if own.reached:
            return ()
        distances = beyond[:MOST_COMPARED]
        asked = [(each, distance) for distance in distances for each in (*(kind,) * AGAIN, other)]
        answers = self._dial(asked, wait) if asked else []
        size = AGAIN + 1
        groups = [answers[at : at + size] for at in range(0, len(answers), size)]
        return tuple(
            Compared(
                distance=distance,
                own=sum(bool(one.router or one.arrived) for one in group[:AGAIN]),
                own_sent=AGAIN,
                beside=int(bool(group[AGAIN].router)),
            )
            for distance, group in zip(distances, groups, strict=True)
        )

    def _ask(
        self, heard: dict[_Kind, dict[int, list[_Heard]]], asked: Sequence[tuple[_Kind, int]], wait: float
    ) -> None:
        for (kind, distance), answer in zip(asked, self._dial(asked, wait), strict=True):
            heard[kind].setdefault(distance, []).append(answer)

    def _dial(self, asked: Sequence[tuple[_Kind, int]], wait: float) -> list[_Heard]:
        """All at once. Where the time is used up nothing is sent, and nothing heard."""
        wait = min(wait, self._left)
        if wait < LEAST_WAIT:
            return [_Heard() for _ in asked]
        got = self._machine.dial([_dial(kind, distance, wait) for kind, distance in asked])
        self._left -= max((one.took_ms for one in got), default=0.0) / 1e3
        return [_heard(kind, one) for (kind, _), one in zip(asked, got, strict=True)]


def _ended(heard: dict[int, list[_Heard]], last: int) -> bool:
    """The address answered, or the last few distances kept silent."""
    if _arrived(heard):
        return True
    tail = [one for distance in range(last - QUIET + 1, last + 1) for one in heard.get(distance, ())]
    return not any(one.router for one in tail)


def _arrived(heard: dict[int, list[_Heard]]) -> bool:
    return any(one.arrived for answers in heard.values() for one in answers)


def _way(kind: _Kind, heard: dict[int, list[_Heard]]) -> Way:
    """From the answers by distance; nothing beyond the one at which the address itself was heard."""
    reached = min((at for at, answers in heard.items() if any(one.arrived for one in answers)), default=0)
    beyond = reached or max(heard, default=0) + 1
    rows = [_names(heard.get(distance, ())) for distance in range(1, beyond)]
    while rows and not rows[-1]:
        rows.pop()
    return Way(transport=kind.transport, port=kind.port, routers=tuple(rows), reached=reached)


def _names(answers: Iterable[_Heard]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.router for one in answers if one.router))


def _kind(scene: Scene, attempt: Attempt) -> _Kind:
    transport: Transport = "udp" if isinstance(attempt, UdpAttempt) else "tcp"
    return _Kind(attempt.address, transport, attempt.port, scene.source_toward(attempt.address))


def _dial(kind: _Kind, distance: int, wait: float) -> Dial:
    if kind.transport == "tcp":
        return Dial(
            transport="tcp", address=kind.address, port=kind.port, timeout=wait, source=kind.source, ttl=distance
        )
    return Dial(
        transport="udp",
        address=kind.address,
        port=kind.port,
        timeout=wait,
        source=kind.source,
        ttl=distance,
        send=first_datagram(kind.port) or b"\n",
        receive=512,
        receive_for=wait,
    )


def _heard(kind: _Kind, got: Dialled) -> _Heard:
    """A word of the address itself, whatever it is, shows that the packet came there.

    Raises:
        CannotLook: The packet did not leave, for want of a local port or the like: that is no silence of the way.
    """
    if unsent(got):
        raise not_sent(got, kind.port)
    said = icmp_word(got)
    if said is not None:
        if said.origin == kind.address.partition("%")[0]:
            return _Heard(arrived=True)
        return _Heard(router=said.origin if said.ran_out else "")
    return _Heard(arrived=got.errno == "ECONNREFUSED" or (got.connected and not got.errno and not got.expired))


def _observed(facts: Hops) -> Observation:
    return Observation(facts, summary(facts))


def summary(facts: Hops) -> Prose:
    """The way in a line."""
    hops = " ".join("|".join(heard) or "?" for heard in facts.own.routers) or "-"
    beside = facts.beside
    if facts.passed_by and beside is not None:
        return say(
            "packets to {port} come as far as {hops}; {transport}/{other} as far as {beyond}",
            port=facts.port,
            hops=hops,
            transport=beside.transport,
            other=beside.port,
            beyond="|".join(beside.at(beside.last)),
        )
    return say("on the way: {hops}", hops=hops)
