"""Conversations, carried out with real sockets of this machine's loopback, and with peers that mean it ill."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nocarrier.machines import Dial, Step, Talk, Talked, Tls
from nocarrier.machines.conversing import carry_out_talks
from nocarrier.machines.local import Local

Serve = Callable[[Callable[[socket.socket], None]], int]
UNVERIFIED = Tls(server_name="chat.example", verify=False)


def talk(port: int, *steps: Step) -> Talk:
    return Talk(address="127.0.0.1", port=port, timeout=2.0, steps=steps)


def one(port: int, *steps: Step) -> Talked:
    (talked,) = carry_out_talks([talk(port, *steps)])
    return talked


def ends(talked: Talked) -> list[str]:
    return [heard.end for heard in talked.heard]


def step(**how: object) -> Step:
    return Step(**{"seconds": 2.0, **how})  # type: ignore[arg-type]


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate that nobody vouches for."""
    where = tmp_path_factory.mktemp("certificate")
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9"]
    names = ["-subj", "/CN=chat.example", "-addext", "subjectAltName=DNS:chat.example"]
    subprocess.run(
        [*made, *names, "-keyout", where / "key", "-out", where / "pem"], check=True, stderr=subprocess.DEVNULL
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(where / "pem", where / "key")
    context.set_alpn_protocols(["http/1.1"])
    return context


def test_a_script_is_gone_through(serve: Serve) -> None:
    def mail(connection: socket.socket) -> None:
        connection.sendall(b"220 ready\r\n")
        assert connection.recv(100) == b"EHLO x\r\n"
        connection.sendall(b"250-one\r\n")
        connection.sendall(b"250 two\r\n")
        assert connection.recv(100) == b"QUIT\r\n"

    talked = one(
        serve(mail),
        step(until=b"\r\n", expect=b"220"),
        step(send=b"EHLO x\r\n", until=b"250 two\r\n", expect=b"250"),
        step(send=b"QUIT\r\n"),
    )
    assert [heard.received for heard in talked.heard] == [b"220 ready\r\n", b"250-one\r\n250 two\r\n", b""]
    assert ends(talked) == ["enough", "enough", "closed"]
    assert talked.connected
    assert talked.local_port > 0


def test_what_is_not_expected_is_noticed_early(serve: Serve) -> None:
    def greet(connection: socket.socket) -> None:
        connection.sendall(b"SSH-2.0-x\r\n")
        connection.recv(1)
        connection.recv(1)

    started = time.perf_counter()
    talked = one(serve(greet), step(send=b"G", until=b"\r\n\r\n", expect=b"HTTP/"), step(send=b"never"))
    assert (ends(talked), talked.heard[0].received) == (["unmet"], b"SSH-2.0-x\r\n")
    assert time.perf_counter() - started < 1.0


def test_a_conversation_ends_well_where_nothing_more_is_wanted(serve: Serve) -> None:
    port = serve(lambda connection: connection.sendall(b"HTTP/1.1 101 Fine\r\n\r\n"))
    assert ends(one(port, step(until=b"\r\n\r\n", unless=b"HTTP/1.1 101"), step())) == ["enough"]


def test_nothing_is_waited_for_where_nothing_is_wanted(serve: Serve) -> None:
    heard: list[bytes] = []

    def listen(connection: socket.socket) -> None:
        while chunk := connection.recv(1 << 16):
            heard.append(chunk)

    assert ends(one(serve(listen), step(send=b"x" * 300_000, most=0), step(send=b"y", most=0))) == ["enough"] * 2


def test_silence(serve: Serve) -> None:
    talked = one(serve(lambda connection: time.sleep(1.0)), step(send=b"x", seconds=0.1), step(seconds=0.1))
    assert ends(talked) == ["expired", "expired"]
    assert 90 < talked.heard[0].took_ms < 900


def test_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    talked = one(port, step())
    assert (talked.stage, talked.errno, talked.heard) == ("connect", "ECONNREFUSED", ())


def test_endless_data(serve: Serve) -> None:
    def flood(connection: socket.socket) -> None:
        while True:
            connection.sendall(b"HTTP/1.1 200 " + b"x" * 100_000)

    talked = one(serve(flood), step(until=b"\r\n\r\n", most=5000))
    assert (ends(talked), len(talked.heard[0].received)) == (["enough"], 5000)


def test_one_byte_at_a_time(serve: Serve) -> None:
    def drip(connection: socket.socket) -> None:
        for _ in range(1000):
            connection.sendall(b"H")
            time.sleep(0.02)

    started = time.perf_counter()
    talked = one(serve(drip), step(until=b"\n", seconds=1.0, settle=0.8), step(settle=0.8, seconds=1.0))
    assert all(heard.received for heard in talked.heard)
    assert time.perf_counter() - started < 10.0  # of the 20 s that it drips


def test_many_at_once(serve: Serve) -> None:
    port = serve(lambda connection: connection.sendall(connection.recv(10)))
    talked = carry_out_talks([talk(port, step(send=b"%d" % number, size=1)) for number in range(9)])
    assert [came.heard[0].received for came in talked] == [b"%d" % number for number in range(9)]


def test_a_kept_connection_is_gone_on_with(serve: Serve) -> None:
    peers: list[int] = []

    def echo(connection: socket.socket) -> None:
        peers.append(connection.getpeername()[1])
        connection.sendall(connection.recv(10))

    port, here = serve(echo), Local()
    (dialled,) = here.dial([Dial(transport="tcp", address="127.0.0.1", port=port, timeout=1.0, keep=True)])
    wanted = Talk(address="127.0.0.1", port=port, timeout=1.0, kept=True, steps=(step(send=b"ab", size=2),))
    first, second = (here.converse([wanted])[0] for _ in range(2))
    assert first.local_port == dialled.local_port == peers[0] != second.local_port
    assert first.heard[0].received == second.heard[0].received == b"ab"
    here.close()


def test_what_is_kept_ends_with_the_machine(serve: Serve) -> None:
    ended: list[bool] = []

    def wait(connection: socket.socket) -> None:
        with contextlib.suppress(ConnectionResetError):
            connection.recv(1)
        ended.append(True)

    here = Local()
    here.dial([Dial(transport="tcp", address="127.0.0.1", port=serve(wait), timeout=1.0, keep=True)])
    assert not ended
    here.close()
    time.sleep(0.1)
    assert ended


def test_tls(serve: Serve, certified: ssl.SSLContext) -> None:
    def answer(connection: socket.socket) -> None:
        with certified.wrap_socket(connection, server_side=True) as secured:
            while asked := secured.recv(100):
                secured.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + asked)

    tls = Tls(server_name="chat.example", alpn=("http/1.1",), verify=False)
    talked = one(serve(answer), step(tls=tls, send=b"GET", until=b"\r\n\r\n", most=19), step(send=b"x", size=23))
    assert [heard.received for heard in talked.heard] == [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"GETHTTP/1.1 200 OK\r\n\r\nx",
    ]
    assert talked.tls is not None
    assert (talked.tls.done, talked.tls.version, talked.tls.alpn) == (True, "TLSv1.3", "http/1.1")
    assert talked.tls.certificates[0][:1] == b"\x30"


