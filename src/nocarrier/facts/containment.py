"""Whether the client is in a container, and who takes connections on the dialled port just outside of it."""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Place(Record, kw_only=True):
    """One machine beside the client: its ``host``, or a ``sibling`` container. ``name`` is what the client can dial."""

    name: str
    address: str
    kind: Literal["host", "sibling"]
    takes: bool


class Containment(Facts, kw_only=True):
    """``inside``: the client is in a container; then ``places`` were tried on ``port``.

    ``engine`` is ``podman``, ``docker`` or empty; ``entered`` is how the user named the container, if it was named.
    """

    inside: bool
    port: int
    engine: str = ""
    entered: str = ""
    places: tuple[Place, ...] = ()

    @property
    def taking(self) -> tuple[Place, ...]:
        """Those that take connections, the host first."""
        found = [place for place in self.places if place.takes]
        return tuple(sorted(found, key=lambda place: place.kind != "host"))
