"""Nothing from another machine reaches a terminal that the terminal would obey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.reports.plain import plain, plain_lines, spelt


@given(st.text(st.characters(), max_size=300))
def test_what_remains_can_be_written_and_shown(text: str) -> None:
    import unicodedata

    clean = plain(text)
    clean.encode("utf-8")
    assert not {unicodedata.category(char) for char in clean} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(char) for char in clean} & {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI"}


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=300))
def test_harmless_text_stays(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("one\ntwo\tthree", "one two three"),
        ("a\u202eb\u2066c\x9bd", "abcd"),
        ("\udcff", "?"),
        ("tag\U000e0041", "tag"),
    ],
)
def test_examples(text: str, clean: str) -> None:
    assert plain(text) == clean


def test_length_is_bounded() -> None:
    assert plain("x" * 10_000, 50) == "x" * 49 + "…"
    assert plain("x" * 50, 50) == "x" * 50


def test_lines_keep_their_indentation() -> None:
    assert plain_lines("server {\n\tlisten 80;\n}\n") == ["server {", "    listen 80;", "}"]


@given(st.text())
def test_spelt_is_ascii(text: str) -> None:
    assert spelt(text).isascii()


def test_umlauts_are_spelt_out() -> None:
    assert spelt("„Größe“ → über…") == '"Groesse" -> ueber...'
