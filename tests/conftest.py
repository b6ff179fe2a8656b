"""What holds for every test."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile(
    "any load", deadline=None
)  # how long an example takes says more about the machine than about us
settings.load_profile("any load")
os.environ["NOCARRIER_HISTORY"] = "0"  # the targets of tests are none of the developer's


@pytest.fixture(autouse=True)
def _language_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that is called in this process may set it for its own messages; no other test is to speak so."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("LANGUAGE")
