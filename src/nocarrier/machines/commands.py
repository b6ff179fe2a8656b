"""Running one command, bounded in time and in what it may print."""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import time
from collections.abc import Collection

from nocarrier.machines import Ran
from nocarrier.model.annotations import IO

OUTPUT_LIMIT = 8 << 20
"Bytes of each stream that are kept; a command that prints more is read on, and the rest forgotten."
LINGER = 0.02
"Seconds to wait for the last output of a command that ended while a child of it still holds the pipe."


def converse(process: subprocess.Popen[bytes], stdin: bytes, timeout: float) -> Ran:
    """Feed ``stdin`` to a process that has three pipes, and collect its output until it ends.

    When ``timeout`` seconds are over it is ended, and what it printed until then returned with ``expired``.
    """
    if os.name != "posix":  # no poll(2) on pipes there
        return _communicate(process, stdin, timeout)
    with _Talk(process, stdin) as talk:
        ended = talk.go_on(time.monotonic() + timeout)
        if not ended:
            end(process)
        status = process.wait()
        return Ran(status=status if ended else -1, out=talk.out, err=talk.err, expired=not ended)


def _communicate(process: subprocess.Popen[bytes], stdin: bytes, timeout: float) -> Ran:
    try:
        out, err = process.communicate(stdin, timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return Ran(out=out[:OUTPUT_LIMIT], err=err[:OUTPUT_LIMIT], expired=True)
    return Ran(status=process.returncode, out=out[:OUTPUT_LIMIT], err=err[:OUTPUT_LIMIT])


def end(process: subprocess.Popen[bytes]) -> None:
    """End a command that leads a session of its own, and whatever it started in there."""
    if process.poll() is not None:
        return
    try:
        os.killpg(process.pid, 9)
    except (OSError, AttributeError):
        process.kill()


def end_all(processes: Collection[subprocess.Popen[bytes]]) -> None:
    """End these; whoever waits for them reaps them."""
    for process in tuple(processes):
        end(process)


class _Talk:
    """The three pipes of a process, attended to by one poll loop."""

    def __init__(self, process: subprocess.Popen[bytes], stdin: bytes) -> None:
        self._process = process
        self._unsent = memoryview(stdin)
        self._kept: dict[int, bytearray] = {}
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> _Talk:
        for pipe in (self._process.stdout, self._process.stderr):
            assert pipe is not None
            self._kept[pipe.fileno()] = bytearray()
            self._attend(pipe, selectors.EVENT_READ)
        assert self._process.stdin is not None
        if self._unsent:
            self._attend(self._process.stdin, selectors.EVENT_WRITE)
        else:
            self._process.stdin.close()
        return self

    def _attend(self, pipe: IO[bytes], event: int) -> None:
        os.set_blocking(pipe.fileno(), False)
        self._selector.register(pipe, event)

    def __exit__(self, *_: object) -> None:
        self._selector.close()

    @property
    def out(self) -> bytes:
        """What it printed, as far as it is kept."""
        return self._stream(self._process.stdout)

    @property
    def err(self) -> bytes:
        """The same of its standard error."""
        return self._stream(self._process.stderr)

    def _stream(self, pipe: IO[bytes] | None) -> bytes:
        assert pipe is not None
        return bytes(self._kept[pipe.fileno()])

    def go_on(self, deadline: float) -> bool:
        """Until both outputs are closed and the process has ended; False where the deadline came first."""
        while self._selector.get_map():
            left = deadline - time.monotonic()
            # A child that outlives the command keeps its pipes open: then its own end is the end.
            over = self._process.poll() is not None
            if left <= 0:
                return over
            ready = self._selector.select(LINGER if over else min(left, 0.05))
            if over and not ready:
                break
            for key, _ in ready:
                self._serve(key.fileobj)  # type: ignore[arg-type]
        try:
            self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            return False
        return True

    def _serve(self, pipe: IO[bytes]) -> None:
        if pipe is self._process.stdin:
            self._write(pipe)
            return
        chunk = os.read(pipe.fileno(), 1 << 16)
        kept = self._kept[pipe.fileno()]
        kept += chunk[: OUTPUT_LIMIT - len(kept)]
        if not chunk:
            self._selector.unregister(pipe)

    def _write(self, pipe: IO[bytes]) -> None:
        try:
            self._unsent = self._unsent[os.write(pipe.fileno(), self._unsent[: 1 << 16]) :]
        except BrokenPipeError:  # it does not want the rest
            self._unsent = self._unsent[:0]
        if not self._unsent:
            self._selector.unregister(pipe)
            with contextlib.suppress(OSError):
                pipe.close()
