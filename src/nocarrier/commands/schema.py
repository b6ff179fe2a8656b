"""``nocarrier schema``: the JSON Schema of the report."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Print it."""
    from argparse import ArgumentParser

    from nocarrier.locale import language, speak, translator
    from nocarrier.reports.schema import document

    _ = translator()
    speak(language())
    ArgumentParser(prog="nocarrier schema", description=_("Print the JSON Schema of the report.")).parse_args(
        arguments
    )
    sys.stdout.write(document())
    return 0
