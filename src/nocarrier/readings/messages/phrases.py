"""Reading by tables: which words of a client stand for which error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import NOTHING, Record, replace
from nocarrier.readings.messages.reading import SENTENCE, ErrorClass, Reading

if TYPE_CHECKING:
    import re

NOT_TOLD = say(
    "The message is the same for every failure to connect; its inner exception or the log beside it says which it was."
)
"What an opaque message leaves open."
POLLED = say(
    "The client gave up after trying again for a while; the reason of each attempt stands earlier in its log."
)
"What a time-out leaves open that ended many attempts."


class Phrase(Record):
    """Words in lower case that one family of clients prints, and what they mean. See `Reading` for the fields."""

    words: str
    kind: ErrorClass
    step: str = ""
    client: str = ""
    code: dict[str, str | int] = NOTHING
    worth: int = SENTENCE
    open: Prose | None = None


WEAK = frozenset({
    "operation timed out", "network error", "authentication failed", "end of file reached", "upgrade required", "bad handshake",
    "unsupported protocol", "failed: timeout", "connack", "connection closed by server",
    "an error occurred while sending the request", "unknown protocol", "closed connection",
})  # fmt: skip
"Words that also stand in lines about something else: they count in a line that other words of their reader brought up."


def stems(listed: Sequence[str], table: Sequence[Phrase]) -> list[str]:
    """Pieces one of which is in each line that a reader reads: those it lists, and its phrases that hold none of them."""
    said = [phrase.words for phrase in table if phrase.words not in WEAK]
    return [*listed, *(words for words in said if not any(stem in words for stem in listed))]


def owned(table: Sequence[Phrase], line: str, client: str, named: re.Pattern[str]) -> Iterator[Reading]:
    """As `phrases`; what stands there without a client anybody may say in that language, and it is this one's where the line names it."""
    its = named.search(line) is not None
    for one in phrases(table, line):
        yield one if one.client or not its else replace(one, client=client)


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
