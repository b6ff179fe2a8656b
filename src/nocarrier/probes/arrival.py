"""Do the client's packets leave it, arrive at the server, and does what the server answers come back?

Both machines' links are watched while the client makes a few attempts more, each from a socket of its own and a
little after the last, so that one packet lost at random is no verdict. Beside them a few go to other ports of the same
address: if one of those arrives, packets for that machine do get there, whatever became of the others.

Only after silence, or where a reset came though a program of the server takes connections on that port, or from an
address that the machine which was named as the server does not have: everything else is told by what was seen already.
Nothing is asked of a machine that may not be watched.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence

from nocarrier.facts.arrival import Arrival, Reverse, Sighting
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.facts.private import is_loopback
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.machines import CannotLook, Captured, Dial, Dialled, Machine, Tap, Tapping
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Case, Evidence, Gap, Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record, replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene, icmp_word

if TYPE_CHECKING:
    from nocarrier.wire.sightings import Passing, Sent, Witness

AFTER = (TcpAttempt, UdpAttempt, Route, Neighbour, Contrast, Listeners, Interfaces, PacketFate)
WAITS = True
ROUNDS, APART = 5, 0.012
"Attempts, and seconds between them: at 20 % loss all five are lost once in 3000 times."
BESIDE = 3
"In how many of the rounds another port is tried beside."
USUAL, UNLIKELY = 22, 61612
"Other ports where none was seen to answer."
SETTLE, PATIENCE = 0.03, 0.6
"Seconds after the last attempt, and in all where packets may still be under way: the round trip by satellite."
ROUTERS_WORD = 3.2
"""Seconds in which a router that asks for a neighbour in vain has said so (net/core/neighbour.c: three times a second,
and a little): it may send this port elsewhere, to a machine that is not there."""
ANSWER_TIME = 1.0
"Seconds in which an answer that does come in at this machine is to reach the socket that waits for it."
SMALLEST_SEGMENT = 900
"The first of the segment sizes that are announced as a mark: less than every link takes, more than filters mistrust."
NETSTAT, ARP = "/proc/net/netstat", "/proc/net/arp"


class _Side(Record):
    """One machine that is watched, and how many packets its rp_filter had thrown away before."""

    where: Where
    machine: Machine
    tapping: Tapping
    spoofed: int


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation | Gap]:
    """One observation for each side that may be watched, a gap for each that may not."""
    attempt = _in_question(scene.case)
    if attempt is None:
        return
    plan = _Plan(scene.case, attempt)
    sides: list[_Side] = []
    try:
        for side, there in ((Where.SERVER, scene.server), (Where.CLIENT, machine)):
            if there is None:
                continue
            try:
                sides.append(_Side(side, there, there.tap(plan.tap), _spoofed(there)))
            except CannotLook as why:
                yield Gap(probe="arrival", where=side, reason=why.whole)
        if sides:
            yield from _watched(scene, plan, machine, sides)
    finally:
        for one in sides:
            one.tapping.close()


def _in_question(case: Case) -> TcpAttempt | UdpAttempt | None:
    """The first attempt of which only packets can tell more."""
    tried: list[Evidence[TcpAttempt] | Evidence[UdpAttempt]] = [*case.every(TcpAttempt), *case.every(UdpAttempt)]
    for attempt in (seen.facts for seen in tried):
        address = attempt.address
        here = any(seen.facts.is_here for seen in case.every(Route) if seen.facts.address == address)
        absent = any(seen.facts.missing for seen in case.every(Neighbour) if seen.facts.address == address)
        if here or is_loopback(address) or absent or attempt.said is not None:
            continue
        if attempt.expired and not _answered_since(case, address):
            return attempt
        if isinstance(attempt, TcpAttempt) and attempt.reset and _refused_unexplained(case, attempt):
            return attempt
    return None


def _answered_since(case: Case, address: str) -> bool:
    return any(seen.facts.again != "silent" for seen in case.every(Contrast) if seen.facts.address == address)


def _refused_unexplained(case: Case, attempt: TcpAttempt) -> bool:
    return _refused_by_somebody(case, attempt) or _refused_elsewhere(case, attempt)


def _refused_by_somebody(case: Case, attempt: TcpAttempt) -> bool:
    """A reset, though a program of the server takes connections there, and no rule that was read explains it."""
    listeners = case.seen(Listeners, Where.SERVER)
    if listeners is None or not listeners.facts.taking(attempt.address, attempt.port):
        return False
    fates = [seen.facts for where in Where for seen in case.every(PacketFate, where)]
    ends = [end for facts in fates if facts.address == attempt.address for one in facts.passages for end in one.ends]
    return not any(end.fate == "reject" for end in ends)


def _refused_elsewhere(case: Case, attempt: TcpAttempt) -> bool:
    """The machine that was named as the server has no such address: it is translated on the way, or another machine's."""
    server = case.seen(Interfaces, Where.SERVER)
    return case.server_named and server is not None and not server.facts.has(attempt.address)


