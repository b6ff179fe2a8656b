"""Width, colour and characters follow the stream and the environment."""

from __future__ import annotations

import io
import os
import pty
from collections.abc import Iterator
from typing import TextIO

import pytest

from nocarrier.reports.pen import Pen, pen_for


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    master, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        yield stream
    os.close(master)


def pipe(encoding: str = "utf-8") -> TextIO:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize(
    ("environ", "colour"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "CLICOLOR": "0"}, False),
        ({"TERM": "xterm", "FORCE_COLOR": "0"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
    ],
)
def test_colour_on_a_terminal(terminal: TextIO, environ: dict[str, str], colour: bool) -> None:
    assert pen_for(terminal, str, environ).colour is colour


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({"TERM": "xterm"}, False), ({"TERM": "xterm", "CLICOLOR_FORCE": "1"}, True), ({"FORCE_COLOR": "1"}, True)],
)
def test_colour_in_a_pipe(environ: dict[str, str], colour: bool) -> None:
    assert pen_for(pipe(), str, environ).colour is colour


@pytest.mark.parametrize(
    ("columns", "width"), [("60", 60), ("7", 40), ("400", 100), ("0", 80), ("wide", 80), ("", 80)]
)
def test_width(columns: str, width: int) -> None:
    assert pen_for(pipe(), str, {"COLUMNS": columns}).width == width


@pytest.mark.parametrize(
    ("encoding", "term", "ascii_only"),
    [("utf-8", "xterm", False), ("ascii", "xterm", True), ("latin-1", "xterm", True), ("utf-8", "vt220", True)],
)
def test_characters(encoding: str, term: str, ascii_only: bool) -> None:
    assert pen_for(pipe(encoding), str, {"TERM": term}).ascii is ascii_only


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [(0, "0.0 ms"), (0.44, "0.4 ms"), (9.96, "10 ms"), (41.7, "42 ms"), (999.6, "1.0 s"), (3300, "3.3 s")],
)
def test_durations(milliseconds: float, text: str) -> None:
    assert Pen().duration(milliseconds) == text


def test_the_decimal_mark_is_the_language_s() -> None:
    assert Pen(translate=lambda text: text.replace("0.5", "0,5")).duration(0.44) == "0,4 ms"


def test_what_is_pasted_is_not_spelt_out() -> None:
    """An apostrophe of typography in a quoted word would end the word."""
    assert Pen(ascii=True).text("nocarrier 'ws://a/’;id'") == "nocarrier 'ws://a/';id'"
    assert Pen(ascii=True).pasted("nocarrier 'ws://a/’;id'\nls") == ["nocarrier 'ws://a/?;id'", "ls"]
    assert Pen().pasted("nocarrier 'ws://a/’;id'") == ["nocarrier 'ws://a/’;id'"]


def test_what_is_pasted_is_whole() -> None:
    command = f"nocarrier 'ws://a/?{'x' * 4096}'"
    assert Pen().pasted(command) == [command]
