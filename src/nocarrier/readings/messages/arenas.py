"""Games that anybody may serve: what their servers answer whom they do not let in (SuperTuxKart, Quake III and its kin, Teeworlds, Terraria)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = ()

KART, QUAKE = "supertuxkart", "quake"
SAID = (
    *(
        Phrase(f"connection refused: {why}", "rejected", "service", KART, worth=MEANT + 1)
        for why in (
            "server is full",
            "server is busy",
            "you are banned",
            "game data is incompatible",
            "invalid player",
        )
    ),
    Phrase("player refused: ", "rejected", "service", KART, worth=MEANT),
    Phrase("bad rconpassword", "rejected", "service", QUAKE, worth=MEANT),
    Phrase("no or bad challenge for your address", "rejected", "service", QUAKE, worth=MEANT),
    Phrase("game mismatch: this is a", "rejected", "service", QUAKE, worth=MEANT),
    Phrase("wrong version. server is running", "rejected", "service", "teeworlds", worth=MEANT),
    Phrase("connecting via a proxy is not allowed", "rejected", "service", "tshock", worth=MEANT),
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
