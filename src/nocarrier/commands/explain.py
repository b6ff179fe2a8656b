"""``nocarrier explain [TEXT|-|FILE…]``: what a message of any client means."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from nocarrier.commands._reader import Reader, add_language
from nocarrier.commands._streams import document, tell
from nocarrier.commands._text import texts
from nocarrier.diagnosis.explaining import explained
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.explanation import Explained
from nocarrier.model.prose import Translate
from nocarrier.readings.messages.asked import asked_about
from nocarrier.reports.pen import pen_for

if TYPE_CHECKING:
    from argparse import ArgumentParser

FOUND, NOTHING, NOT_CARRIED_OUT = 0, 1, 3
"Exit codes."


def main(arguments: list[str]) -> int:
    """Read the text, and print what it means. 1: there is no connection error in it; 3: it, or a part, cannot be read."""
    spoken = language(wanted(arguments))
    translate = translator(spoken)
    speak(spoken)
    words = _read(arguments, translate)
    told, whole = _read_and_explained(words.text, translate)
    if not told and not whole:
        return NOT_CARRIED_OUT
    if words.json:
        _print_json(told, translate)
    else:
        _print(told, translate)
    return NOT_CARRIED_OUT if not whole else FOUND if told else NOTHING


def _read_and_explained(words: list[str], translate: Translate) -> tuple[tuple[Explained, ...], bool]:
    """The errors in what the words stand for, and whether all of it could be read."""
    told, whole = tuple[Explained, ...](), True
    for text in texts(words, translate):
        told = explained(asked_about(text))
        whole = text.whole
        if told:
            break
    return told, whole


def _print(told: tuple[Explained, ...], translate: Translate) -> None:
    from nocarrier.reports.explanation import lines

    pen = pen_for(sys.stdout, translate)
    if not told:
        tell(pen.say("There is no connection error in this text that I know.") + "\n")
    tell("".join(f"{line}\n" for line in lines(told, pen)))


def _print_json(told: tuple[Explained, ...], translate: Translate) -> None:
    import json

    from nocarrier.reports.explanation import as_json
    from nocarrier.reports.pen import Pen

    document(json.dumps(as_json(told, Pen(translate=translate)), indent=2, ensure_ascii=False) + "\n")


def _read(arguments: list[str], translate: Translate) -> SimpleNamespace:
    """The words of a call; argparse is asked only for what is not plain to read."""
    if not arguments or not any(word.startswith("-") and word != "-" for word in arguments):
        return SimpleNamespace(text=arguments, json=False, lang=None)
    reader = Reader()
    define(reader, str)
    return reader.read(arguments) or SimpleNamespace(**vars(parser(translate).parse_args(arguments)))


def parser(_: Translate) -> ArgumentParser:
    """The words of this command; their help is translated."""
    from argparse import ArgumentParser

    made = ArgumentParser(prog="nocarrier explain", description=_("What an error message of any client means."))
    define(made, _)
    return made


def define(made: ArgumentParser | Reader, _: Translate) -> None:
    """Every option and argument."""
    made.add_argument(
        "text", nargs="*", metavar="TEXT", help=_("the message, a file that holds it, or - for standard input")
    )
    made.add_argument("--json", action="store_true", help=_("the explanation as JSON"))
    add_language(made, _)
