"""A port that speaks one thing is known by it, and one that proves nothing stays unknown. Real sockets, on loopback."""

from __future__ import annotations

import contextlib
import itertools
import socket
import time
from collections.abc import Callable
from threading import Lock

import pytest

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.openings import Openings
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Evidence, Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.probes import openings
from tests.own_address import HOST
from tests.probes.peers import Behaviour, closes, listens, says, serving
from tests.probes.test_tcp import scene


def answers(reply: bytes, to: bytes = b"", otherwise: bytes | None = b"") -> Behaviour:
    """Answers what begins with ``to``; anything else with ``otherwise``, or by hanging up (None)."""

    def speak(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            said = connection.recv(1 << 16)
            words = reply if said.startswith(to) else otherwise
            if words is not None:
                connection.sendall(words)
                listens(connection)

    return speak


def echoes(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while said := connection.recv(1 << 16):
            connection.sendall(said)


def one_at_a_time(behaviour: Behaviour) -> Behaviour:
    """Takes up the next connection where the one before has ended, as ``openssl s_server`` does."""
    busy = Lock()

    def speak(connection: socket.socket) -> None:
        with busy:
            behaviour(connection)
            connection.close()

    return speak


def asked(behaviour: Behaviour, scheme: str = "ws", *, hung_up: bool = False) -> Openings:
    with serving(behaviour) as port:
        made = scene(Local(), f"{scheme}://{HOST}:{port}/chat")
        attempt = TcpAttempt(address=HOST, port=port, connected=True, waited_ms=0.1)
        seen = Evidence(
            id="e2", probe="tcp", where=Where.CLIENT, took_ms=0.1, summary=say("connected"), facts=attempt
        )
        own = Exchange(address=HOST, port=port, closed=hung_up)
        ended = Evidence(id="e3", probe="exchange", where=Where.CLIENT, took_ms=0.1, summary=say("ended"), facts=own)
        made.case = replace(made.case, evidence=(*made.case.evidence, seen, ended))
        (observation,) = openings.look(made, made.client, Where.CLIENT)
    assert isinstance(observation.facts, Openings)
    return observation.facts


@pytest.mark.parametrize(
    ("behaviour", "protocol"),
    [
        (says(b"SSH-2.0-OpenSSH_9.2p1\r\n"), "ssh"),
        (answers(b"+PONG\r\n", to=b"*1\r\n$4\r\nPING", otherwise=None), "redis"),
        (answers(b"\x20\x02\x00\x05", to=b"\x10", otherwise=None), "mqtt"),
        (answers(b"\x05\x00", to=b"\x05"), "socks5"),
        (answers(b"HTTP/1.1 400 Bad Request\r\nSec-WebSocket-Version: 13\r\n\r\n", to=b"GET"), "websocket"),
        (answers(b"\x00\x00\x00\x04\x00\x00\x00\x00\x00", otherwise=b""), "http2"),
    ],
)
def test_it_is_known_by_its_answer(behaviour: Behaviour, protocol: str) -> None:
    started = time.monotonic()
    spoken = asked(behaviour).spoken
    assert spoken is not None
    assert (spoken.protocol, spoken.sure) == (protocol, True)
    assert time.monotonic() - started < 3  # 1 s on a calm machine


def test_a_server_that_serves_one_connection_at_a_time_is_asked_alone() -> None:
    breaks_off = answers(b"\x15\x03\x03\x00\x02\x02\x28", to=b"\x16", otherwise=None)
    spoken = asked(one_at_a_time(breaks_off), "http", hung_up=True).spoken
    assert spoken is not None
    assert spoken.protocol == "tls"


def test_what_proves_nothing_stays_unknown() -> None:
    hung = asked(listens)
    assert hung.mute
    assert hung.spoken is None
    silent = asked(echoes)
    assert silent.echoes
    assert silent.spoken is None
    same = asked(answers(b"ERR what\r\n"))
    assert (same.same_words, same.spoken) == ("ERR what", None)
    assert len(same.opened) == len(openings.COMMON)  # more of the same would tell nothing
    gone = asked(closes)
    assert gone.spoken is None
    assert all(one.hung_up for one in gone.opened)


def test_a_server_that_wants_a_proxy_header_answers_behind_one() -> None:
    facts = asked(
        answers(b"HTTP/1.1 404 Not Found\r\n\r\n", to=b"PROXY TCP4 127.0.0.1 %b " % HOST.encode(), otherwise=None)
    )
    assert facts.mute
    behind = facts.at("proxy1+websocket")
    again = facts.at("again+websocket")
    assert behind is not None
    assert (behind.status, behind.protocol) == (404, "http")
    assert again is not None
    assert again.hung_up


GREETING = b"\x4a\x00\x00\x00\x0a11.4.2-MariaDB\x00" + bytes(58)


def greets_behind_a_header(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        if connection.recv(1 << 16).startswith((b"PROXY ", b"\r\n\r\n\0\r\nQUIT\n")):
            connection.sendall(GREETING)
            listens(connection)


def greets_after(delay: Callable[[int], float]) -> Behaviour:
    """The n-th connection, from 0, is greeted after ``delay(n)`` seconds, whatever is said on it."""
    numbers = itertools.count()

    def speak(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            time.sleep(delay(next(numbers)))
            connection.sendall(GREETING)
            listens(connection)

    return speak


def test_a_header_that_opens_it_does_so_each_time_and_after_a_silence() -> None:
    turns = asked(greets_behind_a_header, "mysql").turns
    assert [(turn.without.silent, turn.behind is not None and turn.behind.well) for turn in turns] == [
        (True, True)
    ] * 3


@pytest.mark.parametrize(
    "delay",
    [
        lambda number: 0.0 if number == 5 else 0.7,
        lambda number: 0.0 if number == 5 else 0.7 if number < 8 else 0.25,
        lambda number: 0.0 if number == 5 else 0.7 if number < 8 else 0.5,
    ],
)
def test_a_server_that_greets_late_now_and_then_wants_no_header(delay: Callable[[int], float]) -> None:
    """As MariaDB does that looks up its client's name: after 0, 5 or 10 s."""
    turns = asked(greets_after(delay), "mysql").turns
    assert turns, "one connection behind a header was greeted at once"
    last = turns[-1]
    assert last.without.well or last.behind is None or not last.behind.well


def test_a_complaint_of_what_was_never_said_is_told() -> None:
    facts = asked(says(b"-ERR unknown command 'PROXY', with args beginning with: 'TCP4' '10.0.0.1'\r\n"), "redis")
    silent = facts.at("")
    assert silent is not None
    assert silent.choked == "quoted"


def test_nothing_is_said_to_a_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "PRINTERS", range(1024, 65536))
    assert [one.opening for one in asked(listens).opened] == [""]
