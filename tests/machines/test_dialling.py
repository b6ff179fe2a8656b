"""Dials, carried out against real sockets of this machine's loopback."""

from __future__ import annotations

import contextlib
import os
import resource
import select
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests import held

from nocarrier.machines import Dial, Dialled, Patience
from nocarrier.machines.connecting import Connecting, Watch
from nocarrier.machines.dialling import _answers, _echo_request, carry_out

Serve = Callable[[Callable[[socket.socket], None]], int]


def tcp(port: int, **more: object) -> Dial:
    settings: dict[str, object] = {"timeout": 2.0, "address": "127.0.0.1", **more}
    return Dial(transport="tcp", port=port, **settings)  # type: ignore[arg-type]


def one(dial: Dial) -> Dialled:
    (dialled,) = carry_out([dial])
    return dialled


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def test_refused() -> None:
    dialled = one(tcp(closed_port()))
    assert (dialled.stage, dialled.errno, dialled.connected, dialled.queued) == ("connect", "ECONNREFUSED", False, ())
    assert dialled.local_address == "127.0.0.1"
    assert dialled.local_port > 0


def test_a_banner_is_read(serve: Serve) -> None:
    port = serve(lambda connection: connection.sendall(b"220 ready\r\n"))
    dialled = one(tcp(port, receive=100, receive_for=1.0))
    assert dialled.connected
    assert (dialled.received, dialled.closed, dialled.expired) == (b"220 ready\r\n", True, False)


def test_what_is_sent_arrives_whole(serve: Serve) -> None:
    def count(connection: socket.socket) -> None:
        time.sleep(0.05)  # until the sender's buffer is full
        left = 4 << 20
        while left > 0:
            left -= len(connection.recv(1 << 16))
        connection.sendall(b"all")

    dialled = one(tcp(serve(count), send=bytes(4 << 20), receive=3, receive_for=5.0))
    assert dialled.received == b"all"


def test_nobody_waits_for_an_answer_that_is_not_wanted(serve: Serve) -> None:
    port = serve(lambda connection: time.sleep(3.0))
    started = time.perf_counter()
    assert one(tcp(port, send=b"x", receive_for=5.0)).connected
    assert time.perf_counter() - started < 2.0


def test_a_trickle_does_not_extend_the_time(serve: Serve) -> None:
    def trickle(connection: socket.socket) -> None:
        for _ in range(100):
            connection.sendall(b".")
            time.sleep(0.02)

    started = time.perf_counter()
    dialled = one(tcp(serve(trickle), receive=1000, receive_for=0.3))
    assert time.perf_counter() - started < 1.5
    assert dialled.expired
    assert 2 <= len(dialled.received) < 50


def test_an_endless_banner_is_cut(serve: Serve) -> None:
    def pour(connection: socket.socket) -> None:
        while True:
            connection.sendall(b"x" * 65536)

    assert len(one(tcp(serve(pour), receive=100_000, receive_for=5.0)).received) == 100_000


def test_a_reset_after_the_handshake_is_no_refusal(serve: Serve) -> None:
    port = serve(reset)
    for dialled in carry_out([tcp(port, receive=10, receive_for=1.0)] * 50):
        assert dialled.stage == "exchange"
        assert dialled.errno == "ECONNRESET"


