"""Ruby: its sockets, Net::HTTP, OpenSSL."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "errno::", "net::opentimeout", "net::readtimeout", "socketerror", "eoferror", "openssl::ssl", "name or service not known",
)  # fmt: skip

SAID = (
    Phrase("net::httpbadresponse", "protocol-mismatch", "http", "ruby", worth=MEANT),
    Phrase("execution expired", "timed-out", "", "ruby"),
    Phrase("got invalid response type", "protocol-mismatch", "service", "redis"),
    Phrase("connectionfailed: end of file reached", "closed", "", "ruby", worth=MEANT),
    Phrase("eoferror: end of file reached", "closed", "", "ruby", worth=MEANT),
    Phrase("errno::econnrefused", "refused", "tcp", "ruby", {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("failed to open tcp connection to", "unknown", "tcp", "ruby", worth=OPAQUE),
    Phrase("net::opentimeout", "timed-out", "tcp", "ruby", worth=MEANT),
    Phrase("net::readtimeout", "timed-out", "http", "ruby", worth=MEANT),
    Phrase("getaddrinfo: name or service not known", "name-not-resolved", "name", "", {"errno": "EAI_NONAME"}),
    Phrase("end of file reached", "closed", "", "ruby"),
    Phrase("openssl::ssl::sslerror", "tls-failed", "tls", "ruby", worth=MEANT),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """Sentences and exceptions."""
    yield from phrases(SAID, line)
