"""From one exception to those it came from."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client
from nocarrier.integrations.clients.looking import NOWHERE, Place, at, place
from nocarrier.model.annotations import Any

MOST_BESIDE = 16
"Exceptions of one group that are looked at."

Named = tuple[BaseException, Place]
"An exception, and the place that whoever holds it says it is about."


def beneath(exception: BaseException, library: Client | None) -> Iterator[Named]:
    """What it was made from: the same failure, told by a lower layer."""
    for way in ("__cause__", *(library.beneath if library else ())):
        held = at(exception, way)
        if isinstance(held, BaseException):
            yield held, NOWHERE
    yield from ((one, NOWHERE) for one in _arguments(exception))


def beside(exception: BaseException, library: Client | None) -> Iterator[Named]:
    """Several failures that it stands for: a group's, one for each address."""
    if isinstance(exception, BaseExceptionGroup):
        yield from _several(at(exception, "exceptions"))
    for way in library.beside if library else ():
        yield from _several(at(exception, way))


def earlier(exception: BaseException, library: Client | None) -> Iterator[Named]:
    """What its client met before it, at other servers."""
    for way in library.earlier if library else ():
        yield from _several(at(exception, way))


def before(exception: BaseException) -> BaseException | None:
    """What was being handled when it was raised, unless its maker said that this is no matter (PEP 409, PEP 415)."""
    if at(exception, "__cause__") is not None or at(exception, "__suppress_context__"):
        return None
    context = at(exception, "__context__")
    return context if isinstance(context, BaseException) else None


def _arguments(exception: BaseException) -> Iterator[BaseException]:
    arguments = at(exception, "args")
    for argument in arguments[:MOST_BESIDE] if isinstance(arguments, tuple) else ():
        if isinstance(argument, BaseException):
            yield argument


def _several(held: Any) -> Iterator[Named]:
    """Exceptions in a sequence, or in a mapping by the address that was dialled."""
    if isinstance(held, dict):
        for key, value in list(held.items())[:MOST_BESIDE]:
            if isinstance(value, BaseException):
                yield value, place(at(key, "0"), at(key, "1"))
    elif isinstance(held, (tuple, list)):
        yield from ((one, NOWHERE) for one in held[:MOST_BESIDE] if isinstance(one, BaseException))
