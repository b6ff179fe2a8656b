"""What a text or an exception means, and how that is shown."""

from __future__ import annotations

from nocarrier.library.shown import ForRich, Language, as_fragment, as_text, translate_into
from nocarrier.model.annotations import Any
from nocarrier.model.explanation import Explained, NamedTarget
from nocarrier.model.record import NOTHING, Record
from nocarrier.model.report import NextStep
from nocarrier.reports.pen import Pen


class FittingCause(Record, kw_only=True):
    """A cause of the catalogue that fits, and why it does."""

    cause: str
    why: str


class ExplainedError(Record, kw_only=True):
    """One distinct error, as ``nocarrier.explanation/1`` has it; ``kind`` is what is called ``class`` there.

    None stands for what is not known: ``client`` who failed, ``step`` where, ``target`` to whom. ``code`` is what it was
    read from, ``causes`` are likeliest first, ``cannot_tell`` is what stays open, ``next`` what would decide, ``times``
    how often it was met.
    """

    text: str
    client: str | None
    kind: str
    step: str | None
    code: dict[str, str | int] = NOTHING
    target: NamedTarget | None = None
    causes: tuple[FittingCause, ...] = ()
    cannot_tell: str | None = None
    next: tuple[NextStep, ...] = ()
    times: int = 1


class Explanation(Record, kw_only=True):
    """All errors of a text or an exception, the most telling first. It is true where there is one.

    ``str(explanation)`` is what ``nocarrier explain`` prints; rich and notebooks show it too.
    """

    _told: tuple[Explained, ...]
    "The errors before their sentences are in a language."
    language: Language = "en"
    "The language of its sentences, ``en`` or ``de``."

    @property
    def errors(self) -> tuple[ExplainedError, ...]:
        """The errors, in the explanation's language."""
        return tuple(_error(one) for one in self.to_dict()["errors"])

    def to_dict(self) -> dict[str, Any]:
        """The object of ``nocarrier.explanation/1``."""
        from nocarrier.reports.explanation import as_json

        return as_json(self._told, Pen(translate=translate_into(self.language)))

    def to_json(self) -> str:
        """The same as JSON, as ``nocarrier explain --json`` prints it."""
        import json

        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False) + "\n"

    def _lines(self, pen: Pen) -> list[str]:
        from nocarrier.reports.explanation import lines

        return (
            lines(self._told, pen) if self._told else [pen.say("There is no connection error in this that I know.")]
        )

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __bool__(self) -> bool:
        return bool(self._told)

    def __str__(self) -> str:
        return as_text(self._lines, self.language)

    def __repr__(self) -> str:
        kinds = ", ".join(one.kind for one in self._told) or "no connection error"
        return f"<nocarrier.Explanation: {kinds}>"

    def __rich__(self) -> ForRich:
        return ForRich(self._lines, self.language)

    def _repr_html_(self) -> str:
        return as_fragment(self._lines, self.language)


def _error(told: dict[str, Any]) -> ExplainedError:
    target = told["target"]
    return ExplainedError(
        text=told["text"],
        client=told["client"],
        kind=told["class"],
        step=told["step"],
        code=told["code"],
        target=None if target is None else NamedTarget(**target),
        causes=tuple(FittingCause(**one) for one in told["causes"]),
        cannot_tell=told["cannot_tell"],
        next=tuple(NextStep(**one) for one in told["next"]),
        times=told["times"],
    )
