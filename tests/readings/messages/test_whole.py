"""Whole logs and tracebacks: each distinct error once, with its target; and logs of programs in which nothing is wrong.

``whole/*.txt`` begin with the errors that are to be found, a line each: ``# class scheme host port`` (``-`` and 0: none).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.scan import scan

HERE = Path(__file__).parent
WHOLE = sorted((HERE / "whole").glob("*.txt"))
ORDINARY = [
    line for line in (HERE / "ordinary.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("# ")
]
WRAPPINGS = {
    "plain": b"",
    "docker compose": b"web-1  | ",
    "GitHub Actions": b"2026-11-28T12:00:25.1234567Z ",
    "kubectl logs --prefix": b"[pod/web-6c5b9d7f9c-abcde/web] ",
    "journald": b"Nov 28 12:00:16 web-1 app[812]: ",
}


def found(text: bytes) -> list[str]:
    """What is read, in the form of the files' first lines."""
    return [
        f"{one.reading.kind} {one.reading.scheme or '-'} {one.reading.host or '-'} {one.reading.port}"
        for one in scan([text])
    ]


@pytest.mark.parametrize("file", WHOLE, ids=[file.stem for file in WHOLE])
def test_each_error_is_told_once_with_its_target(file: Path) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    wanted = [line[2:].decode().strip() for line in lines if line.startswith(b"# ")]
    text = b"".join(line for line in lines if not line.startswith(b"# "))
    assert found(text) == wanted
    assert found(b"INFO all is well\n" * 400 + text + b"INFO all is well\n" * 400) == wanted
    assert found(text * 3) == wanted
    assert found(text.replace(b"\n", b"\r\n")) == wanted


@pytest.mark.parametrize("wrapping", WRAPPINGS.values(), ids=WRAPPINGS)
@pytest.mark.parametrize(
    "name", ["python-requests", "java-spring", "node-fetch", "dotnet-inner", "libpq-two-addresses"]
)
def test_what_others_write_before_each_line_changes_nothing(name: str, wrapping: bytes) -> None:
    lines = (HERE / "whole" / f"{name}.txt").read_bytes().splitlines(keepends=True)
    wanted = [line[2:].decode().strip() for line in lines if line.startswith(b"# ")]
    assert found(b"".join(wrapping + line for line in lines if not line.startswith(b"# "))) == wanted


@pytest.mark.parametrize("line", ORDINARY)
def test_a_line_of_a_program_that_works_is_no_error(line: str) -> None:
    assert asked_about([line.encode()]) == ()


@pytest.mark.parametrize("wrapping", WRAPPINGS.values(), ids=WRAPPINGS)
def test_a_whole_log_of_programs_that_work_is_silent(wrapping: bytes) -> None:
    assert found(b"".join(wrapping + line.encode() + b"\n" for line in ORDINARY)) == []
