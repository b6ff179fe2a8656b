"""Carrying out conversations: every connection has a script, and one poll loop attends to all of them.

TLS never touches a socket here: OpenSSL reads from one buffer and writes into another (`ssl.MemoryBIO`), and the loop
carries the bytes. So nothing blocks, every byte of the peer can be kept, and what is endless is cut off. A far machine
that has Python gets the text of this file (machines/far_python.py): it needs nothing beyond Python 3.7.
"""

from __future__ import annotations

import time

from nocarrier.machines import Heard, Step, Talk, Talked, Tls
from nocarrier.machines.connecting import CHUNK, LOOK, Connecting, Watch, errno_name, start

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

    from nocarrier.machines.connecting import Kept
    from nocarrier.machines.securing import Secured

MOMENT = 0.002
"Seconds of quiet after which what came in place of what was expected is taken to be all."
GOING_ON = ("enough", "quiet", "expired")


def carry_out_talks(talks: Sequence[Talk], kept: Kept | None = None) -> tuple[Talked, ...]:
    """All of them at once; returns when the last has ended. What is still in ``kept`` then is ended.

    Where a certificate did not hold, a second connection, which does not verify it and says nothing, fetches it.
    """
    conversations = [_Conversation(talk, kept) for talk in talks]
    try:
        _attend(conversations, kept)
    finally:
        if kept is not None:
            kept.close()
    distrusting = [one for one in conversations if one.secured is not None and one.secured.distrusted]
    looks = [_Conversation(_look(one.talk, len(one.heard))) for one in distrusting]
    _attend(looks, kept)
    for one, look in zip(distrusting, looks):  # noqa: B905 — Python 3.7 knows no strict
        assert one.secured is not None
        one.secured.certificates = look.secured.certificates if look.secured is not None else ()
    return tuple(one.outcome() for one in conversations)


def _look(talk: Talk, steps: int) -> Talk:
    """The same as far as the handshake, whatever the certificate is."""
    before, last = talk.steps[: steps - 1], talk.steps[steps - 1]
    tls = Tls(server_name=last.tls.server_name, alpn=last.tls.alpn, verify=False) if last.tls else None
    only = Step(
        tls=tls, send=b"", until=b"", size=0, most=0, seconds=last.seconds, settle=0.0, expect=b"", unless=b""
    )
    return Talk(
        transport=talk.transport,
        address=talk.address,
        port=talk.port,
        source=talk.source,
        source_port=talk.source_port,
        timeout=talk.timeout,
        kept=False,
        steps=(*before, only),
    )


def _attend(conversations: Sequence[_Conversation], kept: Kept | None) -> None:
    """Start every one and attend to each until all are done, or the machine is closed."""
    ahead = list(reversed(conversations))
    waiting: dict[int, _Conversation] = {}
    watch = Watch()
    try:
        while (ahead or waiting) and not (kept is not None and kept.over):
            while ahead and start(ahead[-1], waiting):
                ahead.pop()
            now = time.perf_counter()
            if waiting:
                soonest = min(one.wakes for one in waiting.values())
                for number in watch.ready(waiting, min(LOOK, max(0.0, soonest - now))):
                    waiting[number].ready()
            # With the time of before: what came while this process was held up is read first (dialling.py).
            for one in waiting.values():
                one.turn(now)
            for number, one in list(waiting.items()):
                if one.done:
                    watch.forget(number)
                    one.hang_up()
                    del waiting[number]
    finally:
        for one in conversations:
            one.hang_up()


