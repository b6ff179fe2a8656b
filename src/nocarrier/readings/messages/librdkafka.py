"""librdkafka, and what is built on it: kcat, confluent-kafka, node-rdkafka, rsyslog, Vector, ClickHouse."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = ("rdkafka", "local: ", "kafkaerror{", "/bootstrap: ", "local_", "kafka error -")

SAID = (
    Phrase("/bootstrap: failed to resolve '", "name-not-resolved", "name", "kafka", worth=MEANT + 1),
    Phrase("saslauthenticaterequest failed: local: broker transport failure", "closed", "service", "kafka", worth=MEANT + 1),
    Phrase("local: authentication failure", "rejected", "service", "kafka", worth=MEANT),
    Phrase("sasl authentication error:", "rejected", "service", "kafka", worth=MEANT),
    Phrase("sasl authentication failed:", "rejected", "service", "kafka", worth=MEANT),
    Phrase("failed to initialize sasl authentication", "rejected", "service", "kafka", worth=MEANT),
    Phrase("sasl authentication failure: disconnected", "closed", "service", "kafka", worth=MEANT),
    Phrase("local: ssl error", "tls-failed", "tls", "kafka", worth=MEANT),
    Phrase("local: timed out", "timed-out", "", "kafka", worth=MEANT),
    Phrase("local: message timed out", "timed-out", "", "kafka", worth=MEANT),
    Phrase("local: host resolution failure", "name-not-resolved", "name", "kafka", worth=MEANT),
    Phrase("local: all broker connections are down", "unknown", "tcp", "kafka", worth=OPAQUE, open=NOT_TOLD),
    Phrase("connection setup timed out in state connect", "timed-out", "tcp", "kafka", worth=MEANT),
    Phrase("connection setup timed out in state", "timed-out", "service", "kafka", worth=SENTENCE),
    Phrase("broker might require sasl authentication", "closed", "service", "kafka", worth=MEANT),
    Phrase("ssl handshake failed: disconnected: connecting to a plaintext listener?", "tls-failed", "tls", "kafka", worth=MEANT),
    Phrase("connecting to a ssl listener?", "closed", "service", "kafka", worth=MEANT),
)  # fmt: skip
LOCAL: dict[str, tuple[ErrorClass, str]] = {
    "TRANSPORT": ("unknown", ""), "RESOLVE": ("name-not-resolved", "name"), "TIMED_OUT": ("timed-out", ""), "SSL": ("tls-failed", "tls"),
    "MSG_TIMED_OUT": ("timed-out", ""), "ALL_BROKERS_DOWN": ("unknown", "tcp"), "AUTHENTICATION": ("rejected", "service"),
}  # fmt: skip
"rd_kafka_resp_err_t."
_NAMED = pattern(r"\bcode=_([A-Z_]{3,20})\b|\bcode: _([A-Z_]{3,20})\b|\bERR__([A-Z_]{3,20})\b")
_BROKER = pattern(
    r"(?:\]: |\[|^|: |//|\s)(?:(?:sasl_)?(?:ssl|plaintext)://)?([\w.-]{1,253}):(\d{1,5})/(?:bootstrap|\d{1,9})[:\]]"
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, codes, and the broker that they are about."""
    broker = _BROKER.search(line)
    host, port = ("", 0) if broker is None else (broker[1], min(int(broker[2]), 65535))
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    for match in _NAMED.finditer(line):
        name = match[1] or match[2] or match[3]
        if name in LOCAL:
            kind, step = LOCAL[name]
            opaque = kind == "unknown"
            yield Reading(
                kind=kind, worth=OPAQUE if opaque else CODE, client="kafka", step=step, code={"rdkafka": name}, host=host, port=port,
                open=NOT_TOLD if opaque else None, at=match.start(),
            )  # fmt: skip
