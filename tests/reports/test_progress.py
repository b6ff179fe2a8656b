"""A wait is explained on one line that disappears, and only on a terminal."""

from __future__ import annotations

import io
import os
import pty
import select
import time

import pytest

from nocarrier.model.prose import say
from nocarrier.reports.pen import Pen
from nocarrier.reports.progress import CLEAR, FIRST_AFTER, Waiting


def shown(wait: float, term: str = "xterm") -> str:
    """What a terminal gets while something is waited for so long."""
    master, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as stream, Waiting(stream, Pen(width=60), term) as waiting:
        waiting(say("no answer yet from {host}", host="10.20.0.5\x1b[31m"))
        time.sleep(wait)
    got = b""
    while select.select([master], [], [], 0)[0]:
        try:
            chunk = os.read(master, 4096)
        except OSError:
            break
        if not chunk:
            break
        got += chunk
    os.close(master)
    return got.decode()


def test_it_is_explained_and_disappears() -> None:
    text = shown(FIRST_AFTER + 0.3)
    first = text.split(CLEAR)[1]
    assert first.endswith(" ms  no answer yet from 10.20.0.5[31m")
    assert float(first.partition(" ")[0]) >= FIRST_AFTER * 1e3
    assert text.endswith(CLEAR)
    assert "\n" not in text


def test_what_is_quick_is_not_mentioned() -> None:
    assert shown(0.0) == ""


def test_a_dumb_terminal_gets_nothing() -> None:
    assert shown(FIRST_AFTER + 0.2, "dumb") == ""


def test_a_pipe_gets_nothing() -> None:
    stream = io.StringIO()
    with Waiting(stream, Pen(), "xterm") as waiting:
        waiting(say("no answer yet"))
        time.sleep(FIRST_AFTER + 0.2)
    assert stream.getvalue() == ""


def test_a_terminal_that_goes_away_ends_nothing() -> None:
    master, slave = pty.openpty()
    stream = os.fdopen(slave, "w", encoding="utf-8")
    with Waiting(stream, Pen(), "xterm") as waiting:
        waiting(say("no answer yet"))
        os.close(master)
        time.sleep(FIRST_AFTER + 0.2)
    with pytest.raises(OSError, match="Input/output error"):
        stream.close()


@pytest.mark.parametrize("width", [40, 60])
def test_the_line_never_wraps(width: int) -> None:
    waiting = Waiting(io.StringIO(), Pen(width=width), "xterm")
    waiting(say("x" * 200))
    assert len(waiting.line(2.0)) == width - 1
