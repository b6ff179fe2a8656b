"""One run from beginning to end: the command, its companion, and who reads along."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from threading import Thread

from nocarrier.machines.running.command import Command
from nocarrier.machines.running.companion import FAILED, READY, RESIZED, SUCCEEDED, accompany
from nocarrier.machines.running.ended import Ran
from nocarrier.machines.running.streams import Streams, Written, streams
from nocarrier.machines.running.watching import Watch, When
from nocarrier.model.annotations import Any, Generic, TypeVar
from nocarrier.readings.command_line import converses

T = TypeVar("T")

MOST_OF_A_FILE = 1 << 27
"Bytes at the end of a file that are read."
ROOM = 1 << 20
"Bytes that may wait to be read along (pipe(7), /proc/sys/fs/pipe-max-size)."
LONGEST_ANSWER = 1 << 22


def run(
    words: list[str], environment: dict[bytes, bytes], when: When, read: Callable[[Iterable[bytes]], T]
) -> Ran[T]:
    """Run a command. ``read`` is called with the bytes of each place it writes to, in a thread, while they come."""
    command = Command(words, environment)
    handed_down = _handed_down()
    try:
        _occupy()
        watch = Watch(when)
        found = streams(terminals=not converses(words))
        readers = [_Reader(read) for _ in found.relays]
        ours, theirs = socket.socketpair()
        companion, at_work = _accompanied(found, readers, theirs, ours, watch)
    except OSError:  # no descriptors or processes are left for us: the command may need fewer
        return Ran(command.take_our_place(), (), {})
    given = [(relay.inner, number) for relay in found.relays for number in relay.numbers]
    # Without a companion nobody would carry its output on, or answer for its connects: then it runs as if we were not.
    failed = command.start(given, watch.prepare) if at_work else command.start([], lambda: None)
    _let_go(found, handed_down)
    for reader in readers:
        reader.start()
    watch.started()
    ended = failed or command.wait(lambda: _say(ours, RESIZED), companion)
    seen, namespaces = _asked(ours, FAILED if ended.code else SUCCEEDED)
    told = [reader.told() for reader in readers]
    told += [_read_along(read, _pieces_of(file)) for file in found.files]
    spoke = any(reader.heard for reader in readers) or any(_has_grown(file) for file in found.files)
    _reap(companion)
    return Ran(ended, tuple(one for one in told if one is not None), seen, tuple(namespaces), command.before, spoke)


def _handed_down() -> list[int]:
    """Descriptors beside the standard ones that we were given, to be handed on: not those that Python itself opened."""
    try:
        numbers = [int(name) for name in os.listdir("/dev/fd")]
    except OSError:
        return []
    return [number for number in numbers if number > 2 and _inheritable(number)]


def _occupy() -> None:
    """Let nothing of ours come to stand where a standard descriptor is closed; the command finds it closed again."""
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        continue
    os.close(number)


def _inheritable(number: int) -> bool:
    try:
        return os.get_inheritable(number)
    except OSError:
        return False


def _accompanied(
    found: Streams, readers: list[_Reader[T]], theirs: socket.socket, ours: socket.socket, watch: Watch
) -> tuple[int, bool]:
    """Start the companion, and wait until it is at work, if it ever is."""
    relays = [(relay, reader.writing) for relay, reader in zip(found.relays, readers, strict=True)]
    companion = os.fork()
    if not companion:
        accompany(relays, theirs, watch)
    theirs.close()
    for relay in found.relays:
        os.close(relay.outer)
        os.close(relay.sink)
    for reader in readers:
        os.close(reader.writing)
    return companion, ours.recv(len(READY)) == READY


def _let_go(found: Streams, handed_down: list[int]) -> None:
    """Keep nothing open whose closing somebody waits to see; standard error is left for what is said at the end."""
    for relay in found.relays:
        os.close(relay.inner)
    for number in handed_down:
        os.close(number)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    os.close(nothing)


def _say(companion: socket.socket, word: bytes) -> None:
    with suppress(OSError):
        companion.sendall(word)


def _asked(companion: socket.socket, how: bytes) -> tuple[dict[str, Any], list[int]]:
    """What the companion has seen; nothing where it is gone."""
    text, descriptors = b"", list[int]()
    try:
        companion.sendall(how)
        while not text.endswith(b"\n") and len(text) < LONGEST_ANSWER:
            more, passed, _, _ = socket.recv_fds(companion, 1 << 16, 64)
            if not more:
                break
            text += more
            descriptors += passed
        told = json.loads(text)
    except (OSError, ValueError):
        return {}, descriptors
    return told, descriptors


def _reap(companion: int) -> None:
    with suppress(ChildProcessError):
        os.waitpid(companion, os.WNOHANG)


class _Reader(Generic[T]):
    """Reads along in a thread that gives way to the command (setpriority(2): of a thread, on Linux)."""

    def __init__(self, read: Callable[[Iterable[bytes]], T]) -> None:
        self._read = read
        self._reading, self.writing = os.pipe()
        if sys.platform == "linux":
            with suppress(OSError):  # more than this user may have
                fcntl.fcntl(self.writing, fcntl.F_SETPIPE_SZ, ROOM)
        self._result: T | None = None
        self.heard = False
        self._thread = Thread(target=self._work, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def _work(self) -> None:
        if sys.platform == "linux":
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, 0, 19)
        self._result = _read_along(self._read, self._pieces())

    def _pieces(self) -> Iterator[bytes]:
        while piece := os.read(self._reading, 1 << 16):
            self.heard = True
            yield piece

    def told(self) -> T | None:
        """What came of it; the companion has closed the other end."""
        self._thread.join(10.0)
        return self._result


def _read_along(read: Callable[[Iterable[bytes]], T], pieces: Iterable[bytes]) -> T | None:
    """What comes of it; whatever is wrong with what the command wrote, or with us, its end is still to be told."""
    try:
        return read(pieces)
    except Exception:
        return None


def _has_grown(file: Written) -> bool:
    try:
        return os.fstat(file.number).st_size > file.start
    except OSError:
        return False


def _pieces_of(file: Written) -> Iterator[bytes]:
    """What the command wrote to a file, where we may read it."""
    with suppress(OSError), open(f"/proc/self/fd/{file.number}", "rb", buffering=0) as opened:
        size = os.fstat(opened.fileno()).st_size
        opened.seek(max(file.start if file.start <= size else 0, size - MOST_OF_A_FILE))
        while piece := opened.read(1 << 20):
            yield piece
