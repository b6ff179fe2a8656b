"""The program's entry. ``--version`` is answered before anything else is imported."""

from __future__ import annotations

import gc
import os
import sys

GARBAGE = 100_000
"""Objects after which the collector first looks, in place of 700: what a diagnosis allocates, it keeps, and each look
at all of it costs milliseconds (10 of them a call)."""


def main() -> int:
    """Run the command line; returns the exit code of the contract."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from nocarrier.commands._streams import open_closed

        open_closed()
    if sys.argv[1:] in (["--version"], ["-V"]):
        from nocarrier.version import __version__

        sys.stdout.write(f"nocarrier {__version__}\n")
        return 0
    gc.set_threshold(GARBAGE)
    try:
        from nocarrier.finding import install

        install()
        from nocarrier.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        # While the modules are still being imported; later, `run` answers it itself.
        return 130


def command() -> int:
    """Run the command line as a process of its own, and end it at once: taking the interpreter down costs 15 ms.

    Returns only where something printed could not be written: then the interpreter ends as it always does, and says so.
    """
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return code
    os._exit(code)


if __name__ == "__main__":
    sys.exit(command())
