"""How many connections the client holds on the server: what a limit on their number counts."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class ClientConnections(Facts, kw_only=True):
    """Established connections to the target's port in the server's socket table: ``own`` from the client's address
    (as it is without translation), ``all`` from anywhere."""

    address: str
    port: int
    own: int
    all: int
