"""``nocarrier completion bash|zsh|fish``: the script with which a shell completes a call; and the words it asks for."""

from __future__ import annotations

from nocarrier.commands._reader import add_language
from nocarrier.commands._streams import document
from nocarrier.model.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from nocarrier.model.prose import Translate

SHELLS = ("bash", "zsh", "fish")


def main(arguments: list[str]) -> int:
    """Print the script. What a script asks, ``words KIND BEGUN``, is answered first and loads nothing else."""
    if arguments[:1] == ["words"]:
        return _words(arguments[1:])
    from importlib import import_module

    from nocarrier.commands._table import commands
    from nocarrier.locale import language, speak, translator, wanted

    spoken = language(wanted(arguments))
    translate = translator(spoken)
    speak(spoken)
    shell = parser(translate).parse_args(arguments).shell
    document(import_module(f"nocarrier.commands._{shell}").script(commands(translate)))
    return 0


def _words(arguments: list[str]) -> int:
    """A line a word. A kind that this version does not know has none: a script may be newer or older."""
    from nocarrier.commands._words import words

    kind, begun = (*arguments, "", "")[:2]
    document("".join(f"{word}\n" for word in words(kind, begun)))
    return 0


def parser(_: Translate) -> ArgumentParser:
    """The words of this command; their help is translated."""
    from argparse import ArgumentParser

    made = ArgumentParser(
        prog="nocarrier completion",
        description=_("Print the script with which a shell completes this program's words."),
    )
    made.add_argument("shell", choices=SHELLS, help=_("the shell that reads it"))
    add_language(made, _)
    return made
