"""ccxt, which speaks to the exchanges of cryptocurrencies, in Python, JavaScript and PHP; and the bots on it."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

CCXT = "ccxt"
STEMS = ("networkerror",)
IN_CAUSE = say("ccxt names the request only; the exception that it was raised from has the reason.")
SAID = (
    Phrase("errors.networkerror: ", "unknown", "", CCXT, worth=OPAQUE, open=IN_CAUSE),
    Phrase("exchangenotavailable", "unknown", "", CCXT, worth=OPAQUE, open=IN_CAUSE),
    Phrase("requesttimeout: ", "timed-out", "", CCXT, worth=MEANT),
    Phrase("due to requesttimeout", "timed-out", "", CCXT, worth=MEANT),
    Phrase("due to networkerror", "unknown", "", CCXT, worth=OPAQUE, open=IN_CAUSE),
    Phrase("ddosprotection", "rejected", "http", CCXT, {"http_status": 429}, MEANT),
    Phrase("ratelimitexceeded", "rejected", "http", CCXT, {"http_status": 429}, MEANT),
    Phrase("could not load markets", "unknown", "", "freqtrade", worth=OPAQUE, open=IN_CAUSE),
    Phrase("markets were not loaded", "unknown", "", "freqtrade", worth=OPAQUE, open=IN_CAUSE),
    Phrase("errors.onmaintenance", "rejected", "http", CCXT, worth=MEANT),
    Phrase("too much request weight used", "rejected", "http", "binance", {"http_status": 429}, MEANT),
    Phrase("the client id is already in use", "rejected", "service", "tws", worth=MEANT),
    Phrase("service unavailable from a restricted location", "rejected", "http", CCXT, {"http_status": 451}, MEANT),
)  # fmt: skip

_REQUEST = pattern(r"(?:^|[\s(\"'])NetworkError:? \w{2,20} (?:GET|POST|PUT|PATCH|DELETE) https?://")


def read(line: str) -> Iterator[Reading]:
    """Its exceptions, by name."""
    yield from phrases(SAID, line)
    request = _REQUEST.search(line)
    if request is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client=CCXT, open=IN_CAUSE, at=request.start())
