"""``nocarrier man``: the manual page, made of the tables that ``--help`` is printed from."""

from __future__ import annotations

from nocarrier.commands import _manual as manual
from nocarrier.commands import _troff as troff
from nocarrier.commands._reader import add_language
from nocarrier.commands._streams import document
from nocarrier.commands._table import Argument, Command, Option, commands
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import Translate
from nocarrier.reports.words import CERTAINTIES_EXPLAINED
from nocarrier.version import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser


def main(arguments: list[str]) -> int:
    """Print it."""
    spoken = language(wanted(arguments))
    speak(spoken)
    parser(translator(spoken)).parse_args(arguments)
    document(page(spoken))
    return 0


def parser(_: Translate) -> ArgumentParser:
    """The words of this command."""
    from argparse import ArgumentParser

    made = ArgumentParser(
        prog="nocarrier man", description=_("Print the manual page: nocarrier man | man -l - shows it.")
    )
    add_language(made, _)
    return made


def page(spoken: str) -> str:
    """The whole page in one language."""
    speak(spoken)
    _ = translator(spoken)
    known = commands(_)
    first = known[0]
    parts = [
        troff.title("nocarrier", 1, date=manual.DATE, source=f"nocarrier {__version__}", manual=_("User commands")),
        troff.section(_("Name").upper()),
        f"nocarrier \\- {troff.text(first.about.rstrip('.'))}\n",
        troff.section(_("Synopsis").upper()),
        _synopsis(known),
        troff.section(_("Description").upper()),
        *(troff.paragraph(each.render(_)) for each in manual.ABOUT),
        troff.section(_("Options").upper()),
        *(_option(option) for option in first.options),
        troff.subsection("TARGET"),
        troff.paragraph(manual.TARGETS.render(_)),
        troff.subsection("WHERE"),
        troff.entries((term, words.render(_)) for term, words in manual.PLACES),
        troff.section(_("Commands").upper()),
        *(_described(command, first) for one in known[1:] for command in one.each()),
    ]
    for heading, terms in (
        (_("How sure it is"), tuple(CERTAINTIES_EXPLAINED.items())),
        (_("Exit status"), manual.EXITS),
        (_("Environment"), manual.ENVIRONMENT),
        (_("Files"), manual.FILES),
    ):
        parts += [troff.section(heading.upper()), troff.entries((term, words.render(_)) for term, words in terms)]
    parts += [
        troff.section(_("Examples").upper()),
        *(troff.example(words.render(_), command) for words, command in manual.EXAMPLES),
        troff.section(_("See also").upper()),
        troff.paragraph(manual.SEE_ALSO),
    ]
    return troff.joined(parts)


def _synopsis(known: tuple[Command, ...]) -> str:
    lines = [f".B nocarrier\n{_words(known[0])}\n"]
    for command in (each for one in known[1:] for each in one.each() if not each.commands):
        lines.append(f".br\n.B nocarrier {troff.text(command.name)}\n{_words(command)}\n")
    return "".join(lines).replace("\n\n", "\n")


def _words(command: Command) -> str:
    """What may follow a command's name."""
    short = [_in_brackets(troff.italic("OPTION"), "...")] if command.options else []
    return " ".join((*short, *map(_place, command.arguments)))


def _place(argument: Argument) -> str:
    shown = troff.bold(argument.metavar) if argument.choices else troff.italic(argument.metavar)
    more = "..." if argument.many else ""
    return f"{shown}{more}" if argument.least else _in_brackets(shown, more)


def _in_brackets(words: str, more: str = "") -> str:
    return f"[{words}]{more}"


def _option(option: Option) -> str:
    names = ", ".join(map(troff.bold, option.names))
    value = "|".join(map(troff.bold, option.choices)) if option.choices else troff.italic(option.metavar)
    return troff.entry(f"{names} {value}" if option.metavar else names, option.help)


def _described(command: Command, first: Command) -> str:
    """A command, with its arguments and those of its options that are not the same for every one."""
    parts = [troff.subsection(f"nocarrier {command.name}"), troff.paragraph(command.about)]
    if not command.commands:
        parts += [troff.entry(_place(argument), argument.help) for argument in command.arguments]
        parts += [_option(each) for each in command.options if each not in first.options]
    return "".join(parts)
