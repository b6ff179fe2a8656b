"""From the output of any program, however long, to the errors in it: each distinct one once.

A log is looked at in blocks. A block that holds no piece of any reader's stems costs a search for each and no more; where
some occur, only the lines that hold them are read. Lines that differ only in numbers and identifiers have one shape, and
of a shape only the first few are read, so that a log of one error a million times is no longer than its first lines.

What one error prints over several lines (Node's object, a traceback and its message, libpq's hint) is put together: lines
of one class that stand close to each other and do not contradict one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from nocarrier.model.annotations import cast
from nocarrier.model.record import Record, replace
from nocarrier.readings.messages._stems import CORES
from nocarrier.readings.messages.endpoints import endpoints
from nocarrier.readings.messages.reading import OPAQUE, Reader, Reading

BLOCK = 1 << 20
"Bytes that are looked at together."
LONGEST_LINE = 1 << 14
SAME_SHAPE = 4
"Lines of one shape that are read."
SHAPES = 1 << 16
"Shapes that are remembered; in a text with more of them some lines are read again."
NEAR = 8
"Lines within which two readings may be of one error."
MOST_ERRORS = 64

_PLAIN = tuple(core for core in CORES if core.isascii())
"What a block of nothing but ASCII can hold: the other half of the cores are words of other languages."

_ANSI = re.compile(r"\x1b(?:\[[0-?]{0,32}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,256}(?:\x07|\x1b\\)|[@-Z\\-_])")
_NUMBERS = b"0123456789abcdefABCDEF-"
"What numbers and identifiers are written with: a line's shape is what is left of it."


class Told(Record, kw_only=True):
    """One distinct error of a text: what was read, from which lines."""

    reading: Reading
    lines: tuple[str, ...]
    first: int
    last: int
    times: int = 1


def scan(chunks: Iterable[bytes]) -> tuple[Told, ...]:
    """The errors of a text that comes in pieces, in the order in which they first stand there. Bounded in memory."""
    gathered = _Gathered()
    seen: dict[bytes, int] = {}
    for number, raw, cores in _candidates(chunks):
        shape = raw.translate(None, _NUMBERS)
        if seen.get(shape, 0) >= SAME_SHAPE:
            continue
        if len(seen) >= SHAPES:
            seen.clear()
        seen[shape] = seen.get(shape, 0) + 1
        names = _readers(raw.lower().decode("utf-8", "replace"), cores)
        if not names:
            continue
        line = clean(raw)
        found = best(read(line, names))
        if found is not None:
            gathered.add(number, line, placed(found, line))
    return gathered.told()


def clean(raw: bytes) -> str:
    """A line as text, without colours and the remains of a progress bar."""
    text = _ANSI.sub("", raw[:LONGEST_LINE].decode("utf-8", "replace"))
    return text.strip().rpartition("\r")[2].strip()


def read(line: str, names: Iterable[str]) -> list[Reading]:
    """All that these readers make of one line."""
    return [reading for name in names for reading in _reader(name).read(line)]


def _readers(lower: str, cores: Iterable[bytes]) -> list[str]:
    """The readers one of whose stems stands in a line that holds these cores, in the order of their names."""
    return sorted({name for core in cores for stem, names in CORES[core] if stem in lower for name in names})


def best(readings: Sequence[Reading]) -> Reading | None:
    """The one that tells most, with what the others of its class know beside it."""
    if not readings:
        return None
    first = max(readings, key=lambda one: (one.worth, bool(one.client), -one.at))
    for other in sorted(readings, key=lambda one: -one.worth):
        if other.kind == first.kind or other.worth == OPAQUE:
            first = _filled(first, other)
    return first


def _filled(one: Reading, other: Reading) -> Reading:
    """``one`` with the fields that it lacks and ``other`` has."""
    fields = ("client", "step", "scheme", "host", "port", "through")
    missing = {name: getattr(other, name) for name in fields if not getattr(one, name) and getattr(other, name)}
    if missing.get("port") and one.host and other.host and one.host != other.host:
        del missing["port"]
    return replace(one, **missing, code={**other.code, **one.code})


def placed(reading: Reading, line: str) -> Reading:
    """With the place that the line names, where the reader found none: the one that stands nearest to the error."""
    if reading.host or (reading.port and reading.scheme):
        return reading
    places = [place for place in endpoints(line) if place.host]
    if not places:
        return reading
    near = min(places, key=lambda place: (abs(place.at - reading.at), place.at))
    return replace(
        reading,
        host=near.host,
        port=reading.port or near.port,
        scheme=reading.scheme or near.scheme,
    )


class _Gathered:
    """Errors by what tells them apart, while the lines go by."""

    def __init__(self) -> None:
        self._told: list[Told] = []

    def add(self, number: int, line: str, reading: Reading) -> None:
        for at in range(len(self._told) - 1, -1, -1):
            known = self._told[at]
            near = number - known.last <= NEAR
            if _same(known.reading, reading) or (near and _agree(known.reading, reading)):
                self._told[at] = _joined(known, number, line, reading, near=near)
                return
        if len(self._told) < MOST_ERRORS:
            self._told.append(Told(reading=reading, lines=(line,), first=number, last=number))

    def told(self) -> tuple[Told, ...]:
        return tuple(self._told)


def _same(one: Reading, other: Reading) -> bool:
    place = (one.kind, one.host, one.port)
    return place == (other.kind, other.host, other.port) and one.code == other.code


def _agree(one: Reading, other: Reading) -> bool:
    """They may be two lines of one error: nothing that both name differs."""
    if one.kind != other.kind:
        return False
    pairs = ((one.host, other.host), (one.port, other.port), (one.client, other.client))
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def _joined(known: Told, number: int, line: str, reading: Reading, *, near: bool) -> Told:
    whole = best([known.reading, reading]) or known.reading
    lines = (*known.lines, line) if near and len(known.lines) < NEAR and line not in known.lines else known.lines
    return replace(known, reading=whole, lines=lines, last=number, times=known.times + 1)


def _candidates(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes, list[bytes]]]:
    """The lines that hold the core of a stem: their numbers from 0, their bytes, and these cores."""
    number = 0
    for block in _blocks(chunks):
        lower = block.lower()
        cores = _PLAIN if lower.isascii() else CORES
        yield from _lines_with(block, lower, [core for core in cores if core in lower], number)
        number += block.count(b"\n")


def _blocks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks of whole lines; a line longer than a block is cut."""
    rest = b""
    for chunk in chunks:
        rest += chunk
        if len(rest) >= BLOCK:
            end = rest.rfind(b"\n") + 1 or len(rest)
            yield rest[:end]
            rest = rest[end:]
    if rest:
        yield rest


def _lines_with(
    block: bytes, lower: bytes, cores: Iterable[bytes], number: int
) -> Iterator[tuple[int, bytes, list[bytes]]]:
    starts: dict[int, list[bytes]] = {}
    for core in cores:
        at = lower.find(core)
        while at >= 0:
            starts.setdefault(block.rfind(b"\n", 0, at) + 1, []).append(core)
            end = block.find(b"\n", at)
            at = lower.find(core, end) if end >= 0 else -1
    counted = 0
    for start in sorted(starts):
        number += block.count(b"\n", counted, start)
        counted = start
        end = block.find(b"\n", start)
        yield number, block[start : end if end >= 0 else len(block)][:LONGEST_LINE], starts[start]


def _reader(name: str) -> Reader:
    return cast(Reader, import_module(f"nocarrier.readings.messages.{name}"))
