"""Names like the target's that do exist."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class NearName(Record, kw_only=True):
    """One name that is near the target's. ``source`` is where it was found: ``hosts``, ``dns`` or ``known_hosts``.

    ``connects``: its address takes connections on the target's port.
    """

    name: str
    addresses: tuple[str, ...]
    source: str
    connects: bool = False


class NearNames(Facts, kw_only=True):
    """Those that exist, likeliest first; ``tried`` names were asked for."""

    names: tuple[NearName, ...] = ()
    tried: int = 0
