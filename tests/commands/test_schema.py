"""``nocarrier schema`` prints the shipped schema."""

from __future__ import annotations

import pytest

from nocarrier.commands.schema import main
from nocarrier.reports.schema import document


def test_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == document()
