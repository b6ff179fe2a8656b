"""Reports as JUnit XML, the form in which CI services take the results of tests: a target is a test case.

There is no standard; it is held to what Jenkins' schema and GitLab's parser agree on. GitLab shows the class' name as the suite, drops
cases that are named alike, and of a failure shows its text alone, so that holds all there is to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from nocarrier.locale import Translate
from nocarrier.model.report import Report
from nocarrier.reports.annotations import message, named
from nocarrier.reports.pen import Pen
from nocarrier.reports.terminal import lines

SUITE = "nocarrier"
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"What cannot stand in a document, not even escaped (XML 1.0, section 2.2)."


def document(reports: Sequence[Report], translate: Translate, broken: Sequence[tuple[str, str]] = ()) -> str:
    """The whole file. ``broken``: names of what could not be diagnosed or read, each with the reason."""
    pen = Pen(translate=translate)
    names = _distinct([*(report.target.input for report in reports), *(name for name, _ in broken)])
    cases = [_case(report, next(names), pen) for report in reports]
    for _, reason in broken:
        case = ElementTree.Element("testcase", classname=SUITE, name=next(names), time="0.000")
        ElementTree.SubElement(case, "error", message=_clean(reason), type="not-carried-out").text = _clean(reason)
        cases.append(case)
    counts = {
        "name": SUITE,
        "tests": str(len(cases)),
        "failures": str(sum(report.outcome == "failed" for report in reports)),
        "errors": str(len(broken)),
        "time": _seconds(sum(report.duration_ms for report in reports)),
    }
    root = ElementTree.Element("testsuites", counts)
    began = {"timestamp": reports[0].started_at[:19]} if reports else {}
    ElementTree.SubElement(root, "testsuite", counts | {"skipped": "0"} | began).extend(cases)
    ElementTree.indent(root)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(report: Report, name: str, pen: Pen) -> ElementTree.Element:
    case = ElementTree.Element("testcase", classname=SUITE, name=name, time=_seconds(report.duration_ms))
    told = _clean("\n".join(lines(report, pen, verbose=True)))
    if report.outcome == "failed":
        kind = report.verdict.cause if report.verdict else report.symptom
        summary = message(report, pen).partition("\n")[0]
        if report.verdict:
            summary = f"{summary} ({named(report.verdict, pen)})"
        ElementTree.SubElement(case, "failure", message=_clean(summary), type=kind).text = told
    ElementTree.SubElement(case, "system-out").text = told
    return case


def _distinct(names: Sequence[str]) -> Iterator[str]:
    """The names, a number behind those that come again."""
    seen: dict[str, int] = {}
    for name in map(_clean, names):
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.3f}"