def test_a_certificate_that_nobody_vouches_for(serve: Serve, certified: ssl.SSLContext) -> None:
    said: list[bytes] = []

    def answer(connection: socket.socket) -> None:
        with contextlib.suppress(ssl.SSLError), certified.wrap_socket(connection, server_side=True) as secured:
            said.append(secured.recv(100))

    talked = one(serve(answer), step(tls=Tls(server_name="chat.example"), send=b"Cookie: secret"), step(send=b"more"))
    assert ends(talked) == ["tls-failed"]
    assert talked.tls is not None
    assert (talked.tls.done, talked.tls.verify_code) == (False, 18)  # X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT
    assert talked.tls.certificates
    assert b"".join(said) == b""


def test_tls_to_who_speaks_it_not(serve: Serve) -> None:
    def greet(connection: socket.socket) -> None:
        connection.recv(1)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    talked = one(serve(greet), step(tls=UNVERIFIED))
    assert (ends(talked), talked.tls is not None and talked.tls.received[:12]) == (["tls-failed"], b"HTTP/1.1 400")
    assert talked.tls is not None
    assert talked.tls.reason == "WRONG_VERSION_NUMBER"


def test_an_alert_is_named(serve: Serve) -> None:
    talked = one(serve(lambda peer: peer.sendall(b"\x15\x03\x01\x00\x02\x02\x28")), step(tls=UNVERIFIED))
    assert talked.tls is not None
    assert (ends(talked), talked.tls.alert) == (["tls-failed"], "handshake_failure")


