"""The README is true: its commands exist, and its library example runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from nocarrier.commands import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_library_example_runs() -> None:
    (example,) = blocks("python")
    ran = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True)
    assert ran.stdout == "failed server-not-listening proven\n"


def test_the_two_commands_are_there() -> None:
    named = re.findall(r"^(\./[\w-]+)", blocks("sh")[0], re.MULTILINE)
    assert named == ["./try-it", "./setup-and-test"]
    for name in named:
        assert os.access(ROOT / name, os.X_OK)


@pytest.mark.parametrize("line", [line for block in blocks("sh")[1:] for line in block.splitlines() if line])
def test_every_command_is_a_right_call(line: str) -> None:
    """Its words are taken as they stand; nothing is dialled (the parsers are asked)."""
    words = shlex.split(line, comments=True)
    assert words.pop(0) == "nocarrier"
    if words[0] in ("causes", "lab"):
        from nocarrier.diagnosis.catalogue import cause

        slug = words[-1]
        assert slug == "list" or cause(slug) is not None
        return
    if words[0] == "explain":
        from nocarrier.readings.messages.scan import scan

        assert scan([" ".join(words[1:]).encode()])
        return
    if words[0] == "edges":
        from nocarrier.commands.edges import parser as edges
        from nocarrier.facts.edges import provider

        assert all(provider(slug) for slug in edges(str).parse_args(words[1:]).provider)
        return
    if words[0] in COMMANDS:
        assert import_module(f"nocarrier.commands.{words[0]}").parser(str).parse_args(words[1:])
        return
    from nocarrier.commands.diagnose import parser
    from nocarrier.diagnosis.asking import check_place
    from nocarrier.readings.target import parse_target

    call = parser().parse_args(words)
    parse_target(call.target, call.port)
    for place in (call.server, call.from_):
        if place is not None:
            check_place(place)


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / link).exists(), link


def _told(text: str) -> str:
    """The words of a report, without what differs from run to run: times, process numbers, places and names of Python."""
    text = re.sub(r"[\d.]+ m?s\b", "T", text)
    text = re.sub(r"(pid |kill |/proc/)\d+", r"\1N", text)
    text = re.sub(r"\S*\bpython[\d.]*\b(?!\.)", "python", text)
    text = re.sub(r"/(?:srv/files|run/lab/server/daemon\d)", "DIR", text)
    return " ".join(text.split())


@pytest.mark.lab
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="the place of the server is root's to enter"
)
def test_the_transcript_is_what_is_printed() -> None:
    from nocarrier.causes.server.listening_on_loopback_only import SCENARIO
    from nocarrier.lab import build

    command, _, printed = README.partition("```\n$ ")[2].partition("```")[0].partition("\n")
    with build(SCENARIO) as lab:
        words = command.replace("netns://server", lab.place("server")).split()[1:]
        ran = lab.run("client", (sys.executable, "-m", "nocarrier", *words))
    assert _told(ran.out.decode()) == _told(printed)
