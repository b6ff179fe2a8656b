"""What the recordings of real faults read like: on one screen, in both languages, with nothing that wraps badly."""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_address
from pathlib import Path

import msgspec
import pytest

from nocarrier.commands.recording import replay
from nocarrier.diagnosis.assemble import report
from nocarrier.diagnosis.run import Finding
from nocarrier.locale import translator
from nocarrier.machines.recorded import Recording
from nocarrier.model.report import Report
from nocarrier.reports.html import page
from nocarrier.reports.json import encode
from nocarrier.reports.layout import cells
from nocarrier.reports.markdown import markdown
from nocarrier.reports.pen import Pen
from nocarrier.reports.redact import redacted
from nocarrier.reports.terminal import MOST_LINES, lines

FOLDER = Path(__file__).parent.parent / "recordings"
RECORDINGS = sorted(FOLDER.glob("*/*/*.json"))
MOST_LINES_IN_GERMAN = MOST_LINES + 2
"German runs longer; what the verdict rests on stays."

every_recording = pytest.mark.parametrize(
    "path", RECORDINGS, ids=lambda path: str(path.relative_to(FOLDER).with_suffix(""))
)


@cache
def finding(path: Path) -> Finding:
    return replay(msgspec.json.decode(path.read_bytes(), type=Recording))


def pasted(told: Report) -> set[str]:
    fixes = told.verdict.fixes if told.verdict else ()
    texts = [step.command for step in told.next]
    texts += [text for fix in fixes for text in (fix.config, *fix.commands)]
    return {line.strip() for text in texts for line in text.splitlines()}


@pytest.mark.slow
@every_recording
@pytest.mark.parametrize(("language", "most"), [("en", MOST_LINES), ("de", MOST_LINES_IN_GERMAN)])
def test_reads_on_one_screen(path: Path, language: str, most: int) -> None:
    translate = translator(language)
    told = report(finding(path), translate)
    shown = lines(told, Pen(translate=translate))
    assert len(shown) <= most
    assert [line for line in shown if cells(line) > 80 and line.strip() not in pasted(told)] == []


_ADDRESS = re.compile(r"(?<![\w.:])(?:\d+(?:\.\d+){3}|[0-9a-f]*:[0-9a-f:]+)(?![\w:]|/|\.\d)")
_NAME = re.compile(r"[\w.-]+\.(?:example|test|invalid)\b|(?<![\w:])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])")


def telling(text: str) -> set[str]:
    """The addresses, names and hardware addresses of the lab, found in another way than they are replaced."""
    found = set(_NAME.findall(text))
    for word in _ADDRESS.findall(text):
        try:
            address = ip_address(word)
        except ValueError:
            continue
        mapped = getattr(address, "ipv4_mapped", None)
        kept = address.is_loopback or address.is_unspecified or address.is_multicast or word == "255.255.255.255"
        if not kept and mapped is None:
            found.add(word)
    return found


@pytest.mark.slow
@every_recording
def test_can_be_shared(path: Path) -> None:
    told = report(finding(path))
    words = telling(encode(told))
    clean = redacted(told)
    told_again = {
        "json": encode(clean),
        "terminal": "\n".join(lines(clean, Pen(), verbose=True)),
        "html": page((clean,), str, "en"),
        "markdown": markdown([clean], str),
    }
    for way, text in told_again.items():
        assert [word for word in words if word in text] == [], way
