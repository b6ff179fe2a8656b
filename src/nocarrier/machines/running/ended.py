"""How a command ended, and what is known of it."""

from __future__ import annotations

import signal

from nocarrier.model.annotations import Any, Generic, TypeVar
from nocarrier.model.record import Record

T = TypeVar("T")

NOT_FOUND, NOT_RUNNABLE = 127, 126
"As shells say it (POSIX, XCU 2.8.2, Exit Status for Commands)."


class Ended(Record):
    """How a command ended: by ``signal`` where that is not 0, else with ``status``. ``missing`` is why it never began."""

    status: int
    signal: int = 0
    missing: str = ""

    @property
    def code(self) -> int:
        """Its exit status as a shell has it in ``$?``."""
        return 128 + self.signal if self.signal else self.status

    @property
    def interrupted(self) -> bool:
        """The user ended it."""
        return self.signal == signal.SIGINT or self.status == 128 + signal.SIGINT


class Ran(Record, Generic[T]):
    """How the command ended, what was read in its output, and what was seen of its connects.

    ``spoke``: it printed anything at all. ``blocked`` are the signals that were blocked before; nearly all are blocked still
    (`command.reachable`).
    """

    ended: Ended
    read: tuple[T, ...]
    seen: dict[str, Any]
    namespaces: tuple[int, ...] = ()
    blocked: frozenset[int] = frozenset()
    spoke: bool = False
