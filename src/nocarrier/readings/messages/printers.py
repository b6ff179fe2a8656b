"""Printers: CUPS and its backends (socket, lpd, ipp), as their log, ``lpstat`` and the web page tell; OctoPrint."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading

STEMS = ("printer is not responding", "client-error-", "server-error-")

CUPS = "cups"
SAID = (
    Phrase("remote host did not respond with ", "timed-out", "service", CUPS, worth=MEANT),
    Phrase("printer is not responding", "timed-out", "", CUPS),
    Phrase("printer not responding", "timed-out", "", CUPS),
    Phrase("scheduler not responding", "refused", "tcp", CUPS, worth=SENTENCE),
    Phrase("scheduler is not running", "unknown", "tcp", CUPS, worth=OPAQUE),
    Phrase("unable to locate printer", "name-not-resolved", "name", CUPS),
    Phrase("printer may not exist or is unavailable", "unknown", "", CUPS, worth=OPAQUE),
    Phrase("is busy; will retry in ", "unknown", "", CUPS, worth=OPAQUE),
    Phrase("connection to printer failed", "unknown", "", CUPS, worth=OPAQUE),
    Phrase("remote host did not accept control file", "rejected", "service", CUPS),
    Phrase("trying to trigger response from printer", "timed-out", "", "octoprint"),
    Phrase("too many consecutive timeouts, printer", "timed-out", "", "octoprint"),
    Phrase("remote host did not accept data file", "rejected", "service", CUPS),
)

_STATUS = pattern(r"(?<![\w/-])(?:client|server)-error-[a-z]")


def read(line: str) -> Iterator[Reading]:
    """The sentences, and a status of IPP."""
    yield from phrases(SAID, line)
    status = _STATUS.search(line)
    if status is not None:
        yield Reading(kind="rejected", worth=SENTENCE, client="ipp", step="service", at=status.start())
