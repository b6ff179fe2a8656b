"""A report in the log of a CI job, written so that the service shows its verdict where people look.

GitHub (docs.github.com, Workflow commands for GitHub Actions): a line ``::error title=…::…`` becomes an annotation of the run. Every
line of the log that has that form is such a command, and a report holds words that others chose; so while the report is printed
commands are stopped (``::stop-commands::``), until a token that nobody can know.

GitLab (docs.gitlab.com, CI/CD job logs): a log has no annotations; the report becomes a section of it, named by its verdict, that can be
folded, and is folded where nothing is wrong. What a merge request shows comes from a JUnit file (`reports.junit`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from nocarrier.model.report import Report, Verdict
from nocarrier.reports.pen import Pen
from nocarrier.reports.plain import plain_lines
from nocarrier.reports.terminal import sentence_of
from nocarrier.reports.words import CERTAINTIES, outcome, word

SERVICES = ("github", "gitlab")
LONGEST = 4000
"Characters of a message; GitHub takes 64 KiB, and shows a few lines."

_ERASE = "\x1b[0K"


def framed(told: Sequence[str], report: Report, service: str, pen: Pen) -> list[str]:
    """The lines of a report with what the service wants before and after them."""
    if service == "github":
        token = os.urandom(16).hex()
        return [f"::stop-commands::{token}", *told, f"::{token}::", *workflow_commands(report, pen)]
    now, name = int(time.time()), f"nocarrier_{os.urandom(6).hex()}"
    folded = "[collapsed=true]" if report.outcome == "connected" else ""
    return [
        f"{_ERASE}section_start:{now}:{name}{folded}\r{_ERASE}{_title(report, pen)}",
        *told,
        f"{_ERASE}section_end:{now}:{name}\r{_ERASE}",
    ]


def workflow_commands(report: Report, pen: Pen) -> list[str]:
    """GitHub's command for a report: an error where it fails, a warning where it has a defect, none where all is well."""
    if report.outcome == "connected":
        return []
    level = "error" if report.outcome == "failed" else "warning"
    return [f"::{level} title={_property(_title(report, pen))}::{_data(message(report, pen))}"]


def _title(report: Report, pen: Pen) -> str:
    """One line: the target, what became of it, and the cause."""
    head = f"{pen.text(report.target.input)}: {pen.prose(outcome(report))}"
    return f"{head} ({named(report.verdict, pen)})" if report.verdict else head


def named(verdict: Verdict, pen: Pen) -> str:
    """The slug and how sure it is."""
    return f"{verdict.cause}, {pen.prose(word(CERTAINTIES, verdict.certainty))}"


def message(report: Report, pen: Pen) -> str:
    """What is wrong, and the first thing to do about it, in a few lines."""
    verdict = report.verdict
    lines = [pen.text(verdict.summary) if verdict else sentence_of(report, pen)]
    if verdict and verdict.fixes:
        fix = verdict.fixes[0]
        lines += [
            pen.text(fix.text),
            *(line for each in (fix.config, *fix.commands) if each for line in plain_lines(each)),
        ]
    for step in report.next[:1]:
        lines += [pen.text(step.question), pen.text(step.command)]
    return "\n".join(filter(None, lines))[:LONGEST]


def _data(text: str) -> str:
    """As a command's message is escaped (actions/toolkit, packages/core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As the value of a command's property is escaped there."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