def test_a_reset_between_the_looks_at_error_and_peer_is_no_refusal(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = threading.Event()

    def reset_once_looked(connection: socket.socket) -> None:
        looked.wait(2.0)
        reset(connection)

    def has_peer(call: Connecting, connection: socket.socket) -> bool:
        looked.set()
        hung_up = select.poll()
        hung_up.register(connection, 0)
        assert hung_up.poll(2000)
        return genuine(call, connection)

    genuine = Connecting._has_peer
    monkeypatch.setattr(Connecting, "_has_peer", has_peer)
    dialled = one(tcp(serve(reset_once_looked), receive=10, receive_for=1.0))
    assert (dialled.stage, dialled.errno) == ("exchange", "ECONNRESET")


def test_what_was_said_before_a_reset_is_kept(serve: Serve) -> None:
    def say_and_reset(connection: socket.socket) -> None:
        connection.sendall(b"-DENIED\r\n")
        reset(connection)

    port = serve(say_and_reset)
    for dialled in carry_out([tcp(port, send=b"PING\r\n" * 10, receive=100, receive_for=1.0)] * 20):
        assert dialled.connected
        assert dialled.received in (b"-DENIED\r\n", b"")  # a reset may overtake what was said


def test_the_time_of_a_connect_ends_with_the_handshake(serve: Serve) -> None:
    port = serve(lambda connection: time.sleep(0.3))
    assert one(tcp(port, receive=1, receive_for=1.0)).took_ms < 200


def test_silence_expires() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        fillers = [socket.socket() for _ in range(3)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        time.sleep(0.05)
        dialled = one(tcp(port, timeout=0.3))
        for filler in fillers:
            filler.close()
    assert (dialled.stage, dialled.expired, dialled.errno) == ("connect", True, "")
    assert 290 <= dialled.took_ms < 500


def test_udp_is_answered_refused_or_silent() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as echo,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mute,
    ):
        echo.bind(("127.0.0.1", 0))
        mute.bind(("127.0.0.1", 0))

        def answer() -> None:
            data, peer = echo.recvfrom(100)
            echo.sendto(data.upper(), peer)

        thread = threading.Thread(target=answer)
        thread.start()
        answered, silent = carry_out(
            [
                Dial(
                    transport="udp",
                    address="127.0.0.1",
                    port=where.getsockname()[1],
                    timeout=0.2,
                    send=b"ping",
                    receive=100,
                    receive_for=0.2,
                )
                for where in (echo, mute)
            ]
        )
        thread.join()
        port = mute.getsockname()[1]
    assert answered.received == b"PING"
    assert (silent.received, silent.expired) == (b"", True)
    refused = one(
        Dial(transport="udp", address="127.0.0.1", port=port, timeout=1, send=b"x", receive=1, receive_for=1)
    )
    assert refused.errno == "ECONNREFUSED"
    # ICMP port unreachable, as the kernel queued it: origin 2, type 3, code 3 (struct sock_extended_err).
    assert refused.queued[0].data[4:7] == bytes((2, 3, 3))


def test_unix_sockets(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(0)
        assert one(Dial(transport="unix", address=path, timeout=1.0)).connected
    assert one(Dial(transport="unix", address=path, timeout=1.0)).errno == "ECONNREFUSED"
    assert one(Dial(transport="unix", address=path + "x", timeout=1.0)).errno == "ENOENT"
    assert one(Dial(transport="unix", address="x" * 200, timeout=1.0)).errno == "EINVAL"


def test_a_full_unix_queue_is_silence_and_then_a_connection(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as filler:
        listener.bind(path)
        listener.listen(0)
        filler.connect(path)
        dialled = one(Dial(transport="unix", address=path, timeout=0.2))
        assert (dialled.stage, dialled.expired) == ("connect", True)
        later = threading.Timer(0.1, lambda: listener.accept()[0].close())
        later.start()
        assert one(Dial(transport="unix", address=path, timeout=2.0)).connected
        later.join()


@pytest.mark.parametrize(
    ("more", "stage", "errno"),
    [
        ({"source": "192.0.2.1"}, "bind", "EADDRNOTAVAIL"),
        ({"address": "localhost"}, "socket", "EINVAL"),
        ({"address": "::1", "source": "127.0.0.1"}, "bind", "EINVAL"),
        ({"address": "fe80::1%no-such-link"}, "socket", "ENODEV"),
        ({"address": "\0"}, "socket", "EINVAL"),
    ],
)
def test_what_cannot_be_dialled(more: dict[str, object], stage: str, errno: str) -> None:
    dialled = one(tcp(1, **more))
    assert (dialled.stage, dialled.errno) == (stage, errno)


def test_a_taken_source_port(serve: Serve) -> None:
    port = serve(lambda connection: None)
    assert one(tcp(port, source="127.0.0.1", source_port=port)).errno == "EADDRINUSE"


def test_hundreds_at_once(serve: Serve) -> None:
    port = serve(lambda connection: None)
    shut = closed_port()
    started = time.perf_counter()
    outcomes = carry_out([tcp(port if at % 2 else shut) for at in range(600)])
    assert [dialled.connected for dialled in outcomes] == [bool(at % 2) for at in range(600)]
    assert time.perf_counter() - started < 10.0


def test_more_dials_than_descriptors_take_turns() -> None:
    shut = closed_port()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir("/proc/self/fd")) + 40, hard))
    try:
        outcomes = carry_out([tcp(shut)] * 200)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert {(dialled.stage, dialled.errno) for dialled in outcomes} == {("connect", "ECONNREFUSED")}