class _Plan:
    """What is dialled, round by round, and how its packets are known again."""

    def __init__(self, case: Case, attempt: TcpAttempt | UdpAttempt) -> None:
        self.attempt = attempt
        self.source = case.source if (":" in case.source) == (":" in attempt.address) else ""
        self.udp = isinstance(attempt, UdpAttempt)
        others = _other_ports(case, attempt)
        self.refused = isinstance(attempt, TcpAttempt) and attempt.reset
        rounds = 2 if self.refused else ROUNDS
        self.rounds = [(attempt.port, *((others[at % len(others)],) if at < BESIDE else ())) for at in range(rounds)]
        # Each attempt announces a size of its own; they follow from a number that is in the recording too.
        first = SMALLEST_SEGMENT + (0 if isinstance(attempt, UdpAttempt) else attempt.local_port % 250)
        self.segments = tuple(range(first, first + sum(len(ports) for ports in self.rounds)))
        self.tap = Tap(
            transport="udp" if self.udp else "tcp",
            ports=tuple(dict.fromkeys(port for ports in self.rounds for port in ports)),
            segments=() if self.udp else self.segments,
        )

    def dials(self, timeout: float) -> list[Dial]:
        """All of them; a refused port answers at once, so there none has to wait for the last."""
        ports = [(at, port) for at, round_ in enumerate(self.rounds) for port in round_]
        return [
            self._dial(port, segment, timeout, 0.0)
            if self.refused
            else self._dial(port, segment, timeout - at * APART, at * APART)
            for (at, port), segment in zip(ports, self.segments, strict=True)
        ]

    def _dial(self, port: int, segment: int, timeout: float, after: float) -> Dial:
        usual = Dial(
            transport="tcp", address=self.attempt.address, port=port, timeout=timeout, source=self.source, after=after
        )
        if not self.udp:
            return replace(usual, segment=segment)
        from nocarrier.wire.datagrams import first_datagram

        datagram = first_datagram(port) or b"\n"
        return replace(usual, transport="udp", send=datagram, receive=512, receive_for=timeout)

    def sent(self, dialled: Sequence[Dialled]) -> tuple[Sent, ...]:
        """The attempts, once they were made."""
        from nocarrier.wire.sightings import Sent

        ports = [port for ports in self.rounds for port in ports]
        return tuple(
            Sent(port, done.local_port, 0 if self.udp else segment)
            for port, done, segment in zip(ports, dialled, self.segments, strict=True)
        )


def _other_ports(case: Case, attempt: TcpAttempt | UdpAttempt) -> tuple[int, ...]:
    """Two other ports of the same address; such as answered come first."""
    transport = "udp" if isinstance(attempt, UdpAttempt) else "tcp"
    answering = [
        other.port
        for seen in case.every(Contrast)
        if seen.facts.address == attempt.address
        for other in seen.facts.answering
        if other.transport == transport
    ]
    return tuple(port for port in dict.fromkeys((*answering[:1], UNLIKELY, USUAL)) if port != attempt.port)[:2]


def _watched(scene: Scene, plan: _Plan, client: Machine, sides: Sequence[_Side]) -> Iterator[Observation]:
    dialled = client.dial(plan.dials(scene.remaining(0.3) if plan.refused else ROUNDS * APART))
    sent = plan.sent(dialled)
    seen = _read(plan, sides, sent, SETTLE)
    if _may_come(sides, seen, plan):
        waited = len(plan.rounds) * APART + SETTLE
        seen = _read(plan, sides, sent, min(PATIENCE - waited, scene.remaining(PATIENCE)))
    connected = sum(done.connected for one, done in zip(sent, dialled, strict=True) if one.port == plan.attempt.port)
    client_side = seen.get(Where.CLIENT)
    if not connected and client_side is not None and client_side.count("answer", "in"):
        # The sockets may have been closed when it came: one more, which waits for it.
        again = replace(plan.dials(scene.remaining(ANSWER_TIME))[0], after=0.0)
        connected = int(client.dial([again])[0].connected)
    server_side = seen.get(Where.SERVER)
    said = None
    if server_side is not None and server_side.missing and server_side.others_passed("in"):
        said = _last_word(scene, plan, client, sides)
    for side in reversed(sides):
        facts = replace(seen[side.where], got_through=connected, said=said)
        inward = side.where is Where.SERVER and _sent_inward(scene.case, facts.address)
        yield Observation(_with_reverse(side, facts, inward=inward), summary(facts, side.where), where=side.where)


