"""Where the readers' stems stand in a text: all at once (Aho and Corasick, 1975), or in a short one each by itself.

Both look at bytes in lower case, which for letters beyond ASCII stay as they are; both tell the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nocarrier.readings.messages._stems import BY_READERS

SHORT = 4096
"Bytes of a text in which each stem is looked for by itself: the automaton takes 2 ms to load and build."
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
"Whose each stem is."
for _readers, _listed in BY_READERS.items():
    _said = _listed.split("\n")
    STEMS += _said
    READERS += [_readers] * len(_said)
_sets: dict[tuple[int, ...], Stems] = {}


def matcher(size: int) -> Matcher:
    """The quickest for a text of so many bytes."""
    if size <= SHORT:
        return each
    try:
        return automaton()
    except ImportError:
        return each


def each(lower: bytes) -> list[Hit]:
    """Looks for one stem after the other: 3 MB/s."""
    text = lower.decode("utf-8", "surrogateescape")
    held = [(number, stem.encode()) for number, stem in enumerate(STEMS) if stem in text]
    return sorted((end, number) for number, stem in held for end in _ends(lower, stem))


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
    for number, stem in enumerate(STEMS):
        made.add_word(stem.encode().decode("latin-1"), number)
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
