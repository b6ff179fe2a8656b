"""Whether the target answers this machine at another of its own addresses."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class SourceTried(Record, kw_only=True):
    """Connections that were begun from one own address, and how many of them were made."""

    address: str
    device: str
    begun: int
    connected: int


class Sources(Facts, kw_only=True):
    """``address`` dialled again from the source that the route chose (``chosen``), and from each ``other`` address."""

    address: str
    port: int
    chosen: SourceTried
    others: tuple[SourceTried, ...] = ()

    @property
    def answered(self) -> tuple[SourceTried, ...]:
        """The other sources that got a connection, where the chosen one got none at the same moment."""
        if self.chosen.connected:
            return ()
        return tuple(other for other in self.others if other.connected)
