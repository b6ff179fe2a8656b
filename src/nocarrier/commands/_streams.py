"""What every command prints with: text in the characters that the locale has, documents in UTF-8, for whoever still reads.

A reader that goes away early (``| head -1``) has what it wanted: that is no failure, and what was found stands in the exit code. A
stream that was closed before the program began (``>&-``, some daemons and cron) takes what is written to it, and nobody sees it.
"""

from __future__ import annotations

import os
import sys


def tell(text: str) -> None:
    """Print on standard output, at once. Raises OSError where that cannot be written, but not because nobody reads it."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _write_to_nowhere(1)


def document(text: str) -> None:
    """Print what is UTF-8 in every locale: JSON (RFC 8259, section 8.1), a page that says so of itself, what tools read."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    tell(text)


def complain(sentence: str) -> None:
    """Say on standard error what is wrong."""
    try:
        sys.stderr.write(f"nocarrier: {sentence}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        _write_to_nowhere(2)


def open_closed() -> None:
    """Put something in the place of standard streams that are closed, else the next file or socket would be one of them.

    Programs that are started find them closed as before (PEP 446).
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 — it stays open to the end


def spell_out() -> None:
    """Have characters that the encoding of standard output lacks spelt out, whoever prints them (argparse its help)."""
    if not hasattr(sys.stdout, "reconfigure") or sys.stdout.encoding.lower() in ("utf-8", "utf8"):
        return
    from codecs import register_error

    from nocarrier.reports.plain import spelt

    def spelling(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeEncodeError)
        return spelt(error.object[error.start : error.end]), error.end

    register_error("spelt", spelling)
    sys.stdout.reconfigure(errors="spelt")


def _write_to_nowhere(descriptor: int) -> None:
    """The reader went away: nothing may be written at exit either, or Python would say so."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
