"""PHP: streams, PDO, curl through it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading

STEMS = (
    "stream_socket_client", "fsockopen", "php_network_getaddresses", "failed to open stream", "sqlstate[", "unable to connect to ",
)  # fmt: skip

SAID = (
    Phrase("php_network_getaddresses", "name-not-resolved", "name", "php", worth=MEANT),
    Phrase("failed to open stream: http invalid response", "protocol-mismatch", "http", "php", worth=MEANT),
    Phrase("failed to open stream: http request failed!", "unknown", "http", "php", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to enable crypto", "tls-failed", "tls", "php", worth=MEANT),
    Phrase("ssl operation failed with code", "tls-failed", "tls", "php"),
    Phrase("failed to parse address", "unknown", "target", "php", worth=SENTENCE),
)  # fmt: skip

_PLACE = re.compile(
    r"(?i)(?:unable to connect to|stream_socket_client\(\)?:? ?|fsockopen\(\)?:? ?).{0,40}?(?:(?:tcp|ssl|tls|unix|udp)://)?([\w.-]{1,253}):(\d{1,5}) \([^)]{1,120}\)"
)
_NAME = re.compile(r"getaddrinfo for ([\w.-]{1,253}) failed:")


def read(line: str) -> Iterator[Reading]:
    """Warnings, with the place that they name."""
    place, name = _PLACE.search(line), _NAME.search(line)
    host, port = ("", 0) if place is None else (place[1], min(int(place[2]), 65535))
    if name is not None and place is None:
        host = name[1]
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port)
