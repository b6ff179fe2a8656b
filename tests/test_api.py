"""The page of the public names is written from the source: it must be what the source says."""

from __future__ import annotations

import pytest
from tools import api

import nocarrier


def test_the_page_is_current() -> None:
    assert api.PAGE.read_text(encoding="utf-8") == api.page(), "run `just pages`"


def test_every_public_name_has_its_entry() -> None:
    for name in set(nocarrier.__all__) - {"__version__"}:
        assert f"### `{name}`" in api.page()


def test_a_name_that_is_forgotten_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nocarrier, "__all__", [*nocarrier.__all__, "forgotten"])
    with pytest.raises(KeyError, match="forgotten"):
        api.page()


def test_a_call_is_written_as_it_can_be_made() -> None:
    page = api.page()
    assert "def parse_target(text: str, port_text: str = '') -> Target" in page
    assert "**`at(*, host=None, port=None, scheme=None)`**" in page
    assert "**`from_json(text, *, language='en')`**" in page


def test_names_of_types_are_written_out() -> None:
    page = api.page()
    assert 'mode: "diagnose" | "explain" | "off" = ' in page
    assert '- `outcome`: `"connected" | "failed" | "degraded"`' in page
    assert "Milliseconds" not in page
