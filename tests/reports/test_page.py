"""From a docstring to a page."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.catalogue import causes, page
from nocarrier.reports.page import HEADINGS, markdown, parsed, terminal, translated
from nocarrier.reports.pen import Pen

DOCSTRING = """A title

What it is
----------
One paragraph that
goes on.

Another with `code`.

What to do
----------
Either of these:

- the first
  item
- the second

    sysctl -w a=b

        indented
"""


def test_parsed() -> None:
    read = parsed(DOCSTRING)
    assert read.title == "A title"
    assert [
        (section.heading, [(each.kind, each.text) for each in section.passages]) for section in read.sections
    ] == [
        ("What it is", [("paragraph", "One paragraph that goes on."), ("paragraph", "Another with `code`.")]),
        (
            "What to do",
            [
                ("paragraph", "Either of these:"),
                ("item", "the first item"),
                ("item", "the second"),
                ("pasted", "sysctl -w a=b"),
                ("pasted", "    indented"),
            ],
        ),
    ]


def test_everything_but_what_is_pasted_is_translated() -> None:
    shouted = translated(parsed(DOCSTRING), str.upper)
    assert "sysctl -w a=b" in "\n".join(terminal(shouted, "a-slug", Pen()))
    assert list(shouted.messages()) == [message.upper() for message in parsed(DOCSTRING).messages()]


def test_on_a_terminal() -> None:
    assert terminal(parsed(DOCSTRING), "a-slug", Pen()) == [
        "A title",
        "",
        "  a-slug",
        "",
        "  What it is",
        "    One paragraph that goes on.",
        "",
        "    Another with code.",
        "",
        "  What to do",
        "    Either of these:",
        "    - the first item",
        "    - the second",
        "      sysctl -w a=b",
        "          indented",
    ]


def test_as_markdown() -> None:
    text = markdown(parsed(DOCSTRING), "a-slug")
    assert text.startswith("# A title\n\n`a-slug`\n\n## What it is\n\nOne paragraph that goes on.\n\n")
    assert "\n\n- the first item\n- the second\n\n```\nsysctl -w a=b\n```\n" in text


@pytest.mark.parametrize("cause", causes(), ids=lambda cause: cause.slug)
def test_every_cause_has_the_four_headings(cause) -> None:  # type: ignore[no-untyped-def]
    read = parsed(page(cause))
    assert tuple(section.heading for section in read.sections) == HEADINGS
    assert all(section.passages for section in read.sections)
    assert read.title == str(cause.title)
