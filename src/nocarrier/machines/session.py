"""A shell on a far machine, kept open over the pipes of one subprocess.

Whoever is at the other end is not trusted to answer, to stop, or to make sense: every round has a deadline, what
is kept of an answer is bounded, and a session that broke either rule is over.
"""

from __future__ import annotations

import os
import secrets
import selectors
import subprocess
import threading
import time
from collections.abc import Sequence

from nocarrier.machines import CannotLook
from nocarrier.machines.commands import end
from nocarrier.machines.far_script import READY, preamble
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record

ANSWER_LIMIT = 16 << 20
"Bytes of one stream of one answer that are kept."
ROUND_LIMIT = 64 << 20
"Bytes of one round that are kept; a far side that says more is not listened to any longer."
STATUS_LIMIT = 32
PATIENCE = 0.5
"Seconds that a subprocess which closed its output has to end."


class Answer(Record):
    """What the far side said to one question; ``status`` is a number or an errno's symbol."""

    status: str
    out: bytes
    err: bytes


class SessionOver(CannotLook):
    """There is no session, or no longer; ``status`` and ``err`` are what the subprocess left behind.

    ``status`` is None where it had to be ended.
    """

    def __init__(self, reason: Prose, status: int | None, err: bytes) -> None:
        super().__init__(reason)
        self.status = status
        self.err = err


class Session:
    """``command`` is to start a ``sh`` that reads its script from standard input."""

    def __init__(self, command: Sequence[str], who: str, timeout: float) -> None:
        """Raises OSError where the command cannot be started, SessionOver where no shell answers in time."""
        self._who = who
        self._lock = threading.Lock()
        self._boundary = secrets.token_hex(16)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,  # ^C is for us to pass on
        )
        (greeting,) = self._guarded(preamble(self._boundary), 1, timeout)
        if greeting.status != READY:
            self.close()
            raise SessionOver(say("what answers at {who} is no shell", who=who), None, greeting.err)

    def ask(self, questions: Sequence[bytes], timeout: float) -> list[Answer]:
        """One round: all questions in one script, and as many answers. Raises SessionOver."""
        return self._guarded(b"".join(question + b"\n" for question in questions), len(questions), timeout)

    def _guarded(self, script: bytes, count: int, timeout: float) -> list[Answer]:
        with self._lock:
            try:
                return _Round(self._process, self._who, self._boundary, script).answers(count, timeout)
            except BaseException:  # half an answer is still under way, and would be taken for the next one
                self._let_go()
                raise

    def close(self) -> None:
        """End the subprocess and whatever it started; a round that another thread waits for ends with it."""
        end(self._process)
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        end(self._process)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert pipe is not None
            pipe.close()


