"""Which lines of a long text may hold an error, at the cost of a few searches a block.

A log says the same again and again. So a block's lines are first compared by their shape, what is left without digits: of a
shape that was met before it is known whether a reader's stem stands in it. Only shapes that are new are searched, and of
these only the words that are new: for each stem it is known which needle to look for (`tools/stems.py`, where it is said how
they are chosen), most of which are words or pieces of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nocarrier.readings.messages._stems import NUMBERS, PIECES, STEMS, TEXTS, WORDS
from nocarrier.readings.messages.quoted import PREFIX

BLOCK = 1 << 18
"Bytes that are looked at together: few enough to stay in a processor's cache."
LONGEST_LINE = 4096
"Bytes; what is longer is looked at in windows, for it is a whole text in one line."
WINDOW = 3072
OVERLAP = 1024
"Bytes that two windows have in common: what stands in the first half counts in the one, the rest in the other."
ABOVE = 8
"Lines above one that may say whom it is about."
LONGEST_TRACE = 256
"Lines between two lines of one traceback."
REMEMBERED = 1 << 23
"Bytes that shapes, and words, may take, roughly."
EACH = 96
"Bytes that each takes beside its letters, in a set."

DIGITS = b"0123456789"
IDENTIFIERS = b"abcdefABCDEF-"
"What numbers of base 16 and UUIDs are written with, beside digits."
FOLD = bytes(
    byte + 32 if 65 <= byte <= 90 else byte if byte >= 128 or chr(byte).isalpha() or byte in b"_\n" else 32
    for byte in range(256)
)
"Lower case of ASCII letters; what is no letter, digit or of another alphabet parts words. Lengths stay as they are."

LONG = 40
"Letters of ASCII from which on a word without a low line is an identifier or base64, and tells nothing."

_PLAIN = tuple(piece for piece in PIECES if piece.isascii())
"What words of nothing but ASCII can hold: the other half of the pieces are words of other languages."
_PLAIN_TEXTS = tuple(text for text in TEXTS if text.isascii())

_GOES_ON = re.compile(
    PREFIX.encode()
    + rb"(?:[ \t\])}]|$|\r|Traceback \(|During handling of the above|The above exception was|Caused by: |Suppressed: |--- |#\d+ |goroutine )"
)
"""The beginning of a line that belongs to the error above it (frames, the seams of a chain of exceptions), behind what a
container's log or a CI's writes before every line."""

Stem = tuple[bytes, tuple[str, ...]]
"A stem as it stands in lines in lower case, and the readers that have it."
Line = tuple[int, bytes, tuple[Stem, ...], bytes]
"""The number of a line's record, its bytes, the stems that stand in it, and the lines above it.

Records are counted without the lines that only go on with what stands above them, so that the parts of one traceback are
close to each other, however many frames lie between.
"""


def candidates(chunks: Iterable[bytes]) -> Iterator[Line]:
    """The lines that may hold an error, in their order."""
    shapes, record, before = _Shapes(), 0, [b""]
    was_cut = False
    for block in blocks(chunks):
        is_cut = len(block) == BLOCK and not block.endswith(b"\n")
        lines, limits = _lines(block, was_cut=was_cut, is_cut=is_cut)
        was_cut = is_cut
        at = -1
        for number, stems in shapes.telling(block, lines, limits):
            record += _records(lines[at + 1 : number])
            at = number
            record += not _GOES_ON.match(lines[number])
            above = (*before, *lines[:number]) if number < ABOVE else lines[number - ABOVE : number]
            yield record, lines[number], stems, b"\n".join(above[-ABOVE:])
        record += _records(lines[at + 1 :])
        before = lines[-ABOVE:]


def _records(lines: Sequence[bytes]) -> int:
    """How many records begin in these lines."""
    if len(lines) > LONGEST_TRACE:
        return len(lines)
    return sum(not _GOES_ON.match(line) for line in lines)


def blocks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks of whole lines; a line longer than a block is cut, and the cut ends overlap."""
    rest = b""
    for chunk in chunks:
        rest += chunk
        at = 0
        while len(rest) - at >= BLOCK:
            end = rest.rfind(b"\n", at, at + BLOCK) + 1
            yield rest[at : end or at + BLOCK]
            at = end or at + BLOCK - OVERLAP
        rest = rest[at:]
    if rest:
        yield rest


Limits = dict[int, tuple[int, int]]
"Number of a line that is a window → where a stem must begin that counts in it."


def _lines(block: bytes, *, was_cut: bool, is_cut: bool) -> tuple[list[bytes], Limits]:
    """The lines of a block, the long ones in windows."""
    lines = block.removesuffix(b"\n").split(b"\n")
    if len(max(lines, key=len)) <= LONGEST_LINE and not was_cut and not is_cut:
        return lines, {}
    parts: list[bytes] = []
    limits: Limits = {}
    for number, line in enumerate(lines):
        opened, closed = was_cut and number == 0, is_cut and number == len(lines) - 1
        starts = range(0, max(1, len(line) - OVERLAP), WINDOW - OVERLAP) if len(line) > LONGEST_LINE else range(1)
        for start in starts:
            part = line[start : start + WINDOW] if len(starts) > 1 else line
            first = OVERLAP // 2 if start or opened else 0
            last = len(part) - OVERLAP // 2 if start != starts[-1] or closed else len(part)
            limits[len(parts)] = (first, last)
            parts.append(part)
    return parts, limits


