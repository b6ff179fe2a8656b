"""Where a connection of the client's ends on the machine that was looked at as the server."""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts


class Landing(Facts, kw_only=True):
    """One connection to ``address`` and ``port`` that stood while the server's socket table was read.

    ``at`` is the port on which the table has it: another than ``port`` where a rule on the way or on the server itself
    translates it. 0: the table has none such, so it ends on another machine, or in a container with a table of its own.
    ``ours``: the table has the client's own address at its other end; else only the client's port, which another client's
    connection may have by chance, so that this proves nothing.
    """

    address: str
    port: int
    at: int = 0
    ours: bool = False

    step: ClassVar[str] = "tcp"
    "The step of the contract that this is."

    @property
    def astray(self) -> bool:
        """What listens on the dialled port there was not seen to get it."""
        return self.at != self.port
