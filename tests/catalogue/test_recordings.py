"""Every cause on every recording: the confusion matrix, and what happens when evidence is taken away.

A recording holds what machines answered when the lab made a fault for real (`nocarrier lab record`), raw enough to
run today's decoders, probes and rules on it again.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jsonschema
import msgspec
import pytest

from nocarrier.commands.recording import replay
from nocarrier.diagnosis.assemble import report
from nocarrier.diagnosis.catalogue import causes
from nocarrier.diagnosis.presumable import presumable
from nocarrier.diagnosis.run import Finding
from nocarrier.lab import scenarios
from nocarrier.machines.recorded import Recording
from nocarrier.model.judgement import Certainty, Found
from nocarrier.model.report import Report

FOLDER = Path(__file__).parent.parent / "recordings"
RECORDINGS = sorted(FOLDER.glob("*/*/*.json"))
SCHEMA = msgspec.json.schema(Report)

every_recording = pytest.mark.parametrize(
    "path", RECORDINGS, ids=lambda path: str(path.relative_to(FOLDER).with_suffix(""))
)


@cache
def recording_at(path: Path) -> Recording:
    return msgspec.json.decode(path.read_bytes(), type=Recording)


@cache
def finding_at(path: Path) -> Finding:
    return replay(recording_at(path))


@every_recording
def test_verdict_is_the_expected_one(path: Path) -> None:
    assert scenarios.shortfall(report(finding_at(path)), recording_at(path).expected) == ""


@every_recording
def test_nobody_else_is_proven(path: Path) -> None:
    """The whole catalogue judges the case, not only the causes of its symptom."""
    case = finding_at(path).case
    expected = recording_at(path).expected
    judgements = {cause.slug: cause.judge(case) for cause in causes()}
    proven = {
        slug
        for slug, judgement in judgements.items()
        if isinstance(judgement, Found) and judgement.certainty is Certainty.PROVEN
    }
    named = {expected.verdict} if expected.verdict else set()
    astray = any(cause.misdirects for cause in causes() if cause.slug in named)
    yielding = {cause.slug for cause in causes() if cause.yields_to & named or (astray and not cause.misdirects)}
    # What leaves open why does not speak against what says it.
    leaves_open = any(cause.leaves_open for cause in causes() if cause.slug in named)
    beside = {suspect.cause.slug for suspect in finding_at(path).suspects} if leaves_open else set()
    assert proven - yielding - beside <= named
    if expected.certainty == "proven":
        assert named <= proven


@every_recording
def test_proven_falls_when_its_evidence_is_taken_away(path: Path) -> None:
    finding = finding_at(path)
    for suspect in finding.suspects:
        if suspect.found.certainty is not Certainty.PROVEN:
            continue
        for evidence in suspect.found.because:
            judgement = suspect.cause.judge(finding.case.without(evidence))
            still = isinstance(judgement, Found) and judgement.certainty is Certainty.PROVEN
            assert not still, f"{suspect.cause.slug} without {evidence.probe} on the {evidence.where.value}"


@every_recording
def test_a_cause_that_was_not_asked_would_not_have_been_found(path: Path) -> None:
    """What it presumes does not hold, and so it finds nothing: it may stay unloaded."""
    case = finding_at(path).case
    for cause in causes():
        if not cause.presumes <= presumable(case):
            assert not isinstance(cause.judge(case), Found), cause.slug


@every_recording
def test_report_fits_the_schema(path: Path) -> None:
    jsonschema.validate(msgspec.json.decode(msgspec.json.encode(report(finding_at(path)))), SCHEMA)


@pytest.mark.slow
def test_every_scenario_of_the_catalogue_was_recorded() -> None:
    recorded = {(path.parent.parent.name, path.parent.name) for path in RECORDINGS}
    for cause in causes():
        wanted = {(cause.slug, scenario.name) for scenario in (cause.scenario, *cause.variants, *cause.near_misses)}
        assert wanted <= recorded, f"nocarrier lab record {cause.slug}"
