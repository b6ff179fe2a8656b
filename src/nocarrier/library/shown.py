"""How a record of the library is shown: as text, by rich, in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from nocarrier.locale import LANGUAGES, translator
from nocarrier.model.annotations import Any, Literal
from nocarrier.model.prose import Translate
from nocarrier.reports.pen import Pen

Language = Literal["en", "de"]
Lines = Callable[[Pen], list[str]]
WIDTH = 80
"Columns of the text, wherever it will be shown."


def translate_into(language: str) -> Translate:
    """The translation into one of nocarrier's languages. Raises ValueError for any other."""
    if language not in LANGUAGES:
        raise ValueError(f"language is one of {', '.join(LANGUAGES)}, not {language!r}")
    return translator(language)


def as_text(lines: Lines, language: str) -> str:
    """As the terminal prints it, without colour, 80 columns wide."""
    return "\n".join(lines(Pen(width=WIDTH, translate=translate_into(language))))


class ForRich:
    """As the terminal prints it, as wide as rich says and in colour where rich has it (its Console Protocol).

    rich is imported by nobody but rich: this is called by its console alone.
    """

    def __init__(self, lines: Lines, language: str) -> None:
        self._lines = lines
        self._translate = translate_into(language)

    def __rich_console__(self, console: Any, options: Any) -> Any:
        from importlib import import_module

        text = import_module("rich.text").Text
        pen = Pen(width=options.max_width, colour=True, ascii=options.ascii_only, translate=self._translate)
        yield text.from_ansi("\n".join(self._lines(pen)))


def as_fragment(lines: Lines, language: str) -> str:
    """As the terminal prints it, as a piece of a page: no script, nothing loaded, everything escaped."""
    return (
        '<pre class="nocarrier" style="white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.4">'
        f"{escape(as_text(lines, language))}</pre>"
    )
