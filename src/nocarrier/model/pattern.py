"""Regular expressions that are compiled when a text may first match: each takes 50 to 700 µs, and most are for other texts."""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

T = TypeVar("T", str, bytes)
SEPARATOR = "\n"
"Between the pieces of one expression in the table: a string each takes half as long to load as a tuple of some."
METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


def pattern(text: T, flags: int = 0, holding: tuple[T, ...] = ()) -> re.Pattern[T]:
    """As `re.compile`, later.

    One of the pieces that it is ``holding``, in lower case, stands in all that it matches: without any it is not compiled
    for a text at all. Where none are given, they are those that `just pages` has read off the expression (`_pieces.py`).

    Where the expression names no letter beyond ASCII and does not ask for `re.UNICODE`, such a letter ends a word:
    ``连接失败ECONNREFUSED``.
    """
    made: Any = Late(text, flags, holding)
    compiled: re.Pattern[T] = made
    return compiled


def _if_it_may(method: str, nothing: object) -> Callable[..., Any]:
    def ask(self: Late, text: Any, *limits: int) -> Any:
        return self.__getattr__(method)(text, *limits) if self._may_match(text) else nothing

    return ask


class Late:
    """Its own methods are those of the compiled pattern from the first text on that it may match."""

    def __init__(self, text: str | bytes, flags: int, holding: tuple[Any, ...]) -> None:
        self.text, self.flags, self.holding = text, flags, holding
        self._pieces: tuple[Any, ...] | None = holding or None

    match = _if_it_may("match", None)
    search = _if_it_may("search", None)
    fullmatch = _if_it_may("fullmatch", None)
    finditer = _if_it_may("finditer", ())

    def sub(self, new: Any, text: Any, count: int = 0) -> Any:
        """As of a compiled pattern."""
        return self.__getattr__("sub")(new, text, count) if self._may_match(text) else text

    def _may_match(self, text: Any) -> bool:
        if self._pieces is None:
            from nocarrier.model._pieces import PIECES

            held = PIECES.get(self.text) if isinstance(self.text, str) else None
            self._pieces = () if held is None else tuple(held.split(SEPARATOR))
        if not self._pieces:
            return True
        low = text.lower()
        return any(piece in low for piece in self._pieces)

    def __getattr__(self, name: str) -> Any:
        """What a compiled pattern has: all of it at once, so that this is asked once."""
        import re

        flags = self.flags
        if isinstance(self.text, str) and self.text.isascii() and not flags & re.UNICODE:
            flags |= re.ASCII
        compiled = re.compile(self.text, flags)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)
