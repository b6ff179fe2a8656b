"""``nocarrier schema``: the JSON Schema of the report."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Print it."""
    from argparse import ArgumentParser

    from nocarrier.reports.schema import document

    ArgumentParser(prog="nocarrier schema", description="Print the JSON Schema of the report.").parse_args(arguments)
    sys.stdout.write(document())
    return 0
