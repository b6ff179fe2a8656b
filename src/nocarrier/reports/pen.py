"""How a report is written on one particular stream: width, colour, characters, language."""

from __future__ import annotations

import os
from collections.abc import Mapping

from nocarrier.model.annotations import TextIO
from nocarrier.model.prose import DECIMAL, Prose, Translate
from nocarrier.model.record import Record
from nocarrier.reports.plain import plain, plain_lines, spelt

NARROWEST, WIDEST = 40, 100
LONGEST_PASTED = 20_000
"Characters of a line to paste: of one that is cut off the last quote is missing, too."
_DRAWN = "✓✗→←─·…"
_PLAIN_CONSOLES = ("linux", "vt100", "vt102", "vt220")


class Marks(Record, kw_only=True):
    """The few signs that a report draws."""

    good: str = "✓"
    bad: str = "✗"
    link: str = "─→"
    cut: str = "─✗"
    back: str = "←"
    dot: str = "·"
    more: str = "…"


ASCII_MARKS = Marks(good="[ok]", bad="[x]", link="-->", cut="--x", back="<--", dot="-", more="...")


class Pen(Record, kw_only=True):
    """``width`` is in columns; ``ascii`` spells out whatever is not ASCII."""

    width: int = 80
    colour: bool = False
    ascii: bool = False
    translate: Translate = str

    @property
    def marks(self) -> Marks:
        """The signs that this stream can show."""
        return ASCII_MARKS if self.ascii else Marks()

    def text(self, text: str) -> str:
        """``text`` from elsewhere as it may be written: one line, harmless, in characters that exist here."""
        return spelt(plain(text)) if self.ascii else plain(text)

    def pasted(self, text: str) -> list[str]:
        """Lines to paste. Where they have to be ASCII nothing is spelt out: ``’`` would become a quote, and end a word."""
        lines = plain_lines(text, LONGEST_PASTED)
        return [line.encode("ascii", "replace").decode() for line in lines] if self.ascii else lines

    def prose(self, prose: Prose) -> str:
        """A sentence in the reader's language."""
        return self.text(prose.render(self.translate))

    def say(self, template: str, /, **values: str | int | float | Prose) -> str:
        """A sentence in the reader's language; the name is what the extraction of messages looks for."""
        return self.prose(Prose(template, values))

    def duration(self, milliseconds: float) -> str:
        """``0.4 ms``, ``41 ms``, ``3.1 s``, with the language's decimal mark."""
        mark = self.prose(DECIMAL)[1]
        if milliseconds < 9.95:
            return f"{milliseconds:.1f} ms".replace(".", mark)
        if milliseconds < 999.5:
            return f"{milliseconds:.0f} ms"
        return f"{milliseconds / 1000:.1f} s".replace(".", mark)

    def red(self, text: str) -> str:
        """The break."""
        return self._painted(text, "31")

    def green(self, text: str) -> str:
        """The fix."""
        return self._painted(text, "32")

    def bold(self, text: str) -> str:
        """A heading."""
        return self._painted(text, "1")

    def _painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def pen_for(stream: TextIO, translate: Translate, environ: Mapping[str, str] = os.environ) -> Pen:
    """The pen that suits ``stream`` and the user's wishes.

    ``NO_COLOR`` (no-color.org) wins over ``FORCE_COLOR`` and ``CLICOLOR_FORCE``; ``COLUMNS`` over the
    terminal's own width.
    """
    return Pen(
        width=min(max(_width(stream, environ), NARROWEST), WIDEST),
        colour=_colour(stream, environ),
        ascii=not _draws(stream) or environ.get("TERM", "") in _PLAIN_CONSOLES,
        translate=translate,
    )


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    if environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environ.get(name):
            return environ[name] != "0"
    if environ.get("CLICOLOR") == "0" or environ.get("TERM", "") in ("dumb", ""):
        return False
    return stream.isatty()


def _draws(stream: TextIO) -> bool:
    try:
        _DRAWN.encode(stream.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True
