"""``nocarrier schema``: the JSON Schema of the report."""

from __future__ import annotations

from nocarrier.commands._reader import add_language
from nocarrier.commands._streams import document
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import Translate

if TYPE_CHECKING:
    from argparse import ArgumentParser


def main(arguments: list[str]) -> int:
    """Print it."""
    from nocarrier.reports import schema

    spoken = language(wanted(arguments))
    speak(spoken)
    parser(translator(spoken)).parse_args(arguments)
    document(schema.document())
    return 0


def parser(_: Translate) -> ArgumentParser:
    """The words of this command."""
    from argparse import ArgumentParser

    made = ArgumentParser(prog="nocarrier schema", description=_("Print the JSON Schema of the report."))
    add_language(made, _)
    return made
