"""A run on a system without fork (Windows): the output is read where it is no console, and that is all.

A console is left to the command as it is; ^C is sent to all who have it, so to the command too.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from threading import Thread

from nocarrier.machines.running.ended import NOT_FOUND, NOT_RUNNABLE, Ended, Ran
from nocarrier.model.annotations import TypeVar

T = TypeVar("T")

KEPT = 1 << 22
"Bytes at the beginning of each stream that are read."


def run(words: list[str], read: Callable[[Iterable[bytes]], T]) -> Ran[T]:
    """Run a command. ``read`` is called with the bytes of each stream, once it has ended."""
    relayed = [number for number in (1, 2) if not os.isatty(number)]
    pipes = {"stdout" if number == 1 else "stderr": subprocess.PIPE for number in relayed}
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen(words, close_fds=False, **pipes)  # type: ignore[call-overload]
        streams = [(process.stdout if number == 1 else process.stderr, number) for number in relayed]
        kept = [bytearray() for _ in streams]
        threads = [
            Thread(target=_carry, args=(stream.fileno(), number, into), daemon=True)
            for (stream, number), into in zip(streams, kept, strict=True)
        ]
        for thread in threads:
            thread.start()
        code = process.wait()
        for thread in threads:
            thread.join(1.0)  # a child that lives on is not waited for
    except OSError as error:
        code = NOT_FOUND if isinstance(error, FileNotFoundError) else NOT_RUNNABLE
        return Ran(Ended(code, 0, str(error.strerror)), (), {})
    finally:
        signal.signal(signal.SIGINT, before)
    ended = Ended(0, -code) if code < 0 else Ended(code)
    return Ran(ended, tuple(read(_pieces(one)) for one in kept), {})


def _carry(source: int, number: int, into: bytearray) -> None:
    with suppress(OSError):
        while data := os.read(source, 1 << 16):
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(number, rest) :]
            into += data[: KEPT - len(into)]


def _pieces(kept: bytearray) -> Iterator[bytes]:
    if kept:
        yield bytes(kept)