class _Round:
    """One script on its way out and its answers on their way in."""

    def __init__(self, process: subprocess.Popen[bytes], who: str, boundary: str, script: bytes) -> None:
        self._process = process
        self._who = who
        self._unsent = memoryview(script)
        self._out = Splitter(boundary)
        self._err = Splitter(boundary)
        self._closed = False
        "Whether standard output came to its end."

    def answers(self, count: int, timeout: float) -> list[Answer]:
        deadline = time.monotonic() + timeout
        if self._process.stdin is None or self._process.stdin.closed:
            raise SessionOver(say("the connection to {who} is closed", who=self._who), None, b"")
        with selectors.DefaultSelector() as selector:
            for pipe, event in (
                (self._process.stdin, selectors.EVENT_WRITE),
                (self._process.stdout, selectors.EVENT_READ),
                (self._process.stderr, selectors.EVENT_READ),
            ):
                assert pipe is not None
                os.set_blocking(pipe.fileno(), False)
                selector.register(pipe, event)
            while not self._has(count):
                if not self._closed:
                    left = deadline - time.monotonic()
                    self._step(selector, left)
                    if left <= 0 and not self._closed and not self._has(count):
                        raise self._late(timeout)
                elif not self._has_last_words(count):
                    raise SessionOver(
                        say("the connection to {who} ended", who=self._who), self._status(), self._err.rest
                    )
        pairs = zip(self._out.parts[:count], self._err.parts[:count], strict=True)
        return [Answer(out.status, out.data, err.data) for out, err in pairs]

    def _has(self, count: int) -> bool:
        return min(len(self._out.parts), len(self._err.parts)) >= count

    def _late(self, timeout: float) -> SessionOver:
        return SessionOver(
            say("{who} did not answer within {seconds} s", who=self._who, seconds=round(timeout, 1)),
            None,
            self._err.rest,
        )

    def _step(self, selector: selectors.BaseSelector, left: float) -> None:
        """Where no time is left, too: what came while this process was held up is no silence (dialling.py)."""
        for key, _ in selector.select(max(0.0, left)):
            if key.fileobj is self._process.stdin:
                self._send(selector)
            else:
                self._hear(key.fd, selector)

    def _send(self, selector: selectors.BaseSelector) -> None:
        assert self._process.stdin is not None
        try:
            sent = os.write(self._process.stdin.fileno(), self._unsent[: 1 << 16])
            self._unsent = self._unsent[sent:]
        except BrokenPipeError:  # its end will be heard of on the other pipes
            self._unsent = self._unsent[:0]
        if not self._unsent:
            selector.unregister(self._process.stdin)

    def _hear(self, number: int, selector: selectors.BaseSelector) -> None:
        assert self._process.stdout is not None
        chunk = os.read(number, 1 << 16)
        splitter = self._out if number == self._process.stdout.fileno() else self._err
        if chunk:
            splitter.feed(chunk)
            if self._out.kept + self._err.kept > ROUND_LIMIT:
                raise SessionOver(say("{who} does not stop talking", who=self._who), None, b"")
            return
        selector.unregister(number)
        self._closed = self._closed or splitter is self._out

    def _status(self) -> int | None:
        """How the subprocess ended; None where it does not."""
        try:
            return self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            return None

    def _has_last_words(self, count: int) -> bool:
        """Read what standard error still holds, and see whether that was all that lacked."""
        self._status()
        assert self._process.stderr is not None
        try:
            for _ in range(ANSWER_LIMIT >> 16):
                self._err.feed(os.read(self._process.stderr.fileno(), 1 << 16))
        except BlockingIOError:
            pass  # a connection shared with others keeps the pipe open
        return self._has(count)


class Part(Record):
    """What came before one boundary, and the status behind it."""

    data: bytes
    status: str


class Splitter:
    """Cuts a stream at the lines that hold the boundary."""

    def __init__(self, boundary: str) -> None:
        self.parts: list[Part] = []
        self.kept = 0
        "Bytes held, of all parts."
        self._mark = b"\n" + boundary.encode()
        self._head = bytearray()
        self._tail = bytearray()

    @property
    def rest(self) -> bytes:
        """What came after the last boundary."""
        return bytes(self._head + self._tail)

    def feed(self, chunk: bytes) -> None:
        """More of the stream."""
        self._tail += chunk
        while (at := self._tail.find(self._mark)) >= 0:
            start = at + len(self._mark)
            line_end = self._tail.find(b"\n", start, start + STATUS_LIMIT + 1)
            if line_end < 0:
                if len(self._tail) - start <= STATUS_LIMIT:
                    return  # the rest of the line is still to come
                line_end = start + STATUS_LIMIT
            status = bytes(self._tail[start:line_end]).decode("ascii", "replace").strip()
            self._keep(at)
            self.parts.append(Part(bytes(self._head), status))
            del self._tail[: line_end + 1]
            self._head.clear()
        # A boundary may have begun in the last bytes.
        settled = len(self._tail) - len(self._mark)
        if settled > 0:
            self._keep(settled)
            del self._tail[:settled]

    def _keep(self, count: int) -> None:
        """Move this much of the tail to what is kept, as far as the limit allows."""
        kept = self._tail[: min(count, ANSWER_LIMIT - len(self._head))]
        self._head += kept
        self.kept += len(kept)
