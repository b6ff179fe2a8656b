"""Who holds the local port that the client wants to bind."""

from __future__ import annotations

from nocarrier.facts.listeners import Program
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Holder(Record, kw_only=True):
    """One socket on the port: ``state`` as ss(8) names it (``LISTEN``, ``TIME-WAIT``), both ends as ``address:port``.

    ``peer`` is empty where it is not connected.
    """

    state: str
    local: str
    peer: str = ""
    program: Program | None = None


class BoundPort(Facts, kw_only=True):
    """The sockets that keep ``address:port`` from being bound: those on this address, or on every address."""

    address: str
    port: int
    holders: tuple[Holder, ...] = ()
