"""JUnit XML, read back by a library that others read it with."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml

from nocarrier.model.record import replace
from nocarrier.reports.junit import document
from tests.reports.examples import BOTH_ENDS, DEGRADED, EVERY, HEALTHY, HOSTILE


def read(text: str) -> JUnitXml:
    found = JUnitXml.fromstring(text.encode())
    assert isinstance(found, JUnitXml)
    return found


def test_a_target_is_a_case_and_a_failure_says_why() -> None:
    found = read(document((BOTH_ENDS, HEALTHY, DEGRADED), str, broken=(("other.json", "it is no report"),)))
    assert (found.tests, found.failures, found.errors) == (4, 1, 1)
    (suite,) = found
    failed, works, defect, broken = suite
    assert (failed.name, failed.classname) == ("ws://10.20.0.5:2345", "nocarrier")
    (result,) = failed.result
    assert isinstance(result, Failure)
    assert result.type == "listening-on-loopback-only"
    assert result.message.endswith("(listening-on-loopback-only, proven)")
    assert "127.0.0.1:2345" in result.text
    assert failed.system_out == result.text
    for case in (works, defect):
        assert case.result == []
        assert case.system_out.startswith("✓")
    (result,) = broken.result
    assert isinstance(result, Error)
    assert (broken.name, result.message) == ("other.json", "it is no report")


def test_times_are_seconds() -> None:
    found = read(document((replace(HEALTHY, duration_ms=1234.5), replace(HEALTHY, duration_ms=1.0)), str))
    (suite,) = found
    assert [case.time for case in suite] == [1.234, 0.001]
    assert found.time == pytest.approx(1.2355, abs=0.001)
    assert suite.timestamp == HEALTHY.started_at[:19]


def test_cases_that_are_named_alike_are_told_apart() -> None:
    (suite,) = read(document((HEALTHY, HEALTHY, HEALTHY), str))
    assert [case.name for case in suite] == [HEALTHY.target.input + end for end in ("", " (2)", " (3)")]


@pytest.mark.parametrize("name", EVERY)
def test_every_report_can_be_read_back(name: str) -> None:
    (suite,) = read(document((EVERY[name],), str))
    assert len(list(suite)) == 1


@given(st.text(st.characters(exclude_categories=())))
def test_any_words_make_a_document(text: str) -> None:
    report = replace(HOSTILE, target=replace(HOSTILE.target, input=text))
    written = document((report, replace(BOTH_ENDS, verdict=None)), str, broken=((text, text),))
    root = ElementTree.fromstring(written.encode("utf-8"))
    assert [child.tag for child in root] == ["testsuite"]
    assert [case.tag for case in root[0]] == ["testcase"] * 3