def _last_word(scene: Scene, plan: _Plan, client: Machine, sides: Sequence[_Side]) -> IcmpWord | None:
    """What a router says of one more attempt, at the latest when it has given up asking for whom it sends it to.

    It says so of a few of all that were made (net/ipv4/icmp.c, icmp_ratelimit), and the first ones are closed by then: only
    the client's links show these.
    """
    began = scene.deadline - scene.options.timeout
    left = began + ROUTERS_WORD - time.monotonic()
    wait = scene.remaining(left if left > 0 else ROUTERS_WORD)
    again = replace(plan.dials(wait)[0], timeout=wait, after=0.0)
    said = icmp_word(client.dial([again])[0])
    watched = [side.tapping.read() for side in sides if side.where is Where.CLIENT]
    return next((word for captured in watched for word in _words(captured, plan)), said)


def _words(captured: Captured, plan: _Plan) -> Iterator[IcmpWord]:
    """What ICMP said of packets to the dialled port, whichever attempt they were of."""
    from nocarrier.wire.packets import IcmpError

    there = (plan.attempt.address, plan.attempt.port)
    for passing in _passings(captured):
        said = passing.packet
        about = said.about if passing.way == "in" and isinstance(said, IcmpError) else None
        if isinstance(said, IcmpError) and about is not None and (about.target, about.target_port) == there:
            yield IcmpWord(origin=said.source, version=said.version, type=said.type, code=said.code)


def _read(plan: _Plan, sides: Sequence[_Side], sent: Sequence[Sent], after: float) -> dict[Where, Arrival]:
    """What each side's links carried so far; the client's first, for its sequence numbers."""
    from nocarrier.wire.sightings import Witness

    found: dict[Where, Arrival] = {}
    numbers: dict[int, int] = {}
    for side in reversed(sides):
        captured = side.tapping.read(after)
        after = 0.0
        witness = Witness(sent, numbers)
        witness.see(_passings(captured))
        numbers = witness.numbers
        found[side.where] = _facts(plan, sent, witness, captured)
    return found


def _passings(captured: Captured) -> Iterator[Passing]:
    from nocarrier.wire.packets import decode_packet
    from nocarrier.wire.sightings import Passing

    for packet in captured.packets:
        decoded = decode_packet(packet.data)
        if decoded is not None and packet.kind != "other":
            yield Passing(packet.device, "out" if packet.kind == "out" else "in", decoded, packet.sender)


def _facts(plan: _Plan, sent: Sequence[Sent], witness: Witness, captured: Captured) -> Arrival:
    ours = [one for one in sent if one.port == plan.attempt.port]
    return Arrival(
        address=plan.attempt.address,
        port=plan.attempt.port,
        attempts=len(ours),
        others=len(sent) - len(ours),
        seen=witness.sightings(),
        doubtful=witness.doubtful + captured.missed,
    )


def _may_come(sides: Sequence[_Side], seen: dict[Where, Arrival], plan: _Plan) -> bool:
    """Whether something may still be under way that decides: an opening to the server, or an answer to the client."""
    client, server = seen.get(Where.CLIENT), seen.get(Where.SERVER)
    if plan.refused or server is None:
        return False
    if not server.arrived:
        return not server.others_passed("in")
    if client is None or server.none("out") or not client.none("in"):
        return False
    return not client.answers_of_others("in")  # where those came, there was time


def _with_reverse(side: _Side, facts: Arrival, *, inward: bool) -> Arrival:
    """With the way back, where what came in led to nothing."""
    came = facts.first("opening", "in") if side.where is Where.SERVER else facts.first("answer", "in")
    if came is None:
        return facts
    try:
        return replace(facts, reverse=_reverse(side, came, inward=inward))
    except CannotLook:
        return facts


