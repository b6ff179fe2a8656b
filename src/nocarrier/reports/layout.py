"""Lines of a given width, measured in terminal cells."""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 24
"Columns in which prose can still be read."


_OWN = str.maketrans("", "", "✓✗→←─·…–—‘’“”„äöüß")
"Of one column, and in most of what is written here."


def cells(text: str) -> int:
    """How many columns ``text`` takes on a terminal (wide East Asian characters two, combining marks none)."""
    if text.translate(_OWN).isascii():
        return len(text)
    import unicodedata  # only text that is not ASCII needs its tables

    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def padded(text: str, width: int) -> str:
    """``text`` followed by blanks up to ``width`` columns."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """``text`` broken at blanks into lines of at most ``width`` columns.

    The first line starts with ``first``, the others with ``rest`` (by default as many blanks). A word that
    is longer than a line is cut.
    """
    rest = " " * cells(first) if rest is None else rest
    lines: list[str] = []
    line, empty = first, True
    for word in text.split():
        if not empty and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, empty = rest, True
        pieces = _cut(word, max(width - cells(line), 8)) if empty else [word]
        for piece in pieces[:-1]:
            lines.append(line + piece)
            line = rest
        line += pieces[-1] if empty else " " + pieces[-1]
        empty = False
    return [*lines, line.rstrip()]


def _cut(word: str, room: int) -> list[str]:
    if cells(word) <= room:
        return [word]
    size = room if cells(word) <= len(word) else max(room // 2, 1)
    return [word[start : start + size] for start in range(0, len(word), size)]


def tabulated(rows: Sequence[tuple[str, ...]], width: int, indent: int = 4) -> list[list[str]]:
    """Rows whose last column is prose: aligned, or on lines of its own where that takes fewer lines."""
    if not rows:
        return []
    columns = [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)][:-1]
    start = indent + sum(columns) + 2 * len(columns)
    below = [_row(row, columns, width, indent, 0) for row in rows]
    if start + LEAST > width:
        return below
    aligned = [_row(row, columns, width, indent, start) for row in rows]
    return below if sum(map(len, below)) < sum(map(len, aligned)) else aligned


def _row(row: tuple[str, ...], columns: list[int], width: int, indent: int, start: int) -> list[str]:
    head = " " * indent + "".join(padded(cell, size + 2) for cell, size in zip(row[:-1], columns, strict=True))
    if not row[-1]:
        return [head.rstrip()]
    if start:
        return wrapped(row[-1], width, head)
    return [head.rstrip(), *wrapped(row[-1], width, " " * (indent + 2))]
