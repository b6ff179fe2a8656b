"""The words of every command as a table, taken from the parsers that read them and print ``--help``.

From it come the completions and the man page. The only place that looks into argparse, whose parsers keep what was defined in
attributes that begin with an underscore and have not changed since Python 3.2; shtab and argcomplete stand on the same.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module

from nocarrier.commands import COMMANDS
from nocarrier.model.annotations import Any
from nocarrier.model.prose import Translate
from nocarrier.model.record import Record


class Option(Record, kw_only=True):
    """``names`` as they are typed; ``metavar`` is empty where it takes no value; ``excludes`` others of its group."""

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    repeated: bool = False
    ends: bool = False
    "It prints something, and that is all (--help, --version)."
    excludes: tuple[str, ...] = ()


class Argument(Record, kw_only=True):
    """A word by its place; ``many`` where more may follow, ``least`` how many must be there."""

    metavar: str
    help: str
    choices: tuple[str, ...] = ()
    many: bool = False
    least: int = 1


class Command(Record, kw_only=True):
    """A command, ``words`` as they are typed after the program's name, or a group of commands."""

    words: tuple[str, ...]
    about: str
    options: tuple[Option, ...] = ()
    arguments: tuple[Argument, ...] = ()
    commands: tuple[Command, ...] = ()

    @property
    def name(self) -> str:
        """The words with a blank between them."""
        return " ".join(self.words)

    @property
    def summary(self) -> str:
        """The first sentence of what it is about, for a list."""
        return first_sentence(self.about)

    def each(self) -> Iterator[Command]:
        """This command and all below it."""
        yield self
        for command in self.commands:
            yield from command.each()


def commands(translate: Translate) -> tuple[Command, ...]:
    """Every command of `COMMANDS`, in that order; the first, ``diagnose``, is also what the bare program does."""
    return tuple(_command((name,), _parser(name, translate)) for name in COMMANDS)


def abouts(translate: Translate) -> list[tuple[str, str]]:
    """The commands beside the first, and a sentence on each."""
    return [(name, first_sentence(_parser(name, translate).description or "")) for name in COMMANDS[1:]]


def first_sentence(text: str) -> str:
    """Up to the first stop that a blank follows."""
    sentence, stop, _ = text.partition(". ")
    return f"{sentence}." if stop else text


def _parser(name: str, translate: Translate) -> argparse.ArgumentParser:
    made = import_module(f"nocarrier.commands.{name}").parser(translate)
    assert isinstance(made, argparse.ArgumentParser)
    return made


def _command(words: tuple[str, ...], parser: argparse.ArgumentParser, about: str = "") -> Command:
    options, arguments, below = [], [], tuple[Command, ...]()
    helps = parser._get_formatter()
    excludes = _excludes(parser)
    for action in parser._actions:
        text = helps._expand_help(action) if action.help else ""
        if isinstance(action, argparse._SubParsersAction):
            told = {each.dest: each.help or "" for each in action._choices_actions}
            below = tuple(_command((*words, name), each, told.get(name, "")) for name, each in action.choices.items())
        elif action.help is argparse.SUPPRESS:
            continue
        elif action.option_strings:
            options.append(_option(action, text, excludes.get(id(action), ())))
        else:
            arguments.append(_argument(action, text))
    return Command(
        words=words,
        about=about or parser.description or "",
        options=tuple(options),
        arguments=tuple(arguments),
        commands=below,
    )


def _option(action: argparse.Action, text: str, excludes: tuple[str, ...]) -> Option:
    return Option(
        names=tuple(action.option_strings),
        help=text,
        metavar="" if action.nargs == 0 else _metavar(action),
        choices=tuple(map(str, action.choices or ())),
        repeated=isinstance(action, argparse._AppendAction),
        ends=isinstance(action, (argparse._HelpAction, argparse._VersionAction)),
        excludes=tuple(name for name in excludes if name not in action.option_strings),
    )


def _argument(action: argparse.Action, text: str) -> Argument:
    return Argument(
        metavar=_metavar(action),
        help=text,
        choices=tuple(map(str, action.choices or ())),
        many=action.nargs in ("*", "+", argparse.REMAINDER),
        least=0 if action.nargs in ("?", "*", argparse.REMAINDER) else 1,
    )


def _metavar(action: argparse.Action) -> str:
    """The name of its value as it is shown; where the choices are shown in its place, these."""
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices:
        return "|".join(map(str, action.choices))
    return action.dest.upper()


def _excludes(parser: argparse.ArgumentParser) -> dict[int, tuple[str, ...]]:
    """By the identity of an action, the options that cannot stand beside it."""
    found: dict[int, tuple[str, ...]] = {}
    for group in parser._mutually_exclusive_groups:
        members: list[Any] = group._group_actions
        names = tuple(name for member in members for name in member.option_strings)
        found.update(dict.fromkeys(map(id, members), names))
    return found
