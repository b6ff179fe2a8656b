"""What a confined lab must clear away itself, having no namespace that does it: a directory and orphans.

The directory is locked (flock(2)) for as long as its guard lives, so the next lab can tell a live one's from
one whose guard was killed, and removes the latter.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nocarrier.lab import kernel

PREFIX = "nocarrier-lab-"
LOCK = "lock"


@contextlib.contextmanager
def directory() -> Iterator[str]:
    """A directory for one confined lab, removed at the end; those of dead labs are removed first."""
    sweep()
    kernel.adopt_orphans()
    path, lock = _locked()
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        os.close(lock)


def _locked() -> tuple[str, int]:
    """A new directory and its lock. One that a sweeper found before it was locked is gone: make another."""
    while True:
        path = tempfile.mkdtemp(prefix=PREFIX)
        name = os.path.join(path, LOCK)
        lock = os.open(name, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX)
        if os.path.exists(name):
            return path, lock
        os.close(lock)


def sweep() -> None:
    """Remove the directories of labs that were killed. One that another user owns is left to them."""
    for path in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        with contextlib.suppress(OSError):
            lock = os.open(path / LOCK, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path)
            finally:
                os.close(lock)


def end_orphans() -> None:
    """Kill whatever has become this process' child, and their children as they arrive, until none is left."""
    while children := _children():
        for pid in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            for pid in children:
                os.waitpid(pid, 0)


def _children() -> list[int]:
    """The pids of this process' children, dead ones included (the fourth field of /proc/PID/stat, proc(5))."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError):
                after_name = Path("/proc", name, "stat").read_text(errors="replace").rpartition(")")[2]
                if int(after_name.split()[1]) == os.getpid():
                    found.append(int(name))
    return found
