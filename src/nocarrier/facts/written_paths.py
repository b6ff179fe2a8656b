"""Paths and origins that stand in the text of the server's program, and with which of them it takes a WebSocket."""

from __future__ import annotations

from nocarrier.facts.upgrades import Tried
from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts


class WrittenPaths(Facts, kw_only=True):
    """``files`` were read; each path and origin that was found in one was tried from the client, with the client's own
    handshake otherwise (`Tried.change` is ``path`` or ``origin``). ``file`` is where the one stands that is upgraded."""

    after_connecting: ClassVar[bool] = True

    files: tuple[str, ...]
    tries: tuple[Tried, ...] = ()
    file: str = ""

    @property
    def taken(self) -> Tried | None:
        """The first path that is upgraded."""
        return next((tried for tried in self.tries if tried.upgraded and tried.change == "path"), None)

    @property
    def allowed(self) -> Tried | None:
        """The origin with which the client's own path is upgraded, each time."""
        taken = next((tried for tried in self.tries if tried.upgraded and tried.change == "origin"), None)
        same = [tried for tried in self.tries if taken is not None and tried.origin == taken.origin]
        return taken if len(same) > 1 and all(tried.upgraded for tried in same if tried.change == "origin") else None
