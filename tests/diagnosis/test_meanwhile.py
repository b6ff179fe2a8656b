"""What is done while the target keeps silent."""

from __future__ import annotations

import io
import socket
import struct
import time
from collections.abc import Sequence
from threading import Event
from unittest.mock import patch

import pytest

from nocarrier.diagnosis import meanwhile
from nocarrier.diagnosis.meanwhile import ON_LINK, REPEATED, Meanwhile
from nocarrier.facts.route import Route
from nocarrier.locale import translator
from nocarrier.machines import Answered, CannotLook, FileRead, Patience
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Options, Scene, _packet_walks, containment, route
from nocarrier.readings import inet_diag
from nocarrier.readings.inet_diag import NETLINK_SOCK_DIAG, DiagSocket
from nocarrier.readings.rtnetlink import RTM_GETLINK, RTM_GETNEIGH, RTM_NEWLINK, RTM_NEWNEIGH, attribute, message
from nocarrier.readings.target import parse_target
from nocarrier.reports.pen import Pen
from nocarrier.reports.progress import Waiting

ADDRESS, PORT = "10.20.0.5", 8080
KEEP_FIND_ROUTE = (_packet_walks, containment)
"Loaded before a test puts another `find_route` in its place, which they would keep for all tests after it."


class Client(Local):
    """A client that has received so many ICMP errors."""

    def __init__(self, errors: int = 0) -> None:
        super().__init__()
        self.errors = errors

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        four = f"Icmp: InMsgs InDestUnreachs\nIcmp: 9 {self.errors}\n"
        return FileRead(data=(four if path == "/proc/net/snmp" else "").encode())

    def netlink(self, protocol: int, request: bytes) -> Answered:
        return Answered(data=b"sockets" if protocol == NETLINK_SOCK_DIAG else b"")


def ways(monkeypatch: pytest.MonkeyPatch, *found: Route) -> None:
    by_address = {one.address: one for one in found}
    monkeypatch.setattr(route, "find_route", lambda machine, address, source: by_address[address])


def off_link(address: str = ADDRESS) -> Route:
    return Route(address=address, kind="unicast", device="eth0", gateway="10.10.0.1")


def on_link(address: str = ADDRESS) -> Route:
    return Route(address=address, kind="unicast", device="eth0")


class Silence(Event):
    """The end of a silence, and the clock by which it comes: waiting takes no time, however busy the machine is."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.now, self.end = 1000.0, 1000.0 + seconds

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None
        self.now = min(self.now + timeout, self.end)
        return self.now == self.end

    def monotonic(self) -> float:
        self.now += 1e-6
        return self.now


def follow(
    client: Local, seconds: float, addresses: Sequence[str] = (ADDRESS,), server: Local | None = None
) -> tuple[Patience, list[str], Meanwhile]:
    """What came of so many seconds of silence, from the second packet on."""
    case = Case(target=parse_target(f"tcp://{addresses[0]}:{PORT}"))
    scene = Scene(case, Options(), client, server, time.monotonic() + 60)
    told: list[Prose] = []
    patience, silence = Patience(round_trips=4.0, at_least=0.1), Silence(seconds)
    made = Meanwhile(scene, told.append, lambda: None)
    with patch.object(meanwhile, "time", silence):
        made(patience, addresses, silence)
    return patience, [str(text) for text in told], made


def test_on_the_link_no_router_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, on_link())
    patience, told, _ = follow(Client(), 0.5)
    assert patience.longest == ON_LINK
    assert told == ["no answer yet", "no answer yet – a dead host is certain after 1.6 s"]


class NextDoor(Client):
    """A client whose neighbour is in this state for so many hundredths of a second."""

    def __init__(self, state: int, age: int) -> None:
        super().__init__()
        self.state, self.age = state, age

    def netlink(self, protocol: int, request: bytes) -> Answered:
        (kind,) = struct.unpack_from("=H", request, 4)
        if kind == RTM_GETLINK:
            name = attribute(3, b"eth0\0")
            return Answered(data=message(RTM_NEWLINK, 0, struct.pack("=BxHiII", 0, 1, 2, 0, 0) + name))
        entry = struct.pack("=BxxxiHBB", 2, 2, self.state, 0, 0) + attribute(1, socket.inet_aton(ADDRESS))
        entry += attribute(3, struct.pack("=4I", 0, 0, self.age, 0))
        return Answered(data=message(RTM_NEWNEIGH, 0, entry) if kind == RTM_GETNEIGH else b"")


@pytest.mark.parametrize(
    ("state", "age", "lives"),
    [(2, 10, True), (2, 900, False), (4, 10, False), (1, 10, False)],
    ids=["it has just answered", "it answered before", "stale", "asked, no answer yet"],
)
def test_a_neighbour_that_has_just_told_its_hardware_address_lives(
    monkeypatch: pytest.MonkeyPatch, state: int, age: int, lives: bool
) -> None:
    ways(monkeypatch, on_link())
    patience, _, _ = follow(NextDoor(state, age), 0.5)
    assert (patience.round_trip is not None) is lives
    assert patience.longest == ON_LINK


def test_behind_a_router_its_word_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, off_link())
    patience, told, _ = follow(Client(), 0.5)
    assert (patience.longest, patience.round_trip, patience.at_least) == (None, None, 0.1)
    assert told[-1] == "no answer yet – a dead host is certain after 3.1 s"


@pytest.mark.parametrize("language", ["en", "de"])
def test_all_that_is_told_of_a_wait_stands_on_a_line_of_sixty_columns(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with what one waits for: how long it takes."""
    ways(monkeypatch, off_link())
    pen = Pen(width=60, translate=translator(language))
    case = Case(target=parse_target(f"tcp://{ADDRESS}:{PORT}"))
    told: list[Prose] = []
    Meanwhile(Scene(case, Options(), Client(), None, 60.0), told.append, lambda: None)._say_early()
    told += [say("entering the server's side"), say("looking at what may explain it")]
    told.append(say("no answer yet – a dead host is certain after {seconds} s", seconds=3.1))
    for prose in told:
        waiting = Waiting(io.StringIO(), pen, "xterm")
        waiting(prose)
        assert waiting.line(0.504).endswith(pen.prose(prose))


