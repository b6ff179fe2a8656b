"""The library's `diagnose`, `diagnose_async` and `explain`, against real ports on loopback."""

from __future__ import annotations

import asyncio
import gzip
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import nocarrier
from nocarrier.diagnosis.asking import Cancellation, Cancelled, find_out
from nocarrier.machines import CannotLook
from nocarrier.machines.local import Local
from tests import held
from tests.integrations.clients import faults

SOON = 5.0
"Seconds within which what was cancelled is over, on a machine however busy; not cancelled it takes longer than that."
LONG = 60.0


@contextmanager
def unaccepting() -> Iterator[int]:
    """A port on which a program listens and takes no connection, until its queue is full: SYNs are not answered."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        waiting = []
        try:
            for _ in range(4):
                client = socket.socket()
                client.setblocking(False)
                client.connect_ex(listener.getsockname())
                waiting.append(client)
            yield listener.getsockname()[1]
        finally:
            for client in waiting:
                client.close()


def sockets() -> set[str]:
    """The sockets that this process holds, by their inodes."""
    return {link for link in held.descriptors() if link.startswith("socket:")}


def settled(before: set[threading.Thread]) -> bool:
    """Whether no more threads than before are left, soon."""
    until = time.monotonic() + SOON
    while set(threading.enumerate()) - before and time.monotonic() < until:
        time.sleep(0.02)
    return not set(threading.enumerate()) - before


def gone(before: set[str]) -> bool:
    """Whether no more sockets than before are held, soon: the server of the test holds its end a moment longer."""
    until = time.monotonic() + SOON
    while sockets() - before and time.monotonic() < until:
        time.sleep(0.02)
    return not sockets() - before


def test_a_pair_an_address_a_target_and_a_text_are_the_same() -> None:
    with faults.refused() as port:
        reports = [
            nocarrier.diagnose(("127.0.0.1", port)),
            nocarrier.diagnose(("127.0.0.1", port, 0, 0)),
            nocarrier.diagnose(nocarrier.parse_target(f"127.0.0.1:{port}")),
            nocarrier.diagnose(f"tcp://127.0.0.1:{port}"),
        ]
    for report in reports:
        assert report.failed
        assert (report.symptom, report.target.host, report.target.port) == ("refused", "127.0.0.1", port)
        assert report.verdict is not None
        assert report.verdict.cause == "server-not-listening"


def test_the_scope_of_a_sockets_address_is_its_zone() -> None:
    report = nocarrier.diagnose(("fe80::1", 80, 0, socket.if_nametoindex("lo")))
    assert report.target.input == "fe80::1%lo 80"
    assert report.verdict is None or report.verdict.cause != "target-malformed"


def test_an_exception_is_diagnosed_by_the_way_that_failed() -> None:
    with faults.refused() as port:
        with pytest.raises(OSError, match="address") as caught:
            socket.create_connection(("127.0.0.1", port), source_address=("192.0.2.1", 0))
        report = nocarrier.diagnose(caught.value)
        other = nocarrier.diagnose(caught.value, source="127.0.0.1")
    assert report.verdict is not None
    assert report.verdict.cause == "source-address-not-local"
    assert other.symptom == "refused"


def test_an_exception_is_what_was_dialled() -> None:
    with faults.refused() as port:
        with pytest.raises(ConnectionRefusedError) as caught:
            socket.create_connection(("127.0.0.1", port))
        report = nocarrier.diagnose(caught.value)
    assert (report.target.input, report.symptom) == (f"tcp://127.0.0.1:{port}", "refused")


@pytest.mark.parametrize(
    ("target", "kind", "says"),
    [
        (ValueError("x"), nocarrier.BadTarget, "tells of no connection"),
        (ConnectionRefusedError(111, "Connection refused"), nocarrier.BadTarget, "does not tell what was dialled"),
        (
            OSError(98, "Address already in use (while attempting to bind on address ('127.0.0.1', 1))"),
            nocarrier.BadTarget,
            "could not be bound",
        ),
        ("", nocarrier.BadTarget, "empty"),
        (("127.0.0.1", True), TypeError, "a pair of host and port"),
        (7, TypeError, "not int"),
    ],
)
def test_what_is_no_target_is_said_in_a_sentence(target: Any, kind: type[Exception], says: str) -> None:
    with pytest.raises(kind, match=says):
        nocarrier.diagnose(target)


@pytest.mark.parametrize(
    "options",
    [
        {"family": 5},
        {"timeout": 0},
        {"timeout": float("nan")},
        {"expected_addresses": ["shop.example"]},
        {"language": "tlh"},
        {"server": "ftp://x"},
        {"proxy": "x y"},
        {"headers": [("a\n", "b")]},
    ],
)
def test_a_wrong_argument_is_a_value_error(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        nocarrier.diagnose("tcp://127.0.0.1:1", **options)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"timeout": None}, "timeout is a number of seconds, not None"),
        ({"timeout": "3"}, "timeout is a number of seconds, not '3'"),
        ({"expected_addresses": "127.0.0.1"}, "expected_addresses is a sequence"),
        ({"subprotocols": "chat"}, "subprotocols is a sequence"),
        ({"headers": {"A": "b"}}, "headers is a sequence of pairs"),
    ],
)
def test_an_argument_of_another_kind_is_a_type_error(options: dict[str, Any], says: str) -> None:
    with pytest.raises(TypeError, match=says):
        nocarrier.diagnose("tcp://127.0.0.1:1", **options)


def test_progress_is_told_in_sentences() -> None:
    told: list[str] = []
    with faults.refused() as port:
        nocarrier.diagnose(("127.0.0.1", port), language="de", progress=told.append)
    assert told
    assert all(isinstance(sentence, str) for sentence in told)


def test_the_async_twin_says_the_same() -> None:
    with faults.refused() as port:
        report = asyncio.run(nocarrier.diagnose_async(("127.0.0.1", port)))
    assert report.verdict is not None
    assert report.verdict.cause == "server-not-listening"
    with pytest.raises(nocarrier.BadTarget):
        asyncio.run(nocarrier.diagnose_async(""))


def test_many_at_once_do_not_disturb_each_other() -> None:
    async def all_of_them(ports: list[int]) -> list[nocarrier.Report]:
        return await asyncio.gather(*(nocarrier.diagnose_async(("127.0.0.1", port)) for port in ports))

    with faults.refused() as one, faults.refused() as two, faults.refused() as three:
        reports = asyncio.run(all_of_them([one, two, three]))
    assert [report.target.port for report in reports] == [one, two, three]
    assert {report.symptom for report in reports} == {"refused"}


@pytest.mark.parametrize("fault", ["unaccepting", "silent"])
@pytest.mark.parametrize("twice", [False, True])
def test_cancelling_the_task_ends_it_and_leaves_nothing(fault: str, twice: bool) -> None:
    place = unaccepting() if fault == "unaccepting" else faults.silent()

    async def cancelled(port: int) -> float:
        task = asyncio.create_task(nocarrier.diagnose_async(f"https://127.0.0.1:{port}", timeout=LONG))
        await asyncio.sleep(0.3)
        assert not task.done()
        started = time.monotonic()
        task.cancel()
        if twice:
            await asyncio.sleep(0)
            task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return time.monotonic() - started

    with place as port:
        before, held = set(threading.enumerate()), sockets()
        took = asyncio.run(cancelled(port))
        assert took < SOON
        assert settled(before), threading.enumerate()
        assert gone(held)


def test_a_time_out_of_asyncio_ends_it() -> None:
    async def impatient(port: int) -> None:
        async with asyncio.timeout(0.3):
            await nocarrier.diagnose_async(("127.0.0.1", port), timeout=LONG)

    with unaccepting() as port:
        before = set(threading.enumerate())
        with pytest.raises(TimeoutError):
            asyncio.run(impatient(port))
        assert settled(before)


def test_a_cancelled_diagnosis_raises_from_any_thread() -> None:
    cancellation = Cancellation()
    threading.Timer(0.3, cancellation.cancel).start()
    with unaccepting() as port, pytest.raises(Cancelled):
        find_out(f"tcp://127.0.0.1:{port}", timeout=LONG, cancellation=cancellation)


def test_one_cancelled_before_it_begins_dials_nobody() -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(Cancelled):
        find_out("tcp://127.0.0.1:1", cancellation=cancellation)


def test_a_machine_that_is_opened_too_late_is_closed() -> None:
    cancellation = Cancellation()
    cancellation.close()
    late = Local()
    with pytest.raises(CannotLook):
        cancellation.entered(late)
    with pytest.raises(CannotLook):
        late.dial([])


INTERRUPTED = """
import os, signal, sys, threading, time
import nocarrier
before = set(threading.enumerate())
threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    nocarrier.diagnose(sys.argv[1], timeout=60)
except KeyboardInterrupt:
    until = time.monotonic() + 5
    while len(set(threading.enumerate()) - before) > 0 and time.monotonic() < until:
        time.sleep(0.02)
    left = [link for link in (os.readlink(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd") if os.path.islink(f"/proc/self/fd/{n}")) if link.startswith("socket")]
    print("interrupted", len(set(threading.enumerate()) - before), len(left))
"""


def test_an_interrupt_ends_it_and_leaves_nothing() -> None:
    with unaccepting() as port:
        ran = subprocess.run(
            [sys.executable, "-c", INTERRUPTED, f"tcp://127.0.0.1:{port}"],
            capture_output=True,
            text=True,
            timeout=60,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
            check=False,
        )
    assert (ran.stdout, ran.stderr) == ("interrupted 0 0\n", "")


def test_explaining_a_text_and_an_exception() -> None:
    text = nocarrier.explain("connect ECONNREFUSED 10.0.0.5:5432")
    assert [(one.kind, one.step, one.target.host, one.target.port) for one in text.errors if one.target] == [
        ("refused", "tcp", "10.0.0.5", 5432)
    ]
    assert nocarrier.explain(b"connect ECONNREFUSED 10.0.0.5:5432") == text
    with faults.refused() as port, pytest.raises(OSError, match="refused") as caught:
        socket.create_connection(("127.0.0.1", port))
    (error,) = nocarrier.explain(caught.value).errors
    assert error.kind == "refused"
    assert error.next[0].command == f"nocarrier tcp://127.0.0.1:{port}"
    assert not nocarrier.explain("all is well")
    assert not nocarrier.explain(ValueError("x"))
    assert nocarrier.explain("connect ECONNREFUSED 10.0.0.5:5432\ud800")
    with pytest.raises(TypeError):
        nocarrier.explain(7)  # type: ignore[arg-type]


def test_importing_costs_nothing_until_something_is_asked() -> None:
    program = "import sys; before = set(sys.modules); import nocarrier; print(sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['__future__', 'nocarrier']"


def test_every_public_name_is_there() -> None:
    for name in nocarrier.__all__:
        assert getattr(nocarrier, name) is not None
    assert set(nocarrier.__all__) <= set(dir(nocarrier))
    with pytest.raises(AttributeError):
        nocarrier.Machine  # noqa: B018
    assert Path(nocarrier.__file__).with_name("py.typed").exists()


@pytest.mark.parametrize(
    "packed", [gzip.compress, lambda text: text.decode().encode("utf-16"), bytes], ids=["gzip", "utf-16", "utf-8"]
)
def test_bytes_are_read_as_the_command_reads_a_file(packed: Callable[[bytes], bytes]) -> None:
    (one,) = nocarrier.explain(packed(b"all is well\nconnect ECONNREFUSED 10.0.0.1:80\n")).errors
    assert (one.kind, one.target and one.target.host) == ("refused", "10.0.0.1")


@pytest.mark.parametrize(
    ("held", "says"),
    [(b"BZh9", "mit bzip2 gepackt"), (gzip.compress(b"all is well" * 99)[:-9], "abgeschnitten")],
    ids=["bzip2", "cut short"],
)
def test_bytes_that_are_no_text_are_a_value_error(held: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        nocarrier.explain(held, language="de")
