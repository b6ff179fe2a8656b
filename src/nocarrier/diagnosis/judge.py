"""Lets every cause of the catalogue judge one case."""

from __future__ import annotations

from collections.abc import Iterable

from nocarrier.diagnosis.rank import Cleared, Suspect
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Found, RuledOut
from nocarrier.model.record import replace


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
    return _as_sure_as_the_machine(suspects), cleared


def _as_sure_as_the_machine(suspects: list[Suspect]) -> list[Suspect]:
    """While it is open whether the right machine was dialled, nothing that is to be mended on it is proven."""
    doubts = [each.found for each in suspects if each.cause.misdirects]
    deciders = tuple(decider for found in doubts for decider in found.decided_by)
    return [_likely(each, deciders) if deciders and _is_of_the_server(each) else each for each in suspects]


def _is_of_the_server(suspect: Suspect) -> bool:
    proven = suspect.found.certainty is Certainty.PROVEN
    return proven and not suspect.cause.misdirects and any(fix.where == "server" for fix in suspect.found.fixes)


def _likely(suspect: Suspect, deciders: tuple[Decider, ...]) -> Suspect:
    return Suspect(suspect.cause, replace(suspect.found, certainty=Certainty.LIKELY, decided_by=deciders))
