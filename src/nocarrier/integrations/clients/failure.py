"""One failure while what several exceptions say of it is put together."""

from __future__ import annotations

from nocarrier.integrations.clients.through import Through
from nocarrier.model.record import Record, replace
from nocarrier.model.target import endpoint, looks_like_address
from nocarrier.readings.messages.reading import Reading

SAID_NOTHING = Reading(kind="unknown", worth=0)


class Failure(Record, kw_only=True):
    """What is known so far.

    ``path`` is a unix socket's or a URL's, ``lines`` what the exceptions print. ``proxy`` is the one that was dialled in
    place of the target, where it is known with all that it was told; ``direct``: none was; ``source`` the address that
    was bound before; ``bound``: its place is one that was to be bound, and nobody was dialled. ``alone``: nothing says yet that it was
    a connection that failed. ``by_text``: only words say so.
    """

    reading: Reading
    path: str = ""
    lines: tuple[str, ...] = ()
    proxy: Through | None = None
    direct: bool = False
    source: str = ""
    bound: bool = False
    exception: str = ""
    alone: bool = False
    by_text: bool = False


def joined(outer: Failure, inner: Failure) -> Failure:
    """One failure as two layers tell it: the kind from whoever knows it better (the lower one, where both do), the
    target from the upper one, which has it as the user wrote it."""
    above, below = outer.reading, inner.reading
    lower = below.worth >= above.worth and below.worth > 0 and (below.kind != "unknown" or above.kind == "unknown")
    best, other = (below, above) if lower else (above, below)
    same = best.kind == other.kind or other.worth <= 1
    placed = outer if _is_unix(outer) or (not _is_unix(inner) and (above.host or outer.path)) else inner
    return Failure(
        reading=replace(
            best,
            client=above.client or below.client,
            step=best.step or (other.step if same or not best.step else ""),
            call=best.call or (other.call if same else ""),
            scheme="unix" if _is_unix(placed) else _scheme(above.scheme, below.scheme),
            host=placed.reading.host,
            port=_port(outer, inner),
            through=above.through or below.through or _proxy(above, below),
            code={**other.code, **best.code} if same else best.code,
            open=best.open if best.open is not None or not same else other.open,
        ),
        path=placed.path,
        lines=_lines(outer, inner, lower=lower),
        proxy=outer.proxy or inner.proxy,
        direct=outer.direct or inner.direct,
        source=outer.source or inner.source,
        bound=(outer.bound or inner.bound) and all(one.bound or not one.reading.host for one in (outer, inner)),
        exception=inner.exception if lower else outer.exception,
        alone=outer.alone and inner.alone,
        by_text=(inner if lower else outer).by_text,
    )


def _is_unix(one: Failure) -> bool:
    """A unix socket was dialled, whatever host stands in the URL that was asked for over it."""
    return one.reading.scheme == "unix" and bool(one.path)


def _proxy(above: Reading, below: Reading) -> str:
    """What was dialled in place of the target, where the upper layer says that a proxy failed."""
    if (
        above.kind != "proxy"
        or not below.host
        or not below.port
        or (below.host, below.port) == (above.host, above.port)
    ):
        return ""
    return endpoint(below.host, below.port)


def _port(outer: Failure, inner: Failure) -> int:
    """The port of the place that counts; another layer's where that one has none."""
    above, below = outer.reading, inner.reading
    if above.host or outer.path:
        return above.port or (0 if outer.path and not above.host else below.port)
    return below.port or above.port


def _scheme(above: str, below: str) -> str:
    return above if above and (above != "tcp" or not below) else below


def _lines(outer: Failure, inner: Failure, *, lower: bool) -> tuple[str, ...]:
    """The line of the outer one, which people look for, and that of whoever knew best."""
    told: list[str] = []
    for line in (*outer.lines[:1], *(inner.lines if lower else outer.lines)):
        words = line.partition(": ")[2] or line
        if not any(words in known for known in told):  # a wrapper repeats what it wraps
            told.append(line)
    return tuple(told)


def agree(one: Failure, other: Failure) -> bool:
    """They may be about the same connection: nothing that both name differs, unless one has the name and the other the address
    that it became. What became none was not dialled."""
    mine, theirs = one.reading, other.reading
    if not mine.worth or not theirs.worth or one.alone or other.alone:
        return True
    if mine.port and theirs.port and mine.port != theirs.port:
        return False
    if not mine.host or not theirs.host or mine.host == theirs.host:
        return True
    by_name = looks_like_address(mine.host) != looks_like_address(theirs.host)
    return by_name and mine.port == theirs.port != 0 and "name-not-resolved" not in (mine.kind, theirs.kind)
