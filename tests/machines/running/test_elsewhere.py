"""Tests of a run on a system that has no fork: what it does there it does here, too."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from nocarrier.machines.running.elsewhere import run
ran = run(sys.argv[1:], lambda pieces: b"".join(pieces))
print(ran.ended.code, ran.ended.missing, ran.read)
"""


def call(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, timeout=60, check=True
    )


def test_output_goes_where_it_went_and_is_read() -> None:
    ran = call("sh", "-c", "echo out; echo err >&2; exit 4")
    assert ran.stdout == "out\n4  (b'out\\n', b'err\\n')\n"
    assert ran.stderr == "err\n"


def test_how_it_ended() -> None:
    assert call("sh", "-c", "kill -TERM $$").stdout.startswith("143 ")
    assert call("no-such-program-here").stdout.startswith("127 No such file")
    assert call("/etc").stdout.startswith("126 ")
