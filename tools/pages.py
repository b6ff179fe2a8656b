"""What is written from the causes: ``python -m tools.pages`` (``just pages``) writes it again.

Their pages as Markdown, in ``docs/causes``, and ``causes/_asked.py``, by which a diagnosis loads only the causes of its
symptom.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nocarrier import causes as package
from nocarrier.commands.causes import FAMILIES
from nocarrier.diagnosis.catalogue import causes, family, page, place
from nocarrier.reports.page import markdown, parsed

FOLDER = Path(__file__).parents[1] / "docs" / "causes"
ASKED = Path(package.__path__[0]) / "_asked.py"
HEADING = '''"""When each cause is asked: its symptoms, and what it presumes. Written by `just pages` from the causes."""

from __future__ import annotations

ASKED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
'''
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


def asked() -> str:
    """The text of ``causes/_asked.py``."""
    rows = []
    for cause in sorted(causes(), key=place):
        symptoms = sorted(symptom.value for symptom in cause.symptoms)
        rows.append(f"    {place(cause)!r}: ({_tuple(symptoms)}, {_tuple(sorted(cause.presumes))}),\n")
    return HEADING + "".join(rows).replace("'", '"') + "}  # fmt: skip\n"


def _tuple(words: Iterable[str]) -> str:
    return f"({' '.join(f'{word!r},' for word in words)})"


def main() -> None:
    """Write what is, and remove what is no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = documents()
    ASKED.write_text(asked(), encoding="utf-8")
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    for file in FOLDER.glob("*.md"):
        if file.name not in written:
            file.unlink()


if __name__ == "__main__":
    main()
