"""One line of a short text as the error that it tells of: with the place that it names, or the lines above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.quoted import message
from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.scan import clean, located
from nocarrier.readings.messages.search import ABOVE


def first(lines: Sequence[bytes], read: Callable[[str], Reading | None]) -> tuple[Told, ...]:
    """The first line of which something is read; what is blank or quoted is no message."""
    for at, raw in enumerate(lines):
        line = clean(raw)
        said = message(line)
        if not said.strip():
            continue
        reading = read(said)
        if reading is not None:
            return (told(lines, at, line, reading),)
    return ()


def told(lines: Sequence[bytes], at: int, line: str, reading: Reading) -> Told:
    """What was read of the line at that place."""
    above = b"\n".join(lines[max(0, at - ABOVE) : at])
    return Told(reading=located(reading, line, above), lines=(line,), first=at + 1)
