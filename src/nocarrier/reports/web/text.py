"""Words from elsewhere, made harmless in a page: escaped, isolated in their direction, whole lines of code with a button."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from nocarrier.model.prose import Prose
from nocarrier.model.record import Record
from nocarrier.reports.pen import Pen
from nocarrier.reports.plain import shown, shown_lines

MOST_ROWS = 200
"Rows of one list; whoever wrote the report may have written very many."
LONGEST_PASTED = 20_000
"Characters of one block; what is longer is shown as far as that, and cannot be copied."


class Place(Record):
    """Where in a page something stands: ``prefix`` of its ids, and the ``level`` of the report's own heading."""

    pen: Pen
    prefix: str
    level: int = 1

    def heading(self, words: str, below: int = 1, name: str = "") -> str:
        """A heading so many levels ``below`` the report's; ``words`` are markup already."""
        level = min(self.level + below, 6)
        return f"<h{level}{self.named(name)}>{words}</h{level}>"

    def named(self, name: str) -> str:
        """The attribute that gives a part its name, for others to point at; nothing for no name."""
        return f' id="{self.prefix}-{escape(name)}"' if name else ""

    def section(self, heading: str, rows: Iterable[str], kind: str = "") -> str:
        """A section with its heading; nothing where nothing stands below it."""
        body = "\n".join(filter(None, rows))
        if not body:
            return ""
        kind = f' class="{kind}"' if kind else ""
        return f"<section{kind}>\n{self.heading(heading)}\n{body}\n</section>"

    def listed(self, rows: Iterable[str], kind: str = "", tag: str = "ul") -> str:
        """The rows, which are list items already, as far as there is room."""
        all_rows = list(rows)
        if not all_rows:
            return ""
        told = all_rows[:MOST_ROWS]
        if len(all_rows) > MOST_ROWS:
            told.append(f'<li class="dim">{self.say("{count} more", count=len(all_rows) - MOST_ROWS)}</li>')
        kind = f' class="{kind}"' if kind else ""
        return f"<{tag}{kind}>\n" + "\n".join(told) + f"\n</{tag}>"

    def say(self, template: str, /, **values: str | int | float | Prose) -> str:
        """A sentence in the reader's language, as markup; the name is what the extraction of messages looks for."""
        return escape(self.pen.prose(Prose(template, values)))


def text(words: str) -> str:
    """Words from elsewhere."""
    return escape(shown(words))


def isolated(words: str) -> str:
    """Words from elsewhere among our own, which keep their place whatever direction those are written in."""
    return f"<bdi>{text(words)}</bdi>"


def code(words: str) -> str:
    """Words from elsewhere as code."""
    return f"<code>{isolated(words)}</code>"


def pasted(words: str, place: Place) -> str:
    """A block to paste; its button comes to life where a script may run."""
    block = f'<pre dir="ltr"><code>{escape(shown_lines(words, LONGEST_PASTED))}</code></pre>'
    if len(words) > LONGEST_PASTED:
        return block
    button = f'<button type="button" hidden data-done="{place.say("Copied")}">{place.say("Copy")}</button>'
    return f'<div class="paste">{block}{button}</div>'
