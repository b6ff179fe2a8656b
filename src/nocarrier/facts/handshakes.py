"""The client's WebSocket handshake again, with another version or without its subprotocols, and what came back."""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

WITHOUT = "without-subprotocols"
VERSION = "version-"
"Before the number of the version that was said instead."


class Retried(Record, kw_only=True):
    """One handshake. ``change`` is `WITHOUT`, or `VERSION` and a number; ``upgraded``: it was answered with a right 101;
    else ``status`` is that of the answer, 0 where none of HTTP came."""

    change: str
    upgraded: bool = False
    status: int = 0


class Handshakes(Facts, kw_only=True):
    """All of them, to one address and port."""

    after_connecting: ClassVar[bool] = True

    address: str
    port: int
    retried: tuple[Retried, ...] = ()

    def made(self, change: str) -> Retried | None:
        """What became of one of them; None where it was not tried."""
        return next((one for one in self.retried if one.change == change), None)

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions with which it was answered with a right 101."""
        return tuple(one.change[len(VERSION) :] for one in self.retried if one.upgraded and one.change != WITHOUT)
