"""Twisted, and Scrapy on it; pyOpenSSL."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import KIND, of_symbol
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, WORDS, Reading

STEMS = ("openssl.ssl.", "syscallerror")

SAID = (
    Phrase("could not open connect tunnel", "proxy", "proxy", "scrapy", worth=MEANT),
    Phrase("responseneverreceived", "unknown", "http", "twisted", worth=OPAQUE),
    Phrase("connectiondone", "closed", "", "twisted", worth=WORDS),
    Phrase("connection was closed cleanly", "closed", "", "twisted"),
    Phrase("lost in a non-clean fashion", "closed", "", "twisted"),
    Phrase("user timeout caused connection failure", "timed-out", "", "twisted", worth=MEANT),
    Phrase("openssl.ssl.error", "tls-failed", "tls", "pyopenssl"),
    Phrase("(-1, 'unexpected eof')", "closed", "tls", "pyopenssl", worth=MEANT),
    Phrase("openssl.ssl.zeroreturnerror", "closed", "tls", "pyopenssl", worth=MEANT),
)  # fmt: skip

_SYSTEM = pattern(r"SysCallError: \(-?\d{1,5}, '(E[A-Z]{3,12})'\)")


def read(line: str) -> Iterator[Reading]:
    """Exceptions as they print themselves."""
    yield from phrases(SAID, line)
    system = _SYSTEM.search(line)
    if system is not None and system[1] in KIND:
        yield of_symbol(system[1], CODE, client="pyopenssl", at=system.start())
