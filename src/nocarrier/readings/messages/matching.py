"""Where the readers' stems stand in a text: all at once (Aho and Corasick, 1975), or in a short one each by itself that may.

Both look at bytes in lower case, which for letters beyond ASCII stay as they are; both tell the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nocarrier.readings.messages._stems import LINES, STARTS

SHORT = 4096
"Bytes of a text in which stems are looked for by themselves: the automaton takes 2 ms to load and build."
BEGINNING = 3
"Letters of a stem that tell its shelf; a shorter one is on the first."
SHELVES = 2039
"A prime, which spreads the beginnings evenly."
MOST_SETS, MANY = 1 << 12, 32
"Sets of stems that are remembered, and stems of each."

Stem = tuple[bytes, tuple[str, ...]]
"A stem as it stands in lines in lower case, and the readers that have it."
Stems = frozenset[Stem]
"Those of one line."
Hit = tuple[int, int]
"Where a stem ends (its last byte), and its number."
Matcher = Callable[[bytes], Iterable[Hit]]
"From a text in lower case to the stems in it, in the order in which they end."

STEMS: list[str] = []
READERS: list[tuple[str, ...]] = []
"Those that were met in a short text, or all of them; and whose each stem is."
_numbers: dict[str, int] = {}
_sets: dict[tuple[int, ...], Stems] = {}


def matcher(size: int) -> Matcher:
    """The quickest for a text of so many bytes."""
    if size <= SHORT:
        return each
    try:
        return automaton()
    except ImportError:
        return each


def shelf(beginning: str) -> int:
    """On which of the shelves of `_stems.LINES` the stems are that begin so."""
    letters = beginning.encode("utf-8", "surrogateescape")
    return int.from_bytes(letters, "big") % SHELVES if len(beginning) == BEGINNING else 0


def each(lower: bytes) -> list[Hit]:
    """Looks for one stem after the other: 1 MB/s; in a short text for those alone that begin as a place of it does."""
    text = lower.decode("utf-8", "surrogateescape")
    shelves: Iterable[int] = range(SHELVES)
    if len(text) <= SHORT:
        begun = dict.fromkeys(text[at : at + BEGINNING] for at in range(len(text) - BEGINNING + 1))
        shelves = dict.fromkeys([0, *map(shelf, begun)])
    held = [_number(line) for place in shelves for line in _lines(place) if line[: line.index("\t")] in text]
    return sorted((end, number) for number in held for end in _ends(lower, STEMS[number].encode()))


def _lines(place: int) -> list[str]:
    """Those of one shelf: a stem, and behind a tabulator the readers that have it."""
    start, end = STARTS[place : place + 2]
    return LINES[start : end - 1].decode().split("\n") if start < end else []


def _number(line: str) -> int:
    """Of the stem in such a line."""
    number = _numbers.get(line)
    if number is None:
        stem, _, readers = line.partition("\t")
        number = _numbers[line] = len(STEMS)
        STEMS.append(stem)
        READERS.append(tuple(readers.split(",")))
    return number


def _ends(lower: bytes, stem: bytes) -> Iterable[int]:
    at = lower.find(stem)
    while at >= 0:
        yield at + len(stem) - 1
        at = lower.find(stem, at + 1)


def automaton() -> Matcher:
    """Looks for all at once: 100 MB/s. Raises ImportError where pyahocorasick is not installed."""
    from ahocorasick import Automaton

    # It takes text only; in Latin-1 each byte is a character.
    made = Automaton()
    for line in sorted(LINES.decode().splitlines()):  # so what begins alike lies together: a fifth of the speed
        number = _number(line)
        made.add_word(STEMS[number].encode().decode("latin-1"), number)
    made.make_automaton()

    def at_once(lower: bytes) -> Iterable[Hit]:
        hits: Iterable[Hit] = made.iter(lower.decode("latin-1"))
        return hits

    return at_once


def stems(numbers: tuple[int, ...]) -> Stems:
    """The stems that have these numbers."""
    known = _sets.get(numbers)
    if known is None:
        known = frozenset((STEMS[number].encode(), READERS[number]) for number in numbers)
        if len(_sets) >= MOST_SETS:
            _sets.clear()
        if len(numbers) <= MANY:
            _sets[numbers] = known
    return known


def beginning(hit: Hit) -> int:
    """Where the stem begins."""
    end, number = hit
    return end + 1 - len(STEMS[number].encode())
