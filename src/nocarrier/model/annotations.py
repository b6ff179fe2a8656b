"""The names of `typing` for modules on the way of every diagnosis, which `typing` itself would hold up (8 ms).

For a type checker they are those of `typing`. When a module is loaded they are what is needed then and no more: bases
and subscripts that mean nothing, and aliases that keep their own text. Whoever reads a record's annotations later
(msgspec, when JSON becomes records again) evaluates that text, and has loaded `typing` by then.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO as IO
    from typing import Annotated as Annotated
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Generic as Generic
    from typing import Literal as Literal
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import TextIO as TextIO
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import dataclass_transform as dataclass_transform

    from msgspec import Meta as Meta
else:

    class _Later(str):
        """A type as an expression, to be evaluated by whoever needs it."""

        __slots__ = ()

        def __or__(self, other):
            return eval(self) | other

        def __ror__(self, other):
            return other | eval(self)

    class _Alias:
        """``Name[...]``, kept as its own text."""

        def __init__(self, name):
            self._name = name

        def __getitem__(self, items):
            listed = items if isinstance(items, tuple) else (items,)
            words = ", ".join(item.__name__ if isinstance(item, type) else repr(item) for item in listed)
            return _Later(f"__import__('typing').{self._name}[{words}]")

    class Meta:
        """A bound or a pattern of values (msgspec.Meta), kept as its own text."""

        def __init__(self, **bounds):
            self._bounds = bounds

        def __repr__(self):
            return f"__import__('msgspec').Meta(**{self._bounds!r})"

    class Generic:
        """A base that takes parameters and forgets them."""

        __slots__ = ()

        def __class_getitem__(cls, parameters):
            return cls

    class Protocol(Generic):
        """A base that only a type checker reads."""

        __slots__ = ()

    Any = _Later("__import__('typing').Any")
    ClassVar, Literal, Annotated = _Alias("ClassVar"), _Alias("Literal"), _Alias("Annotated")
    IO = TextIO = NoReturn = None

    def TypeVar(name, *constraints, **_):  # noqa: N802 — typing's name for it
        """A name for a parameter; nothing when it runs."""

    def cast(kind, value):
        """The value as it is."""
        return value

    def dataclass_transform(**_):
        """A note for type checkers; the class as it is."""
        return lambda cls: cls
