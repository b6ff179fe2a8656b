"""The causes' pages as Markdown, in ``docs/causes``: ``python -m tools.pages`` (``just pages``) writes them again."""

from __future__ import annotations

from pathlib import Path

from nocarrier.commands.causes import FAMILIES
from nocarrier.diagnosis.catalogue import causes, family, page
from nocarrier.reports.page import markdown, parsed

FOLDER = Path(__file__).parents[1] / "docs" / "causes"
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


def main() -> None:
    """Write what is, and remove what is no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = documents()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    for file in FOLDER.glob("*.md"):
        if file.name not in written:
            file.unlink()


if __name__ == "__main__":
    main()
