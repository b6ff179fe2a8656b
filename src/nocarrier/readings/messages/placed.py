"""What the readers of services share: phrases of their table at the place that a pattern of theirs found, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.model.prose import say
from nocarrier.model.record import Record, replace
from nocarrier.readings.messages.phrases import POLLED as POLLED
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import OPAQUE, Reading

UNTOLD = say(
    "The client says the same of a place that refuses, keeps silent, or whose certificate it does not trust."
)


class Place(Record):
    """Whom a client of this scheme dialled. A unix socket has its path for a host."""

    scheme: str
    host: str
    port: int = 0


def port(text: str | None) -> int:
    """A number as a port, as far as it can be one; 0 of nothing."""
    return min(int(text or 0), 65535)


def said(table: Sequence[Phrase], line: str, place: Place | None) -> Iterator[Reading]:
    """What of the table stands in the line; and that a place stands there at all, which is worth little."""
    for one in phrases(table, line):
        yield replace(one, scheme=place.scheme, host=place.host, port=place.port) if place else one
    if place:
        yield Reading(
            kind="unknown", worth=OPAQUE, client=place.scheme, scheme=place.scheme, host=place.host, port=place.port
        )
