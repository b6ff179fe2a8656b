"""Clients of Kafka: its own in Java, librdkafka, kafka-python, sarama, KafkaJS."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import named, of_symbol
from nocarrier.readings.messages.phrases import Phrase
from nocarrier.readings.messages.placed import POLLED, UNTOLD, Place, port, said
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, Reading

STEMS = (
    "kafka", "no brokers", "nobrokers", "broker may not be available", "bootstrap broker", "rack: null", "/bootstrap: ",
)  # fmt: skip

KAFKA = "kafka"

SAID = (
    Phrase("node -1 disconnected.", "closed", "tcp", KAFKA),
    Phrase("node -2 disconnected.", "closed", "tcp", KAFKA),
    Phrase("due to socket connection setup timeout", "timed-out", "tcp", KAFKA, worth=MEANT),
    Phrase("invalid sasl mechanism response", "protocol-mismatch", "service", KAFKA, worth=MEANT),
    Phrase(">: closed during connect", "closed", "tcp", KAFKA),
    Phrase("nobrokersavailable", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase(
        "could not be established. broker may not be available", "unknown", "tcp", KAFKA, worth=SENTENCE, open=UNTOLD
    ),
    Phrase(
        "could not be established. node may not be available", "unknown", "tcp", KAFKA, worth=SENTENCE, open=UNTOLD
    ),
    Phrase("unrecognizedbrokerversion", "protocol-mismatch", "service", KAFKA),
    Phrase("terminated during authentication", "closed", "service", KAFKA, worth=MEANT + 1),
    Phrase("disconnected while requesting apiversion", "closed", "service", KAFKA, worth=MEANT),
    Phrase("receive failed: disconnected", "closed", "service", KAFKA, worth=MEANT),
    Phrase("receive failed: invalid response size", "protocol-mismatch", "service", KAFKA, worth=MEANT),
    Phrase("local: broker transport failure", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("brokers are down", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("timed out waiting for a node assignment", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("all broker connections are down", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("appear to be a tls alert record", "protocol-mismatch", "tls", KAFKA, worth=MEANT + 1),
    Phrase("unexpected kafka request of type", "protocol-mismatch", "service", KAFKA),
    Phrase("broker handle is terminating", "closed", "service", KAFKA),
    Phrase("connection setup timed out in state", "timed-out", "", KAFKA, worth=MEANT),
    Phrase("local: host resolution failure", "name-not-resolved", "name", KAFKA, worth=MEANT),
    Phrase("local: timed out", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("local: ssl error", "tls-failed", "tls", KAFKA, worth=MEANT),
    Phrase("local: message timed out", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("sasl authentication error", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("sasl authentication failure", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("saslauthenticationexception", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("mechanism handshake failed", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("unexpected handshake request with client mechanism", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("ssl handshake failed", "tls-failed", "tls", "", worth=2),
    Phrase("no resolvable bootstrap urls", "name-not-resolved", "name", KAFKA, worth=MEANT),
    Phrase("invalid receive (size = ", "protocol-mismatch", "service", KAFKA, worth=MEANT),
    Phrase("failed to update metadata after", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("not present in metadata after", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("timeout expired while fetching topic metadata", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("timeout expired before the position for partition", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("timed out waiting to send the call", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("client has run out of available brokers", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("kafkajsnumberofretriesexceeded", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("kafkajsconnectionerror: connection timeout", "timed-out", "", KAFKA, worth=MEANT),
    Phrase("error: closed connection", "closed", "service", "kafkajs", worth=2),
    Phrase("group coordinator not available", "unknown", "service", KAFKA, worth=OPAQUE, open=UNTOLD),
    Phrase("group authorization failed", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("topic authorization failed", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("transactional id authorization failed", "rejected", "service", KAFKA, worth=MEANT),
    Phrase("cluster authorization failed", "rejected", "service", KAFKA, worth=2),
    Phrase("sslauthenticationexception", "tls-failed", "tls", KAFKA, worth=MEANT),
)

_BOOTSTRAP = pattern(r"[Bb]ootstrap broker ([\w.-]{1,253}):(\d{1,5}) (?:\([^)]{1,64}\) )?disconnected")
_RDKAFKA = pattern(
    r"\b([\w.-]{1,253}):(\d{1,5})/(?:bootstrap|\d{1,6}): (?:Connect|Failed|Disconnected|Receive|Connection|Timed|SSL|SASL|Authentication)"
)
_DISCONNECTED = pattern(r"\b([\w.-]{1,253}):(\d{1,5})/(?:bootstrap|\d{1,6}): Disconnected(?: \(after|$)")


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    gone = _BOOTSTRAP.search(line) or _DISCONNECTED.search(line)
    at = _RDKAFKA.search(line) or gone
    yield from said(SAID, line, None if at is None else Place(KAFKA, at[1], port(at[2])))
    if gone is not None:
        yield Reading(
            kind="closed", worth=WORDS, client=KAFKA, scheme=KAFKA, host=gone[1], port=port(gone[2]), at=gone.start()
        )
    if "<BrokerConnection " in line:
        yield from _of_python(line)


_CONNECTION = pattern(
    r"<BrokerConnection .{0,120}?\bhost=([\w.-]{1,253}?)(?:/[\w.-]{1,253} port=|:)(\d{1,5})\b.{0,160}?>:? (.{1,200})"
)
"kafka-python's connection, which it writes before all that it says of it."
_ERROR = pattern(r"\breturned error (\d{1,5})\b")
_FAILED = ("Error ", "ConnectionError", "Failed", "failed", "Unable", "timed out")


def _of_python(line: str) -> Iterator[Reading]:
    """What became of a connection; most that is said of one is no error."""
    found = _CONNECTION.search(line)
    if found is None:
        return
    said_of, host, number = found[3], found[1], port(found[2])
    error = _ERROR.search(said_of)
    symbol = "" if error is None else named(int(error[1]))
    if symbol:
        yield of_symbol(symbol, CODE, client=KAFKA, scheme=KAFKA, host=host, port=number, at=found.start(3))
    elif "socket disconnected" in said_of:
        yield Reading(
            kind="closed", worth=SENTENCE, client=KAFKA, scheme=KAFKA, host=host, port=number, at=found.start(3)
        )
    elif any(word in said_of for word in _FAILED):
        yield Reading(
            kind="unknown", worth=OPAQUE, client=KAFKA, scheme=KAFKA, host=host, port=number, at=found.start(3)
        )
