"""Vault, Consul and Nomad, as their command lines tell of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (". errors:",)

SAID = (
    Phrase("* vault is sealed", "rejected", "http", "vault", {"http_status": 503}, MEANT),
    Phrase("error: vault is sealed", "rejected", "http", "vault", {"http_status": 503}, MEANT),
    Phrase("local node not active but active cluster node not found", "rejected", "http", "vault", {"http_status": 500}, MEANT),
    Phrase("no path to region", "rejected", "http", "nomad", {"http_status": 500}, MEANT),
)  # fmt: skip

_ANSWERED = pattern(r"\bCode: (\d{3})\. Errors:")


def read(line: str) -> Iterator[Reading]:
    """Sentences, and Vault's status: the lines below may say what it met behind it."""
    yield from phrases(SAID, line)
    yield from answered(_ANSWERED.search(line), of_request, OPAQUE, client="vault")
