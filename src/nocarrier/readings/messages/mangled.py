"""What came out of shape on its way into a short text: lines that a terminal broke, quotes that were curled, words that lost the spaces
between them."""

from __future__ import annotations

from itertools import pairwise

from nocarrier.model.record import replace
from nocarrier.readings.messages.common import TEXTS, is_of_a_connection
from nocarrier.readings.messages.errnos import of_symbol
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.quoted import message
from nocarrier.readings.messages.reading import WORDS
from nocarrier.readings.messages.scan import clean, located, scan

WIDE = 60
"Bytes of a line that may be as long as a terminal is wide."
QUOTES = {**dict.fromkeys(map(ord, "‘’‚‛"), "'"), **dict.fromkeys(map(ord, "“”„‟«»"), '"')}
ALIKE = 8
"Bytes in which lines of one log begin alike: `2024-05-` and most programs' names."


def unbroken(text: bytes) -> tuple[Told, ...]:
    """What stands across the end of a wide line: a terminal broke it, in a word or beside one."""
    for at, (line, following) in enumerate(pairwise(text.split(b"\n"))):
        front, behind = line.rstrip(), following.strip()
        if len(front) < WIDE or not message(clean(behind)) or _begins_alike(front, behind):
            continue
        for whole in (front + behind, front + b" " + behind):
            for one in scan([whole]):
                if one.reading.kind not in {"unknown", *_kinds(front), *_kinds(behind)}:
                    return (replace(one, lines=(clean(front), clean(behind)), first=at + 1),)
    return ()


def straightened(text: bytes) -> tuple[Told, ...]:
    """Errors that are known once the quotes are straight again which a forum or a word processor has curled."""
    curled = text.decode("utf-8", "replace")
    straight = curled.translate(QUOTES)
    if straight == curled:
        return ()
    lines = {line.strip(): was.strip() for line, was in zip(straight.split("\n"), curled.split("\n"), strict=True)}
    told = scan([straight.encode()])
    if all(one.reading.kind == "unknown" for one in told):
        return ()
    return tuple(replace(one, lines=tuple(lines.get(line, line) for line in one.lines)) for one in told)


def _begins_alike(front: bytes, behind: bytes) -> bool:
    """Each is a line of its own of one log, by the name or the date at its begin."""
    return front.lstrip()[:ALIKE] == behind[:ALIKE]


def _kinds(line: bytes) -> set[str]:
    return {one.reading.kind for one in scan([line])}


def unspaced(text: bytes) -> tuple[Told, ...]:
    """The first line that holds the system's words for an error without the spaces between them, or with others."""
    spelled = [(_letters(said), symbol) for said, symbol in TEXTS]
    for at, raw in enumerate(text.split(b"\n")):
        line = clean(raw)
        letters = _letters(message(line))
        for said, symbol in spelled:
            if said in letters and is_of_a_connection(symbol, line):
                reading = located(of_symbol(symbol, WORDS), line, b"")
                return (Told(reading=reading, lines=(line,), first=at + 1),)
    return ()


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalpha())
