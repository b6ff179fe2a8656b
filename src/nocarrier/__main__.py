"""The program's entry. ``--version`` is answered before anything else is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; returns the exit code of the contract."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from nocarrier.version import __version__

        sys.stdout.write(f"nocarrier {__version__}\n")
        return 0
    try:
        from nocarrier.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        # While the modules are still being imported; later, `run` answers it itself.
        return 130


if __name__ == "__main__":
    sys.exit(main())
