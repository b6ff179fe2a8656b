"""Vault, Consul and Nomad, as their command lines tell of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (". errors:", "unexpected response code: ")

SAID = (
    Phrase("* vault is sealed", "rejected", "http", "vault", {"http_status": 503}, MEANT),
    Phrase("error: vault is sealed", "rejected", "http", "vault", {"http_status": 503}, MEANT),
    Phrase("local node not active but active cluster node not found", "rejected", "http", "vault", {"http_status": 500}, MEANT),
    Phrase("remote state endpoint requires auth", "rejected", "http", "terraform", {"http_status": 401}, MEANT),
    Phrase("remote state endpoint invalid auth", "rejected", "http", "terraform", {"http_status": 403}, MEANT),
    Phrase("http remote state already locked", "rejected", "http", "terraform", {"http_status": 423}, MEANT),
    Phrase("no path to region", "rejected", "http", "nomad", {"http_status": 500}, MEANT),
)  # fmt: skip

_VAULT = pattern(r"\bCode: (\d{3})\. Errors:")
_CONSUL = pattern(r"\bUnexpected response code: (\d{3}) \((?!\d{1,3} error|[^)]{0,300}\bdial )")
"Also Nomad's; in brackets what the server says, which may be that it could not dial another."


def read(line: str) -> Iterator[Reading]:
    """Sentences, and the status: the lines below Vault's may say what it met behind it."""
    yield from phrases(SAID, line)
    yield from answered(_VAULT.search(line), of_request, OPAQUE, client="vault")
    yield from answered(_CONSUL.search(line), of_request, MEANT + 1, client="consul")
