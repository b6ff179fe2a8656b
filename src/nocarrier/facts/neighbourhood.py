"""Which ports near the dialled one take connections."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Neighbourhood(Facts, frozen=True, kw_only=True):
    """Ports of the same address that were tried in place of the target's, and those that took a connection.

    ``speaking`` are the open ones where the first bytes fit the target's scheme.
    """

    address: str
    tried: tuple[int, ...]
    open: tuple[int, ...]
    speaking: tuple[int, ...] = ()
