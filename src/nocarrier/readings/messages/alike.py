"""Which lines of a log need not be read, since one like them was: a log says the same a million times.

Lines are alike that have the same shape, which is what is left without the digits and letters of numbers and identifiers,
and that name the same place and code. Where in a line these stand is known from the first of its shape that was read, and
so a time or a request's number makes no difference, and another target does.
"""

from __future__ import annotations

from nocarrier.readings.messages.matching import Stems
from nocarrier.readings.messages.reading import Reading

PATIENCE = 256
"Lines with the same stems that are read in vain, until only the part from the first stem on is looked at."
GIVEN_UP = 1024
"Lines with the same stems that are read in vain at all."
MOST_SPENT, LATER = 4096, 32
"Lines of all kinds that are read in vain, until fewer with the same stems are."
COUNTED = 256
"Bytes from which on a line counts as several."
TOO_MANY = 8
"As how many a line counts that tells of another error than the many that are kept."
MOST_SETS, MANY = 1024, 32
"Sets of stems that are told apart, and stems in each: all others are one. Only who means harm writes so many."
OTHERS: Stems = frozenset()
PART = 160
"Bytes of that part."
REMEMBERED = 1 << 16
"Kinds of lines; in a text with more of them some lines are read again."
MOST_TELLING = 16
"Words that tell a line from others of its shape."
LONGEST_CODE = 5
"Digits of a status, an errno, a port."

_NUMBERS = b"0123456789abcdefABCDEF-"
"What numbers and identifiers are written with."
_BETWEEN = bytes(32 if byte in b"\"'`,;=()[]{}<>|" else byte for byte in range(256))
"What stands between the words of a line, beside blanks."
UNREAD, NOTHING = -2, -1
"In place of the number of an error: a line like this was not read yet, or was and told nothing that is kept."


class Alike:
    """The kinds of lines that were met, and what came of reading one of each."""

    def __init__(self) -> None:
        self._telling: dict[int, tuple[int, ...]] = {}
        "Shape → which of its words tell its lines apart."
        self._errors: dict[int, int] = {}
        "Shape and those words → number of the error."
        self._vain: dict[Stems, int] = {}
        self._telling_stems: set[Stems] = set()
        "Those with which some line told of an error."
        self._spent = 0

    def met(self, raw: bytes, stems: Stems, first: int) -> tuple[int, int]:
        """What the line looks like (a shape), and the number of the error of which a line like it told.

        ``first`` is where the first of its stems begins.
        """
        vain = self._vain.get(stems, 0)
        if vain >= GIVEN_UP and stems not in self._telling_stems:
            return 0, NOTHING
        part = raw if vain < PATIENCE else raw[first : first + PART]
        shape = hash((stems, part.translate(None, _NUMBERS)))
        telling = self._telling.get(shape)
        error = None if telling is None else self._errors.get(_key(shape, part, telling))
        if error is None:
            limit = GIVEN_UP if self._spent < MOST_SPENT else LATER
            error = UNREAD if self._vain.get(self._counted(stems), 0) < limit else NOTHING
        return shape, error

    def read(
        self, shape: int, raw: bytes, stems: Stems, first: int, found: Reading | None, error: int, *, news: bool
    ) -> None:
        """A line was read, and told of this error."""
        start = 0 if self._vain.get(stems, 0) < PATIENCE else first
        part = raw[start : start + PART] if start else raw
        if shape not in self._telling:
            self._forget()
            at = first if found is None else found.at
            self._telling[shape] = _telling(part, max(0, at - start), found)
        self._errors[_key(shape, part, self._telling[shape])] = error
        counted, cost = self._counted(stems), 0 if news else 1 + len(raw) // COUNTED
        if found is not None and error == NOTHING:
            cost *= TOO_MANY
        if error != NOTHING:
            self._telling_stems.add(counted)
        self._vain[counted] = self._vain.get(counted, 0) + cost if cost else 0
        self._spent += cost

    def _counted(self, stems: Stems) -> Stems:
        """With which others these stems are counted."""
        if stems in self._vain or (len(stems) <= MANY and len(self._vain) < MOST_SETS):
            return stems
        return OTHERS

    def _forget(self) -> None:
        if len(self._errors) >= REMEMBERED:
            self._telling, self._errors = {}, {}


def _key(shape: int, part: bytes, telling: tuple[int, ...]) -> int:
    """The same for lines that are alike and name the same place and code."""
    if not telling:
        return shape
    words = part.translate(_BETWEEN).split()
    return hash((shape, *[words[at] for at in telling if at < len(words)]))


def _telling(part: bytes, at: int, found: Reading | None) -> tuple[int, ...]:
    """Which words of a line tell it from others of its shape: its place, and the short numbers from ``at`` on."""
    place = [] if found is None else [str(value).encode() for value in (found.host, found.port or "") if value]
    words = part.translate(_BETWEEN).split()
    behind = len(part[:at].translate(_BETWEEN).split())
    telling = [
        number
        for number, word in enumerate(words)
        if any(value in word for value in place)
        or (number >= behind and len(word) <= LONGEST_CODE and word.strip(b"-.:").isdigit())
    ]
    return tuple(telling[:MOST_TELLING])
