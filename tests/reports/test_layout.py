"""Lines break where they should, whatever the characters are wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.reports.layout import cells, tabulated, wrapped


@given(st.text(), st.integers(20, 120), st.sampled_from(["", "  ", "    client  "]))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int, first: str) -> None:
    lines = wrapped(text, width, first)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join((first + text).split())


def test_wide_characters_count_twice() -> None:
    assert cells("漢字") == 4
    assert cells("e\u0301") == 1


def test_following_lines_hang() -> None:
    assert wrapped("one two three", 9, "- ") == ["- one two", "  three"]


def test_a_table_with_no_room_puts_its_prose_below() -> None:
    assert tabulated([], 80) == []
    assert tabulated([("a-long-slug", "why it is so")], 30) == [["    a-long-slug", "      why it is so"]]
    assert tabulated([("a-long-slug", "why it is so")], 60) == [["    a-long-slug  why it is so"]]
