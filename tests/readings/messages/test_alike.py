"""Tests of what need not be read: the bound on lines that are read in vain."""

from __future__ import annotations

from nocarrier.readings.messages.alike import GIVEN_UP, NOTHING, TOO_MANY, UNREAD, Alike
from nocarrier.readings.messages.matching import Stems
from nocarrier.readings.messages.reading import WORDS, Reading

KIND: Stems = frozenset({(b"refused", ("common",))})


def line(number: int) -> bytes:
    """One like no other: what differs are letters beyond those of numbers."""
    return "".join(chr(ord("g") + int(digit)) for digit in str(number)).encode() + b" refused"


def lines_until_given_up(found: Reading | None) -> int:
    """How many lines are read in vain before lines with these stems are no more."""
    alike = Alike()
    for number in range(2 * GIVEN_UP):
        shape, error = alike.met(line(number), KIND, 0)
        if error == NOTHING:
            return number
        assert error == UNREAD
        alike.read(shape, line(number), KIND, 0, found, NOTHING, news=False)
    return 2 * GIVEN_UP


def test_lines_that_tell_nothing_are_read_so_often_and_no_more() -> None:
    assert lines_until_given_up(None) == GIVEN_UP


def test_errors_beyond_the_many_that_are_kept_cost_more() -> None:
    assert lines_until_given_up(Reading(kind="refused", worth=WORDS)) == GIVEN_UP // TOO_MANY
