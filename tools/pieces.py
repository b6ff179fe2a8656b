"""The pieces of text one of which stands in whatever a regular expression of this package matches (`model/pattern`).

They are read off the expression itself: of what must stand there one after the other, the longest row of letters; of
alternatives, one row each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import nocarrier
from nocarrier.model import pattern as module
from nocarrier.model.pattern import SEPARATOR, Late
from nocarrier.model.record import Record

PIECES = Path(module.__file__).with_name("_pieces.py")
HEADING = '''"""Regular expression → pieces, in lower case, a line each, one of which stands in whatever it matches (`pattern`). Written by `just pages`."""

from __future__ import annotations

PIECES: dict[str, str] = {
'''
SHORTEST = 3
"Characters of a piece; where one of them is no letter of the alphabet, one less: what is shorter stands in every other line."
_WORDS = (
    "error to connection failed fail connect con at in http server the not net client host a example for com socket port "
    "https is code ssl request refused by node get with on line java no lib tcp from unable could timeout file errno out io "
    "address websocket exception or err timed status response url handshake network was closed message localhost of fatal "
    "cannot read write be while name remote internal tls after returned bind when time critical warning disconnect reach "
    "resolve exceptions"
)
COMMON = frozenset(_WORDS.split())
"Words that stand in many a message of a failed connection."
MOST = 48
"Pieces, with more of which looking for them is no gain."
TOO_OFTEN = 2.0
"Of the sum over them of how often a text may hold them (1: every other): from here on looking for them is none either."
MOST_WAYS = 10
"Ways in which a row of characters may go, where classes stand in it: `:[0-9]` has ten."
DIGIT = (kind.CATEGORY, kind.CATEGORY_DIGIT)
AT_LEAST_ONCE = (kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT)

Pieces = frozenset[str]
"In whatever matches stands one of them."


def page() -> str:
    """The text of ``model/_pieces.py``."""
    rows = []
    for text, flags in sorted(patterns()):
        held = pieces(text, flags)
        if held and len(held) <= MOST and often(held) < TOO_OFTEN:
            rows.append(f"    {text!r}: {SEPARATOR.join(sorted(held))!r},\n")
    return f"{HEADING}{''.join(rows)}}}  # fmt: skip\n"


def patterns() -> set[tuple[str, int]]:
    """Text and flags of every pattern that a module of this package has."""
    found: set[tuple[str, int]] = set()
    for name in sorted(each.name for each in walk_packages(nocarrier.__path__, "nocarrier.")):
        if not name.endswith("__main__"):
            found.update(_late(vars(import_module(name)).values()))
    return found


def _late(values: Iterable[object]) -> Iterator[tuple[str, int]]:
    for value in values:
        if isinstance(value, Late) and isinstance(value.text, str) and not value.holding:
            if not value.flags & re.UNICODE:  # those of languages: half as many again, and seldom asked for
                yield value.text, value.flags
        elif isinstance(value, dict):
            yield from _late(value.values())
        elif isinstance(value, tuple | list | frozenset | set):
            yield from _late(value)
        elif isinstance(value, Record):
            yield from _late(vars(value).values())


def pieces(text: str, flags: int = 0) -> Pieces:
    """One of these stands, in lower case, in whatever the expression matches; empty where nothing must."""
    return _rarest(_required(parser.parse(text, flags)))


def _rarest(choices: Iterable[Pieces]) -> Pieces:
    """Of several sets the one that the fewest texts hold, as far as one can tell."""
    return min(choices, key=lambda held: (often(held), sorted(held)), default=frozenset())


def often(held: Iterable[str]) -> float:
    """In what part of all texts one of these stands, as far as one can tell; no more than a measure for comparing."""
    # In whatever order a set has its members today: a sum of two of them may differ in its last digit, and so decide between equals.
    return math.fsum(2 ** -_telling(piece) for piece in held)


def _telling(piece: str) -> float:
    """How much a piece tells: of common words each as much as a letter, a digit twice that, a mark half of it."""
    words = re.findall("[a-z]+", piece)
    letters = sum(map(str.isalpha, piece))
    digits = sum(map(str.isdigit, piece))
    marks = len(piece) - letters - digits - piece.count(" ")
    return 2 * digits + marks / 2 + (len(words) if COMMON.issuperset(words) else letters)


def _required(parsed: Iterable[tuple[Any, Any]]) -> list[Pieces]:
    """Sets, in one piece at least of each of which an expression's matches agree."""
    found: list[Pieces] = []
    row = _Row(found)
    row.read(parsed)
    row.end()
    return found


class _Row:
    """Characters that stand one behind the other, while an expression is gone through: all the ways in which they may."""

    def __init__(self, found: list[Pieces]) -> None:
        self._found, self._ways = found, {""}

    def end(self) -> None:
        """What comes next need not stand beside what came last."""
        if all(_is_long(way) for way in self._ways):
            self._found.append(frozenset(self._ways))
        self._ways = {""}

    def read(self, parsed: Iterable[tuple[Any, Any]]) -> None:
        """Go on with these parts of an expression."""
        for operator, what in parsed:
            if written := _written(operator, what):
                if len(self._ways) * len(written) > MOST_WAYS:
                    self.end()
                self._ways = {way + more for way in self._ways for more in written}
            elif operator is kind.SUBPATTERN:
                self.read(what[3])
            elif operator is kind.ATOMIC_GROUP:
                self.read(what)
            elif operator not in (kind.AT, kind.ASSERT_NOT):
                self.end()
                self._read_apart(operator, what)

    def _read_apart(self, operator: Any, what: Any) -> None:
        if operator is kind.BRANCH:
            ways = [_rarest(_required(way)) for way in what[1]]
            if all(ways):
                self._found.append(_shortest(frozenset().union(*ways)))
        elif operator in AT_LEAST_ONCE and what[0]:
            self._found.extend(_required(what[2]))
        elif operator is kind.ASSERT:
            self._found.extend(_required(what[1]))


def _is_long(piece: str) -> bool:
    return len(piece) >= SHORTEST - (not (piece.isascii() and piece.isalpha()))


def _written(operator: Any, what: Any) -> set[str]:
    """What may stand here, in lower case, where these are a few ways only; else nothing."""
    if operator is kind.LITERAL:
        ways = {chr(what)}
    elif operator is kind.IN and all(
        each in (kind.LITERAL, kind.RANGE) or (each, which) == DIGIT for each, which in what
    ):
        ways = {chr(code) for each, which in what for code in _codes(each, which)}
    elif operator is kind.BRANCH and all(each is kind.LITERAL for way in what[1] for each, _ in way):
        ways = {"".join(chr(code) for _, code in way) for way in what[1]}
    else:
        return set()
    low = {way.lower() for way in ways}
    return low if len(low) <= MOST_WAYS and all(map(_is_simple, "".join(ways))) else set()


def _codes(each: Any, which: Any) -> Iterable[int]:
    if each is kind.LITERAL:
        return (which,)
    return range(which[0], which[1] + 1) if each is kind.RANGE else map(ord, "0123456789")


def _is_simple(letter: str) -> bool:
    """Whether its lower case is the same wherever it stands (ſ, K, İ and the digits of other scripts, which `re` may take for these, stand in no message)."""
    return letter.isascii() or letter.lower() == letter == letter.upper()


def _shortest(held: Pieces) -> Pieces:
    """Without those that another one stands in."""
    return frozenset(one for one in held if not any(other != one and other in one for other in held))
