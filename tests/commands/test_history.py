"""The file of targets that were diagnosed: what is in it, whose it is, and that many may write it at once."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from nocarrier.commands._history import LARGEST, MOST, place, remember, remembered, shown
from nocarrier.readings.target import parse_target


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path)}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("http://user:hunter2@shop.example:8080/x?token=hunter2#hunter2", "http://shop.example:8080/x"),
        ("redis://:hunter2@cache", "redis://cache"),
        ("https://shop.example/a", "https://shop.example/a"),
        ("https://shop.example:443", "https://shop.example"),
        ("http://[fd00::80]:80/", "http://[fd00::80]/"),
        ("shop.example:80", "tcp://shop.example:80"),
        ("unix:///run/app.sock", "unix:///run/app.sock"),
        ("http://none:80", ""),
    ],
)
def test_what_is_kept_is_what_one_would_type_again_and_nothing_secret(typed: str, kept: str) -> None:
    assert shown(parse_target(typed)) == kept


def test_the_newest_comes_first_and_each_once(environ: dict[str, str]) -> None:
    for port in (1, 2, 1):
        remember(parse_target(f"tcp://h:{port}"), environ)
    assert remembered(environ) == ("tcp://h:1", "tcp://h:2")
    file = Path(place(environ))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_it_stays_small(environ: dict[str, str]) -> None:
    for number in range(2000):
        remember(parse_target(f"tcp://host-with-a-name:{number % 500 + 1}"), environ)
    assert Path(place(environ)).stat().st_size <= LARGEST + 40
    assert len(remembered(environ)) == MOST
    assert remembered(environ)[0] == "tcp://host-with-a-name:500"


def test_where_it_stands() -> None:
    assert place({"XDG_STATE_HOME": "/x", "HOME": "/h"}) == "/x/nocarrier/targets"
    assert place({"XDG_STATE_HOME": "relative", "HOME": "/h"}) == "/h/.local/state/nocarrier/targets"
    assert place({}) == ""
    assert place({"HOME": "/h", "NOCARRIER_HISTORY": "0"}) == ""


def test_what_cannot_be_written_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    remember(parse_target("tcp://h:1"), {"XDG_STATE_HOME": str(tmp_path / "file")})
    remember(parse_target("tcp://h:1"), {"XDG_STATE_HOME": "/proc/nothing/here"})
    (tmp_path / "nocarrier").mkdir()
    (tmp_path / "nocarrier" / "targets").symlink_to(tmp_path / "file")
    remember(parse_target("tcp://h:1"), {"XDG_STATE_HOME": str(tmp_path)})
    assert (tmp_path / "file").read_text() == ""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has another's home as its own")
def test_nothing_is_made_in_a_home_of_somebody_else(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)
    remember(parse_target("tcp://h:1"), {"HOME": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_anything_does_no_harm(environ: dict[str, str]) -> None:
    remember(parse_target("tcp://h:1"), environ)
    Path(place(environ)).write_bytes(b"\xff\xfe\x00tcp://\x1b[2J\nno target\n" + b"x" * 100_000 + b"\ntcp://")
    assert remembered(environ) == ()
    remember(parse_target("tcp://h:2"), environ)
    remember(parse_target("tcp://h:3"), environ)
    assert remembered(environ)[0] == "tcp://h:3"


def test_many_at_once_do_not_cut_into_one_another(environ: dict[str, str]) -> None:
    program = (
        "import sys; from nocarrier.commands._history import remember; from nocarrier.readings.target import parse_target\n"
        "for n in range(1, 401): remember(parse_target(f'tcp://{sys.argv[1] * 9}.example:{n}'), {'HOME': sys.argv[2]})"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, letter, environ["HOME"]]) for letter in "abcd"]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    file = Path(place(environ))
    lines = file.read_text().splitlines()
    assert lines
    for line in lines:
        assert shown(parse_target(line)) == line
        assert len(set(line.removeprefix("tcp://").partition(".")[0])) == 1
    assert list(file.parent.iterdir()) == [file]


def test_a_diagnosis_is_remembered_by_the_command_and_not_by_the_library(environ: dict[str, str]) -> None:
    whole = {**{name: value for name, value in os.environ.items() if name != "NOCARRIER_HISTORY"}, **environ}
    whole.pop("XDG_STATE_HOME", None)

    def ran(*words: str, **more: str) -> None:
        subprocess.run([sys.executable, *words], env=whole | more, capture_output=True, check=False, timeout=60)

    ran("-c", "import nocarrier; nocarrier.diagnose('tcp://127.0.0.1:1')")
    ran("-m", "nocarrier", "tcp://127.0.0.1:1", NOCARRIER_HISTORY="0")
    assert remembered(environ) == ()
    ran("-m", "nocarrier", "tcp://127.0.0.1:1")
    assert remembered(environ) == ("tcp://127.0.0.1:1",)
