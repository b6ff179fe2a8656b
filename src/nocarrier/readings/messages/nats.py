"""NATS: what its server says, and its clients in Go, Node, Python, Java, .NET, which all repeat it."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = ("nats: ", "natserror", "nats.client", "nats-server", "cannot parse server info")

NATS = "nats"

SAID = (
    Phrase("authorization violation", "rejected", "service", NATS, worth=MEANT),
    Phrase("authorization timeout", "timed-out", "service", NATS, worth=MEANT),
    Phrase("authentication timeout", "timed-out", "service", NATS, worth=MEANT),
    Phrase("user authentication expired", "rejected", "service", NATS, worth=MEANT),
    Phrase("user authentication revoked", "rejected", "service", NATS, worth=MEANT),
    Phrase("account authentication expired", "rejected", "service", NATS, worth=MEANT),
    Phrase("maximum connections exceeded", "rejected", "service", NATS, worth=MEANT),
    Phrase("active connections exceeded", "rejected", "service", NATS, worth=MEANT),
    Phrase("secure connection required", "rejected", "service", NATS, worth=MEANT),
    Phrase("secure connection - tls required", "rejected", "service", NATS, worth=MEANT),
    Phrase("secure connection not available", "tls-failed", "tls", NATS, worth=MEANT),
    Phrase("cannot parse server info", "protocol-mismatch", "service", NATS, worth=MEANT),
    Phrase("invalid server info", "protocol-mismatch", "service", NATS, worth=MEANT),
    Phrase("unexpected line while connecting: ", "protocol-mismatch", "service", NATS, worth=MEANT),
    Phrase("closed while expecting info", "closed", "service", NATS, worth=MEANT),
    Phrase("too many pending pings", "timed-out", "hold", NATS, worth=MEANT),
    Phrase("timeout or no response waiting for", "timed-out", "service", NATS, worth=MEANT),
    Phrase("no responders available", "rejected", "service", NATS, worth=MEANT),
    Phrase("info not received", "protocol-mismatch", "service", NATS, worth=MEANT),
    Phrase("attempted to connect to route port", "protocol-mismatch", "service", NATS, worth=MEANT),
    Phrase("attempted to connect to leaf node port", "protocol-mismatch", "service", NATS, worth=MEANT),
    Phrase("stale connection", "timed-out", "hold", NATS, worth=MEANT),
    Phrase("stale client connection - closing", "timed-out", "hold", NATS, worth=MEANT),
    Phrase("authentication error - ", "rejected", "service", NATS, worth=MEANT),
    Phrase("slow consumer detected", "closed", "hold", NATS),
    Phrase("nats: connection closed", "closed", "service", NATS, worth=MEANT),
    Phrase("nats: timeout", "timed-out", "", NATS, worth=MEANT),
    Phrase("nats: tls error", "tls-failed", "tls", NATS, worth=MEANT),
    Phrase("nats: server is disconnected", "closed", "service", NATS, worth=MEANT),
    Phrase("no servers available for connection", "unknown", "tcp", NATS, worth=OPAQUE),
    Phrase("nats: error: unexpected eof", "closed", "service", NATS, worth=MEANT),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """Sentences."""
    return phrases(SAID, line)
