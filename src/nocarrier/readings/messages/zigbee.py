"""Zigbee bridges: Zigbee2MQTT and the drivers below it, whose adapter is a serial line or a place on the network."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = ("srsp - ", "areq - ")

SAID = (
    Phrase("ash disconnected", "closed", "", "ezsp", worth=MEANT),
    Phrase("adapter disconnected", "closed", "", "zigbee2mqtt"),
    Phrase("status noack", "timed-out", "service", "zwave-js", worth=MEANT),
    Phrase("mqtt disconnect: reason", "closed", "service", "zigbee2mqtt"),
    Phrase("ezsp layer with status=host_fatal_error", "unknown", "", "ezsp", worth=OPAQUE, open=NOT_TOLD),
)

_UNANSWERED = pattern(r"\b(?:SRSP|AREQ) - \w{2,8} - \w{2,40} after \d{1,7} ?ms\b")
"A command of Texas Instruments' adapters (Z-Stack) to which no answer came: the synchronous one, and what should have followed."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the answer that did not come."""
    yield from phrases(SAID, line)
    unanswered = _UNANSWERED.search(line)
    if unanswered is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="zigbee-herdsman", step="service", at=unanswered.start())
