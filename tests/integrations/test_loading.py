"""A module is met when the program loads it, and nothing about it tells of that."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from nocarrier.integrations.loading import forget, when_loaded

NAME = "loaded_in_a_test"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    (tmp_path / f"{NAME}.py").write_text("VALUE = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield NAME
    forget(NAME)
    sys.modules.pop(NAME, None)


def test_what_is_there_is_met_at_once() -> None:
    met: list[ModuleType] = []
    when_loaded("threading", met.append)
    assert met == [threading]


def test_what_is_loaded_later_is_met_when_it_is_complete(module: str) -> None:
    met: list[int] = []
    when_loaded(module, lambda loaded: met.append(loaded.VALUE))
    assert met == []
    loaded = importlib.import_module(module)
    assert met == [1]
    assert loaded.__loader__ is loaded.__spec__.loader  # type: ignore[union-attr]
    assert "nocarrier" not in type(loaded.__loader__).__module__
    importlib.reload(loaded)
    assert met == [1]


def test_what_is_forgotten_is_not_met(module: str) -> None:
    met: list[ModuleType] = []
    when_loaded(module, met.append)
    forget(module)
    importlib.import_module(module)
    assert met == []


def test_whoever_is_met_cannot_spoil_the_import(module: str) -> None:
    def spoil(_: ModuleType) -> None:
        raise RuntimeError

    when_loaded(module, spoil)
    assert importlib.import_module(module).VALUE == 1


def test_what_does_not_exist_is_missed_as_ever() -> None:
    when_loaded("no_such_module_at_all", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match="no_such_module_at_all"):
        importlib.import_module("no_such_module_at_all")
