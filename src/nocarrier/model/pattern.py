"""Regular expressions that are compiled when one is first asked for: each takes 50 to 500 µs, and most are for other texts."""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

T = TypeVar("T", str, bytes)
METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


def pattern(text: T, flags: int = 0, holding: tuple[T, ...] = ()) -> re.Pattern[T]:
    """As `re.compile`, later.

    One of the pieces that it is ``holding`` stands in all that it matches: without any it is not compiled for a text at all.
    """
    made: Any = _Holding(text, flags, holding) if holding else _Pattern(text, flags)
    compiled: re.Pattern[T] = made
    return compiled


class _Pattern:
    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        """What a compiled pattern has: all of it at once, so that this is asked once."""
        import re

        # Where no letter beyond ASCII is looked for, one of them ends a word: ``连接失败ECONNREFUSED``.
        ascii_only = re.ASCII if isinstance(self._text, str) and self._text.isascii() else 0
        compiled = re.compile(self._text, self._flags | ascii_only)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def _if_it_may(method: str, nothing: object) -> Callable[..., Any]:
    def ask(self: _Holding, text: Any, *limits: int) -> Any:
        if any(piece in text for piece in self._pieces):
            return self.__getattr__(method)(text, *limits)
        return nothing

    return ask


class _Holding(_Pattern):
    """Its own methods are those of the compiled pattern from the first text on that it may match."""

    def __init__(self, text: str | bytes, flags: int, pieces: tuple[Any, ...]) -> None:
        super().__init__(text, flags)
        self._pieces = pieces

    match = _if_it_may("match", None)
    search = _if_it_may("search", None)
    fullmatch = _if_it_may("fullmatch", None)
    finditer = _if_it_may("finditer", ())
