"""``nocarrier schema``: the JSON Schema of the report."""

from __future__ import annotations

import sys

from nocarrier.locale import LANGUAGES, language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import Translate

if TYPE_CHECKING:
    from argparse import ArgumentParser


def main(arguments: list[str]) -> int:
    """Print it."""
    from nocarrier.reports.schema import document

    spoken = language(wanted(arguments))
    speak(spoken)
    parser(translator(spoken)).parse_args(arguments)
    sys.stdout.write(document())
    return 0


def parser(_: Translate) -> ArgumentParser:
    """The words of this command."""
    from argparse import ArgumentParser

    made = ArgumentParser(prog="nocarrier schema", description=_("Print the JSON Schema of the report."))
    made.add_argument("--lang", choices=LANGUAGES, help=_("the language of the prose; by default the locale's"))
    return made
