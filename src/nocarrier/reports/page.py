"""A cause's page: the docstring of its module, for the terminal and as Markdown.

The docstring's first line is the title. Each heading is underlined with dashes; under it stand paragraphs,
list items (``- …``), and lines to paste, which are indented.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.locale import Translate
from nocarrier.model.annotations import Literal
from nocarrier.model.record import Record, replace
from nocarrier.reports.layout import wrapped
from nocarrier.reports.pen import Pen

HEADINGS = ("What it is", "What you see", "How it is told apart", "What to do")


class Passage(Record, kw_only=True):
    """One paragraph or list item on one line, or a block of lines to paste."""

    kind: Literal["paragraph", "item", "pasted"]
    text: str


class Section(Record, kw_only=True):
    """A heading and what stands under it."""

    heading: str
    passages: tuple[Passage, ...]


class Page(Record, kw_only=True):
    """A whole page."""

    title: str
    sections: tuple[Section, ...]

    def messages(self) -> Iterator[str]:
        """What is translated: everything but the lines to paste."""
        yield self.title
        for section in self.sections:
            yield section.heading
            yield from (passage.text for passage in section.passages if passage.kind != "pasted")


def parsed(docstring: str) -> Page:
    """The page in a docstring, whatever its headings are."""
    title, _, rest = docstring.strip().partition("\n")
    sections: list[Section] = []
    for block in filter(None, rest.split("\n\n")):
        head, _, below = block.strip("\n").partition("\n")
        rule, _, first = below.partition("\n")
        if rule and not rule.strip("-"):
            sections.append(Section(heading=head.strip(), passages=tuple(_passages(first))))
        elif sections:
            grown = (*sections[-1].passages, *_passages(block))
            sections[-1] = replace(sections[-1], passages=grown)
    return Page(title=title.strip(), sections=tuple(sections))


def _passages(block: str) -> Iterator[Passage]:
    lines = block.strip("\n").split("\n")
    if not any(lines):
        return
    if all(line.startswith("    ") or not line for line in lines):
        yield Passage(kind="pasted", text="\n".join(line[4:] for line in lines))
        return
    kind: Literal["paragraph", "item"] = "paragraph"
    gathered: list[str] = []
    for line in lines:
        if line.startswith("- "):
            if gathered:
                yield Passage(kind=kind, text=" ".join(gathered))
            kind, gathered, line = "item", [], line[2:]
        gathered.append(line.strip())
    yield Passage(kind=kind, text=" ".join(gathered))


def translated(page: Page, translate: Translate) -> Page:
    """The page in another language."""
    return Page(
        title=translate(page.title),
        sections=tuple(
            Section(
                heading=translate(section.heading),
                passages=tuple(
                    passage if passage.kind == "pasted" else replace(passage, text=translate(passage.text))
                    for passage in section.passages
                ),
            )
            for section in page.sections
        ),
    )


def terminal(page: Page, slug: str, pen: Pen) -> list[str]:
    """The page's lines for a terminal; ``page`` is in the reader's language already."""
    lines = [*wrapped(pen.text(page.title), pen.width), "", f"  {slug}"]
    for section in page.sections:
        lines += ["", "  " + pen.bold(pen.text(section.heading))]
        for number, passage in enumerate(section.passages):
            lines += [""] if number and passage.kind == "paragraph" else []
            lines += _on_terminal(passage, pen)
    return lines


def _on_terminal(passage: Passage, pen: Pen) -> list[str]:
    if passage.kind == "pasted":
        return ["      " + pen.green(line.rstrip()) for line in pen.pasted(passage.text)]
    return wrapped(pen.text(passage.text.replace("`", "")), pen.width, "    - " if passage.kind == "item" else "    ")


def markdown(page: Page, slug: str) -> str:
    """The page as a Markdown file."""
    parts = [f"# {page.title}", f"`{slug}`"]
    for section in page.sections:
        parts.append(f"## {section.heading}")
        kinds = [None, *(passage.kind for passage in section.passages)]
        for before, passage in zip(kinds, section.passages, strict=False):
            text = _as_markdown(passage)
            if before == passage.kind == "item":
                parts[-1] += f"\n{text}"
            else:
                parts.append(text)
    return "\n\n".join(parts) + "\n"


def _as_markdown(passage: Passage) -> str:
    if passage.kind == "pasted":
        return f"```\n{passage.text}\n```"
    text = passage.text.replace("<", "&lt;")
    return f"- {text}" if passage.kind == "item" else text