def test_no_descriptor_at_all_is_what_it_says() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        dialled = one(tcp(1))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert (dialled.stage, dialled.errno) == ("socket", "EMFILE")


@pytest.mark.filterwarnings("error")  # a socket that only the garbage collector closes says so
def test_nothing_is_left_open() -> None:
    # Nobody accepts: the far end of a connection would be a descriptor of this process too, for a moment.
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        before = held.descriptors()
        assert carry_out([tcp(port), tcp(closed_port()), tcp(port, source="192.0.2.1")])[0].connected
        assert not held.descriptors() - before


@pytest.fixture
def mute() -> Iterator[int]:
    """A port of 127.0.0.1 whose queue is full, so that no handshake is answered (listen(2), tcp(7))."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        held = [socket.socket() for _ in range(4)]
        for each in held:
            each.setblocking(False)
            each.connect_ex(listener.getsockname())
        yield int(listener.getsockname()[1])
        for each in held:
            each.close()


def timed(dials: list[Dial], patience: Patience | None = None) -> tuple[tuple[Dialled, ...], float]:
    started = time.perf_counter()
    outcomes = carry_out(dials, patience)
    return outcomes, time.perf_counter() - started


def test_a_dial_starts_at_its_time(serve: Serve) -> None:
    port = serve(lambda connection: None)
    (late, first), took = timed([tcp(port, after=0.2), tcp(port)])
    assert late.connected
    assert first.connected
    assert 0.2 <= took < 1.5
    assert late.took_ms < 150


def test_an_answer_to_one_ends_its_question(serve: Serve, mute: int) -> None:
    port = serve(lambda connection: None)
    asked = [
        tcp(mute, timeout=9.0, question=1),
        tcp(port, after=0.05, question=1),
        tcp(mute, timeout=9.0, after=8.0, question=1),
    ]
    (first, answered, never), took = timed(asked, Patience(round_trips=4.0, at_least=5.0))
    assert answered.connected
    assert first.left
    assert (never.left, never.stage) == (True, "socket")
    assert took < 2.0


def test_a_refusal_is_an_answer_too(mute: int) -> None:
    (silent, refused), took = timed([tcp(mute, timeout=9.0, question=1), tcp(closed_port(), after=0.05, question=1)])
    assert (silent.left, refused.errno) == (True, "ECONNREFUSED")
    assert took < 2.0


def test_silence_is_called_soon_where_a_witness_answers(mute: int) -> None:
    asked = [tcp(mute, timeout=9.0, question=1), tcp(mute, timeout=9.0, after=0.1, question=1)]
    witness = tcp(closed_port(), timeout=9.0, after=0.15, question=1, witness=True)
    (first, second, seen), took = timed([*asked, witness], Patience(round_trips=4.0, at_least=0.2))
    assert (first.expired, second.expired, seen.errno) == (True, True, "ECONNREFUSED")
    assert second.took_ms >= 200  # each of its packets has had its time
    assert took < 2.0


def test_a_witness_that_keeps_silent_shortens_nothing(mute: int) -> None:
    asked = [tcp(mute, timeout=0.5, question=1), tcp(mute, timeout=0.5, question=1, witness=True)]
    (first, _), took = timed(asked, Patience(round_trips=4.0, at_least=0.1))
    assert first.expired
    assert took >= 0.5


def test_a_witness_alone_answers_no_question(mute: int) -> None:
    asked = [
        tcp(mute, timeout=0.4, question=1),
        tcp(closed_port(), timeout=9.0, question=1, witness=True),
        tcp(mute, timeout=9.0, question=1, witness=True),
    ]
    (first, _, other), took = timed(asked)
    assert (first.expired, other.left) == (True, True)
    assert 0.4 <= took < 2.0


def test_where_one_question_connects_nobody_looks_around_at_the_others(serve: Serve, mute: int) -> None:
    asked = [
        tcp(mute, timeout=9.0, question=1),
        tcp(closed_port(), timeout=9.0, after=0.15, question=1, witness=True),
        tcp(serve(lambda connection: None), question=2),
    ]
    (silent, witness, connected), took = timed(asked, Patience(round_trips=4.0, at_least=0.3))
    assert (silent.expired, witness.left, witness.took_ms, connected.connected) == (True, True, 0.0, True)
    assert 0.3 <= took < 2.0


@pytest.mark.parametrize("told", [lambda patience: patience.lives(0.0), lambda patience: patience.end_after(0.3)])
def test_another_thread_tells_that_it_is_enough(mute: int, told: Callable[[Patience], None]) -> None:
    patience = Patience(round_trips=4.0, at_least=0.1)
    timer = threading.Timer(0.2, told, [patience])
    started = time.perf_counter()  # the timer's time runs from here
    timer.start()
    (silent,) = carry_out([tcp(mute, timeout=9.0, question=1)], patience)
    timer.join()
    assert silent.expired
    assert 0.2 <= time.perf_counter() - started < 2.0


@pytest.fixture
def held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process gets no turn for 0.3 s, behind a look that found nothing yet."""

    def looks(watch: Watch, waiting: dict[int, object], timeout: float) -> list[int]:
        calls.append(timeout)
        if len(calls) > 1:
            return ready(watch, waiting, timeout)
        time.sleep(0.3)
        return []

    calls: list[float] = []
    ready = Watch.ready
    monkeypatch.setattr(Watch, "ready", looks)


