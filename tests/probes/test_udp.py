"""Datagrams to real sockets on this machine's loopback: refused, answered, ignored; and who receives them."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator

import pytest

from nocarrier import diagnose
from nocarrier.model.report import Report

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the error queue of Linux")


@pytest.fixture
def receiver() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        yield one


def dialled(host: str, port: int) -> Report:
    return diagnose(f"udp://{host}:{port}", timeout=2.0)


def test_an_answer_is_a_connection(receiver: socket.socket) -> None:
    def echo() -> None:
        data, there = receiver.recvfrom(100)
        receiver.sendto(data, there)

    threading.Thread(target=echo, daemon=True).start()
    report = dialled("127.0.0.1", receiver.getsockname()[1])
    assert (report.outcome, report.verdict) == ("connected", None)


def test_nobody_receives(receiver: socket.socket) -> None:
    port = receiver.getsockname()[1]
    receiver.close()
    report = dialled("127.0.0.1", port)
    assert (report.symptom, report.failed_step) == ("refused", "tcp")
    assert report.verdict is not None
    assert (report.verdict.cause, report.verdict.certainty) == ("server-not-listening", "proven")


def test_received_on_another_address(receiver: socket.socket) -> None:
    report = dialled("127.0.0.2", receiver.getsockname()[1])
    assert report.verdict is not None
    assert (report.verdict.cause, report.verdict.certainty) == ("listening-on-loopback-only", "proven")


def test_silence_is_no_answer_and_proves_nothing(receiver: socket.socket) -> None:
    report = dialled("127.0.0.1", receiver.getsockname()[1])
    assert (report.outcome, report.symptom) == ("failed", "no-answer")
    assert report.verdict is not None
    assert report.verdict.certainty == "possible"
    assert report.next
