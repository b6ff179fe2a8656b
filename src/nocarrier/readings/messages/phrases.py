"""Reading by tables: which words of a client stand for which error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.model.prose import Prose
from nocarrier.model.record import NOTHING, Record
from nocarrier.readings.messages.reading import SENTENCE, ErrorClass, Reading


class Phrase(Record):
    """Words in lower case that one family of clients prints, and what they mean. See `Reading` for the fields."""

    words: str
    kind: ErrorClass
    step: str = ""
    client: str = ""
    code: dict[str, str | int] = NOTHING
    worth: int = SENTENCE
    open: Prose | None = None


def phrases(table: Sequence[Phrase], line: str) -> Iterator[Reading]:
    """Every phrase of the table that stands in the line."""
    lower = line.lower()
    for phrase in table:
        at = lower.find(phrase.words)
        if at >= 0:
            yield Reading(
                kind=phrase.kind,
                worth=phrase.worth,
                client=phrase.client,
                step=phrase.step,
                code=phrase.code,
                open=phrase.open,
                at=at,
            )