@pytest.mark.parametrize(
    ("spoil", "end"),
    [
        (lambda peer, context: peer.recv(5000), "closed"),
        (lambda peer, context: (peer.recv(5000), peer.sendall(b"\x16\x03\x03\x0f\xff\x02")), "closed"),
        (lambda peer, context: (peer.recv(5000), reset(peer)), "reset"),
        (lambda peer, context: _half(peer, context), "closed"),
        (lambda peer, context: (peer.recv(5000), time.sleep(1.0)), "expired"),
        (lambda peer, context: _drip(peer), "expired"),
    ],
)
def test_a_handshake_that_is_not_gone_through_with(
    serve: Serve, certified: ssl.SSLContext, spoil: Callable[[socket.socket, ssl.SSLContext], object], end: str
) -> None:
    talked = one(serve(lambda peer: _quietly(spoil, peer, certified)), step(tls=UNVERIFIED, send=b"x", seconds=0.4))
    assert ends(talked) == [end]
    assert talked.tls is not None
    assert not talked.tls.done


def test_a_reset_under_tls(serve: Serve, certified: ssl.SSLContext) -> None:
    def answer(connection: socket.socket) -> None:
        secured = certified.wrap_socket(connection, server_side=True)
        secured.recv(100)
        secured.sendall(b"some")
        time.sleep(0.1)
        reset(secured)  # an SSLSocket is a socket

    talked = one(serve(answer), step(tls=UNVERIFIED, send=b"x", size=9))
    assert (ends(talked), talked.heard[0].received) == (["reset"], b"some")


def test_an_endless_handshake(serve: Serve) -> None:
    def flood(connection: socket.socket) -> None:
        connection.recv(5000)
        while True:  # records that each hold a little of one message without end
            connection.sendall(b"\x16\x03\x03\x40\x00" + b"\x02\x00\xff\xff" + bytes((1 << 14) - 4))

    started = time.perf_counter()
    talked = one(serve(flood), step(tls=UNVERIFIED))
    assert ends(talked) == ["tls-failed"]
    assert time.perf_counter() - started < 1.5


def test_a_name_that_is_none(serve: Serve) -> None:
    talked = one(serve(lambda peer: peer.recv(1)), step(tls=Tls(server_name="x" * 80 + ".example", verify=False)))
    assert ends(talked) == ["tls-failed"]


def _quietly(
    spoil: Callable[[socket.socket, ssl.SSLContext], object], peer: socket.socket, c: ssl.SSLContext
) -> None:
    with contextlib.suppress(OSError):
        spoil(peer, c)


def _drip(peer: socket.socket) -> None:
    for byte in b"\x16\x03\x03\x40\x00" + bytes(1000):
        peer.sendall(bytes((byte,)))
        time.sleep(0.02)


def _half(peer: socket.socket, context: ssl.SSLContext) -> None:
    """The server's first flight as far as its half, and then the end."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    secured = context.wrap_bio(incoming, outgoing, server_side=True)
    incoming.write(peer.recv(5000))
    with contextlib.suppress(ssl.SSLWantReadError):
        secured.do_handshake()
    flight = outgoing.read()
    peer.sendall(flight[: len(flight) // 2])


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "door"))
        listener.listen()
        listener.settimeout(5.0)
        yield tmp_path / "door"


def test_a_unix_socket(path: Path) -> None:
    talked = carry_out_talks(
        [Talk(transport="unix", address=str(path), timeout=1.0, steps=(step(send=b"x", seconds=0.05),))]
    )
    assert ends(talked[0]) == ["expired"]
