"""What a person reads: the very lines, and the rules that hold for all of them."""

from __future__ import annotations

import msgspec
import pytest

from nocarrier.model.record import replace
from nocarrier.model.report import Excluded, NextStep, Report, ReportedFix
from nocarrier.reports.layout import cells
from nocarrier.reports.pen import Pen
from nocarrier.reports.terminal import MOST_LINES, lines, sentence_of
from tests.reports.examples import BOTH_ENDS, CLIENT_ALONE, EVERY, HEALTHY, HOSTILE, TIMED_OUT, report
from tests.reports.golden import FOLDER, texts

ORDINARY = [name for name in EVERY if name != "hostile"]


@pytest.mark.parametrize(("file", "text"), list(texts()), ids=lambda value: value if value.endswith(".txt") else "")
def test_reads_as_it_did(file: str, text: str) -> None:
    assert text == (FOLDER / file).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {file for file, _ in texts()}


@pytest.mark.parametrize("name", ORDINARY)
def test_fits_on_a_screen(name: str) -> None:
    assert len(lines(EVERY[name], Pen(width=80))) <= MOST_LINES


@pytest.mark.parametrize("name", ORDINARY)
@pytest.mark.parametrize("width", [60, 80, 100])
def test_only_what_is_pasted_is_wider_than_the_screen(name: str, width: int) -> None:
    told = EVERY[name]
    fixes = told.verdict.fixes if told.verdict else ()
    pasted = [step.command for step in told.next] + [command for fix in fixes for command in fix.commands]
    for line in lines(told, Pen(width=width), verbose=True):
        assert cells(line) <= width or line.strip() in pasted


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ("no answer from shop.example", "No answer from shop.example."),
        ("public-a-1:80 answers with 302", "public-a-1:80 answers with 302."),
        ("shop.example:80 answers", "shop.example:80 answers."),
        ("gate answers", "gate answers."),
    ],
)
def test_a_name_keeps_its_first_letter(seen: str, told: str) -> None:
    """Who looks for it elsewhere in the report finds it."""
    step = replace(BOTH_ENDS.steps[-1], status="failed", summary=seen)
    target = replace(BOTH_ENDS.target, host="gate")
    assert sentence_of(replace(BOTH_ENDS, target=target, steps=(step,)), Pen()) == told


