"""What is dialled and watched for it, and what is said where one side may not be watched."""

from __future__ import annotations

import struct
import time
from collections.abc import Sequence

import pytest

from nocarrier.facts.arrival import Arrival
from nocarrier.facts.contrast import Contrast, OtherPort
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.machines import Answered, CannotLook, Captured, Dial, Dialled, FileRead, Packet, Patience, Tap
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case, Evidence, Facts, Gap, Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Options, Scene, arrival
from nocarrier.readings.target import parse_target

ADDRESS, SILENT = "192.0.2.5", TcpAttempt(address="192.0.2.5", port=8080, connected=False, expired=True, local_port=7)
SYN, RST_ACK, SYN_ACK = 2, 0x14, 0x12


def packet(kind: str, ends: tuple[int, int], flags: int, number: int = 0, ack: int = 0, size: int = 0) -> Packet:
    """Between 192.0.2.7 and 192.0.2.5: the lower port is the server's."""
    source, target = (b"\xc0\0\2\7", b"\xc0\0\2\5") if ends[0] > ends[1] else (b"\xc0\0\2\5", b"\xc0\0\2\7")
    options = struct.pack("!BBH", 2, 4, size) if size else b""
    tcp = struct.pack("!HHIIBBHHH", *ends, number, ack, (20 + len(options)) // 4 << 4, flags, 0, 0, 0) + options
    head = struct.pack("!BBHHHBBH", 0x45, 0, 0, 0, 0, 63, 6, 0) + source + target
    return Packet(device="eth0", kind=kind, data=head + tcp)  # type: ignore[arg-type]


class Wire:
    """What both machines see: every dial's SYN passes, unless its port is swallowed, and the server answers."""

    def __init__(self, swallowed: tuple[int, ...] = (), answers: dict[int, int] | None = None) -> None:
        self.swallowed, self.answers = swallowed, answers or {}
        self.client: list[Packet] = []
        self.server: list[Packet] = []
        self.dials: list[Dial] = []


class Watched(Local):
    """A machine on that wire; ``reads`` are the seconds that each reading of its tap waited for."""

    def __init__(self, wire: Wire, packets: list[Packet], why: CannotLook | None = None) -> None:
        super().__init__("paper://")
        self.wire, self.packets, self.why = wire, packets, why
        self.reads: list[float] = []
        self.tapped: Tap | None = None
        self.closed = False

    def tap(self, tap: Tap) -> Watched:  # type: ignore[override]
        if self.why is not None:
            raise self.why
        self.tapped = tap
        return self

    def read(self, path: str | float = 0.0, limit: int = 1 << 20) -> FileRead | Captured:  # type: ignore[override]
        if isinstance(path, str):
            return FileRead(errno="ENOENT")
        self.reads.append(path)
        return Captured(packets=tuple(self.packets))

    def close(self) -> None:
        self.closed = True

    def netlink(self, protocol: int, request: bytes) -> Answered:
        raise CannotLook("paper has no netlink")

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        wire = self.wire
        for at, dial in enumerate(dials):
            wire.dials.append(dial)
            local, number = 40000 + at, 1000 * at
            syn = (local, dial.port), SYN, number, 0, dial.segment
            wire.client.append(packet("out", *syn))
            if dial.port in wire.swallowed:
                continue
            wire.server.append(packet("here", *syn))
            if flags := wire.answers.get(dial.port):
                wire.server.append(packet("out", (dial.port, local), flags, 5, number + 1))
        return tuple(Dialled(stage="connect", expired=True, local_port=40000 + at) for at in range(len(dials)))


def looked(
    wire: Wire,
    *facts: Facts,
    client: Watched | None = None,
    server: Watched | None = None,
    on_server: Facts | None = None,
    named: bool = False,
) -> list[Observation | Gap]:
    evidence = [_seen(each, Where.CLIENT) for each in facts]
    evidence += [_seen(on_server, Where.SERVER)] if on_server is not None else []
    case = Case(target=parse_target("tcp://192.0.2.5:8080"), evidence=tuple(evidence), server_named=named)
    here = client or Watched(wire, wire.client)
    scene = Scene(case, Options(), here, server or Watched(wire, wire.server), time.monotonic() + 9)
    return list(arrival.look(scene, here, Where.CLIENT))


def _seen(facts: Facts, where: Where) -> Evidence[Facts]:
    return Evidence(id="", probe="test", where=where, took_ms=0.0, summary=say("seen"), facts=facts)


def of(found: list[Observation | Gap], where: Where) -> Arrival:
    facts = [one.facts for one in found if isinstance(one, Observation) and one.where is where]
    assert len(facts) == 1
    assert isinstance(facts[0], Arrival)
    return facts[0]


CONTRAST = Contrast(address=ADDRESS, again="silent", others=(OtherPort(port=443, transport="tcp", how="open"),))


def test_what_was_swallowed_left_and_did_not_arrive_and_the_answering_port_is_tried_beside() -> None:
    wire = Wire(swallowed=(8080,))
    found = looked(wire, SILENT, CONTRAST)
    client, server = of(found, Where.CLIENT), of(found, Where.SERVER)
    assert client.left
    assert server.missing
    assert server.others_passed("in")
    assert {dial.port for dial in wire.dials} == {8080, 443, 61612}
    *watched, last = wire.dials
    assert sum(dial.port == 8080 for dial in watched) == client.attempts == 5
    assert len({dial.segment for dial in watched}) == len(watched)
    assert last.port == 8080  # it waits for a router's word
    assert last.timeout > 2


def host_unreachable(port: int) -> Packet:
    """From 192.0.2.1, about a packet of 192.0.2.7 to that port of 192.0.2.5."""
    quoted = packet("in", (40000, port), SYN).data[:28]
    icmp = struct.pack("!BBHI", 3, 1, 0, 0) + quoted
    head = struct.pack("!BBHHHBBH", 0x45, 0, 0, 0, 0, 64, 1, 0) + b"\xc0\0\2\1" + b"\xc0\0\2\7"
    return Packet(device="eth0", kind="here", data=head + icmp)


@pytest.mark.parametrize(("port", "heard"), [(8080, True), (443, False)])
def test_a_routers_word_on_an_attempt_that_is_over_is_heard_on_the_link(port: int, *, heard: bool) -> None:
    """Of thirteen packets six are told of, the first ones, whose sockets are closed by then."""
    wire = Wire(swallowed=(8080,))
    wire.client.append(host_unreachable(port))
    server = of(looked(wire, SILENT), Where.SERVER)
    assert server.said == (IcmpWord(origin="192.0.2.1", version=4, type=3, code=1) if heard else None)


def test_the_attempts_are_spread_over_time() -> None:
    wire = Wire(swallowed=(8080,))
    looked(wire, SILENT)
    starts = [dial.after for dial in wire.dials[:-1] if dial.port == 8080]
    assert starts == sorted(set(starts))
    assert starts[-1] + arrival.APART + arrival.SETTLE <= 0.3


def test_where_nothing_arrives_at_all_more_may_be_under_way() -> None:
    wire = Wire(swallowed=(8080, 443, 61612, 22))
    client = Watched(wire, wire.client)
    assert of(looked(wire, SILENT, client=client), Where.SERVER).missing
    assert sum(client.reads) == pytest.approx(arrival.PATIENCE - arrival.ROUNDS * arrival.APART)


def test_an_answer_that_may_be_under_way_is_waited_for() -> None:
    wire = Wire(answers={8080: SYN_ACK})
    client = Watched(wire, wire.client)
    found = looked(wire, SILENT, client=client)
    assert of(found, Where.SERVER).count("answer", "out") == 5
    assert of(found, Where.CLIENT).none("in")
    assert len(client.reads) == 2


def test_one_side_is_enough_and_the_other_is_a_gap_with_its_reason() -> None:
    wire = Wire()
    client = Watched(wire, wire.client, CannotLook("not permitted", "root"))
    found = looked(wire, SILENT, client=client)
    gap = next(one for one in found if isinstance(one, Gap))
    assert (gap.where, str(gap.reason)) == (Where.CLIENT, "not permitted (needs root)")
    assert of(found, Where.SERVER).count("opening", "in") == 5


def test_nothing_is_dialled_where_nobody_may_watch() -> None:
    wire = Wire()
    why = CannotLook("not permitted")
    found = looked(wire, SILENT, client=Watched(wire, [], why), server=Watched(wire, [], why))
    assert [type(one) for one in found] == [Gap, Gap]
    assert not wire.dials


def test_every_tap_is_taken_away() -> None:
    wire = Wire()
    client, server = Watched(wire, wire.client), Watched(wire, wire.server)
    looked(wire, SILENT, client=client, server=server)
    assert client.closed
    assert server.closed


LISTENING = Listeners(listeners=(Listener(address="0.0.0.0", port=8080),))
REFUSED = replace(SILENT, expired=False, errno="ECONNREFUSED")


@pytest.mark.parametrize(
    "facts",
    [
        (replace(SILENT, expired=False, connected=True),),
        (replace(SILENT, said=IcmpWord(origin="192.0.2.1", version=4, type=3, code=13)),),
        (SILENT, replace(CONTRAST, again="open")),
        (SILENT, Route(address=ADDRESS, kind="local")),
        (SILENT, Neighbour(address=ADDRESS, next_hop=ADDRESS, device="eth0", state="failed", carrier=True)),
        (REFUSED,),
    ],
    ids=["connected", "somebody said why", "answered since", "this machine's own", "nobody on the link", "refused"],
)
def test_what_is_told_already_is_not_watched(facts: tuple[Facts, ...]) -> None:
    wire = Wire()
    assert looked(wire, *facts) == []
    assert not wire.dials


def test_a_reset_where_a_program_listens_is_watched() -> None:
    wire = Wire(swallowed=(8080,))
    found = looked(wire, REFUSED, on_server=LISTENING)
    assert of(found, Where.SERVER).missing
    assert of(found, Where.CLIENT).attempts == 2
    assert not any(dial.after for dial in wire.dials)


def links(*addresses: str) -> Interfaces:
    return Interfaces(interfaces=(Interface(name="eth0", up=True, carrier=True, addresses=addresses),))


def test_a_reset_from_an_address_that_the_named_server_does_not_have_is_watched() -> None:
    wire = Wire(swallowed=(8080,))
    found = looked(wire, REFUSED, on_server=links("192.0.2.9/24"), named=True)
    assert of(found, Where.SERVER).missing
    assert looked(Wire(), REFUSED, on_server=links(f"{ADDRESS}/24"), named=True) == []
    assert looked(Wire(), REFUSED, on_server=links("192.0.2.9/24")) == []
