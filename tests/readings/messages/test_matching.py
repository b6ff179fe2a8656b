"""Tests of finding all stems at once: whoever does it, the same ones are found."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.readings.messages.matching import SHORT, STEMS, automaton, beginning, each, matcher

pytest.importorskip("ahocorasick", reason="pyahocorasick has no wheel for this Python")
AT_ONCE = automaton()
NUMBERS = {stem: number for number, stem in enumerate(STEMS)}
PIECES = st.one_of(
    st.sampled_from([stem.encode() for stem in STEMS]), st.binary(max_size=8), st.text(max_size=8).map(str.encode)
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_each_by_itself_and_all_at_once_are_the_same(pieces: list[bytes]) -> None:
    text = b"".join(pieces).lower()
    assert sorted(AT_ONCE(text)) == each(text)


@pytest.mark.parametrize(
    "text", ["connection refused", "xconnection refusedx", "Verbindungsaufbau abgelehnt", "连接被拒绝"]
)
def test_a_hit_says_which_stem_ends_where(text: str) -> None:
    lower = text.encode().lower()
    for hit in AT_ONCE(lower):
        assert lower[beginning(hit) : hit[0] + 1] == STEMS[hit[1]].encode()


def test_stems_in_stems_are_found() -> None:
    """In a longer one, at its end, and across the end of one and the beginning of the next."""
    for stem in STEMS:
        held = {number for _, number in AT_ONCE(stem.encode())}
        assert held == {NUMBERS[other] for other in STEMS if other in stem}


def test_a_short_text_needs_no_library_and_a_longer_one_has_it() -> None:
    assert matcher(SHORT) is each
    assert matcher(SHORT + 1) is not each


def test_without_the_library_it_is_slow_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick", None)
    assert matcher(SHORT + 1) is each
