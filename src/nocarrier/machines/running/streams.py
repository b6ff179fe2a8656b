"""Where a command's standard output and error lead, and how they are read on their way.

What the command is given is of the same kind as what we were given: a terminal for a terminal, a pipe for a pipe, a socket
for a socket. Two names of one place (``2>&1``) stay one place, so that the order of what is written stays. A file is
not touched at all: the command writes to it, and it is read afterwards. Anything else (``/dev/null``) is left alone too.

The terminal is one for output alone. The command's controlling terminal, its standard input, its session and its process
group stay what they were: ^C, ^Z, job control, passwords and raw keys are between it and the user's terminal. The second
terminal passes bytes on as they are (no OPOST); the user's own does to them what it is set to.
"""

from __future__ import annotations

import os
import socket
import stat
import sys

from nocarrier.model.annotations import Literal
from nocarrier.model.record import Record

Kind = Literal["terminal", "pipe", "socket"]


class Relay(Record, kw_only=True):
    """One place that output is carried on to.

    ``inner`` is the end that the command is given under each of ``numbers`` (1, 2), ``outer`` the end that is read,
    ``sink`` where it leads.
    """

    kind: Kind
    numbers: tuple[int, ...]
    inner: int
    outer: int
    sink: int


class Written(Record, kw_only=True):
    """A file that the command writes to by itself; ``start`` is how long it was before, ``number`` a descriptor of it."""

    number: int
    start: int


class Streams(Record, kw_only=True):
    """All of it. What stands in neither is left alone."""

    relays: tuple[Relay, ...] = ()
    files: tuple[Written, ...] = ()


def streams(*, terminals: bool = True) -> Streams:
    """Look at descriptors 1 and 2 of this process, and make what the command is given in their place.

    Where not ``terminals``, these are left alone: a shell controls its jobs by what it writes its prompt to.
    What cannot be made (no terminal is left to be had) is left alone: the command runs all the same.
    """
    places: dict[tuple[int, ...], list[int]] = {}
    for number in (1, 2):
        try:
            found = os.fstat(number)
        except OSError:  # closed
            continue
        place = (found.st_mode, found.st_dev, found.st_ino, found.st_rdev)
        places.setdefault(place, []).append(number)
    relays: list[Relay] = []
    files: list[Written] = []
    for (mode, *_), numbers in places.items():
        if stat.S_ISREG(mode):
            files += _written(numbers[0])
            continue
        try:
            if terminals or not os.isatty(numbers[0]):
                relays += _relay(mode, tuple(numbers))
        except OSError:
            continue
    return Streams(relays=tuple(relays), files=tuple(files))


def _written(number: int) -> list[Written]:
    return [Written(number=os.dup(number), start=os.fstat(number).st_size)] if sys.platform == "linux" else []


def _relay(mode: int, numbers: tuple[int, ...]) -> list[Relay]:
    kind = _kind(mode, numbers[0])
    if kind is None:
        return []
    outer, inner = _ends(kind, numbers[0])
    return [Relay(kind=kind, numbers=numbers, inner=inner, outer=outer, sink=os.dup(numbers[0]))]


def _kind(mode: int, number: int) -> Kind | None:
    if stat.S_ISFIFO(mode):
        return "pipe"
    if stat.S_ISSOCK(mode):
        return "socket"
    return "terminal" if stat.S_ISCHR(mode) and os.isatty(number) else None


def _ends(kind: Kind, number: int) -> tuple[int, int]:
    """The end that is read, and the one that is written to. Raises OSError."""
    if kind == "pipe":
        return os.pipe()
    if kind == "socket":
        reading, writing = socket.socketpair()
        return reading.detach(), writing.detach()
    return _terminal(number)


def _terminal(number: int) -> tuple[int, int]:
    """A terminal like that one, but for the changes that the user's own makes to what is written. Raises OSError."""
    import termios

    from nocarrier.machines.running.terminals import silent_terminal

    master, writing = silent_terminal()
    attributes = termios.tcgetattr(number)
    attributes[1] &= ~termios.OPOST
    termios.tcsetattr(writing, termios.TCSANOW, attributes)
    termios.tcsetwinsize(master, termios.tcgetwinsize(number))
    return master, writing
