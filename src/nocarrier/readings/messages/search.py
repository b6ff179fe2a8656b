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
Line = tuple[int, bytes, Stems, int, Place]
"""The number of a line's record, its bytes, the stems that stand in it, where the first begins, and its place (`above`).

Records are counted without the lines that only go on with what stands above them, so that the parts of one traceback are
close to each other, however many frames lie between.
"""


def candidates(chunks: Iterable[bytes]) -> Iterator[Line]:
    """The lines that may hold an error, in their order."""
    record, at, before, was_cut = 0, 0, b"", False
    match: Matcher | None = None
    for block in blocks(chunks):
        match = match or matcher(len(block))
        is_cut = len(block) == BLOCK and not block.endswith(b"\n")
        if record:
            record += _records(before, at, len(before))
        at = 0
        for start, end, numbers, first in _lines(block, match(block.lower())):
            # Of one line alone nothing of this is asked.
            record = record + _records(block, at, start) + (not _GOES_ON.match(block, start, end)) if record else 1
            at = end + 1
            opened, closed = was_cut and not start, is_cut and end == len(block)
            if not opened and not closed and end - start <= LONGEST_LINE:
                yield record, block[start:end], stems(numbers), first - start, (before, block, start)
                continue
            number = 0
            for number, part, numbers, first in _windows(block[start:end], match, opened=opened, closed=closed):
                yield record + number, part, stems(numbers), first, (before, block, start + number * STEP)
            record += number
        before, was_cut = block, is_cut


def above(place: Place) -> bytes:
    """The lines above one."""
    before, block, start = place
    text = block[start - FAR : start] if start >= FAR else before[-FAR:] + block[:start]
    return b"\n".join(text.removesuffix(b"\n").rsplit(b"\n", ABOVE)[-ABOVE:])


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
    """The parts of a long line in which stems stand: their numbers, what they hold, the stems, and where the first begins.

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
        yield window, part, tuple([number for _, number in stood]), stood[0][0] - start


def _records(block: bytes, start: int, end: int) -> int:
    """How many records begin in these lines."""
    if start >= end:
        return 0
    lines = block.count(b"\n", start, end) + (end == len(block) and not block.endswith(b"\n"))
    if lines > LONGEST_TRACE:
        return lines
    return sum(not _GOES_ON.match(line) for line in block[start:end].removesuffix(b"\n").split(b"\n"))
