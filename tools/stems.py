"""Which few things to look for in a text, so that no line is missed that a reader reads: ``readings/messages/_stems.py``.

In every line that a reader reads stands one of its stems (`readings.messages.phrases.stems`). There are many hundred of
them, too many to look for one by one in a long text. Here a *needle* is chosen for each, as few and as unusual as can be:

- a whole word that stands inside a stem is found in the set of a text's words, however many such needles there are;
- a piece of a word at a stem's end, where a longer word may go on, is looked for in words not met before;
- what has no such word (``nc: ``) is looked for in the text itself, which costs most.

Texts are searched without their digits, so that lines that differ in numbers are one; of a stem that is a number and little
else (``1006``) every text is searched.

It is weighted set cover, done greedily: always the needle whose cost for each stem that it is the first to cover is least.
How usual a word is, and so how many lines would be looked at for nothing, is taken from the tests' log lines of programs
that work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from nocarrier.readings.messages.search import DIGITS, FOLD

ORDINARY = Path(__file__).parents[1] / "tests" / "readings" / "messages" / "ordinary.txt"
LINE = 100.0
"What it costs to look at every line for nothing, in units of a search for one needle in a text."
SEARCHES = {"word": 0.1, "piece": 0.5, "text": 3.0, "number": 0.0}
"What a needle of each kind costs where it is not found, in the same unit."
MOST = 8
"Stems beyond which a needle is worth no more: each is looked for in every line that holds the needle."
SHORT = 2.0
"Four to the power of its length in so many lines a needle stands by chance, beside those in which it was seen."
SHORTEST, LONGEST = 4, 12
"Characters of a piece."
SHORTEST_BARE = 3
"Letters that are left without the digits of what is looked for without them."
SHORTEST_OF_OTHERS = 2
"Characters of a piece that is not ASCII."


class Needle(NamedTuple):
    """``kind`` is ``word``, ``piece`` (with a blank where the word ends there) or ``text``."""

    kind: str
    text: str


def needles(stems: Collection[str]) -> dict[Needle, set[str]]:
    """Needles, and the stems for which each is looked for; a stem has exactly one."""
    covers: dict[Needle, set[str]] = {}
    for stem in stems:
        for needle in _of(stem):
            covers.setdefault(needle, set()).add(stem)
    left, found = set(stems), dict[Needle, set[str]]()
    while left:
        best = min(covers, key=lambda one: (_cost(one) / min(len(covers[one]), MOST), one))
        found[best] = covers[best] & left
        left -= found[best]
        covers = {one: rest for one, stems in covers.items() if (rest := stems & left)}
    return found


def folded(text: str) -> str:
    """The letters of a text in lower case, and a blank for everything else, as `search` sees it."""
    return text.encode().translate(FOLD).decode("utf-8", "replace")


def _of(stem: str) -> Iterator[Needle]:
    """Every needle by which a line that holds this stem can be found."""
    bare = stem.translate(dict.fromkeys(DIGITS))
    if sum(letter.isalpha() for letter in bare) < SHORTEST_BARE and bare != stem:
        yield Needle("number", stem)
        return
    yield Needle("text", bare)
    seen = folded(bare)
    at = 0
    for word in seen.split():
        start = seen.index(word, at)
        at = start + len(word)
        opened, closed = start > 0, at < len(seen)
        if opened and closed:
            yield Needle("word", word)
            continue
        if opened or closed:
            yield Needle("piece", f"{' ' * opened}{word}{' ' * closed}")
        shortest = SHORTEST if word.isascii() else SHORTEST_OF_OTHERS
        for size in range(shortest, LONGEST + 1):
            for first in range(len(word) - size + 1):
                yield Needle("piece", word[first : first + size])


@cache
def _cost(needle: Needle) -> float:
    lines = ordinary()
    if needle.kind in ("text", "number"):
        held = sum(needle.text in line for line in lines)
    elif needle.text in _words() or needle.kind == "piece":
        held = sum(count for word, count in _words().items() if needle.text in f" {word} ")
    else:
        held = 0
    return SEARCHES[needle.kind] + LINE * (held / len(lines) + SHORT / 4 ** len(needle.text.strip()))


@cache
def ordinary() -> tuple[str, ...]:
    """The log lines of the tests, in lower case."""
    lines = ORDINARY.read_text(encoding="utf-8").lower().splitlines()
    return tuple(line for line in lines if not line.startswith("# "))


@cache
def _words() -> Mapping[str, int]:
    """Word → the lines in which it stands."""
    return Counter(word for line in ordinary() for word in set(folded(line).split()))
