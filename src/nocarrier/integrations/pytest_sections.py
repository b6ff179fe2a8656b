"""What the pytest plugin says once a test has failed; loaded then, and not before."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest

from nocarrier.integrations.clients import Way
from nocarrier.integrations.looking import Story, about, failures, look, plain_pen, remark, reported, ways
from nocarrier.integrations.own_listeners import served_here
from nocarrier.integrations.pytest_plugin import SECTION
from nocarrier.integrations.run_ledger import Entry, Ledger
from nocarrier.machines import CannotLook
from nocarrier.model.annotations import Any, NoReturn
from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report
from nocarrier.readings.target import parse_target
from nocarrier.reports.pen import Pen
from nocarrier.reports.terminal import lines

LONGEST = 5.0
"Seconds for one target, of those that the run has."
SHORTEST = 0.2
"Seconds with which nothing can be found out."
AGAIN_AFTER = (0.25, 2.0)
"""Seconds between two tries of a target that is waited for: first, and at last. Each try leaves connections in the queue of
a server that does not take them."""
MOST_LINES = 12


def add(report: Any, test: str, exception: BaseException, mode: str, ledger: Ledger) -> None:
    """A section for each target that ``exception`` tells of: what is wrong with it, or which test has that."""
    failed = failures(exception)
    if not failed:
        return
    pen = plain_pen()
    told: list[list[str]] = []
    for way in ways(failed) or (None,):
        target = way.target if way is not None else ""
        what, title = (
            _named(way) if way is not None else about(failed)[0],
            f"{SECTION}: {target}" if target else SECTION,
        )
        entry = ledger.take(what, test)
        if entry is None:
            looked = way if mode == "diagnose" else None
            entry = _found_out(Story(exception, (), 0.0, pen), looked, ledger, pen, test)
            ledger.fill(what, entry.line, entry.text)
        if not entry.line:
            report.nocarrier_open = [*getattr(report, "nocarrier_open", ()), [len(told), len(report.sections), what]]
        report.sections.append((title, entry.text if entry.test == test else _elsewhere(entry, pen)))
        told.append([target, entry.line])
    report.nocarrier = told


def complete(report: Any, ledger: Ledger) -> None:
    """What another worker of pytest-xdist was still finding out when this report was made, as far as it is known now."""
    pen, still = plain_pen(), []
    for number, section, what in report.nocarrier_open:
        entry = ledger.look_up(what)
        if not entry.line:
            still.append([number, section, what])
            continue
        report.nocarrier[number][1] = entry.line
        report.sections[section] = (report.sections[section][0], _elsewhere(entry, pen))
    report.nocarrier_open = still


def _named(way: Way) -> str:
    """What tells it from others, without the user of a proxy."""
    return " ".join(filter(None, (way.target, (way.proxy or "").rpartition("@")[2], way.source)))


def _found_out(story: Story, way: Way | None, ledger: Ledger, pen: Pen, test: str) -> Entry:
    """The diagnosis, where there is a target and time for it; else what the exception means."""
    found: Report | Prose | None = None
    if way is not None and served_here(parse_target(way.target)):
        found = SERVED_HERE
    elif way is not None:
        booked, started = ledger.book(LONGEST), time.monotonic()
        found = _looked(way, booked, pen) if booked >= SHORTEST else SPENT
        ledger.settle(LONGEST, time.monotonic() - started)
    if found is not None and not isinstance(found, Prose):
        return Entry(test, lines(found, pen, quiet=True)[0], "\n".join(reported(found, pen)))
    meaning = story.meaning()
    line = next((line for line in meaning if line.startswith(pen.marks.bad)), "")
    return Entry(test, line, "\n".join([*meaning, *(remark(found, pen) if found is not None else [])]))


def _looked(way: Way, seconds: float, pen: Pen) -> Report | Prose:
    """As `look`; pytest-timeout, whose time runs on, ends it as it would end the test: with an exception out of nowhere."""
    try:
        return look(way, seconds, pen.translate)
    except pytest.fail.Exception:
        return OVER


OVER = say("Not looked into to the end, for the time of the test was over.")
SERVED_HERE = say(
    "Not looked into, for the server is this very process: what it is asked, and what it then does, is part of the test."
)
SPENT = say("Not looked into, for the time that diagnoses may take in this run is spent (--nocarrier-budget).")


def _elsewhere(entry: Entry, pen: Pen) -> str:
    there = pen.say("The same connection failed in {test}, where more is said.", test=entry.test)
    return f"{entry.line}\n{there}" if entry.line else there


def summary(reports: Iterable[Any]) -> list[str]:
    """Each target in a line, with how many tests it failed."""
    counted: dict[str, int] = {}
    known: dict[str, str] = {}
    for report in reports:
        for target, line in getattr(report, "nocarrier", ()):
            what = target or line  # of what has no target the words are all that tells one from another
            counted[what] = counted.get(what, 0) + 1
            known[what] = line or known.get(what, what)
    pen = plain_pen()
    told = [
        pen.say("{line} ({count} tests)", line=known[what], count=count) if count > 1 else known[what]
        for what, count in counted.items()
    ]
    more = len(told) - MOST_LINES
    return told if more <= 0 else [*told[:MOST_LINES], pen.say("and {count} other targets", count=more)]


def reachable(
    target: Any, *, skip: bool = False, within: float = 0.0, timeout: float = 10.0, **options: Any
) -> Report:
    """What the fixture of this name gives; see there."""
    __tracebackhide__ = True
    from nocarrier.diagnosis.asking import find_out
    from nocarrier.diagnosis.assemble import report as assemble
    from nocarrier.diagnosis.calls import check, target_of

    pen = plain_pen()

    def look() -> Report:
        __tracebackhide__ = True
        try:
            check(timeout=timeout, **options)
            return assemble(find_out(target_of(target), timeout=timeout, **options), pen.translate)
        except (TypeError, ValueError, CannotLook) as wrong:
            told = f"reachable: {wrong}".replace("find_out()", "it")
            raise pytest.fail.Exception(told, pytrace=False) from None

    end = time.monotonic() + within
    pause, longest = AGAIN_AFTER
    while (report := look()).outcome == "failed":
        if time.monotonic() + pause > end:
            _end(report, pen, skip)
        time.sleep(pause)
        pause = min(2 * pause, longest)
    return report


def _end(report: Report, pen: Pen, skip: bool) -> NoReturn:
    __tracebackhide__ = True
    if skip:
        pytest.skip(lines(report, pen, quiet=True)[0])
    pytest.fail("\n".join(lines(report, pen)), pytrace=False)
