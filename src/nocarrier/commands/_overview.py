"""What ``nocarrier --help`` says below its options: the other commands, and the exit codes."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from nocarrier.model.annotations import Any
from nocarrier.model.prose import Translate


class OverviewParser(ArgumentParser):
    """Its help ends with the commands; these are loaded only where it is printed, not where a call was wrong."""

    def __init__(self, translate: Translate, **how: Any) -> None:
        super().__init__(formatter_class=RawDescriptionHelpFormatter, **how)
        self._translate = translate

    def format_help(self) -> str:
        """The help, its last part as wide as the terminal."""
        self.epilog = "\n".join(_lines(self._translate))
        return super().format_help()


def _lines(_: Translate) -> list[str]:
    from shutil import get_terminal_size

    from nocarrier.commands._manual import EXITS
    from nocarrier.commands._table import abouts
    from nocarrier.reports.layout import tabulated

    # As wide as argparse is.
    width = get_terminal_size().columns - 2
    exits = [(code, words.render(_)) for code, words in EXITS]
    lines = [_("Commands, each with --help:")]
    lines += [line for row in tabulated(abouts(_), width, indent=2) for line in row]
    lines += ["", _("Exit codes:")]
    return lines + [line for row in tabulated(exits, width, indent=2) for line in row]
