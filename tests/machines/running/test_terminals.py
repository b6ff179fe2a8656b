"""Tests of a terminal at which nobody sits: however it was made, it is a terminal, and what is written comes out."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from nocarrier.machines.running import terminals

PROGRAM = """
import os, sys
from nocarrier.machines.running import terminals
ends = getattr(terminals, sys.argv[1])()
if ends is None:
    sys.exit(77)
master, writing = ends
try:
    name = os.ttyname(writing)
except OSError:
    name = ""
with open(f"/proc/self/fd/{writing}", "wb", buffering=0) as again:
    again.write(b"seen")
print(os.isatty(writing), bool(name), os.read(master, 4), os.fstat(writing).st_uid == os.geteuid())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="devpts is Linux'")
@pytest.mark.parametrize(
    ("way", "named"), [("_by_a_thread", False), ("_by_a_process", False), ("_with_a_name", True)]
)
def test_each_way(way: str, named: bool) -> None:
    """In a process of its own, for a namespace is entered."""
    ran = subprocess.run([sys.executable, "-c", PROGRAM, way], capture_output=True, text=True, check=False)
    if ran.returncode == 77:
        pytest.skip("not allowed here")
    assert (ran.stdout, ran.stderr) == (f"True {named} b'seen' True\n", "")


def test_one_of_them_is_there() -> None:
    master, writing = terminals.silent_terminal()
    assert os.isatty(writing)
    os.close(master)
    os.close(writing)
