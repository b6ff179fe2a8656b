"""What this process holds, for tests that nothing is left of theirs: what other tests left may go at any moment."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path


def descriptors() -> Counter[str]:
    """How many descriptors lead where (proc_pid_fd(5)); two looks are compared by `later - earlier`."""
    held: Counter[str] = Counter()
    for name in os.listdir("/proc/self/fd"):
        try:
            held[os.readlink(f"/proc/self/fd/{name}")] += 1
        except FileNotFoundError:  # the listing's own, or one that another thread has closed
            continue
    return held


def children() -> set[str]:
    """The children of this process, dead ones too (proc_pid_task_tid_children(5)).

    A thread that ends between the two calls hands its own to another thread, perhaps to one that was asked before: then all are asked again.
    """
    while True:
        try:
            lists = [(thread / "children").read_text() for thread in Path("/proc/self/task").iterdir()]
        except (FileNotFoundError, ProcessLookupError):
            continue
        return {pid for pids in lists for pid in pids.split()}
