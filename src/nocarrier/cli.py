"""The command line's words only: what they do stands in ``commands/``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from nocarrier.commands import COMMANDS

WORKS, FAILS, WRONG_CALL, NOT_CARRIED_OUT = 0, 1, 2, 3
"The exit codes of the contract."


def run(arguments: Sequence[str]) -> int:
    """Carry out one call, and return its exit code; never a traceback."""
    name, rest = "diagnose", list(arguments)
    if rest and rest[0] in COMMANDS:
        name = rest.pop(0)
    try:
        code = _command(name, rest)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_standard_output()
        return NOT_CARRIED_OUT
    except KeyboardInterrupt:
        sys.stderr.write("\nnocarrier: interrupted\n")
        return 130
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "nocarrier":
            raise
        # The one-file program carries compiled modules for the usual systems only (tools/single_file.py).
        sys.stderr.write(f"nocarrier: the module {missing.name}, which this needs, is not there for this Python\n")
        return NOT_CARRIED_OUT
    except OSError as error:
        sys.stderr.write(f"nocarrier: {error.strerror or error}{f': {error.filename}' if error.filename else ''}\n")
        return NOT_CARRIED_OUT
    return code


def _command(name: str, arguments: list[str]) -> int:
    # `from nocarrier.commands import NAME`: importlib, which has a function for it, takes a millisecond to load.
    command = getattr(__import__("nocarrier.commands", fromlist=[name]), name)
    code = command.main(arguments)
    assert isinstance(code, int)
    return code


def _forget_standard_output() -> None:
    """The reader went away: nothing may be written at exit either, or Python would say so."""
    import os

    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
