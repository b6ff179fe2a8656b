"""The time line: when each end was looked at and how long that took, with the step that failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.report import Report, ReportedEvidence, ReportedStep
from nocarrier.reports.web.text import Place, text
from nocarrier.reports.words import SIDES, STATUSES, STEPS, word

UNITS = 1000
"Of the whole line."
LEAST = 4
"Units of the shortest bar that can be seen."


def line(report: Report, place: Place) -> str:
    """Every observation in the order in which it was begun."""
    steps = {one: step for step in report.steps for one in step.evidence}
    known = any(seen.at_ms is not None for seen in report.evidence)
    whole = max([report.duration_ms, *((seen.at_ms or 0) + seen.took_ms for seen in report.evidence)])
    in_order = [seen for _, seen in sorted(_begun(report), key=lambda each: each[0])]
    return place.listed(
        (_row(seen, steps.get(seen.id), 0.0 if known and seen.at_ms is None else whole, place) for seen in in_order),
        "line",
        "ol",
    )


def _begun(report: Report) -> Iterator[tuple[float, ReportedEvidence]]:
    """Every observation with its beginning; one that does not know its own stands behind the one before it."""
    latest = 0.0
    for seen in report.evidence:
        latest = latest if seen.at_ms is None else seen.at_ms
        yield latest, seen


def _row(seen: ReportedEvidence, step: ReportedStep | None, whole: float, place: Place) -> str:
    pen = place.pen
    began = "" if seen.at_ms is None else f"+{pen.duration(seen.at_ms)}"
    what = text(pen.prose(word(STEPS, step.step if step else seen.probe)).replace("_", " "))
    if step and step.status != "ok":
        kind = ' class="bad"' if step.status == "failed" else ""
        what += f" <strong{kind}>{text(pen.prose(word(STATUSES, step.status)))}</strong>"
    return (
        f'<li><span class="at took">{began}</span>'
        f'<span class="side {seen.where}">{text(pen.prose(SIDES[seen.where]))}</span>'
        f'<a class="what" href="#{place.prefix}-{seen.id}">{what}</a>{_bar(seen, whole)}'
        f'<span class="took">{pen.duration(seen.took_ms)}</span></li>'
    )


def _bar(seen: ReportedEvidence, whole: float) -> str:
    """How long it took, of the ``whole``; nothing where that is 0, for then its place on the line is not known."""
    if not whole:
        return ""
    scale = UNITS / whole
    start = min((seen.at_ms or 0) * scale, UNITS - LEAST)
    width = min(max(seen.took_ms * scale, LEAST), UNITS - start)
    return (
        f'<svg class="{seen.where}" aria-hidden="true" viewBox="0 0 {UNITS} 10" preserveAspectRatio="none">'
        f'<rect x="{start:.0f}" y="2" width="{width:.0f}" height="6"/></svg>'
    )
