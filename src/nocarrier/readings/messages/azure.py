"""Azure's refusals: of its resource manager, and of Entra ID, which signs in (AADSTS and a number)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = ("aadsts",)

AZURE = "azure"

SAID = (
    Phrase("authorizationfailed", "rejected", "http", AZURE, {"http_status": 403}, MEANT),
    Phrase("linkedauthorizationfailed", "rejected", "http", AZURE, {"http_status": 403}, MEANT),
    Phrase("invalidauthenticationtoken", "rejected", "http", AZURE, {"http_status": 401}, MEANT),
    Phrase("expiredauthenticationtoken", "rejected", "http", AZURE, {"http_status": 401}, MEANT),
    Phrase("subscriptionrequeststhrottled", "rejected", "http", AZURE, {"http_status": 429}, MEANT),
)  # fmt: skip

_SIGNED = pattern(r"\bAADSTS(\d{4,8})\b")


def read(line: str) -> Iterator[Reading]:
    """Codes."""
    yield from phrases(SAID, line)
    signed = _SIGNED.search(line)
    if signed is not None:
        code: dict[str, str | int] = {"aadsts": int(signed[1])}
        yield Reading(kind="rejected", worth=MEANT, client=AZURE, step="http", code=code, at=signed.start())
