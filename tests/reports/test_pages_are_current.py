"""docs/causes is what the docstrings say."""

from __future__ import annotations

import pytest
from tools.pages import FOLDER, documents


@pytest.mark.slow
def test_the_pages_are_current() -> None:
    assert {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")} == documents()
