"""The reports made by hand as they read on a terminal. ``python -m tests.reports.golden`` writes them again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nocarrier.locale import translator
from nocarrier.reports.pen import Pen
from nocarrier.reports.terminal import lines
from tests.reports.examples import EVERY

FOLDER = Path(__file__).with_name("golden")
WIDTHS = (60, 80, 120)


def texts() -> Iterator[tuple[str, str]]:
    """File name and text of every report in every way."""
    for name, report in EVERY.items():
        for width in WIDTHS:
            yield f"{name}.{width}.txt", "\n".join(lines(report, Pen(width=min(width, 100)))) + "\n"
        yield f"{name}.ascii.txt", "\n".join(lines(report, Pen(ascii=True))) + "\n"
        yield f"{name}.verbose.txt", "\n".join(lines(report, Pen(), verbose=True)) + "\n"
        yield f"{name}.german.txt", "\n".join(lines(report, Pen(translate=translator("de")))) + "\n"
        yield f"{name}.quiet.txt", "\n".join(lines(report, Pen(), quiet=True)) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in texts():
        (FOLDER / file).write_text(text, encoding="utf-8")