def _reverse(side: _Side, came: Sighting, *, inward: bool) -> Reverse:
    """The way to where this came from, as the machine that it came to would go."""
    from nocarrier.probes.route import find_route
    from nocarrier.probes.routing_table import find_table
    from nocarrier.readings.arp import decode_arp

    machine = side.machine
    route, by_port = find_route(machine, came.source, came.target), False
    if side.where is Where.SERVER and not route.errno and came.target_port:
        with contextlib.suppress(CannotLook):
            of_port = find_route(machine, came.source, came.target, from_port=came.target_port)
            route, by_port = (of_port, True) if of_port.errno else (route, False)
    neighbours = decode_arp(machine.read(ARP).text) if ":" not in came.source else ()
    return Reverse(
        device=came.device,
        source=came.source,
        back=route.device,
        gateway=route.gateway,
        errno=route.errno,
        table=find_table(machine, came.source, came.target) if route.errno else None,
        router=next((one.address for one in neighbours if came.sender and one.hardware == came.sender), ""),
        gateway_absent=any(
            (one.address, one.device, one.hardware) == (route.gateway, route.device, "") for one in neighbours
        ),
        by_port=by_port,
        kept_from_loopback=inward and not _sysctl(machine, came.device, "route_localnet"),
        checked=_sysctl(machine, came.device, "rp_filter") if ":" not in came.source else 0,
        spoofed=max(0, _spoofed(machine) - side.spoofed),
    )


def _spoofed(machine: Machine) -> int:
    """Packets that the kernel threw away because their source is not behind the link they came in on."""
    from nocarrier.readings.snmp import decode_snmp

    return decode_snmp(machine.read(NETSTAT).text, "TcpExt").get("IPReversePathFilter", 0)


def _sysctl(machine: Machine, device: str, name: str) -> int:
    """The greater of all and this link, as of rp_filter and route_localnet (Documentation/networking/ip-sysctl.rst)."""
    words = [machine.read(f"/proc/sys/net/ipv4/conf/{each}/{name}", 16).text.strip() for each in ("all", device)]
    return max((int(word) for word in words if word.isdigit()), default=0)


def _sent_inward(case: Case, address: str) -> bool:
    """A rule of the server's sends packets to this address on to one of 127.0.0.0/8."""
    fates = (seen.facts for seen in case.every(PacketFate, Where.SERVER) if seen.facts.address == address)
    return any(one.sent_to.startswith("127.") for facts in fates for one in facts.passages)


def summary(facts: Arrival, where: Where) -> Prose:
    """What passed this machine's links, in a line."""
    there = endpoint(facts.address, facts.port)
    if where is Where.SERVER:
        return _at_the_server(facts, there)
    left = facts.count("opening", "out")
    if left == 0:
        return say("none of {attempts} attempts at {there} left this machine", attempts=facts.attempts, there=there)
    back = facts.first("answer", "in") or facts.first("refusal", "in") or facts.first("icmp", "in")
    words: dict[str, str | int] = {"left": left, "attempts": facts.attempts, "there": there}
    if back is None:
        return say("{left} of {attempts} attempts at {there} left this machine, nothing came back", **words)
    return say(
        "{left} of {attempts} attempts at {there} left this machine, {what} came in on {device}, TTL {ttl}",
        what=WHAT[back.kind],
        device=back.device,
        ttl=back.ttl,
        **words,
    )


def _at_the_server(facts: Arrival, there: str) -> Prose:
    came = facts.first("opening", "in")
    if came is None:
        if facts.said is not None:
            return say(
                "none of {attempts} attempts at {there} came in, and {origin} says that it finds nobody for them",
                attempts=facts.attempts,
                there=there,
                origin=facts.said.origin,
            )
        if facts.others_passed("in"):
            return say(
                "none of {attempts} attempts at {there} came in, those at another port did",
                attempts=facts.attempts,
                there=there,
            )
        return say("none of {attempts} attempts at {there} came in", attempts=facts.attempts, there=there)
    if facts.moved is not None:
        return say(
            "{came} of {attempts} attempts at {there} came in on {device} from {source}, for port {port}: translated on the"
            " way",
            came=facts.count("opening", "in"),
            attempts=facts.attempts,
            there=there,
            device=came.device,
            source=came.source,
            port=facts.moved.target_port,
        )
    words: dict[str, str | int] = {
        "came": facts.count("opening", "in"),
        "attempts": facts.attempts,
        "there": there,
        "device": came.device,
        "source": came.source,
    }
    back = facts.first("answer", "out") or facts.first("refusal", "out") or facts.first("icmp", "out")
    if back is None:
        return say(
            "{came} of {attempts} attempts at {there} came in on {device} from {source}, none answered", **words
        )
    return say(
        "{came} of {attempts} attempts at {there} came in on {device} from {source}, {what} went out",
        what=WHAT[back.kind],
        **words,
    )


WHAT = {
    "answer": say("an answer"),
    "refusal": say("a reset"),
    "icmp": say("an ICMP error"),
}
