"""Clients of Kafka: its own in Java, librdkafka, kafka-python, sarama, KafkaJS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase
from nocarrier.readings.messages.placed import POLLED, Place, port, said
from nocarrier.readings.messages.reading import MEANT, OPAQUE, WORDS, Reading

STEMS = (
    "kafka", "no brokers", "nobrokers", "broker may not be available", "bootstrap broker", "rack: null", "/bootstrap: ",
)  # fmt: skip

KAFKA = "kafka"

SAID = (
    Phrase("nobrokersavailable", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("could not be established. broker may not be available", "refused", "tcp", KAFKA),
    Phrase("could not be established. node may not be available", "refused", "tcp", KAFKA),
    Phrase("terminated during authentication", "closed", "service", KAFKA, worth=MEANT + 1),
    Phrase("disconnected while requesting apiversion", "closed", "service", KAFKA, worth=MEANT),
    Phrase("receive failed: invalid response size", "protocol-mismatch", "service", KAFKA, worth=MEANT),
    Phrase("local: broker transport failure", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("brokers are down", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("timed out waiting for a node assignment", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("all broker connections are down", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("unexpected kafka request of type", "protocol-mismatch", "service", KAFKA),
)

_BOOTSTRAP = re.compile(r"[Bb]ootstrap broker ([\w.-]{1,253}):(\d{1,5}) \([^)]{1,64}\) disconnected")
_RDKAFKA = re.compile(
    r"\b([\w.-]{1,253}):(\d{1,5})/(?:bootstrap|\d{1,6}): (?:Connect|Failed|Disconnected|Receive|Connection)"
)


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    gone = _BOOTSTRAP.search(line)
    at = _RDKAFKA.search(line) or gone
    yield from said(SAID, line, None if at is None else Place(KAFKA, at[1], port(at[2])))
    if gone is not None:
        yield Reading(
            kind="closed", worth=WORDS, client=KAFKA, scheme=KAFKA, host=gone[1], port=port(gone[2]), at=gone.start()
        )
