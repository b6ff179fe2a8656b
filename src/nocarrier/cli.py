"""The command line's words only: what they do stands in ``commands/``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from nocarrier.commands import COMMANDS
from nocarrier.commands._streams import complain, spell_out

WORKS, FAILS, WRONG_CALL, NOT_CARRIED_OUT = 0, 1, 2, 3
"The exit codes of the contract."


def run(arguments: Sequence[str]) -> int:
    """Carry out one call, and return its exit code; never a traceback."""
    name, rest = "diagnose", list(arguments)
    if rest and rest[0] in COMMANDS:
        name = rest.pop(0)
    spell_out()
    try:
        return _command(name, rest)
    except KeyboardInterrupt:
        sys.stderr.write("\nnocarrier: interrupted\n")
        return 130
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "nocarrier":
            raise
        # The one-file program carries compiled modules for the usual systems only (tools/single_file.py).
        complain(f"the module {missing.name}, which this needs, is not there for this Python")
        return NOT_CARRIED_OUT
    except OSError as error:
        complain(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        return NOT_CARRIED_OUT


def _command(name: str, arguments: list[str]) -> int:
    # `from nocarrier.commands import NAME`: importlib, which has a function for it, takes a millisecond to load.
    command = getattr(__import__("nocarrier.commands", fromlist=[name]), name)
    code = command.main(arguments)
    assert isinstance(code, int)
    return code
