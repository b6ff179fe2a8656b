"""Regular expressions that are compiled when one is first asked for: each takes 50 to 500 µs, and most are for other texts."""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import re

T = TypeVar("T", str, bytes)
METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


def pattern(text: T, flags: int = 0) -> re.Pattern[T]:
    """As `re.compile`, later."""
    made: Any = _Pattern(text, flags)
    compiled: re.Pattern[T] = made
    return compiled


class _Pattern:
    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        """What a compiled pattern has: all of it at once, so that this is asked once."""
        import re

        compiled = re.compile(self._text, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)
