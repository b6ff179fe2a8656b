"""What is written from the source is current: docs/causes, causes/_asked.py, causes/_titles.py, docs/man, the readers' stems, the patterns' pieces."""

from __future__ import annotations

import pytest
from tools import pieces
from tools.pages import ASKED, FOLDER, MANUAL, STEMS, TITLES, asked, documents, manuals, stems, titles


@pytest.mark.slow
def test_the_pages_are_current() -> None:
    assert {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")} == documents()


@pytest.mark.slow
def test_the_list_of_symptoms_is_current() -> None:
    assert ASKED.read_text(encoding="utf-8") == asked()


@pytest.mark.slow
def test_the_titles_are_current() -> None:
    assert TITLES.read_text(encoding="utf-8") == titles()


def test_the_stems_of_the_readers_are_current() -> None:
    assert STEMS.read_text(encoding="utf-8") == stems()


def test_the_pieces_of_the_patterns_are_current() -> None:
    assert pieces.PIECES.read_text(encoding="utf-8") == pieces.page()


def test_the_manual_pages_are_current() -> None:
    assert {file.name: file.read_text(encoding="utf-8") for file in MANUAL.iterdir()} == manuals()
