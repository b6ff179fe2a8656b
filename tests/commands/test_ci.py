"""`--junit` and `--annotations` of the commands, as whole processes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from junitparser import JUnitXml


def call(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "nocarrier", *words], capture_output=True, text=True, timeout=60)


def results(file: Path) -> list[tuple[str, list[str]]]:
    (suite,) = JUnitXml.fromfile(str(file))
    return [(case.name, [type(result).__name__ for result in case.result]) for case in suite]


def test_a_diagnosis_writes_both(tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    ran = call("tcp://127.0.0.1:1", "--junit", str(file), "--annotations", "github")
    assert ran.returncode == 1
    *_, last = ran.stdout.splitlines()
    assert last.startswith(
        "::error title=tcp%3A//127.0.0.1%3A1%3A connection refused (server-not-listening%2C proven)::"
    )
    assert results(file) == [("tcp://127.0.0.1:1", ["Failure"])]


def test_json_stays_json(tmp_path: Path) -> None:
    ran = call("tcp://127.0.0.1:1", "--json", "--annotations", "github")
    assert json.loads(ran.stdout)["outcome"] == "failed"
    assert ran.stderr.startswith("::error title=")
    ran = call("tcp://127.0.0.1:1", "--json", "--annotations", "gitlab")
    assert json.loads(ran.stdout)["outcome"] == "failed"
    assert ran.stderr == ""


def test_what_could_not_be_carried_out_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    ran = call("127.0.0.1:1", "--from", "netns://no-such-namespace", "--junit", str(file))
    assert ran.returncode == 3
    ((_, result),) = results(file)
    assert result == ["Error"]


def test_many_reports_are_one_file_and_an_annotation_each(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(call("tcp://127.0.0.1:1", "--json").stdout)
    (tmp_path / "b.json").write_text("{}")
    file = tmp_path / "junit.xml"
    names = [str(tmp_path / name) for name in ("a.json", "a.json", "b.json")]
    ran = call("report", *names, "--junit", str(file), "--annotations", "github", "--markdown")
    assert ran.returncode == 2
    assert len([line for line in ran.stderr.splitlines() if line.startswith("::error title=")]) == 2
    assert [result for _, result in results(file)] == [["Failure"], ["Failure"], ["Error"]]
    assert call("report", names[0], "--annotations", "gitlab").stdout.startswith("\x1b[0Ksection_start:")


def test_a_file_that_cannot_be_written_is_a_sentence() -> None:
    ran = call("tcp://127.0.0.1:1", "--junit", "/proc/none/junit.xml")
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr


def test_a_command_that_is_run_is_annotated_too(tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    fails = (sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 1))")
    ran = call("run", "--annotations", "github", "--junit", str(file), "--", *fails)
    assert ran.returncode == 1
    assert "\n::error title=tcp%3A//127.0.0.1%3A1%3A connection refused " in ran.stderr
    ((_, kinds),) = results(file)
    assert kinds == ["Failure"]
    assert call("run", "--junit", str(file), "--", "true").returncode == 0
    assert results(file) == []