class _Shapes:
    """What is known of the shapes of lines: in which no stem stands, and which stand in the others."""

    def __init__(self) -> None:
        self._needles = _Needles()
        self._dull: set[bytes] = set()
        self._telling: dict[bytes, tuple[Stem, ...]] = {}
        self._size = 0

    def telling(self, block: bytes, lines: list[bytes], limits: Limits) -> Iterator[tuple[int, tuple[Stem, ...]]]:
        """The lines in which stems stand: their numbers in the block, and the stems."""
        shapes = b"\n".join(lines).translate(None, DIGITS).split(b"\n")
        self._learn(set(shapes).difference(self._dull, self._telling))
        lower_block = block.lower()
        if self._dull.issuperset(shapes) and not any(stem in lower_block for stem in NUMBERS):
            return
        numbers = [_stem(stem) for stem in NUMBERS if stem in lower_block]
        for number, shape in enumerate(shapes):
            stems = self._telling.get(shape)
            if stems is None and not numbers:
                continue
            lower = lines[number].lower()
            first, last = limits.get(number, (0, len(lower)))
            if stood := tuple(
                stem for stem in (*(stems or ()), *numbers) if first <= lower.find(stem[0], first) < last
            ):
                yield number, stood

    def _learn(self, shapes: set[bytes]) -> None:
        """Search shapes that were not met before."""
        joined = b"\n".join(shapes)
        self._size += len(joined) + EACH * len(shapes)
        if self._size > REMEMBERED:
            self._dull, self._telling, self._size = set(), {}, 0
        lower = joined.lower()
        found: dict[bytes, list[bytes]] = {}
        for needle in self._needles.of(lower):
            at = lower.find(needle)
            while at >= 0:
                start, end = lower.rfind(b"\n", 0, at) + 1, lower.find(b"\n", at)
                end = end if end >= 0 else len(lower)
                found.setdefault(joined[start:end], []).append(needle)
                at = lower.find(needle, end)
        met: dict[tuple[bytes, ...], tuple[Stem, ...]] = {}
        for shape, needles in found.items():
            alike = (shape.translate(None, IDENTIFIERS), *needles)
            stems = met.get(alike)
            if stems is None:
                stems = met[alike] = _stems(shape.lower(), needles)
            if stems:
                self._telling[shape] = stems
        self._dull |= shapes.difference(self._telling)


_OF_NEEDLE = {
    needle: [(stem.encode(), stem.encode().translate(None, DIGITS), readers) for stem, readers in pairs]
    for needle, pairs in STEMS.items()
}


def _stems(shape: bytes, needles: Iterable[bytes]) -> tuple[Stem, ...]:
    """The stems that stand in lines of this shape, given the right digits."""
    return tuple((stem, readers) for needle in needles for stem, bare, readers in _OF_NEEDLE[needle] if bare in shape)


def _stem(number: bytes) -> Stem:
    return number, next(readers for stem, readers in STEMS[number] if stem.encode() == number)


class _Needles:
    """What stands in a text, with a memory of the words that are no needles."""

    def __init__(self) -> None:
        self._known: set[bytes] = set()
        self._size = 0

    def of(self, lower: bytes) -> list[bytes]:
        """The needles that stand in this text, which is in lower case."""
        words = set(lower.translate(FOLD).split())
        found = {needle for needle in (_PLAIN_TEXTS if lower.isascii() else TEXTS) if needle in lower}
        found |= WORDS & words
        found |= self._pieces(words - self._known)
        return sorted(found)

    def _pieces(self, words: set[bytes]) -> set[bytes]:
        """The pieces that these words hold; words that hold none are remembered."""
        joined = b" %b " % b" ".join([word for word in words if len(word) < LONG or not word.isalpha()])
        found = {piece for piece in (_PLAIN if joined.isascii() else PIECES) if piece in joined}
        for piece in found:
            words -= _holders(joined, piece)
        self._size += len(joined) + EACH * len(words)
        if self._size > REMEMBERED:
            self._known, self._size = set(), 0
        self._known |= words
        return {piece.strip() for piece in found}


def _holders(joined: bytes, piece: bytes) -> set[bytes]:
    """The words that hold this piece, of a text of words with one blank around each."""
    held = set()
    at = joined.find(piece)
    while at >= 0:
        end = joined.find(b" ", at + len(piece) - 1)
        held.add(joined[joined.rfind(b" ", 0, at + 1) + 1 : end])
        at = joined.find(piece, end)
    return held