@pytest.mark.parametrize("name", EVERY)
def test_colour_adds_nothing_to_the_words(name: str) -> None:
    coloured = "\n".join(lines(EVERY[name], Pen(colour=True)))
    for code in ("31", "32", "1", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == "\n".join(lines(EVERY[name], Pen()))


def test_colour_marks_the_break_and_the_fix() -> None:
    coloured = "\n".join(lines(BOTH_ENDS, Pen(colour=True)))
    assert coloured.startswith("\x1b[31m✗\x1b[0m ")
    assert " \x1b[31m─✗\x1b[0m :2345" in coloured
    assert "\x1b[32mphp /srv/chat/start.php restart -d\x1b[0m" in coloured


@pytest.mark.parametrize("name", EVERY)
def test_ascii_is_ascii(name: str) -> None:
    assert all(line.isascii() for line in lines(EVERY[name], Pen(ascii=True), verbose=True))


@pytest.mark.parametrize("verbose", [True, False])
@pytest.mark.parametrize("quiet", [True, False])
def test_nothing_that_a_terminal_obeys(verbose: bool, quiet: bool) -> None:
    for line in lines(HOSTILE, Pen(), verbose=verbose, quiet=quiet):
        assert line.isprintable()
        assert not set(line) & {"\u202e", "\u202c", "\x1b", "\x9b", "\ud800"}


def test_commands_are_never_broken() -> None:
    command = "nocarrier ws://10.20.0.5:2345 --server ssh://" + "a" * 200
    asked = replace(CLIENT_ALONE, next=(NextStep(question="Which?", command=command),))
    assert "      " + command in lines(asked, Pen(width=60))


def test_what_the_verdict_rests_on_is_never_left_out() -> None:
    evidence = tuple(
        replace(BOTH_ENDS.evidence[1], id=f"e{number}", summary=f"attempt {number}") for number in range(30)
    )
    assert BOTH_ENDS.verdict is not None
    verdict = replace(BOTH_ENDS.verdict, because=tuple(seen.id for seen in evidence))
    text = "\n".join(lines(replace(BOTH_ENDS, verdict=verdict, evidence=evidence), Pen()))
    assert all(f"attempt {number} " in text for number in range(30))


def test_what_is_left_out_is_counted() -> None:
    many = tuple(Excluded(cause=f"cause-{number}", because=("e2",), why="seen otherwise") for number in range(12))
    told = lines(replace(BOTH_ENDS, ruled_out=many), Pen())
    shown = sum("seen otherwise" in line for line in told)
    assert len(told) == MOST_LINES
    assert 0 < shown < 12
    assert f"  Ruled out ({12 - shown} more with -v)" in told


@pytest.mark.parametrize("length", range(0, 400, 20))
def test_what_to_do_stays_while_anything_else_can_be_left_out(length: int) -> None:
    assert TIMED_OUT.verdict is not None
    fix = ReportedFix(where="server", text="Let the port through.")
    told = lines(
        replace(TIMED_OUT, verdict=replace(TIMED_OUT.verdict, fixes=(fix,), summary="word " * (length // 5))), Pen()
    )
    if not any("Let the port through." in line for line in told):
        assert not any(line.startswith("  Ruled out") for line in told)


def test_verbose_leaves_nothing_out() -> None:
    text = "\n".join(lines(TIMED_OUT, Pen(), verbose=True))
    named = [*TIMED_OUT.alternatives, *TIMED_OUT.ruled_out]
    assert all(entry.cause in text for entry in named)
    assert "with -v" not in text


def test_no_known_cause() -> None:
    assert "  None of the known causes explains what was seen." in lines(report(), Pen())
    failed = replace(HEALTHY.steps[0], status="failed", summary="the handshake breaks off")
    assert "  The handshake breaks off." in lines(report(steps=(failed,)), Pen())


@pytest.mark.parametrize(
    ("where", "host", "heading"),
    [
        ("server", "10.20.0.5", "  Do this on 10.20.0.5"),
        ("server", "127.0.0.1", "  Do this on this machine"),
        ("server", "localhost", "  Do this on this machine"),
        ("client", "10.20.0.5", "  Do this on the client"),
        ("network", "10.20.0.5", "  Do this in the network"),
    ],
)
def test_a_fix_says_where_it_is_done(where: str, host: str, heading: str) -> None:
    assert BOTH_ENDS.verdict is not None
    fix = msgspec.convert({"where": where, "text": "Mend it."}, ReportedFix)
    told = replace(
        BOTH_ENDS,
        target=replace(BOTH_ENDS.target, host=host),
        verdict=replace(BOTH_ENDS.verdict, fixes=(fix,)),
    )
    assert heading in lines(told, Pen())


def test_a_name_that_leads_to_this_machine_sends_nobody_to_another() -> None:
    assert BOTH_ENDS.verdict is not None
    told = replace(
        BOTH_ENDS,
        target=replace(BOTH_ENDS.target, host="shop.example"),
        evidence=tuple(
            replace(seen, facts={**seen.facts, "kind": "local"}) if seen.probe == "route" else seen
            for seen in BOTH_ENDS.evidence
        ),
    )
    assert "  Do this on this machine" in lines(told, Pen())


@pytest.mark.parametrize("name", EVERY)
def test_quiet_is_one_line(name: str) -> None:
    told: Report = EVERY[name]
    (line,) = lines(told, Pen(), quiet=True)
    assert (told.verdict is None) or told.verdict.cause in line


def test_works_is_one_line() -> None:
    assert lines(HEALTHY, Pen()) == ["✓ ws://10.20.0.5:2345  connected, WebSocket, 12 ms"]
