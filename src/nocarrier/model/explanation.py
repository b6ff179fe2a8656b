"""What a text of a foreign program means, one to one as `shared/contract.md` fixes it (``nocarrier.explanation/1``)."""

from __future__ import annotations

from nocarrier.model.prose import Prose
from nocarrier.model.record import NOTHING, Record


class NamedTarget(Record, kw_only=True):
    """The target as far as the text names it; None is what it does not name."""

    scheme: str | None = None
    host: str | None = None
    port: int | None = None


class Fitting(Record, kw_only=True):
    """A cause of the catalogue that fits the text, and why."""

    cause: str
    why: Prose


class Next(Record, kw_only=True):
    """What would decide: the open question and the one command that answers it."""

    question: Prose
    command: str


class Explained(Record, kw_only=True):
    """One distinct error of the text. ``kind`` is the contract's ``class``; ``times`` how often it stands there.

    ``more``: it is the last of its class that is told, and further ones stand in the text.
    """

    text: str
    client: str | None
    kind: str
    step: str | None
    code: dict[str, str | int] = NOTHING
    target: NamedTarget | None = None
    causes: tuple[Fitting, ...] = ()
    cannot_tell: Prose | None = None
    next: tuple[Next, ...] = ()
    times: int = 1
    more: bool = False
