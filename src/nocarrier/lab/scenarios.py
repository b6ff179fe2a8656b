"""The scenarios of the catalogue by the names under which the lab knows them.

A cause's own scenario is called like the cause; its variants and near misses stand below it: ``wrong-port/two-servers``.
"""

from __future__ import annotations

from nocarrier.diagnosis.catalogue import causes
from nocarrier.model.judgement import Cause
from nocarrier.model.prose import Prose
from nocarrier.model.report import Report
from nocarrier.model.scenario import Expected, Scenario


def of(cause: Cause) -> dict[str, Scenario]:
    """A cause's scenarios by name, its own first."""
    return {
        cause.slug: cause.scenario,
        **{f"{cause.slug}/{scenario.name}": scenario for scenario in (*cause.variants, *cause.near_misses)},
    }


def everything() -> dict[str, Scenario]:
    """All scenarios by name."""
    return {name: scenario for cause in causes() for name, scenario in of(cause).items()}


def title(name: str) -> Prose:
    """The title of the cause to which a scenario belongs."""
    slug = name.partition("/")[0]
    return next(cause.title for cause in causes() if cause.slug == slug)


def shortfall(report: Report, expected: Expected) -> str:
    """How a report differs from what a scenario expects, in a clause; empty where it does not."""
    if report.outcome != expected.outcome:
        return f"the outcome is {report.outcome}, not {expected.outcome}"
    named = report.verdict.cause if report.verdict else ""
    if named != expected.verdict:
        return f"it names {named or 'nothing'}, not {expected.verdict or 'nothing'}"
    certainty = report.verdict.certainty if report.verdict else ""
    if expected.certainty and certainty != expected.certainty:
        return f"it calls {named} {certainty}, not {expected.certainty}"
    return ""
