"""Tests of patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from nocarrier.model import pattern as module
from nocarrier.model.pattern import METHODS, pattern


def test_it_is_what_re_compiles() -> None:
    late, soon = pattern(r"(?i)a(\d+)"), re.compile(r"(?i)a(\d+)")
    for name in METHODS:
        given = ("-", "A12 a3") if name == "sub" else ("A12 a3",)
        told, expected = getattr(late, name)(*given), getattr(soon, name)(*given)
        if name == "finditer":
            told, expected = [match.span() for match in told], [match.span() for match in expected]
        assert repr(told) == repr(expected)
    assert late.pattern == soon.pattern
    assert pattern(rb"\d").findall(b"12") == [b"1", b"2"]
    assert pattern("A", re.IGNORECASE).match("a")


def test_it_is_compiled_once_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags=0: asked.append(text) or original(text, flags))
    late = module.pattern("x+")
    assert not asked
    assert late.search("axx")
    assert late.match("xx")
    assert asked == ["x+"]


@pytest.mark.parametrize("held_by_hand", [True, False])
def test_for_a_text_that_it_cannot_match_it_is_not_compiled(
    monkeypatch: pytest.MonkeyPatch, held_by_hand: bool
) -> None:
    asked: list[str] = []
    original = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags=0: asked.append(text) or original(text, flags))
    monkeypatch.setattr("nocarrier.model._pieces.PIECES", {r"\w+://S": "://s"})
    late = pattern(r"\w+://S", holding=("://s",) if held_by_hand else ())
    assert late.search("nothing") is late.match("nothing") is late.fullmatch("nothing") is None
    assert not list(late.finditer("nothing"))
    assert late.sub("x", "nothing") == "nothing"
    assert not asked
    assert [match[0] for match in late.finditer("a://S, b://S")] == ["a://S", "b://S"]
    assert late.search("nothing") is None
    assert late.sub("x", "a://S") == "x"
    assert asked == [r"\w+://S"]


def test_one_of_whose_pieces_nothing_is_known_is_compiled_for_any_text() -> None:
    assert pattern(r"[a-q]\d").search("a1")
    assert pattern(rb"[a-q]\d").search(b"a1")


def test_a_letter_beyond_ascii_ends_a_word_of_ascii_unless_a_language_is_read() -> None:
    assert pattern(r"\bECONNRESET").search("失败ECONNRESET")
    assert not pattern(r"\bECONNRESET", re.UNICODE).search("失败ECONNRESET")
