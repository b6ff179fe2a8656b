"""Tests of `nocarrier explain` as a whole process."""

from __future__ import annotations

import gzip
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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


def start(*words: str, given: int | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "nocarrier", "explain", *words],
        stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_several_files_are_read_together(tmp_path: Path) -> None:
    for name, line in (("a", LINE), ("b", "dial tcp 10.0.0.1:80: i/o timeout")):
        (tmp_path / name).write_text(line)
    told = json.loads(call("--json", str(tmp_path / "a"), str(tmp_path / "b")).stdout)
    assert {error["class"] for error in told["errors"]} == {"refused", "timed-out"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_log_of_windows_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "log").write_bytes(f"all is well\r\n{LINE}\r\n".encode(encoding))
    assert call(str(tmp_path / "log")).stdout == call(LINE).stdout


def test_a_packed_log_is_unpacked_and_read_as_far_as_it_goes(tmp_path: Path) -> None:
    packed = gzip.compress(f"{LINE}\n".encode()) * 2
    (tmp_path / "log.gz").write_bytes(packed + gzip.compress(b"all is well\n" * 99)[:-9])
    ran = call(str(tmp_path / "log.gz"))
    assert "127.0.0.1:5001" in ran.stdout
    assert (ran.returncode, ran.stderr.count("cut short")) == (3, 1)


def test_a_packed_log_of_which_the_end_is_missing_is_not_said_to_hold_nothing(tmp_path: Path) -> None:
    packed = gzip.compress("\n".join(map(str, range(9999))).encode())
    for name, content in (("half", packed[:-2000]), ("whole", packed), ("twice", packed * 2), ("begun", packed[:5])):
        (tmp_path / name).write_bytes(content)
    for name, code in (("half", 3), ("whole", 1), ("twice", 1), ("begun", 3)):
        ran = call(str(tmp_path / name))
        assert (ran.returncode, "cut short" in ran.stderr, bool(ran.stdout)) == (code, code == 3, code == 1)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x1f\x8b\x08" + b"?" * 90, "damaged"),
        (b"\xfd7zXZ\x00", "xzcat"),
        (b"LPKSHHRH", "journalctl"),
        (b"(\xb5/\xfd", "zstdcat"),
    ],
)
def test_what_is_no_text_gets_one_sentence_that_helps(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "log").write_bytes(content)
    ran = call(str(tmp_path / "log"))
    assert (ran.returncode, ran.stdout) == (3, "")
    assert says in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_directory_and_a_file_that_is_not_there_are_said_to_be_that(tmp_path: Path) -> None:
    ran = call(str(tmp_path))
    assert (ran.returncode, ran.stderr) == (3, f"nocarrier: Is a directory: {tmp_path}\n")
    for name in ("none.log", "ECONNREFUSED.txt", "connection-refused.log.1"):
        ran = call(str(tmp_path / name))
        assert (ran.returncode, ran.stdout) == (3, "")
        assert ran.stderr == f"nocarrier: No such file or directory: {tmp_path / name}\n"


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("gone.log", "No such file or directory: gone.log"),
        ("gone", "No such file or directory: gone"),
        (".", "Is a directory: ."),
        ("packed", "packed: It is packed with bzip2; bzcat unpacks it: bzcat FILE | nocarrier explain"),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_file_that_cannot_be_read_is_told_and_leaves_the_others(
    bad: str, says: str, order: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.log").write_text(LINE)
    Path("packed").write_bytes(b"BZh91")
    ran = call(*("good.log", bad)[::order])
    assert (ran.returncode, ran.stderr) == (3, f"nocarrier: {says}\n")
    assert ran.stdout == call(LINE).stdout


def test_standard_input_may_stand_among_files(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("dial tcp 10.0.0.1:80: i/o timeout")
    told = json.loads(call("--json", "-", str(tmp_path / "b"), text=LINE).stdout)
    assert {error["class"] for error in told["errors"]} == {"refused", "timed-out"}


def test_words_that_are_a_message_are_one_though_a_file_is_named_like_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("connect").write_text("dial tcp 10.0.0.1:80: i/o timeout")
    ran = call("connect", "ECONNREFUSED", "127.0.0.1:5001")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "ECONNREFUSED" in ran.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read any file")
def test_a_file_that_may_not_be_read_is_said_to_be_that(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(LINE)
    (tmp_path / "log").chmod(0)
    ran = call(str(tmp_path / "log"))
    assert (ran.returncode, ran.stderr) == (3, f"nocarrier: Permission denied: {tmp_path / 'log'}\n")


def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    process = start(str(tmp_path / "pipe"))
    (tmp_path / "pipe").write_text(LINE)
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, call(LINE).stdout.encode())


def test_a_terminal_is_told_what_is_expected() -> None:
    ours, theirs = pty.openpty()
    process = start(given=theirs)
    os.close(theirs)
    assert process.stderr is not None
    assert b"Ctrl-D" in process.stderr.readline()
    os.write(ours, LINE.encode() + b"\n\x04")
    out, err = process.communicate(timeout=60)
    os.close(ours)
    assert (process.returncode, out, err) == (0, call(LINE).stdout.encode(), b"")


def test_an_interrupt_while_reading_ends_it_without_a_word_too_many() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # where it is ignored, a child ignores it too
    process = start(given=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    assert process.stdin is not None
    process.stdin.write(LINE.encode() + b"\n" * 600)
    process.stdin.flush()
    _wait_until_it_reads(process.pid)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"\nnocarrier: interrupted\n")


def _wait_until_it_reads(pid: int) -> None:
    """Until the process waits in read(2) on its standard input (proc(5), /proc/PID/syscall: number and arguments)."""
    for _ in range(6000):
        if Path(f"/proc/{pid}/syscall").read_text().startswith(("0 0x0 ", "63 0x0 ")):  # on x86-64, on arm64
            return
        time.sleep(0.01)
    pytest.fail("it does not read")


def test_a_reader_that_went_away_has_what_it_wanted() -> None:
    process = start(LINE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
