"""Clients of the Model Context Protocol: what they say of an answer over HTTP that is none of a server's of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS: tuple[str, ...] = ()

MCP = "mcp"
SAID = (
    Phrase("unexpected content type: text/", "protocol-mismatch", "http", MCP, worth=MEANT),
    Phrase("not found: session has been terminated", "rejected", "http", MCP, {"http_status": 404}, MEANT),
    Phrase("mcperror: session terminated", "rejected", "http", MCP, {"http_status": 404}, MEANT),
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
