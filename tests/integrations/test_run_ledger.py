"""What the processes of a test run share, with real processes."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from nocarrier.integrations.run_ledger import Ledger


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "run")


def _taken(folder: str, test: str) -> bool:
    return Ledger(folder, 1.0).take("tcp://127.0.0.1:1", test) is None


def _booked(folder: str, _: int) -> float:
    return Ledger(folder, 10.0).book(3.0)


def test_one_of_many_takes_a_target(folder: str) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert sum(pool.starmap(_taken, [(folder, f"test_{n}") for n in range(40)])) == 1


def test_together_they_book_no_more_than_there_is(folder: str) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert sorted(pool.starmap(_booked, [(folder, n) for n in range(6)])) == [0, 0, 1, 3, 3, 3]


def test_what_was_not_needed_comes_back(folder: str) -> None:
    ledger = Ledger(folder, 4.0)
    assert ledger.book(3.0) == 3.0
    ledger.settle(3.0, 0.5)
    assert ledger.book(3.0) == 3.0
    assert ledger.book(3.0) == 0.5


def test_the_others_learn_who_has_it_and_what_was_found(folder: str) -> None:
    ledger = Ledger(folder, 1.0)
    assert ledger.take("a", "test_one") is None
    entry = ledger.take("a", "test_two")
    assert entry is not None
    assert (entry.test, entry.line, entry.text) == ("test_one", "", "")
    ledger.fill("a", "✗ a", "✗ a\n\n  more")
    entry = ledger.take("a", "test_two")
    assert entry is not None
    assert (entry.test, entry.line, entry.text) == ("test_one", "✗ a", "✗ a\n\n  more")
    assert ledger.take("b", "test_two") is None


def test_cleared(folder: str) -> None:
    ledger = Ledger(folder, 1.0)
    ledger.take("a", "test_one")
    ledger.clear()
    assert not Path(folder).exists()
