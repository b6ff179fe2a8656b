"""What the client's system made of the name."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Lookup(Facts, kw_only=True):
    """The result of getaddrinfo(3), as every program on that machine gets it.

    ``addresses`` in the order in which clients try them (RFC 6724); ``error`` the symbol (``EAI_NONAME``),
    ``EAI_TIMEOUT`` where no answer came in time, empty where there was none. ``literal``: the target was an
    address already and nothing was asked. ``late``: it took so long that the nameservers were asked themselves meanwhile.
    """

    name: str
    addresses: tuple[str, ...] = ()
    canonical: str = ""
    error: str = ""
    literal: bool = False
    late: bool = False
