"""Miners of coins: XMRig and its forks, cgminer, ethminer; libuv's words in quotes."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS: tuple[str, ...] = ()

XMRIG = "xmrig"
SAID = (
    Phrase('read error: "end of file"', "closed", "service", XMRIG, worth=MEANT),
    Phrase('connect error: "operation canceled"', "unknown", "tcp", XMRIG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("no active pools, stop mining", "unknown", "", XMRIG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("stratum connection interrupted", "closed", "service", "cgminer"),
    Phrase("pool not responding", "timed-out", "service", "cgminer"),
    Phrase("no response received in ", "timed-out", "service", "ethminer"),
    Phrase("login error code: ", "rejected", "service", XMRIG),
    Phrase("unauthenticated worker", "rejected", "service", XMRIG),
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
