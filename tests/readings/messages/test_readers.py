"""Messages of real clients, each with what it must be read as (``messages.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from nocarrier.facts import exchange
from nocarrier.readings.messages import statuses
from nocarrier.readings.messages.scan import scan

LINES = [
    line.split("|", 3)
    for line in Path(__file__).with_name("messages.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "host", "port", "message"), LINES, ids=[line[3][:60] for line in LINES])
def test_it_is_read_as_what_it_is(kind: str, host: str, port: str, message: str) -> None:
    (told,) = scan([message.encode()])
    assert told.reading.kind == kind
    assert (told.reading.host or "") == host or not host
    assert told.reading.port == int(port or 0) or not port


def test_a_status_means_to_a_reader_what_it_means_to_a_probe() -> None:
    assert statuses.NO_UPGRADE == exchange.NO_UPGRADE
