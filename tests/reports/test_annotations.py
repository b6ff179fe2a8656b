"""A report in the log of a CI job: nothing in it is taken for a command, and its verdict is one."""

from __future__ import annotations

import re

import pytest

from nocarrier.model.record import replace
from nocarrier.model.report import Report
from nocarrier.reports.annotations import SERVICES, framed, message, workflow_commands
from nocarrier.reports.pen import Pen
from nocarrier.reports.terminal import lines
from tests.reports.examples import BOTH_ENDS, DEGRADED, EVERY, HEALTHY

PEN = Pen()
COMMAND = re.compile(r"^\s*::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<data>.*)$")
"As the runner reads a line (actions/runner, src/Runner.Common/ActionCommand.cs)."


def obeyed(log: list[str]) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner does with a log: the commands that it obeys, unescaped."""
    found, token = [], ""
    for line in log:
        if token:
            token = "" if line.strip() == f"::{token}::" else token
            continue
        if match := COMMAND.match(line):
            if match["name"] == "stop-commands":
                token = match["data"]
                continue
            pairs = (pair.partition("=") for pair in (match["properties"] or "").split(","))
            properties = {name: _unescaped(value, colon=True) for name, _, value in pairs}
            found.append((match["name"], properties, _unescaped(match["data"])))
    assert not token
    return found


def _unescaped(text: str, *, colon: bool = False) -> str:
    if colon:
        text = text.replace("%3A", ":").replace("%2C", ",")
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_a_failure_is_an_error_with_its_cause_and_what_to_do() -> None:
    ((name, properties, data),) = obeyed(framed(lines(BOTH_ENDS, PEN), BOTH_ENDS, "github", PEN))
    assert name == "error"
    assert properties == {"title": "ws://10.20.0.5:2345: connection refused (listening-on-loopback-only, proven)"}
    assert BOTH_ENDS.verdict is not None
    assert data.split("\n")[0] == BOTH_ENDS.verdict.summary
    assert BOTH_ENDS.verdict.fixes[0].text in data


def test_a_defect_is_a_warning_and_health_is_nothing() -> None:
    assert [name for name, _, _ in obeyed(workflow_commands(DEGRADED, PEN))] == ["warning"]
    assert workflow_commands(HEALTHY, PEN) == []
    assert obeyed(framed(lines(HEALTHY, PEN), HEALTHY, "github", PEN)) == []


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("name", EVERY)
def test_the_report_itself_stays_as_it_is(name: str, service: str) -> None:
    told = lines(EVERY[name], PEN)
    log = framed(told, EVERY[name], service, PEN)
    assert log[1 : 1 + len(told)] == told


def hostile(text: str) -> Report:
    """Somebody else's words wherever a report has room for them."""
    assert BOTH_ENDS.verdict is not None
    fix = replace(BOTH_ENDS.verdict.fixes[0], text=text, commands=(text,), config=text)
    return replace(
        BOTH_ENDS,
        target=replace(BOTH_ENDS.target, input=text),
        verdict=replace(BOTH_ENDS.verdict, summary=text, fixes=(fix,)),
        evidence=tuple(replace(each, summary=text) for each in BOTH_ENDS.evidence),
    )


@pytest.mark.parametrize(
    "text",
    [
        "::error::owned",
        "x\n::add-mask::a",
        "a,file=b::c%0A::warning::d",
        "%25%0A%3A",
        "::x::y",
        "::stop-commands::x",
        "##[error]owned",
        "100 %\r\n::set-output name=a::b",
        "\x1b[0Ksection_end:1:nocarrier\r\x1b[0K",
    ],
)
def test_words_of_others_are_never_a_command(text: str) -> None:
    report = hostile(text)
    told = lines(report, PEN, verbose=True)
    title = f"{PEN.text(text)}: connection refused (listening-on-loopback-only, proven)"
    assert obeyed(framed(told, report, "github", PEN)) == [("error", {"title": title}, message(report, PEN))]
    section = framed(told, report, "gitlab", PEN)
    assert [line.count("\x1b") for line in section] == [2, *(0 for _ in told), 2]
    assert all("\n" not in line for line in section)


def test_a_section_is_named_by_its_verdict_and_folded_where_nothing_is_wrong() -> None:
    first, *_, last = framed(["told"], BOTH_ENDS, "gitlab", PEN)
    assert re.fullmatch(
        r"\x1b\[0Ksection_start:\d+:nocarrier_[0-9a-f]+\r\x1b\[0Kws://10.20.0.5:2345: connection refused .*", first
    )
    assert re.fullmatch(r"\x1b\[0Ksection_end:\d+:nocarrier_[0-9a-f]+\r\x1b\[0K", last)
    assert "[collapsed=true]" in framed([], HEALTHY, "gitlab", PEN)[0]
