"""Which lines of a long text may hold an error, and which stems stand in each.

A text is taken in blocks of whole lines, and a block is searched for all stems at once (`matching`). Lines in which none
stands are counted, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.matching import Hit, Matcher, Stems, beginning, matcher, stems
from nocarrier.readings.messages.quoted import PREFIX

BLOCK = 1 << 18
"Bytes that are looked at together: few enough to stay in a processor's cache."
LONGEST_LINE = 4096
"Bytes; what is longer is looked at in windows, for it is a whole text in one line."
WINDOW = 3072
OVERLAP = 1024
"Bytes that two windows have in common: what stands in the first half counts in the one, the rest in the other."
STEP = WINDOW - OVERLAP
ABOVE = 8
"Lines above one that may say whom it is about."
FAR = ABOVE * LONGEST_LINE
"Bytes above it in which they must stand."
NEAR = 2 * LONGEST_LINE
"Bytes below it in which the frames of its stack must stand."
LONGEST_TRACE = 256
"Lines between two lines of one traceback."

_GOES_ON = pattern(
    PREFIX.encode()
    + rb"(?:[ \t\])}]|$|\r|Traceback \(|During handling of the above|The above exception was|Caused by: |Suppressed: |--- |#\d+ |goroutine )"
)
"""The beginning of a line that belongs to the error above it (frames, the seams of a chain of exceptions), behind what a
container's log or a CI's writes before every line."""

Place = tuple[bytes, bytes, int]
"The block before, the block, and where in it a line begins."
Line = tuple[bytes, Stems, int, Place]
"A line's bytes, the stems that stand in it, where the first begins, and its place."


def candidates(chunks: Iterable[bytes]) -> Iterator[Line]:
    """The lines that may hold an error, in their order."""
    before, was_cut = b"", False
    match: Matcher | None = None
    for block in blocks(chunks):
        match = match or matcher(len(block))
        is_cut = len(block) == BLOCK and not block.endswith(b"\n")
        for start, end, numbers, first in _lines(block, match(block.lower())):
            opened, closed = was_cut and not start, is_cut and end == len(block)
            if not opened and not closed and end - start <= LONGEST_LINE:
                yield block[start:end], stems(numbers), first - start, (before, block, start)
                continue
            for at, part, numbers, first in _windows(block[start:end], match, opened=opened, closed=closed):
                yield part, stems(numbers), first, (before, block, start + at)
        before, was_cut = block, is_cut


class Records:
    """Numbers the lines that are asked for, in their order.

    Lines that only go on with what stands above them are left out, so that the parts of one traceback are close to each
    other, however many frames lie between.
    """

    def __init__(self) -> None:
        self._record, self._block, self._at = 0, b"", 0

    def number(self, line: bytes, place: Place) -> int:
        """The number of the record that begins with this line, or to which it belongs."""
        before, block, start = place
        if block is self._block:
            passed = _records(block, self._at, start)
        elif before is self._block:
            passed = _records(before, self._at, len(before)) + _records(block, 0, start)
        else:
            passed = LONGEST_TRACE
        # Of one line alone nothing of this is asked.
        self._record = self._record + passed + (not _GOES_ON.match(line)) if self._record else 1
        self._block, self._at = block, start + len(line) + 1
        return self._record


def above(place: Place) -> bytes:
    """The lines above one."""
    before, block, start = place
    text = block[start - FAR : start] if start >= FAR else before[-FAR:] + block[:start]
    return b"\n".join(text.removesuffix(b"\n").rsplit(b"\n", ABOVE)[-ABOVE:])


def below(place: Place, line: bytes) -> bytes:
    """The lines below this one, as far as they stand in its block."""
    _, block, start = place
    end = start + len(line) + 1
    return block[end : end + NEAR]


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


def _lines(block: bytes, hits: Iterable[Hit]) -> Iterator[tuple[int, int, tuple[int, ...], int]]:
    """Where the lines begin and end that hold any, the numbers of their stems, and where the first of these begins."""
    start = end = first = -1
    numbers: list[int] = []
    for last, number in hits:
        if last < end:
            numbers.append(number)
            continue
        if numbers:
            yield start, end, tuple(numbers), first
        start, end = block.rfind(b"\n", 0, last) + 1, block.find(b"\n", last)
        end = end if end >= 0 else len(block)
        numbers, first = [number], beginning((last, number))
    if numbers:
        yield start, end, tuple(numbers), first


def _windows(
    line: bytes, match: Matcher, *, opened: bool, closed: bool
) -> Iterator[tuple[int, bytes, tuple[int, ...], int]]:
    """The parts of a long line in which stems stand: where they begin, what they hold, the stems, and where the first begins.

    ``opened`` and ``closed`` ends are cut.
    """
    last = -(-(len(line) - OVERLAP) // STEP) - 1 if len(line) > LONGEST_LINE else 0
    half = OVERLAP // 2
    held: dict[int, list[tuple[int, int]]] = {}
    for hit in match(line.lower()):
        at = beginning(hit)
        if half * opened <= at < len(line) - half * closed:
            held.setdefault(min(last, max(0, at - half) // STEP), []).append((at, hit[1]))
    for window, stood in sorted(held.items()):
        start = window * STEP
        part = line[start : start + WINDOW] if window < last else line[start:]
        yield start, part, tuple([number for _, number in stood]), stood[0][0] - start


def _records(block: bytes, start: int, end: int) -> int:
    """How many records begin in these lines."""
    if start >= end:
        return 0
    lines = block.count(b"\n", start, end) + (end == len(block) and not block.endswith(b"\n"))
    if lines > LONGEST_TRACE:
        return lines
    return sum(not _GOES_ON.match(line) for line in block[start:end].removesuffix(b"\n").split(b"\n"))
