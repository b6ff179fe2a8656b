"""--help of every command: complete, of one form, translated, and the same for both readers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module

import pytest

from nocarrier.commands import COMMANDS
from nocarrier.commands._reader import Reader
from nocarrier.commands._table import Command, commands
from nocarrier.locale import LANGUAGES, translator

EVERY = [each for command in commands(str) for each in command.each()]
DEFINED_TWICE = [name for name in COMMANDS if hasattr(import_module(f"nocarrier.commands.{name}"), "define")]


def called(command: Command) -> str:
    return command.name


def shown(*words: str, spoken: str = "en") -> str:
    environment = {**os.environ, "LC_ALL": f"{spoken}.UTF-8", "LANGUAGE": spoken, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "nocarrier", *words]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    return " ".join(ran.stdout.split())


@pytest.mark.parametrize("command", EVERY, ids=called)
def test_every_word_is_explained(command: Command) -> None:
    assert command.about
    for option in command.options:
        assert option.help, option.names
    for argument in command.arguments:
        assert argument.help, argument.metavar


@pytest.mark.parametrize("command", EVERY, ids=called)
def test_one_form(command: Command) -> None:
    """A command's sentence ends with a stop, an option's help is a clause that does not; the same words mean the same."""
    if len(command.words) == 1:
        assert command.about[0].isupper()
        assert command.about.endswith(".")
    usual = {option.names: option.help for option in EVERY[0].options}
    for option in command.options:
        assert not option.help.endswith(".")
        assert option.help[0].islower() or option.help.split()[0].isupper() or option.help[:2] in ("IP", "JS"), option
        if option.names[-1] in ("--lang", "--help", "--verbose", "--redact"):
            assert option.help == usual[option.names]


@pytest.mark.parametrize("command", EVERY, ids=called)
def test_help_is_printed_in_every_language(command: Command) -> None:
    words = command.words if command.name != "diagnose" else ()
    for spoken in LANGUAGES:
        text = shown(*words, "--help", spoken=spoken)
        for option in command.options:
            assert option.names[-1] in text
    assert "Aufruf:" in text
    assert not re.search(r"\b(usage:|positional arguments|options:|show this help)", text)


@pytest.mark.parametrize("spoken", [spoken for spoken in LANGUAGES if spoken != "en"])
def test_every_help_is_translated(spoken: str) -> None:
    english = {(each.name, name): option.help for each in EVERY for option in each.options for name in option.names}
    translated = [each for command in commands(translator(spoken)) for each in command.each()]
    same = {
        (each.name, name)
        for each in translated
        for option in each.options
        for name in option.names
        if option.help == english[each.name, name] and not option.ends
    }
    assert not same
    assert not [each.name for each, other in zip(translated, EVERY, strict=True) if each.about == other.about]


@pytest.mark.parametrize("name", DEFINED_TWICE)
def test_both_readers_have_the_same_options(name: str) -> None:
    """What the quick reader takes argparse takes too; what it does not take it leaves to argparse."""
    module = import_module(f"nocarrier.commands.{name}")
    reader = Reader()
    module.define(reader, str)
    quick = set(reader._options)
    (command,) = [each for each in EVERY if each.name == name]
    careful = {option for each in command.options for option in each.names if not each.ends}
    assert quick == careful


def test_the_overview_names_every_command_and_the_exit_codes() -> None:
    text = shown("--help")
    for command in EVERY[1:]:
        if len(command.words) == 1:
            assert f"{command.name} {command.summary}" in text
    assert re.search(r"Exit codes: 0 .* 1 .* 2 .* 3 ", text)
