"""What was seen: typed facts with where and how they were seen."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from nocarrier.model.annotations import Any, ClassVar, Generic, TypeVar
from nocarrier.model.prose import Prose
from nocarrier.model.record import Record, replace
from nocarrier.model.target import Target


class Facts(Record, kw_only=True):
    """The base of every kind of observation in ``facts/``."""

    after_connecting: ClassVar[bool] = False
    "It is about what comes over a connection, and is not looked at (nor its probe loaded) where none was made."


F = TypeVar("F", bound=Facts)


class Where(Enum):
    """The machine that was looked at."""

    CLIENT = "client"
    SERVER = "server"


class Evidence(Record, Generic[F], kw_only=True):
    """One observation. ``took_ms`` is wall-clock time in milliseconds.

    ``at_ms`` says when looking began, in milliseconds since the diagnosis did; None where that is not known.
    """

    id: str
    probe: str
    where: Where
    took_ms: float
    summary: Prose
    facts: F
    at_ms: float | None = None


class Gap(Record, kw_only=True):
    """Something that was wanted and could not be looked at, and what would help."""

    probe: str
    where: Where
    reason: Prose
    took_ms: float = 0.0


class Case(Record, kw_only=True):
    """The target and everything seen about it: all that a rule may know."""

    target: Target
    evidence: tuple[Evidence[Any], ...] = ()
    gaps: tuple[Gap, ...] = ()
    server_named: bool = False
    "Whether the server's side was looked at, or was to be looked at."
    expected_addresses: tuple[str, ...] = ()
    "The addresses the name is meant to have (``--expect-address``)."
    source: str = ""
    "The address the client binds before it connects (``--source``), or empty."
    source_port: int = 0
    "The local port it binds, or 0 for any."

    def every(self, kind: type[F], where: Where = Where.CLIENT) -> Iterator[Evidence[F]]:
        """All observations of one kind, in the order they were made."""
        return (seen for seen in self.evidence if type(seen.facts) is kind and seen.where is where)

    def seen(self, kind: type[F], where: Where = Where.CLIENT) -> Evidence[F] | None:
        """The newest observation of one kind; None means that nobody looked, not that nothing is there."""
        return next((seen for seen in reversed(tuple(self.every(kind, where)))), None)

    def without(self, dropped: Evidence[Any]) -> Case:
        """The same case had ``dropped`` not been seen."""
        return replace(self, evidence=tuple(seen for seen in self.evidence if seen is not dropped))
