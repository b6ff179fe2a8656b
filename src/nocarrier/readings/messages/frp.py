"""frp: what its server says to a client that it does not take, to a port that it may not open, and to a name that nobody registered."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS: tuple[str, ...] = ()

FRP = "frp"
SAID = (
    Phrase("start error: port unavailable", "address-in-use", "tcp", FRP, worth=MEANT),
    Phrase("start error: port already used", "address-in-use", "tcp", FRP, worth=MEANT),
    Phrase("start error: port not allowed", "rejected", "service", FRP, worth=MEANT),
    Phrase("start error: router config conflict", "rejected", "service", FRP, worth=MEANT),
    Phrase("start error: proxy name [", "rejected", "service", FRP, worth=MEANT),
    Phrase("start error: proxy [", "rejected", "service", FRP, worth=MEANT),
    Phrase("token in login doesn't match", "rejected", "service", FRP, worth=MEANT),
    Phrase("proxy request error: no such domain: ", "rejected", "http", FRP, worth=MEANT),
    Phrase("proxy error: no such domain", "rejected", "http", FRP, worth=MEANT),
    Phrase("faithfully yours, frp", "rejected", "http", FRP, {"http_status": 404}, MEANT),
    Phrase("no client control found", "rejected", "service", FRP, worth=MEANT),
    Phrase("connect to server error: i/o deadline reached", "timed-out", "", FRP, worth=MEANT),
    Phrase("work connection closed before response", "closed", "service", FRP, worth=MEANT),
    Phrase("login to server failed: session shutdown", "closed", "service", FRP, worth=MEANT),
    Phrase("login to the server failed: session shutdown", "closed", "service", FRP, worth=MEANT),
    Phrase("login to server failed: eof", "closed", "service", FRP, worth=MEANT),
    Phrase("login to the server failed: eof", "closed", "service", FRP, worth=MEANT),
    Phrase("login to server failed: ", "unknown", "", FRP, worth=OPAQUE),
    Phrase("login to the server failed: ", "unknown", "", FRP, worth=OPAQUE),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