class _Conversation(Connecting):
    """One `Talk` on its way."""

    def __init__(self, talk: Talk, kept: Kept | None = None) -> None:
        self.talk = talk
        self._kept = kept
        self.secured: Secured | None = None
        super().__init__(talk)

    def rewind(self) -> None:
        """See `Connecting.rewind`."""
        super().rewind()
        self.heard: list[Heard] = []
        self._step: Step | None = None
        self._unsent = b""
        self._shaking = False
        self._unmet = False
        self._received = b""
        self._first = 0.0
        self._since = self.started

    def start(self) -> None:
        """See `Connecting.start`; a connection that stands already is gone on with."""
        self.socket = self._kept.take(self.talk) if self._kept is not None else None
        if self.socket is None:
            super().start()
            return
        self.begun = True
        self._arrived()

    @property
    def wants(self) -> tuple[bool, bool]:
        """See `Connecting.wants`."""
        reads, writes = super().wants
        return reads, writes or (reads and bool(self._unsent))

    def _connected(self) -> None:
        if self.errno:
            self._since = self.ended
            self.heard.append(Heard(received=b"", end="reset", first_ms=0.0, took_ms=0.0))
            self.done = True
        else:
            self._next()

    def _next(self) -> None:
        """Begin the step that comes, or end."""
        if len(self.heard) == len(self.talk.steps):
            self.done = True
            return
        self._step = step = self.talk.steps[len(self.heard)]
        self._since = time.perf_counter()
        self.deadline = self._since + step.seconds
        self._received, self._first, self._unmet = b"", 0.0, False
        if step.tls is not None:
            self._secure(step.tls)
        else:
            self._say(step.send)
        if self._step is step and not self.done:
            self._send()
        if self._step is step and not self.done:
            self._hear()

    def _secure(self, tls: Tls) -> None:
        from nocarrier.machines.securing import Secured

        self.secured = Secured(tls)
        self._shaking = True
        self._shake()

    def _shake(self) -> None:
        """Go on with the handshake, as far as what came allows."""
        assert self.secured is not None
        assert self._step is not None
        if self.secured.shake():
            self._shaking = False
            self._say(self._step.send)
        else:
            self._unsent += self.secured.outgoing()
            if self.secured.failed:
                self._end(self.secured.failed)

    def _say(self, said: bytes) -> None:
        if self.secured is not None:
            said = self.secured.sealed(said)
        self._unsent += said

    def _go_on(self, connection: socket.socket) -> None:
        if self._unsent:
            self._send()
        if not self.done:
            self._receive(connection)

    def _send(self) -> None:
        """As much as goes now. What cannot be sent any more does not hinder reading what the peer said before."""
        assert self.socket is not None
        try:
            while self._unsent:
                self._unsent = self._unsent[self.socket.send(self._unsent) :]
        except BlockingIOError:
            return
        except OSError as error:
            self.errno = errno_name(error.errno)
            self._unsent = b""
        if not self._shaking and self._step is not None and self._step.most <= 0:
            self._end("reset" if self.errno else "enough")

    def _receive(self, connection: socket.socket) -> None:
        assert self._step is not None
        room = CHUNK if self.secured is not None else max(1, self._step.most - len(self._received))
        try:
            raw = connection.recv(min(CHUNK, room))
        except BlockingIOError:
            self._read_error_queue()
            return
        except OSError as error:
            self.errno = errno_name(error.errno)
            self._end("reset")
            return
        if self.secured is None:
            self._take(raw)
            return
        self.secured.feed(raw)
        step = self._step
        if self._shaking:
            self._shake()
            if self._step is step and not self.done:
                self._send()
        if self._step is step and not self.done:
            self._hear()

    def _hear(self) -> None:
        """Take what has come under TLS and can be read."""
        step = self._step
        while self.secured is not None and not (self._shaking or self.done) and self._step is step and step:
            clear = self.secured.opened(step.most - len(self._received))
            if clear is None:
                self._unsent += self.secured.outgoing()
                return
            if not clear and self.secured.failed:
                self._end(self.secured.failed)
                return
            self._take(clear)

    def _take(self, came: bytes) -> None:
        """So many bytes more; none means that the peer said its last."""
        step = self._step
        assert step is not None
        if not came:
            self._end("closed")
            return
        now = time.perf_counter()
        if not self._received:
            self._first = now
        seen = len(self._received)
        self._received += came
        if step.settle:
            self.deadline = min(self._since + step.seconds, now + step.settle)
        if not _may_begin(self._received, step.expect):
            self._unmet = True
            self.deadline = min(self._since + step.seconds, now + max(step.settle, MOMENT))
        if (
            len(self._received) >= step.most
            or (step.size and len(self._received) >= step.size)
            or (step.until and self._received.find(step.until, max(0, seen - len(step.until))) >= 0)
        ):
            self._end("enough")

    def _expire(self) -> None:
        """See `Connecting._expire`; a step that has had its time ends, and the next one begins."""
        if self.stage != "exchange":
            super()._expire()
        elif self._received and (self._unmet or (self._step is not None and self._step.settle)):
            self._end("quiet")
        else:
            self._end("expired")

    def _end(self, why: str) -> None:
        """This step is over."""
        step = self._step
        assert step is not None
        now = time.perf_counter()
        met = self._received.startswith(step.expect)
        if why in GOING_ON and self._received and not met:
            why = "unmet"
        took, first = now - self._since, self._first - self._since if self._received else 0.0
        self.heard.append(
            Heard(
                received=self._received,
                end=why,  # type: ignore[arg-type]
                first_ms=round(first * 1e3, 3),
                took_ms=round(took * 1e3, 3),
            )
        )
        self._step = None
        left = bool(step.unless) and self._received.startswith(step.unless)
        if why in GOING_ON and met and not left and not (self._shaking or self.errno):
            self._next()
        else:
            self.done = True

    def outcome(self) -> Talked:
        """What became of it."""
        return Talked(
            stage=self.stage,  # type: ignore[arg-type]
            errno=self.errno,
            expired=self.expired,
            local_address=self.local[0],
            local_port=self.local[1],
            took_ms=round((self.ended - self.started) * 1e3, 3),
            queued=tuple(self.queued),
            heard=tuple(self.heard),
            tls=self.secured.seen() if self.secured is not None else None,
        )


def _may_begin(came: bytes, expected: bytes) -> bool:
    """Whether what came so far is, or may become, what begins as expected."""
    return came[: len(expected)] == expected[: len(came)]
