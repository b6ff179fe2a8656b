"""The command line as a whole process: exit codes, bad input, ^C, a closed pipe, no terminal."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import msgspec
import pytest

from nocarrier.model.report import Report
from nocarrier.version import __version__

NOCARRIER = (sys.executable, "-m", "nocarrier")


def call(*words: str, timeout: float = 30.0) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*NOCARRIER, *words], capture_output=True, text=True, timeout=timeout, check=False)


def serving(behaviour: Callable[[socket.socket], None]) -> socket.socket:
    """A server that takes every connection and does the same with each, until it is closed."""
    server = socket.create_server(("127.0.0.1", 0))

    def one(connection: socket.socket) -> None:
        with connection:
            behaviour(connection)

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    return server


def _listen(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # the client ends its connection with a reset
        connection.recv(1)


@pytest.fixture
def open_port() -> Iterator[int]:
    with serving(_listen) as server:
        yield server.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def test_version_imports_nothing_heavy() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "nocarrier", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == f"nocarrier {__version__}\n"
    assert "msgspec" not in ran.stderr
    assert "argparse" not in ran.stderr


def loaded(told: str) -> set[str]:
    """The modules that ``-X importtime`` told of."""
    return {line.rpartition("|")[2].strip() for line in told.splitlines()}


def test_healthy_connection_loads_no_catalogue(open_port: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "nocarrier", f"tcp://127.0.0.1:{open_port}"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = loaded(ran.stderr)
    assert not names & {"subprocess", "pyroute2", "nocarrier.facts.listeners", "msgspec", "typing", "argparse"}
    assert not [name for name in names if name.startswith(("nocarrier.causes.", "dns."))]


def test_a_refusal_loads_neither_msgspec_nor_typing(closed_port: int) -> None:
    """They would be half of what it takes (docs/decisions/0015)."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "nocarrier", f"tcp://127.0.0.1:{closed_port}"],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert not loaded(ran.stderr) & {"msgspec", "typing", "dataclasses", "argparse"}


def test_it_works(open_port: int) -> None:
    ran = call(f"tcp://127.0.0.1:{open_port}", "--json")
    report = msgspec.json.decode(ran.stdout, type=Report)
    assert (ran.returncode, report.outcome, report.verdict, report.symptom) == (0, "connected", None, "none")
    assert ran.stderr == ""


def test_it_fails_and_the_report_says_why(closed_port: int) -> None:
    ran = call("diagnose", "127.0.0.1", str(closed_port), "--json")
    report = msgspec.json.decode(ran.stdout, type=Report)
    assert (ran.returncode, report.outcome, report.symptom, report.failed_step) == (1, "failed", "refused", "tcp")
    assert report.verdict is not None
    assert report.verdict.cause == "server-not-listening"
    assert report.verdict.certainty == "proven"
    assert {seen.id for seen in report.evidence} >= set(report.verdict.because)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("tcp://h:0",),
        ("tcp://h:70000",),
        ("tcp://h:http",),
        ("gopher://h:70",),
        ("tcp://:80",),
        ("tcp://http://h:80",),
        ("tcp://h\x1b[2J:80",),
        ("tcp://" + "a" * 10_000 + ":80",),
        ("h",),
        ("a", "1", "2"),
        ("h:80", "--server", "nonsense"),
        ("h:80", "--server", "gopher://x"),
        ("h:80", "--timeout", "0"),
        ("h:80", "--timeout", "soon"),
        ("h:80", "--timeout", "nan"),
        ("h:80", "--source", "nowhere"),
        ("h:80", "--expect-address", "h"),
        ("h:80", "--header", "no colon"),
        ("h:80", "--origin", "shop.example"),
        ("h:80", "--subprotocol", "a b"),
        ("h:80", "-4", "-6"),
        ("h:80", "--no-such-option"),
    ],
)
def test_wrong_calls_get_a_sentence(words: tuple[str, ...]) -> None:
    ran = call(*words)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr
    assert "Traceback" not in ran.stderr
    assert "\x1b" not in ran.stderr
    assert len(ran.stderr) < 2000


def test_a_place_that_cannot_be_entered() -> None:
    ran = call("127.0.0.1:1", "--from", "netns://no-such-namespace", "--json")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "no-such-namespace" in ran.stderr


def test_bytes_that_are_no_text_are_a_wrong_call() -> None:
    ran = subprocess.run([*NOCARRIER, b"tcp://\xff\xfe:80"], capture_output=True, check=False)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


def test_interrupted_while_it_waits() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mute:
        mute.bind(("127.0.0.1", 0))
        process = subprocess.Popen(
            [*NOCARRIER, f"udp://127.0.0.1:{mute.getsockname()[1]}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        mute.settimeout(10)
        mute.recv(100)  # it has asked, and is never answered
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=5)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert out == b""


def test_a_reader_that_goes_away(closed_port: int) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*NOCARRIER, f"tcp://127.0.0.1:{closed_port}", "--json"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert ran.returncode in (1, 3)
    assert ran.stderr == b""


def test_without_standard_streams(closed_port: int) -> None:
    script = f"exec {' '.join(NOCARRIER)} tcp://127.0.0.1:{closed_port} >&- 2>&- <&-"
    ran = subprocess.run(["sh", "-c", script], check=False, timeout=20)
    assert ran.returncode in (1, 3)


def test_a_full_disk_is_one_sentence(closed_port: int) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [*NOCARRIER, f"tcp://127.0.0.1:{closed_port}", "--json"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 3
    assert b"Traceback" not in ran.stderr


def _endless(connection: socket.socket) -> None:
    try:
        while True:
            connection.sendall(b"\x1b[2J\xff" * 10_000)
    except OSError:
        pass


def _trickle(connection: socket.socket) -> None:
    try:
        for _ in range(200):
            connection.sendall(b"x")
            time.sleep(0.1)
    except OSError:
        pass


@pytest.mark.parametrize("behaviour", [_endless, _trickle])
def test_a_hostile_server_cannot_hold_it(behaviour: Callable[[socket.socket], None]) -> None:
    with serving(behaviour) as server:
        started = time.monotonic()
        ran = call(f"tcp://127.0.0.1:{server.getsockname()[1]}", "--timeout", "2")
    assert ran.returncode == 0
    assert time.monotonic() - started < 3.5
    assert "\x1b[2J" not in ran.stdout
