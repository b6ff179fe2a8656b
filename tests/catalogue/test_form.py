"""Rules about the catalogue itself: what every cause has, whoever wrote it."""

from __future__ import annotations

import re

import pytest

from nocarrier.diagnosis.catalogue import asked_for, causes, look_alikes, page
from nocarrier.model.judgement import Cause, Symptom

HEADINGS = ("What it is", "What you see", "How it is told apart", "What to do")
SLUGS = {cause.slug for cause in causes()}

every_cause = pytest.mark.parametrize("cause", causes(), ids=lambda cause: cause.slug)


@every_cause
def test_slug_is_the_file_name(cause: Cause) -> None:
    assert cause.judge.__module__.rpartition(".")[2].replace("_", "-") == cause.slug
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cause.slug)


@every_cause
def test_page_has_its_headings_in_order(cause: Cause) -> None:
    text = page(cause)
    places = [text.find(f"\n{heading}\n{'-' * len(heading)}\n") for heading in HEADINGS]
    assert -1 not in places
    assert places == sorted(places)
    assert text.splitlines()[0].strip()


@every_cause
def test_title_is_the_pages(cause: Cause) -> None:
    assert cause.title.template == page(cause).splitlines()[0].strip()


@every_cause
def test_look_alikes_exist(cause: Cause) -> None:
    assert cause.slug not in cause.look_alikes
    assert cause.look_alikes <= SLUGS


@every_cause
def test_look_alikes_are_symmetric(cause: Cause) -> None:
    for other in causes():
        assert (other.slug in look_alikes(cause)) == (cause.slug in look_alikes(other)), other.slug


@every_cause
def test_roots_exist_and_do_not_yield_back(cause: Cause) -> None:
    assert cause.yields_to <= SLUGS
    for other in causes():
        if other.slug in cause.yields_to:
            assert cause.slug not in other.yields_to, other.slug


@every_cause
def test_scenario_makes_this_cause(cause: Cause) -> None:
    expected = [way for way in (cause.scenario.both_ends, cause.scenario.client_alone) if way is not None]
    assert cause.slug in {way.verdict for way in expected}
    names = [scenario.name for scenario in (cause.scenario, *cause.variants, *cause.near_misses)]
    assert len(set(names)) == len(names)


@every_cause
def test_variants_make_it_too(cause: Cause) -> None:
    for scenario in cause.variants:
        ways = [way for way in (scenario.both_ends, scenario.client_alone) if way is not None]
        assert cause.slug in {way.verdict for way in ways}, scenario.name


@every_cause
def test_near_misses_are_another_cause_or_none(cause: Cause) -> None:
    for scenario in cause.near_misses:
        for way in (scenario.both_ends, scenario.client_alone):
            # Almost this fault: where the verdict is this cause after all, it must not be sure of it.
            assert way is None or way.verdict != cause.slug or way.certainty != "proven", scenario.name


@every_cause
def test_every_symptom_finds_its_causes(cause: Cause) -> None:
    """Where ``causes/_asked.py`` is older than the cause: ``just pages`` writes it again."""
    for symptom in cause.symptoms:
        assert cause in asked_for(symptom)


def test_causes_of_other_symptoms_are_left_out() -> None:
    assert all(Symptom.RESOURCE_LIMIT in cause.symptoms for cause in asked_for(Symptom.RESOURCE_LIMIT))
    assert 0 < len(asked_for(Symptom.RESOURCE_LIMIT)) < len(causes())
