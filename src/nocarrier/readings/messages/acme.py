"""Certificates by ACME (Let's Encrypt): certbot, acme.sh, lego, Caddy: what the authority says of its visit to the server (RFC 8555)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, WORDS, Reading

STEMS = ("invalid response from http", "acme:error:", "dns problem: ", "/.well-known/acme-challenge/")

SAID = (
    Phrase("timeout during connect (", "timed-out", "tcp", "acme", worth=MEANT),
    Phrase("timeout after connect (", "timed-out", "http", "acme", worth=MEANT),
    Phrase("timeout during read (", "timed-out", "http", "acme", worth=MEANT),
    Phrase("error getting validation data", "unknown", "", "acme", worth=OPAQUE),
    Phrase("dns problem: ", "name-not-resolved", "name", "acme", worth=MEANT),
    Phrase("no valid ip addresses found for", "name-not-resolved", "name", "acme", worth=MEANT),
    Phrase("no valid a records found for", "name-not-resolved", "name", "acme", worth=MEANT),
    Phrase("server only speaks http, not tls", "tls-failed", "tls", "acme", worth=MEANT),
    Phrase("incorrect validation certificate for", "tls-failed", "tls", "acme", worth=MEANT),
    Phrase("key authorization file from the server did not match", "rejected", "http", "acme", worth=MEANT),
    Phrase("prevents issuance", "rejected", "service", "acme", worth=MEANT),
    Phrase("acme:error:ratelimited", "rejected", "http", "acme", {"http_status": 429}, MEANT),
    Phrase("acme:error:connection", "unknown", "", "acme", worth=WORDS),
    Phrase("did not get expected response when querying endpoint", "protocol-mismatch", "http", "cert-manager", worth=MEANT),
    Phrase("presented key (", "protocol-mismatch", "http", "cert-manager", worth=MEANT),
    Phrase("could not connect to the client to verify the domain", "unknown", "", "acme", worth=OPAQUE),
)  # fmt: skip

_ANSWERED = pattern(r"Invalid response from (?:https?://\S{1,1024}?):? ?(?:\[[^\]]{1,64}\])?:? ?(\d{3})\b")
_FETCHED = pattern(r"\bFetching https?://\S{1,1024}: Timeout(?:$|[\s.\"])")
"How the authority said it before it told which half of the visit took too long."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the status with which the server answered the authority."""
    yield from phrases(SAID, line)
    late = _FETCHED.search(line)
    if late is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="acme", at=late.start())
    answered = _ANSWERED.search(line)
    if answered is not None:
        status: dict[str, str | int] = {"http_status": int(answered[1])}
        yield Reading(kind="rejected", worth=CODE, client="acme", step="http", code=status, at=answered.start())
