"""When a counter counted the client's own attempts, and when somebody else's."""

from __future__ import annotations

import pytest

from nocarrier.facts.trial import Turn, none_of_ours, ours


@pytest.mark.parametrize(
    ("turns", "all_of_them", "none"),
    [
        ([Turn(8, 0, 8), Turn(8, 0, 8)], True, False),
        ([Turn(8, 1, 9), Turn(8, 0, 11)], True, False),
        # One of two turns missed some: whoever was counted, it was not all of them.
        ([Turn(8, 0, 8), Turn(8, 0, 5)], False, False),
        ([Turn(8, 0, 0), Turn(8, 0, 0)], False, True),
        # As busy when nothing was sent as when something was.
        ([Turn(8, 6, 7), Turn(8, 8, 9)], False, True),
        # Too busy to tell.
        ([Turn(8, 166, 8), Turn(32, 0, 40)], False, False),
        ([Turn(8, 9, 17), Turn(8, 8, 16)], False, False),
        ([], False, False),
        ([Turn(0, 0, 0)], False, False),
    ],
)
def test_whose_packets_were_counted(turns: list[Turn], all_of_them: bool, none: bool) -> None:
    assert ours(turns) is all_of_them
    assert none_of_ours(turns) is none
