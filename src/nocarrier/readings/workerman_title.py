"""Workerman by its processes' titles and command lines (Worker::setProcessTitle)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from nocarrier.model.record import Record

_TITLE = re.compile(r"WorkerMan: (?P<what>master|worker) process\s+(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


class Title(Record):
    """What a process of Workerman calls itself: a master its start file, a worker its name and address."""

    start_file: str = ""
    name: str = ""
    socket: str = ""

    @property
    def master(self) -> bool:
        """Of the process that starts the others."""
        return bool(self.start_file)


def title(command: Sequence[str]) -> Title | None:
    """The title of a process, as Workerman 3 to 5 set it; None for any other program.

    ``WorkerMan: master process  start_file=/srv/start.php``, ``WorkerMan: worker process  NAME text://0.0.0.0:1236``.
    """
    found = _TITLE.match(" ".join(command))
    if found is None:
        return None
    if found["what"].lower() == "master":
        return Title(start_file=found["rest"].partition("start_file=")[2].strip())
    name, _, socket = found["rest"].rstrip().rpartition(" ")
    return Title(name=name.strip(), socket=socket)


def untitled(command: Sequence[str]) -> str:
    """The start file of ``php start.php start``, where PHP was not allowed to set a title; else empty."""
    if not command or not command[0].rpartition("/")[2].startswith("php"):
        return ""
    pairs = itertools.pairwise(command)
    return next((file for file, verb in pairs if file.endswith(".php") and verb in ("start", "restart")), "")
