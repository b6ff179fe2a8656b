"""docs/causes is what the docstrings say, and causes/_asked.py what the causes do."""

from __future__ import annotations

import pytest
from tools.pages import ASKED, FOLDER, asked, documents


@pytest.mark.slow
def test_the_pages_are_current() -> None:
    assert {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")} == documents()


@pytest.mark.slow
def test_the_list_of_symptoms_is_current() -> None:
    assert ASKED.read_text(encoding="utf-8") == asked()
