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


def test_for_a_text_that_it_cannot_match_it_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags=0: asked.append(text) or original(text, flags))
    late = pattern(r"\w+://", holding=("://",))
    assert late.search("nothing") is late.match("nothing") is late.fullmatch("nothing") is None
    assert not list(late.finditer("nothing"))
    assert not asked
    assert [match[0] for match in late.finditer("a://, b://")] == ["a://", "b://"]
    assert late.search("nothing") is None
    assert asked == [r"\w+://"]
