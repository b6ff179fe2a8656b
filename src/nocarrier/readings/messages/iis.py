"""IIS: its error pages and its log, as a server and as a gateway (ARR, ASP.NET Core's module)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, Reading

STEMS = (" get /", " post /", " head /", " put /")

SAID = (
    Phrase("bad request - invalid hostname", "rejected", "http", "iis", {"http_status": 400}, MEANT),
    Phrase("the cgi application did not return a valid set of http", "rejected", "http", "iis", {"http_status": 502}, MEANT),
    Phrase("the specified cgi application encountered an error", "rejected", "http", "iis", {"http_status": 502}, MEANT),
    Phrase("while acting as a gateway or proxy server", "rejected", "http", "iis", {"http_status": 502}, MEANT),
    Phrase("acting as a proxy or gateway was unable to process", "rejected", "http", "iis", {"http_status": 502}, MEANT),
    Phrase("a site where websockets are disabled", "rejected", "websocket", "iis", worth=MEANT),
    Phrase("ancm out-of-process startup failure", "rejected", "http", "iis", {"http_status": 502}, MEANT),
    Phrase("ancm failed to start within startup time limit", "rejected", "http", "iis", {"http_status": 500}, MEANT),
)  # fmt: skip

_LOGGED = pattern(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S{1,64} (?:GET|POST|HEAD|PUT|DELETE|PATCH|OPTIONS) \S{1,2048} .{1,2048}? (50[234]) \d{1,3} \d{1,10} \d{1,10}\b"
)
"W3C's form: status, IIS' own status behind it, Windows' error, milliseconds."


def read(line: str) -> Iterator[Reading]:
    """The pages' sentences, and the log's statuses of a gateway."""
    yield from phrases(SAID, line)
    logged = _LOGGED.search(line)
    if logged is not None:
        code: dict[str, str | int] = {"http_status": int(logged[1])}
        yield Reading(kind="rejected", worth=CODE, client="iis", step="http", code=code, at=logged.start(1))
