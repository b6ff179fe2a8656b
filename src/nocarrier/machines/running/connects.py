"""What was seen of a command's connects, as it is passed on."""

from __future__ import annotations

from nocarrier.model.annotations import Any
from nocarrier.model.record import Record

PROXIES = tuple(f"{name}_proxy" for name in ("http", "https", "all", "ws", "wss", "socks", "no"))
VARIABLES = frozenset((*PROXIES, *(name.upper() for name in PROXIES), "REQUEST_METHOD", "NODE_USE_ENV_PROXY"))
"What is remembered of the environment of whoever connects: a proxy, and what decides whether it is used."


class Connect(Record, kw_only=True):
    """One address and port that was dialled over TCP, however often.

    ``made``: it came about, at least once after it last failed; None: that is not known. ``pending``: it still waited for
    an answer at the end. ``certain``: the command or a child of it did it; else somebody in this network did while it ran.
    ``environment`` is what of `VARIABLES` that process had, None where it was not looked at. ``namespace`` is which of
    the namespaces kept it was in, -1: our own. ``port`` 0: not known. ``process`` did it last, 0: not known.
    """

    address: str
    port: int
    made: bool | None = None
    pending: bool = False
    certain: bool = True
    times: int = 1
    environment: dict[str, str] | None = None
    namespace: int = -1
    process: int = 0


class Seen(Record, kw_only=True):
    """All of them, in the order in which they were last tried. ``every``: there were no others.

    ``heard``: of those that failed here, at least, nothing escaped. ``lookup`` is the last that was made to a resolver.
    ``links`` are those that each kept namespace had.
    """

    connects: tuple[Connect, ...] = ()
    every: bool = False
    heard: bool = False
    lookup: Connect | None = None
    links: tuple[tuple[str, ...], ...] = ()


def seen(told: dict[str, Any]) -> Seen:
    """From what the companion tells."""
    connects = tuple(Connect(**one) for one in told.get("connects", ()))
    lookups = [Connect(**one) for one in told.get("lookups", ())]
    return Seen(
        connects=connects,
        every=bool(told.get("every")),
        heard=bool(told.get("heard")),
        lookup=lookups[-1] if lookups else None,
        links=tuple(tuple(names) for names in told.get("links", ())),
    )
