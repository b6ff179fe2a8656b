"""A machine that is `Local`, looked at from inside other namespaces.

Namespaces belong to threads. One thread, the doorkeeper, enters them and then does nothing but start a thread
for every call: such a thread begins where its maker stands, and so does every program it runs. The caller's own
threads never move, calls do not wait for each other, and one that hangs holds up nobody.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence

from nocarrier.machines import (
    Answered,
    CannotLook,
    Dial,
    Dialled,
    FileRead,
    Patience,
    Ran,
    Resolved,
    Talk,
    Talked,
    Tap,
    Tapping,
)
from nocarrier.machines.local import Local
from nocarrier.model.annotations import Generic, TypeVar
from nocarrier.model.prose import say

T = TypeVar("T")


class Entered:
    """`Local` in the namespaces that ``enter`` puts the calling thread into.

    ``near`` is what answers there. Raises whatever ``enter`` raises.
    """

    def __init__(self, where: str, enter: Callable[[], None], near: Local | None = None) -> None:
        self.where = where
        self.near = near or Local(where)
        self._errands: queue.SimpleQueue[_Errand[object] | None] = queue.SimpleQueue()
        self._closed = False
        entrance = _Errand(enter)
        threading.Thread(target=self._keep_door, args=(entrance,), daemon=True, name=where).start()
        entrance.wait()

    def _keep_door(self, entrance: _Errand[None]) -> None:
        entrance.run()
        if entrance.error is not None:
            return
        while (errand := self._errands.get()) is not None:
            threading.Thread(target=errand.run, daemon=True, name=self.where).start()

    def inside(self, work: Callable[[], T]) -> T:
        """What ``work`` returns or raises in there."""
        if self._closed:
            raise CannotLook(say("{where} is closed", where=self.where))
        errand = _Errand(work)
        self._errands.put(errand)  # type: ignore[arg-type]
        return errand.wait()

    def prefetch(self, files: Sequence[str], commands: Sequence[tuple[str, ...]], links: Sequence[str] = ()) -> None:
        """Nothing: everything here is near."""

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        """See `Machine.read`."""
        return self.inside(lambda: self.near.read(path, limit))

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        """See `Machine.run`."""
        return self.inside(lambda: self.near.run(command, stdin=stdin, timeout=timeout))

    def listdir(self, path: str) -> tuple[str, ...]:
        """See `Machine.listdir`."""
        return self.inside(lambda: self.near.listdir(path))

    def readlink(self, path: str) -> str:
        """See `Machine.readlink`."""
        return self.inside(lambda: self.near.readlink(path))

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        """See `Machine.owners`."""
        return self.inside(lambda: self.near.owners(inodes, oldest=oldest))

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        """See `Machine.called`."""
        return self.inside(lambda: self.near.called(names))

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`: no namespace changes it."""
        return self.near.environment(names)

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        """See `Machine.dial`."""
        return self.inside(lambda: self.near.dial(dials, patience))

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        """See `Machine.converse`."""
        return self.inside(lambda: self.near.converse(talks))

    def resolve(self, name: str, timeout: float) -> Resolved:
        """See `Machine.resolve`."""
        return self.inside(lambda: self.near.resolve(name, timeout))

    def netlink(self, protocol: int, request: bytes) -> Answered:
        """See `Machine.netlink`."""
        return self.inside(lambda: self.near.netlink(protocol, request))

    def tap(self, tap: Tap) -> Tapping:
        """See `Machine.tap`. A socket stays in the namespace it was made in, whichever thread reads it."""
        return self.inside(lambda: self.near.tap(tap))

    def close(self) -> None:
        """End the doorkeeper and the commands that still run."""
        if not self._closed:
            self._closed = True
            self._errands.put(None)
        self.near.close()


class _Errand(Generic[T]):
    """A piece of work that another thread does, and what came of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.work = work
        self.results: list[T] = []
        self.error: BaseException | None = None
        self.done = threading.Event()

    def run(self) -> None:
        """Do it, in this thread."""
        try:
            self.results.append(self.work())
        except BaseException as error:  # it belongs to whoever waits
            self.error = error
        self.done.set()

    def wait(self) -> T:
        """Its result, once it is done. ^C ends the waiting; the work ends by its own deadline."""
        self.done.wait()
        if self.error is not None:
            raise self.error
        return self.results[0]
