"""The report of the library: the contract's, and it can show itself."""

from __future__ import annotations

from nocarrier.library.shown import ForRich, Language, as_text, translate_into
from nocarrier.model import report as contract
from nocarrier.model.record import fields
from nocarrier.reports.pen import Pen


class Report(contract.Report, kw_only=True):
    """What a diagnosis found out: the object of ``nocarrier.report/1``, and how it is shown.

    ``str(report)`` is what the terminal prints; rich and notebooks show it in colour. Times are UTC in ISO 8601,
    durations in milliseconds. Two reports are equal where all of their fields are; none of them can be set, and what stands in ``facts`` is left as it is.
    """

    language: Language = "en"
    "The language of its sentences, ``en`` or ``de``."

    @property
    def failed(self) -> bool:
        """Whether the target cannot be connected to. One that is ``degraded`` can."""
        return self.outcome == "failed"

    def to_json(self) -> str:
        """The object of ``nocarrier.report/1``, as ``nocarrier --json`` prints it."""
        from nocarrier.reports.json import encode

        return encode(self._contract())

    @classmethod
    def from_json(cls, text: str | bytes, *, language: Language = "en") -> Report:
        """A report that was saved as JSON; its sentences stay in the language that they were saved in, ``language`` is that
        of what is said around them. Raises ValueError where it is none."""
        from nocarrier.reports.saved import BadReport, reports

        translate_into(language)
        try:
            (read, *_) = reports(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
        except BadReport as why:
            raise ValueError(f"this is no report: {why}") from None
        return shown(read, language)

    def _contract(self) -> contract.Report:
        return contract.Report(**{name: getattr(self, name) for name in fields(contract.Report)})

    def _lines(self, pen: Pen) -> list[str]:
        from nocarrier.reports.terminal import lines

        return lines(self, pen)

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __str__(self) -> str:
        return as_text(self._lines, self.language)

    def __repr__(self) -> str:
        verdict = f", {self.verdict.cause} ({self.verdict.certainty})" if self.verdict else ""
        return f"<nocarrier.Report {self.target.input!r}: {self.outcome}{verdict}>"

    def __rich__(self) -> ForRich:
        return ForRich(self._lines, self.language)

    def _repr_html_(self) -> str:
        from nocarrier.reports.html import fragment

        return fragment(self._contract(), translate_into(self.language))


def shown(report: contract.Report, language: Language) -> Report:
    """The same report, able to show itself."""
    return Report(**vars(report), language=language)
