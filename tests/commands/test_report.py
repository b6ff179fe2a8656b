"""``nocarrier report``: saved reports told again."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from nocarrier.commands.report import main
from nocarrier.reports.json import encode
from nocarrier.reports.pen import Pen
from nocarrier.reports.terminal import lines
from tests.reports.examples import BOTH_ENDS, CLIENT_ALONE, EVERY, HOSTILE


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def saved(tmp_path: Path) -> str:
    file = tmp_path / "report.json"
    file.write_text(encode(BOTH_ENDS), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("how", [{}, {"verbose": True}, {"quiet": True}], ids=str)
def test_it_reads_as_on_the_terminal(
    name: str, how: dict[str, bool], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "r.json"
    file.write_text(encode(EVERY[name]), encoding="utf-8")
    assert main([str(file), "--text", *(f"--{word}" for word in how)]) == 0
    assert capsys.readouterr().out.splitlines() == lines(EVERY[name], Pen(), **how)


def test_the_language_is_that_of_the_reader(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([saved, "--lang", "de"]) == 0
    out = capsys.readouterr().out
    assert "Verbindung abgelehnt" in out
    assert "php (pid 812, Workerman, start.php:9) listens on" in out


def test_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(encode(BOTH_ENDS).encode())))
    assert main(["-", "--markdown"]) == 0
    assert capsys.readouterr().out.startswith("### ✗ `ws://10.20.0.5:2345` connection refused\n")


def test_a_page(saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "report.html"
    assert main([saved, "--html", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out == ""
    assert main([saved, "--html", "-"]) == 0
    assert capsys.readouterr().out == page.read_text(encoding="utf-8")


def test_several_have_the_same_pseudonyms(saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.json"
    other.write_text(f"[{encode(CLIENT_ALONE)}, {encode(HOSTILE)}]", encoding="utf-8")
    assert main([saved, str(other), "--redact", "--quiet"]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith("✗ ws://private-a-1:2345  connection refused")
    assert second.startswith("✗ ws://private-a-1:2345  connection refused")
    assert third.startswith("✗ ws://private-a-1:2345")


def test_json_again(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([saved, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(encode(BOTH_ENDS))
    assert main([saved, "--json", "--redact"]) == 0
    assert json.loads(capsys.readouterr().out)["target"]["host"] == "private-a-1"


def test_what_is_no_report_is_told_and_the_rest_is_shown(
    saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / "cut.json"
    cut.write_text(encode(BOTH_ENDS)[:900], encoding="utf-8")
    assert main([str(cut), saved, "-q", str(tmp_path), "no-such-file"]) == 2
    told = capsys.readouterr()
    assert told.out.startswith("✗ ws://10.20.0.5:2345")
    assert told.err.splitlines() == [
        f"nocarrier: {cut}: it is cut off: its JSON does not end",
        f"nocarrier: {tmp_path}: Is a directory",
        "nocarrier: no-such-file: No such file or directory",
    ]


def test_in_german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.json"
    empty.touch()
    assert main([str(empty), "--lang", "de"]) == 2
    assert capsys.readouterr().err == f"nocarrier: {empty}: darin steht kein Bericht\n"


def test_a_page_that_cannot_be_written(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([saved, "--html", "/no/such/folder/x.html", "--text", "-q"]) == 3
    told = capsys.readouterr()
    assert told.out.startswith("✗ ws://10.20.0.5:2345")
    assert told.err == "nocarrier: No such file or directory: /no/such/folder/x.html\n"


@pytest.mark.parametrize("option", ["--html", "--junit"])
def test_what_is_read_is_not_overwritten(option: str, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    again = str(Path(saved).parent / "." / ".." / Path(saved).parent.name / "report.json")
    before = Path(saved).read_text(encoding="utf-8")
    assert main([saved, option, again]) == 2
    assert capsys.readouterr().err == f"nocarrier: {option} would overwrite what is read: {again}\n"
    assert Path(saved).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "options", [("--html", "-", "--json"), ("--html", "-", "--markdown"), ("--junit", "-", "--text"), ("--html", "")]
)
def test_standard_output_takes_one_document(
    options: tuple[str, ...], saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([saved, *options]) == 2
    assert capsys.readouterr().out == ""


def test_results_on_standard_output_stand_alone(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([saved, "--junit", "-"]) == 0
    assert capsys.readouterr().out.startswith("<?xml")


@pytest.mark.parametrize("left_out", ["evidence", "steps", "ruled_out", "next", "alternatives"])
@pytest.mark.parametrize("form", ["--text", "--json", "--markdown"])
def test_without_a_field_that_may_be_left_out(
    left_out: str, form: str, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = json.loads(Path(saved).read_text(encoding="utf-8"))
    del report[left_out]
    Path(saved).write_text(json.dumps(report), encoding="utf-8")
    assert main([saved, form, "--redact"]) == 0
    out = capsys.readouterr().out
    assert "private-a-1" in out
    assert form != "--json" or json.loads(out)[left_out] == []


def test_as_part_of_a_pipe(saved: str) -> None:
    """Both ends of it: a report comes in, and the reader goes away early."""
    ran = subprocess.run(
        f"{sys.executable} -m nocarrier report --json {saved} | {sys.executable} -m nocarrier report - -v | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout == "✗ ws://10.20.0.5:2345  connection refused\n"
    assert ran.stderr == ""
