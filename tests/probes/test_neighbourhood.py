"""What is heard on the ports beside the dialled one: real sockets on an address of this machine's loopback."""

from __future__ import annotations

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress

import pytest

from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case, Where
from nocarrier.probes import Options, Scene
from nocarrier.probes.neighbourhood import candidates, look
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen
from tests.own_address import HOST

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs all of 127.0.0.0/8")
DIALLED = 24680


@pytest.fixture
def serve() -> Iterator[Callable[[int, Callable[[socket.socket], None]], None]]:
    """Start a server on a port; each connection is handled in a thread of its own."""
    with ExitStack() as open_ones:

        def start(port: int, handle: Callable[[socket.socket], None]) -> None:
            listener = open_ones.enter_context(socket.create_server((HOST, port)))
            # A thread that waits in accept(2) would keep a socket alive that is only closed.
            open_ones.callback(listener.shutdown, socket.SHUT_RDWR)

            def accept() -> None:
                with suppress(OSError):
                    while True:
                        connection, _ = listener.accept()
                        threading.Thread(target=handled, args=(connection,), daemon=True).start()

            def handled(connection: socket.socket) -> None:
                with suppress(OSError), connection:
                    handle(connection)

            threading.Thread(target=accept, daemon=True).start()

        yield start


def heard(scheme: str, timeout: float = 10.0) -> Neighbourhood:
    refused = TcpAttempt(address=HOST, port=DIALLED, connected=False, errno="ECONNREFUSED")
    case = Case(target=parse_target(f"{scheme}://{HOST}:{DIALLED}"), evidence=(seen(refused),))
    machine = Local()
    scene = Scene(case, Options(timeout=timeout), machine, None, time.monotonic() + timeout)
    (observation,) = look(scene, machine, Where.CLIENT)
    assert isinstance(observation.facts, Neighbourhood)
    return observation.facts


def endlessly(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"\x1b[2J" * 4096)


def drop_by_drop(connection: socket.socket) -> None:
    for letter in b"SSH-2.0-slow" * 100:
        connection.sendall(bytes((letter,)))
        time.sleep(0.9)


def mute(connection: socket.socket) -> None:
    connection.recv(1 << 16)
    time.sleep(5)


def answering(answer: bytes) -> Callable[[socket.socket], None]:
    def handle(connection: socket.socket) -> None:
        if connection.recv(1 << 16):
            connection.sendall(answer)

    return handle


def test_a_greeting_and_an_answer_are_told_apart(serve: Callable[..., None]) -> None:
    serve(DIALLED + 1, lambda connection: connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n"))
    serve(DIALLED + 2, answering(b"+PONG\r\n"))
    facts = heard("redis")
    assert facts.open == (DIALLED + 1, DIALLED + 2)
    assert facts.speaking == (DIALLED + 2,)
    assert [spoken.protocol for spoken in facts.spoken] == ["ssh", "redis"]


def test_nothing_is_asked_of_a_port_whose_protocol_is_not_known(serve: Callable[..., None]) -> None:
    received: list[bytes] = []
    serve(DIALLED + 1, lambda connection: received.append(connection.recv(100)))
    facts = heard("tcp")
    assert facts.open == (DIALLED + 1,)
    assert facts.speaking == ()
    time.sleep(0.1)
    assert received in ([], [b""])


def test_hostile_servers_end_in_time(serve: Callable[..., None]) -> None:
    for at, handle in enumerate((endlessly, drop_by_drop, mute, lambda connection: None), 1):
        serve(DIALLED + at if at < 4 else DIALLED - 1, handle)
    started = time.monotonic()
    facts = heard("redis")
    assert time.monotonic() - started < 6.0
    assert set(facts.open) == {DIALLED - 1, DIALLED + 1, DIALLED + 2, DIALLED + 3}
    assert facts.speaking == ()
    assert all(spoken.software.isprintable() for spoken in facts.spoken)


def test_an_echo_speaks_nothing(serve: Callable[..., None]) -> None:
    serve(DIALLED + 1, lambda connection: connection.sendall(connection.recv(1 << 16)))
    assert heard("http").speaking == ()


def test_all_closed() -> None:
    facts = heard("http")
    assert facts.open == ()
    assert len(facts.tried) > 10


def test_candidates_are_near_mistaken_or_usual() -> None:
    found = candidates(6380, "redis")
    assert DIALLED not in found
    assert {6379, 6381, 6383, 6830, 638, 7000, 26379} <= set(found)
    assert 6380 not in found
    assert all(0 < port < 65536 for port in (*candidates(1, "tcp"), *candidates(65535, "tcp")))
