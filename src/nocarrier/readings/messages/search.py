"""Which lines of a long text may hold an error, at the cost of a few searches a block.

Of a line that a reader reads it is known that one of its stems stands in it, and of each stem which needle is to be looked
for (`tools/stems.py`, where it is said how they are chosen). Most needles are words or pieces of words, and a log says the
same few thousand words again and again: so a block is split into its words, and only those that were not met before are
searched for pieces. What is left is a bounded set of words that are known to tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nocarrier.readings.messages._stems import PIECES, TEXTS, WORDS
from nocarrier.readings.messages.quoted import PREFIX

BLOCK = 1 << 18
"Bytes that are looked at together: few enough to stay in a processor's cache."
LONGEST_LINE = 4096
"Bytes; what is longer is looked at in windows, for it is a whole text in one line."
WINDOW = 1024
BEFORE = 256
"Bytes of a window before what was found: there stands who says it, and to whom it was."
ABOVE = 768
"Bytes of what stands above a line, which may say whom it is about."
LONGEST_TRACE = 1 << 14
"Bytes between two lines of one traceback."
REMEMBERED = 1 << 24
"Bytes that the words which tell nothing may take, roughly."
EACH = 96
"Bytes that a word takes beside its letters, in a set."

FOLD = bytes(
    byte + 32 if 65 <= byte <= 90 else byte if byte >= 128 or chr(byte).isalnum() or byte in b"_\n" else 32
    for byte in range(256)
)
"Lower case of ASCII letters; what is no letter, digit or of another alphabet parts words. Lengths stay as they are."
_IDENTIFIER = re.compile(rb"(?:[a-z_]*\d+){3}")
LONG = 24
"Letters and digits from which on a word with several numbers in it is an identifier or base64, and tells nothing."

_PLAIN = tuple(piece for piece in PIECES if piece.isascii())
_PLAIN_TEXTS = tuple(text for text in TEXTS if text.isascii())
"What a text of nothing but ASCII can hold: the others are words of other languages."

_GOES_ON = re.compile(
    rb"(?m)^"
    + PREFIX.encode()
    + rb"(?:[ \t\])}]|$|\r|Traceback \(|During handling of the above|The above exception was|Caused by: |Suppressed: |--- |#\d+ |goroutine )"
)
"""The beginning of a line that belongs to the error above it (frames, the seams of a chain of exceptions), behind what a
container's log or a CI's writes before every line."""


Line = tuple[int, bytes, tuple[bytes, ...], bytes]
"""The number of a line's record, its bytes, the needles that stand in it, and what stands above it.

Records are counted without the lines that only go on with what stands above them, so that the parts of one traceback are
close to each other, however many frames lie between.
"""


def candidates(chunks: Iterable[bytes]) -> Iterator[Line]:
    """The lines that may hold an error, in their order."""
    record, needles, between = 0, _Needles(), b""
    for block in blocks(chunks):
        lower = block.lower()
        at = 0
        for start, end, held in _lines_with(block, lower, needles.of(block, lower)):
            if start > at + 1 or between:
                record += _records(between + block[at:start])
                between = b""
            if not _GOES_ON.match(block, start):
                record += 1
            yield record, block[start:end], held, block[max(0, start - ABOVE) : start]
            at = max(at, end)
        between = between[: LONGEST_TRACE + 1] + block[at:]


def _records(between: bytes) -> int:
    """How many records begin in the text from the end of one line to the beginning of another."""
    lines = between.count(b"\n") - 1
    return lines - len(_GOES_ON.findall(between, 1, len(between) - 1)) if len(between) <= LONGEST_TRACE else lines


class _Needles:
    """What stands in a block, with a memory of the words that are no needles."""

    def __init__(self) -> None:
        self._known: set[bytes] = set()
        self._size = 0

    def of(self, block: bytes, lower: bytes) -> list[bytes]:
        """The needles that stand in this block."""
        words = set(block.translate(FOLD).split())
        found = {needle for needle in (_PLAIN_TEXTS if lower.isascii() else TEXTS) if needle in lower}
        found |= WORDS & words
        found |= self._pieces(words - self._known)
        return sorted(found)

    def _pieces(self, words: set[bytes]) -> set[bytes]:
        """The pieces that these words hold; words that hold none are remembered."""
        joined = b" %b " % b" ".join([word for word in words if len(word) < LONG or not _IDENTIFIER.match(word)])
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


def blocks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks of whole lines; a line longer than a block is cut, and the cut ends overlap."""
    rest = b""
    for chunk in chunks:
        rest += chunk
        at = 0
        while len(rest) - at >= BLOCK:
            end = rest.rfind(b"\n", at, at + BLOCK) + 1
            yield rest[at : end or at + BLOCK]
            at = end or at + BLOCK - WINDOW
        rest = rest[at:]
    if rest:
        yield rest


def _lines_with(block: bytes, lower: bytes, needles: Sequence[bytes]) -> Iterator[tuple[int, int, tuple[bytes, ...]]]:
    """Beginning and end of the lines that hold needles, and which."""
    found: dict[tuple[int, int], list[bytes]] = {}
    for needle in needles:
        at = lower.find(needle)
        while at >= 0:
            span = _line(block, at)
            found.setdefault(span, []).append(needle)
            at = lower.find(needle, max(span[1], at + 1))
    for span in sorted(found):
        yield *span, tuple(found[span])


def _line(block: bytes, at: int) -> tuple[int, int]:
    """Where the line begins and ends in which this position is; of a very long one, a window."""
    start = block.rfind(b"\n", max(at - LONGEST_LINE, 0), at) + 1
    end = block.find(b"\n", at, at + LONGEST_LINE)
    if end >= 0 and (start or at <= LONGEST_LINE) and end - start <= LONGEST_LINE:
        return start, end
    end = end if end >= 0 else len(block)
    start = max(start, (at - BEFORE) // BEFORE * BEFORE)
    return start, min(end, start + WINDOW)
