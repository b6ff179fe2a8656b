"""``nocarrier lab`` as its users call it: whole processes, real faults."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from nocarrier.commands.lab import main
from nocarrier.commands.recording import replay
from nocarrier.diagnosis.assemble import report as assemble
from nocarrier.diagnosis.catalogue import causes
from nocarrier.lab import packages, scenarios
from nocarrier.lab.hosts import ROOT
from nocarrier.machines.recorded import load
from nocarrier.model.report import Report
from nocarrier.model.scenario import Expected

SLUG = "listening-on-loopback-only"
NOCARRIER = (sys.executable, "-m", "nocarrier", "lab")


def call(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (*NOCARRIER, *words), capture_output=True, text=True, timeout=60, env={**os.environ, **more}
    )


def test_every_scenario_is_listed_with_what_it_lacks() -> None:
    listed = msgspec.json.decode(call("list", "--json").stdout)
    assert [row["name"] for row in listed] == list(scenarios.everything())
    assert all(set(row) == {"name", "title", "missing"} for row in listed)
    plain = call("list").stdout
    assert all(row["name"] in plain for row in listed)


@pytest.mark.parametrize("words", [("run", "no-such-cause"), ("run", "x\x1b[31m" * 99), ("verify", "")])
def test_an_unknown_scenario_is_a_wrong_call_in_one_sentence(words: tuple[str, ...]) -> None:
    ran = call(*words)
    assert ran.returncode == 2
    assert ran.stderr.startswith("nocarrier: there is no scenario")
    assert ran.stderr.count("\n") == 1
    assert "\x1b" not in ran.stderr


def test_no_words_at_all_are_a_wrong_call() -> None:
    assert call().returncode == 2


@pytest.mark.lab
def test_run_prints_the_report_and_nothing_else_on_standard_output() -> None:
    ran = call("run", SLUG, "--json")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    report = msgspec.json.decode(ran.stdout, type=Report)
    assert report.verdict is not None
    assert report.verdict.cause == SLUG


@pytest.mark.lab
def test_alone_looks_at_the_client_s_side_only() -> None:
    report = msgspec.json.decode(call("run", SLUG, "--json", "--alone").stdout, type=Report)
    assert {seen.where for seen in report.evidence} == {"client"}


@pytest.mark.lab
def test_a_person_sees_first_what_was_built() -> None:
    ran = call("run", SLUG, COLUMNS="80")
    assert ran.returncode == 0
    assert ran.stderr.startswith("lab: ")
    assert "client   10.10.0.7" in ran.stderr
    assert SLUG in ran.stdout


@pytest.mark.lab
def test_recordings_run_again_to_the_same_end(tmp_path: Path) -> None:
    ran = call("record", SLUG, "--into", str(tmp_path))
    assert ran.returncode == 0, ran.stderr
    cause = next(cause for cause in causes() if cause.slug == SLUG)
    paths = sorted(tmp_path.rglob("*.json"))
    here = {found.name: name for name, found in scenarios.of(cause).items() if not packages.missing(found)}
    assert {path.parent.name for path in paths} == set(here)
    assert all(name in here.values() or name in ran.stderr for name in scenarios.of(cause))
    for path in paths:
        recording = load(path)
        assert scenarios.shortfall(assemble(replay(recording)), recording.expected) == ""
        assert str(Path.home()) not in path.read_text() or str(Path.home()) == "/root"


@pytest.mark.lab
def test_a_fix_that_is_a_text_is_no_failure_of_the_connection() -> None:
    ran = call("verify", f"{SLUG}/bound-to-everything")
    assert ran.returncode == 3
    assert "nothing is wrong" in ran.stderr


@pytest.mark.lab
def test_the_shell_is_on_the_client_and_takes_the_lab_with_it() -> None:
    pid, terminal = pty.fork()
    if not pid:
        os.environ["SHELL"] = "/bin/sh"
        os.execv(sys.executable, [*NOCARRIER, "shell", SLUG])
    os.write(terminal, f"cat /proc/sys/kernel/hostname; ls -d {ROOT}; nocarrier --version; exit\n".encode())
    said = b""
    try:
        while chunk := os.read(terminal, 4096):
            said += chunk
    except OSError:  # a terminal whose last user is gone (EIO)
        pass
    _, status = os.waitpid(pid, 0)
    lines = said.decode().splitlines()
    assert os.waitstatus_to_exitcode(status) == 0, said
    assert any(line.strip().endswith("client") for line in lines), said
    assert not Path(ROOT).exists()


@pytest.mark.lab
@pytest.mark.parametrize("pause", [0.05, 0.2, 0.35, 0.5])
def test_control_c_at_any_moment_leaves_nothing(pause: float) -> None:
    running = subprocess.Popen((*NOCARRIER, "run", SLUG), stdout=-1, stderr=-1, start_new_session=True)
    time.sleep(pause)
    os.killpg(running.pid, signal.SIGINT)
    running.communicate(timeout=10)
    deadline = time.monotonic() + 5  # what its guard still has to end goes after it
    while _in_session(running.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _in_session(running.pid) == []


@pytest.mark.lab
def test_control_c_is_answered_without_a_traceback() -> None:
    running = subprocess.Popen((*NOCARRIER, "run", SLUG), stdout=-1, stderr=-1, start_new_session=True)
    assert running.stderr is not None
    assert running.stderr.readline().startswith(b"lab: ")
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=10)
    assert b"Traceback" not in err + out
    assert running.returncode == 130


def _in_session(session: int) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(path.read_text(errors="replace").rpartition(")")[2].split()[3]) == session:
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def test_a_shortfall_is_told_in_a_clause() -> None:
    report = msgspec.convert(
        {
            "schema": "nocarrier.report/1",
            "tool": {"name": "n", "version": "1"},
            "target": {"input": "x", "scheme": "tcp", "host": "x", "port": 1, "path": ""},
            "started_at": "2026-11-24T00:00:00Z",
            "duration_ms": 1,
            "outcome": "failed",
            "symptom": "refused",
            "failed_step": "tcp",
            "verdict": {"cause": "wrong-port", "certainty": "likely", "summary": "s", "because": ["e1"]},
        },
        type=Report,
    )
    assert scenarios.shortfall(report, Expected(verdict="wrong-port")) == ""
    assert scenarios.shortfall(report, Expected(verdict="wrong-port", certainty="proven")) == (
        "it calls wrong-port likely, not proven"
    )
    assert scenarios.shortfall(report, Expected(verdict="wrong-host")) == "it names wrong-port, not wrong-host"
    assert scenarios.shortfall(report, Expected(verdict="", outcome="connected")) == (
        "the outcome is failed, not connected"
    )


@pytest.mark.lab
def test_the_lab_speaks_the_language_that_is_asked_for() -> None:
    ran = call("verify", "--lang", "de", f"{SLUG}/bound-to-everything")
    assert ran.stderr == "nocarrier: hier fehlt nichts, also gibt es nichts zu beheben\n"
    assert "lauscht" in call("run", "--lang", "de", SLUG).stdout


def test_another_system_than_linux_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert main(["list", "--lang", "en"]) == 3
    assert "Linux" in capsys.readouterr().err
