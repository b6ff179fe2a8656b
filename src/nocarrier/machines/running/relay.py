"""Carries output on as it comes, and lets it be read on the way.

The command waits for nobody but the reader it already had: what it writes is handed on before anything else is done
with it, and who reads along gets it through a pipe that never blocks. What that pipe has no room for is not read, but
for the end, which is kept.
"""

from __future__ import annotations

import os
import select
import struct
from collections import deque
from contextlib import suppress
from threading import Lock

from nocarrier.machines.running.streams import Relay

PIECE = 1 << 16
"Bytes carried at once: what a pipe holds (pipe(7))."
KEPT = 1 << 20
"Bytes of the end that are kept where not all could be read along."


class Carrier:
    """One `Relay` in work. `carry` is for a thread of its own; the rest may be called from others."""

    def __init__(self, relay: Relay, tap: int) -> None:
        self._relay = relay
        self._tap = tap
        os.set_blocking(tap, False)
        self._lock = Lock()
        self._recent: deque[bytes] = deque()
        self._held = 0
        self._lost = False
        self._busy = False
        self._carried = 0
        self.over = False
        self.on_terminal = relay.kind == "terminal"
        self._modes = _Modes(relay) if relay.kind == "terminal" else None

    def carry(self) -> None:
        """Until nobody can write any more, or nobody reads."""
        try:
            while self._ready():
                self._busy = True
                if not self._piece():
                    break
                self._busy = False
        finally:
            self.over = True
            self._busy = False
            # Whoever still writes is told as the reader itself would have told it: SIGPIPE, or a terminal that is gone.
            os.close(self._relay.outer)
            os.close(self._relay.sink)

    def _ready(self) -> bool:
        """Wait for output. False where its reader went away (POLLERR of a pipe whose other end is closed, poll(2))."""
        poll = select.poll()
        poll.register(self._relay.outer, select.POLLIN)
        poll.register(self._relay.sink, 0)
        while True:
            events = dict(poll.poll())
            if events.get(self._relay.outer):
                return True
            if events.get(self._relay.sink, 0) & (select.POLLERR | select.POLLHUP | select.POLLNVAL):
                return False

    def _piece(self) -> bool:
        try:
            data = os.read(self._relay.outer, PIECE)
        except OSError:  # EIO: no descriptor of the terminal is left (drivers/tty/n_tty.c)
            data = b""
        if self._modes is not None:
            self._modes.follow()
        if not data or not _written(self._relay.sink, data):
            return False
        self._let_read(data)
        self._carried += len(data)  # last: who has seen it counted takes it as read along
        return True

    def _let_read(self, data: bytes) -> None:
        self._recent.append(data)
        self._held += len(data)
        while self._held - len(self._recent[0]) >= KEPT:
            self._held -= len(self._recent.popleft())
        with self._lock:
            try:
                self._lost = self._lost or self._tap < 0 or os.write(self._tap, data) < len(data)
            except OSError:  # EAGAIN: it is full
                self._lost = True

    def waiting(self) -> tuple[int, int]:
        """Bytes that wait to be carried, and how many were."""
        waiting = 0
        with suppress(OSError):
            waiting = _readable(self._relay.outer)
        return waiting, self._carried

    @property
    def idle(self) -> bool:
        """Nothing is under way: ask only after `waiting` has said 0."""
        return self.over or not self._busy

    def close_tap(self) -> None:
        """Read along no more; the end of what came is told now where a part was lost."""
        with self._lock:
            tap, self._tap = self._tap, -1
        if tap < 0:
            return
        if self._lost:
            os.set_blocking(tap, True)
            _written(tap, b"\n" + b"".join(list(self._recent)))
        os.close(tap)

    def resize(self) -> bool:
        """Give the terminal the size of the user's. Says whether it had another."""
        return self._modes is not None and not self.over and self._modes.resize()


class _Modes:
    """What a program sets on the terminal that it writes to, it means for the one with the keyboard (curses does so)."""

    def __init__(self, relay: Relay) -> None:
        import termios

        self._of = termios
        self._relay = relay
        self._known = self._keys(relay.outer)

    def _keys(self, terminal: int) -> list[object]:
        """How keys are treated there: c_iflag, c_lflag, c_cc. A pty's master tells of its other end (tty_ioctl(4))."""
        attributes = self._of.tcgetattr(terminal)
        return [attributes[0], attributes[3], attributes[6]]

    def follow(self) -> None:
        """Set the user's terminal as the other one was set since."""
        with suppress(self._of.error, OSError):
            keys = self._keys(self._relay.outer)
            if keys != self._known:
                self._known = keys
                attributes = self._of.tcgetattr(self._relay.sink)
                attributes[0], attributes[3], attributes[6] = keys
                self._of.tcsetattr(self._relay.sink, self._of.TCSANOW, attributes)

    def resize(self) -> bool:
        try:
            size = self._of.tcgetwinsize(self._relay.sink)
            if size == self._of.tcgetwinsize(self._relay.outer):
                return False
            self._of.tcsetwinsize(self._relay.outer, size)
        except (self._of.error, OSError):
            return False
        return True


def _written(sink: int, data: bytes) -> bool:
    """Write all of it; False where nobody reads any more."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(sink, rest) :]
        except BlockingIOError:  # somebody made the reader's end so; it is not ours to change
            select.select([], [sink], [])
        except OSError:
            return False
    return True


def _readable(descriptor: int) -> int:
    import fcntl
    import termios

    return int(struct.unpack("i", fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)))[0])
