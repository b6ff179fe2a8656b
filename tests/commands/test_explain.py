"""Tests of `nocarrier explain` as a whole process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LINE = "Error: connect ECONNREFUSED 127.0.0.1:5001"


def call(*words: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nocarrier", "explain", *words], input=text, capture_output=True, text=True, timeout=60
    )


def test_words_standard_input_and_a_file_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(LINE)
    outcomes = [call(LINE), call(text=LINE), call("-", text=LINE), call(str(tmp_path / "log"))]
    assert {(ran.returncode, ran.stdout) for ran in outcomes} == {(0, outcomes[0].stdout)}
    assert "server-not-listening" in outcomes[0].stdout


def test_json_is_the_contract_s(tmp_path: Path) -> None:
    told = json.loads(call("--json", LINE).stdout)
    assert told["schema"] == "nocarrier.explanation/1"
    (error,) = told["errors"]
    assert {"text", "client", "class", "step", "code", "target", "causes", "cannot_tell", "next"} <= error.keys()
    assert error["class"] == "refused"
    assert error["target"] == {"scheme": None, "host": "127.0.0.1", "port": 5001}


def test_a_text_without_an_error_is_exit_code_1() -> None:
    assert call("all is well").returncode == 1
    assert json.loads(call("--json", text="").stdout)["errors"] == []


def test_it_speaks_german_and_hides_secrets() -> None:
    ran = call("--lang", "de", text="http://user:hunter2@shop:80 connect ECONNREFUSED 10.0.0.1:80")
    assert "hunter2" not in ran.stdout
    assert "Am wahrscheinlichsten zuerst" in ran.stdout


def test_nothing_that_a_terminal_obeys_comes_through() -> None:
    ran = call(text="\x1b]0;owned\x07connect ECONNREFUSED 10.0.0.1:80 \x1b[31m\x9b31m\u202e")
    assert not any(ord(letter) < 32 and letter != "\n" for letter in ran.stdout)
