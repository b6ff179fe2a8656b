"""Which connections of the client's the server's own side ended, as the server's socket table shows afterwards."""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts


class Endings(Facts, kw_only=True):
    """``watched`` are the client's ports of connections on which nothing was said and which ended at once. ``ended`` are
    those of them whose other end stands in TIME_WAIT or FIN_WAIT2 on the server: only the side that ends a connection
    comes there (RFC 9293, section 3.6), so a program of that machine took it, and ended it.
    """

    after_connecting: ClassVar[bool] = True

    port: int
    watched: tuple[int, ...]
    ended: tuple[int, ...] = ()

    @property
    def all_of_them(self) -> bool:
        """Each was ended by the server's side."""
        return bool(self.watched) and set(self.watched) <= set(self.ended)
