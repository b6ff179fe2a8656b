"""A unix socket's file, and the attempt to connect to it."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class UnixAttempt(Facts, kw_only=True):
    """``connect(2)`` to a path; ``errno`` is symbolic, empty where it connected."""

    path: str
    connected: bool
    errno: str = ""
    expired: bool = False
