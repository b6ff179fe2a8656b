"""What all forms of a report say in the same words."""

from __future__ import annotations

import pytest

from nocarrier.model.record import replace
from nocarrier.model.report import Report, ReportedStep
from nocarrier.reports.html import page
from nocarrier.reports.markdown import markdown
from nocarrier.reports.pen import Pen
from nocarrier.reports.terminal import lines
from nocarrier.reports.words import unseen_server
from tests.reports.examples import EVERY, HEALTHY

MISSED = ReportedStep(step="server", status="skipped", took_ms=0, summary="server: podman knows no container web")
TOLD = "The server's side could not be looked at: podman knows no container web."


@pytest.mark.parametrize("name", [name for name in EVERY if name != "hostile"])
def test_a_server_that_could_not_be_looked_at_is_told_in_every_form(name: str) -> None:
    whole, missing = EVERY[name], replace(EVERY[name], steps=(*EVERY[name].steps, MISSED))
    assert (_told(whole), unseen_server(whole)) == ([0, 0, 0], None)
    assert _told(missing) == [1, 1, 1]


def test_what_a_client_would_still_have_to_pass_is_told_in_every_form() -> None:
    asked = replace(HEALTHY.evidence[-1], id="e9", probe="exchange", facts={"untried": "password"})
    step = replace(HEALTHY.steps[-1], status="warning", summary="its password was not tried", evidence=("e9",))
    report = replace(HEALTHY, evidence=(*HEALTHY.evidence, asked), steps=(*HEALTHY.steps[:-1], step))
    told = "Its password was not tried."
    assert [form.count(told) for form in _forms(report)] == [1, 1, 1]
    assert [form.count(told) for form in _forms(HEALTHY)] == [0, 0, 0]
    (line,) = lines(report, Pen(), quiet=True)
    assert line.endswith(": its password was not tried")
    assert line.startswith(lines(HEALTHY, Pen(), quiet=True)[0].rpartition(",")[0])


def _told(report: Report) -> list[int]:
    return [form.replace("&#x27;", "'").count(TOLD) for form in _forms(report)]


def _forms(report: Report) -> tuple[str, ...]:
    return ("\n".join(lines(report, Pen(width=100))), page((report,), str, "en"), markdown((report,), str))
