"""Alamofire, through which apps of Apple's systems speak HTTP: its sentences about the server's certificate."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS: tuple[str, ...] = ()

ALAMOFIRE = "alamofire"
SAID = (
    Phrase("server trust evaluation failed", "tls-failed", "tls", ALAMOFIRE, worth=MEANT),
    Phrase("host validation failed for host", "tls-failed", "tls", ALAMOFIRE, worth=MEANT),
    Phrase("default evaluation failed for host", "tls-failed", "tls", ALAMOFIRE, worth=MEANT),
    Phrase("public key pinning failed for host", "tls-failed", "tls", ALAMOFIRE, worth=MEANT),
    Phrase("revocation check failed for host", "tls-failed", "tls", ALAMOFIRE, worth=MEANT),
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
