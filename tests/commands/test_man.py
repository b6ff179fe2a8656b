"""The manual page: its programs find nothing wrong with it, and it says what the parsers say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nocarrier.commands import _troff as troff
from nocarrier.commands._table import commands
from nocarrier.locale import LANGUAGES

CHECKS = {
    "mandoc": ("mandoc", "-T", "lint", "-W", "all"),
    "groff": ("groff", "-ww", "-z", "-man", "-Tutf8"),
    "man": ("man", "--warnings", "-E", "UTF-8", "-l"),
}
RENDERERS = {"mandoc": ("mandoc", "-T", "utf8"), "man": ("man", "-P", "cat", "-E", "UTF-8", "-l")}


def page(spoken: str, folder: Path) -> Path:
    file = folder / f"nocarrier.{spoken}.1"
    with file.open("wb") as out:
        subprocess.run([sys.executable, "-m", "nocarrier", "man", "--lang", spoken], stdout=out, check=True)
    return file


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("program", CHECKS)
def test_nothing_is_wrong_with_it(program: str, spoken: str, tmp_path: Path) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not here")
    ran = subprocess.run([*CHECKS[program], str(page(spoken, tmp_path))], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    if program == "mandoc":
        assert ran.stdout == ""


@pytest.mark.parametrize("program", RENDERERS)
def test_every_command_and_option_can_be_read(program: str, tmp_path: Path) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not here")
    environment = {**os.environ, "MANWIDTH": "200", "MAN_KEEP_FORMATTING": "", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        [*RENDERERS[program], str(page("en", tmp_path))], capture_output=True, text=True, env=environment, check=True
    )
    shown = " ".join("".join(_without_overstrikes(ran.stdout)).split())
    for command in (each for one in commands(str) for each in one.each()):
        assert f"nocarrier {command.name}" in shown or command.name == "diagnose"
        for option in command.options:
            assert ", ".join(option.names) in shown
            assert " ".join(option.help.replace("…", "...").split()) in shown


def _without_overstrikes(text: str) -> list[str]:
    """Bold and underlined letters of a terminal of 1975, and the escape sequences of one of today, are plain ones here."""
    letters: list[str] = []
    for letter in text:
        if letter == "\b":
            letters.pop()
        else:
            letters.append(letter)
    return letters


@pytest.mark.parametrize("text", ["\\fBx", ".TH", "'x", 'a-b --c `d` ^~"', "ä ✗ …", "\\", "a\n.b"])
def test_any_text_is_printed_as_it_stands(text: str, tmp_path: Path) -> None:
    if not shutil.which("groff"):
        pytest.skip("groff is not here")
    document = ".TH X 1\n.nf\n" + troff.text(text) + "\n"
    ran = subprocess.run(
        ["groff", "-ww", "-man", "-Tutf8", "-P-c", "-rLL=100n"], input=document, capture_output=True, text=True
    )
    assert ran.stderr == ""
    shown = [line.strip() for line in "".join(_without_overstrikes(ran.stdout)).splitlines()]
    for line in text.replace("…", "...").split("\n"):
        assert line in shown
