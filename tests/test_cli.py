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
from pathlib import Path

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
        ("h:80", "--html", ""),
        ("h:80", "--junit", ""),
        ("h:80", "--html", "-", "--json"),
        ("h:80", "--html", "-", "--junit", "-"),
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


@pytest.mark.parametrize("second", ["tcp://127.0.0.1:2", "127.0.0.1:2", "shop.example"])
def test_a_second_target_is_called_one(second: str) -> None:
    ran = call("tcp://127.0.0.1:1", second)
    assert ran.returncode == 2
    assert ran.stderr == "nocarrier: one target is expected: scheme://host:port, host:port, or host port\n"


def test_usage_shows_one_target_and_perhaps_a_port() -> None:
    assert call("--help").stdout.partition("\n\n")[0].endswith("TARGET [PORT]")


def test_a_place_that_cannot_be_entered() -> None:
    ran = call("127.0.0.1:1", "--from", "netns://no-such-namespace", "--json")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "no-such-namespace" in ran.stderr


@pytest.mark.parametrize("port", ["open", "closed"])
def test_a_server_that_cannot_be_looked_at_is_told(port: str, open_port: int, closed_port: int) -> None:
    number = open_port if port == "open" else closed_port
    ran = call(f"tcp://127.0.0.1:{number}", "--server", "netns://acme-missing")
    assert ran.returncode == (port == "closed")
    told = " ".join(ran.stdout.split())
    assert "could not be looked at: there is no network namespace acme-missing on this machine." in told


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


@pytest.mark.parametrize("words", [("--json",), ("-v",), ("--html", "-")])
def test_a_reader_that_goes_away_has_what_it_wanted(words: tuple[str, ...], closed_port: int) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*NOCARRIER, f"tcp://127.0.0.1:{closed_port}", *words], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("tcp://127.0.0.1:{port}", 1),
        ("tcp://127.0.0.1:{port} --json", 1),
        ("nowhere", 2),
        ("report -", 2),
        ("explain ECONNREFUSED", 0),
        ("explain", 1),
        ("causes", 0),
        ("schema", 0),
        ("--help", 0),
        ("--version", 0),
    ],
)
@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", ">&- 2>&- <&-"])
def test_without_standard_streams(words: str, code: int, closed: str, closed_port: int) -> None:
    """As some daemons and cron start it: nobody sees what it says, and its exit code still tells."""
    script = f"exec {' '.join(NOCARRIER)} {words.format(port=closed_port)} {closed}"
    ran = subprocess.run(
        ["sh", "-c", script], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=30
    )
    assert (ran.returncode, "Traceback" in ran.stderr) == (code, False)


def test_no_socket_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import pathlib, socket, sys; from nocarrier.__main__ import main; main(); "
        "pathlib.Path(sys.argv[0] + '.told').write_text(str(socket.socket().fileno()))"
    )
    ran = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} {script} causes listening-on-loopback-only >&- <&-"], check=False
    )
    assert (ran.returncode, int((tmp_path / "script.py.told").read_text()) > 2) == (0, True)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii", "euc-jp"])
@pytest.mark.parametrize(
    "words",
    [
        "{target} --json",
        "{target} --html -",
        "{target} --junit -",
        "causes --json",
        "man --lang de",
        "completion fish --lang de",
    ],
)
def test_documents_are_utf_8_in_every_locale(words: str, encoding: str) -> None:
    call = [*NOCARRIER, *words.format(target="tcp://münchen.invalid:1").split()]
    ran = subprocess.run(
        call,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert ran.returncode < 2
    assert ran.stderr == b""
    assert ran.stdout.decode("utf-8")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
@pytest.mark.parametrize("words", ["--help --lang de", "run --help", "edges --lang de", "causes --lang de"])
def test_what_the_locale_lacks_is_spelt_out(words: str, encoding: str) -> None:
    ran = subprocess.run(
        [*NOCARRIER, *words.split()],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "…" not in ran.stdout.decode(encoding)
    assert b"?" not in ran.stdout


@pytest.mark.parametrize("place", ["/no/such/folder/x", "/dev/full", "/"])
@pytest.mark.parametrize("option", ["--html", "--junit"])
def test_a_file_that_cannot_be_written_keeps_nobody_from_the_report(
    option: str, place: str, closed_port: int
) -> None:
    ran = call(f"tcp://127.0.0.1:{closed_port}", "-q", option, place)
    assert ran.returncode == 3
    assert ran.stdout.startswith(f"✗ tcp://127.0.0.1:{closed_port}")
    assert ran.stderr.startswith("nocarrier: ")
    assert ran.stderr.endswith(f": {place}\n")


def test_files_are_written_where_standard_output_is_full(closed_port: int, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with open("/dev/full", "w") as full:
        words = (f"tcp://127.0.0.1:{closed_port}", "--html", str(page))
        ran = subprocess.run([*NOCARRIER, *words], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 3
    assert "server-not-listening" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("option", "begins"), [("--html", "<!doctype html>"), ("--junit", "<?xml")])
def test_a_dash_is_standard_output(option: str, begins: str, closed_port: int, tmp_path: Path) -> None:
    words = (f"tcp://127.0.0.1:{closed_port}", option, "-")
    ran = subprocess.run([*NOCARRIER, *words], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.startswith(begins)
    assert "✗ tcp://127.0.0.1" not in ran.stdout.splitlines()[0]
    assert list(tmp_path.iterdir()) == []


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
