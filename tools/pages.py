"""What is written from the source: ``python -m tools.pages`` (``just pages``) writes it again.

The causes' pages as Markdown, in ``docs/causes``; ``causes/_asked.py``, by which a diagnosis loads only the causes of its
symptom, and ``causes/_titles.py``; the manual pages of ``docs/man``; the page of the public names, ``docs/api.md``; ``readings/messages/_stems.py``, by which only
the readers are loaded whose words a text holds; and ``model/_pieces.py``, by which only the expressions are compiled that a text may match.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from itertools import accumulate
from pathlib import Path

from nocarrier import causes as package
from nocarrier.commands.causes import FAMILIES
from nocarrier.diagnosis.catalogue import causes, family, page, place
from nocarrier.locale import LANGUAGES
from nocarrier.readings import messages
from nocarrier.readings.messages import phrases
from nocarrier.readings.messages.matching import BEGINNING, SHELVES, shelf
from nocarrier.reports.page import markdown, parsed
from tools import api, pieces

FOLDER = Path(__file__).parents[1] / "docs" / "causes"
ASKED = Path(package.__path__[0]) / "_asked.py"
HEADING = '''"""When each cause is asked: its symptoms, and what it presumes. Written by `just pages` from the causes."""

from __future__ import annotations

ASKED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
'''
TITLES = Path(package.__path__[0]) / "_titles.py"
TITLES_HEADING = '''"""The title of every cause, for whoever names one without loading it. Written by `just pages`."""

from __future__ import annotations

TITLES: dict[str, str] = {
'''
STEMS = Path(messages.__path__[0]) / "_stems.py"
STEMS_HEADING = '''"""The readers' stems (`matching`): which readers are loaded for a line. Written by `just pages`.

One text and one row of numbers: six thousand strings would take longer to load than a line takes to read.
"""

from __future__ import annotations

'''
MANUAL = FOLDER.parent / "man"
NOTE = "<!-- Written by `just pages` from the docstring in src/nocarrier/causes. -->\n\n"


def documents() -> dict[str, str]:
    """File name and text of every page, and of the list of them."""
    pages = {f"{cause.slug}.md": NOTE + markdown(parsed(page(cause)), cause.slug) for cause in causes()}
    return {**pages, "README.md": NOTE + _index()}


def _index() -> str:
    parts = ["# The catalogue of causes"]
    for name, title in FAMILIES.items():
        rows = [f"- [`{cause.slug}`]({cause.slug}.md) {cause.title}" for cause in causes() if family(cause) == name]
        parts += [f"## {title}", "\n".join(rows)] if rows else []
    return "\n\n".join(parts) + "\n"


def manuals() -> dict[str, str]:
    """File name and text of the manual page in every language, called as man-db wants them: ``nocarrier.de.1``.

    Each in a process of its own: argparse speaks one language as long as it lives.
    """
    pages = {}
    for spoken in LANGUAGES:
        command = [sys.executable, "-m", "nocarrier", "man", "--lang", spoken]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        pages["nocarrier.1" if spoken == "en" else f"nocarrier.{spoken}.1"] = told
    return pages


def asked() -> str:
    """The text of ``causes/_asked.py``."""
    rows = []
    for cause in sorted(causes(), key=place):
        symptoms = sorted(symptom.value for symptom in cause.symptoms)
        rows.append(f"    {place(cause)!r}: ({_tuple(symptoms)}, {_tuple(sorted(cause.presumes))}),\n")
    return HEADING + "".join(rows).replace("'", '"') + "}  # fmt: skip\n"


def _tuple(words: Iterable[str]) -> str:
    return f"({' '.join(f'{word!r},' for word in words)})"


def titles() -> str:
    """The text of ``causes/_titles.py``."""
    rows = [f"    {cause.slug!r}: {str(cause.title)!r},\n" for cause in causes()]
    return TITLES_HEADING + "".join(rows) + "}  # fmt: skip\n"


def stems() -> str:
    """The text of ``readings/messages/_stems.py``."""
    readers: dict[str, list[str]] = {}
    for file in sorted(STEMS.parent.glob("[!_]*.py")):
        reader = import_module(f"{messages.__name__}.{file.stem}")
        listed = getattr(reader, "STEMS", None)
        for stem in phrases.stems(listed, getattr(reader, "SAID", ())) if isinstance(listed, tuple) else ():
            readers.setdefault(stem, []).append(file.stem)
    shelves: list[list[bytes]] = [[] for _ in range(SHELVES)]
    for stem in sorted(readers):
        shelves[shelf(stem[:BEGINNING])].append(f"{stem}\t{','.join(readers[stem])}\n".encode())
    starts = [0, *accumulate(sum(map(len, lines)) for lines in shelves)]
    rows = "".join(f"    {line!r}\n" for lines in shelves for line in lines)
    numbers = "".join(f"    {', '.join(map(str, starts[at : at + 16]))},\n" for at in range(0, len(starts), 16))
    return (
        f'{STEMS_HEADING}LINES = (\n{rows})  # fmt: skip\n"A stem, and the readers that have it, a line; shelf by shelf (`matching.shelf`)."\n\n'
        f'STARTS = (\n{numbers})  # fmt: skip\n"Where each shelf begins in `LINES`, and where the last one ends."\n'
    )


def main() -> None:
    """Write what is, and remove what is no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    STEMS.write_text(stems(), encoding="utf-8")
    pieces.PIECES.write_text(pieces.page(), encoding="utf-8")
    TITLES.write_text(titles(), encoding="utf-8")
    written = documents()
    ASKED.write_text(asked(), encoding="utf-8")
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    MANUAL.mkdir(exist_ok=True)
    api.PAGE.write_text(api.page(), encoding="utf-8")
    for name, text in manuals().items():
        (MANUAL / name).write_text(text, encoding="utf-8")
    for file in FOLDER.glob("*.md"):
        if file.name not in written:
            file.unlink()


if __name__ == "__main__":
    main()
