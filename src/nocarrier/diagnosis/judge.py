"""Lets every cause of the catalogue judge one case."""

from __future__ import annotations

from collections.abc import Iterable

from nocarrier.diagnosis.rank import Cleared, Suspect
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Found, RuledOut


def judge(case: Case, causes: Iterable[Cause]) -> tuple[list[Suspect], list[Cleared]]:
    """Those that fit, and those that cannot be it; about the rest nothing was seen."""
    suspects: list[Suspect] = []
    cleared: list[Cleared] = []
    for cause in causes:
        judgement = cause.judge(case)
        if isinstance(judgement, Found):
            suspects.append(Suspect(cause, judgement))
        elif isinstance(judgement, RuledOut):
            cleared.append(Cleared(cause.slug, judgement))
    return suspects, cleared