def test_one_address_behind_a_router_is_enough_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, on_link(), off_link("10.30.0.5"))
    patience, _, _ = follow(Client(), 0.4, (ADDRESS, "10.30.0.5"))
    assert patience.longest is None


def test_this_machine_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, Route(address=ADDRESS, kind="local"))
    patience, _, _ = follow(Client(), 0.4)
    assert patience.round_trip == 0.0


def test_the_servers_own_word_that_it_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, off_link("127.0.0.1"))
    patience, _, _ = follow(Client(), 0.5, ("127.0.0.1",), server=Local())
    assert patience.round_trip is not None
    assert 0 < patience.round_trip < 1
    ways(monkeypatch, off_link())
    assert follow(Client(), 0.5, (ADDRESS,), server=Local())[0].round_trip is None


@pytest.mark.parametrize(
    ("errors", "sockets", "at_least"), [(6, 8, REPEATED), (5, 8, 0.1), (600, 7, 0.1), (600, 60, REPEATED)]
)
def test_rejections_may_have_been_used_up_by_a_program_that_tries_again_and_again(
    monkeypatch: pytest.MonkeyPatch, errors: int, sockets: int, at_least: float
) -> None:
    ways(monkeypatch, off_link())
    held = DiagSocket(2, "10.10.0.7", 40000, ADDRESS, PORT, 1, 0, 0, None)
    monkeypatch.setattr(inet_diag, "decode_sockets", lambda data: [held] * sockets if data else [])
    assert follow(Client(errors), 0.4)[0].at_least == at_least


def test_a_client_that_is_far_is_not_disturbed() -> None:
    class Far(Client):
        def netlink(self, protocol: int, request: bytes) -> Answered:
            raise CannotLook("not from here")

    patience, told, made = follow(Far(), 1.2)
    assert (patience.longest, patience.round_trip, made.ahead) == (None, None, None)
    assert told  # but the user is told


def test_a_long_wait_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, off_link())
    asked: list[frozenset[str]] = []

    def gather(scene: Scene, needs: Sequence[object], progress: object) -> Case:
        asked.append(frozenset(need.kind.__name__ for need in needs))
        return scene.case

    monkeypatch.setattr("nocarrier.diagnosis.plan.gather", gather)
    _, _, made = follow(Client(), 1.2)
    assert made.ahead is not None
    assert made.ahead.evidence == ()
    rules, kinds = asked
    assert rules == {"Route", "Interfaces", "PacketFate"}  # of this machine itself, and at once
    assert {"PacketFate", "Hops"} <= kinds
    assert not kinds & {one.__name__ for one in (*meanwhile.NOT_AHEAD, *meanwhile.NOT_BESIDE)}


def test_a_short_wait_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, on_link())
    assert follow(Client(), 1.2)[2].ahead is None
