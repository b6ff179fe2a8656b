"""Words for a status, where no number is beside them."""

from __future__ import annotations

from nocarrier.readings.messages.reasons import STATUS_OF


def test_of_two_statuses_with_the_same_words_the_lower_one_is_meant() -> None:
    assert STATUS_OF["access denied"] == 401