@pytest.mark.usefixtures("held_up")
def test_what_came_while_the_process_was_held_up_is_no_silence() -> None:
    dialled = one(tcp(closed_port(), timeout=0.1))
    assert (dialled.errno, dialled.expired) == ("ECONNREFUSED", False)


@pytest.mark.usefixtures("held_up")
def test_what_came_while_the_process_was_held_up_is_read_before_more_is_asked(serve: Serve) -> None:
    port = serve(lambda connection: None)
    first, *others = carry_out([tcp(port, after=at / 10, question=1) for at in range(3)])
    assert first.connected
    assert [(other.left, other.stage) for other in others] == [(True, "socket")] * 2


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_an_echo_request_is_answered(address: str) -> None:
    dialled = one(Dial(transport="ping", address=address, timeout=2.0, receive=512, receive_for=2.0))
    if dialled.stage == "socket":
        pytest.skip(f"no socket for it here: {dialled.errno}")
    assert dialled.connected
    assert b"nocarrier" in dialled.received


def test_the_reply_to_another_request_is_none() -> None:
    asked = _echo_request(socket.AF_INET)
    with contextlib.closing(_socket_of(socket.SOCK_DGRAM)) as connection:
        assert _answers(connection, asked, b"\0\0\0\0" + asked[4:])
        assert not _answers(connection, asked, asked)  # on loopback one hears oneself
        assert not _answers(connection, asked, b"\0\0\0\0" + asked[4:8] + b"somebody else's")
        assert not _answers(connection, asked, b"\0\0")


def _socket_of(kind: int) -> socket.socket:
    return socket.socket(socket.AF_INET, kind)


def test_the_checksum_of_an_echo_request_is_right() -> None:
    words = struct.unpack("!9H", _echo_request(socket.AF_INET))
    total = sum(words)
    assert (total & 0xFFFF) + (total >> 16) == 0xFFFF
