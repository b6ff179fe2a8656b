"""Printers: CUPS and its backends (socket, lpd, ipp), as their log, ``lpstat`` and the web page tell; OctoPrint."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading

STEMS = ("printer is not responding",)

CUPS = "cups"
SAID = (
    Phrase("remote host did not respond with ", "timed-out", "service", CUPS, worth=MEANT),
    Phrase("printer is not responding", "timed-out", "", CUPS),
    Phrase("printer not responding", "timed-out", "", CUPS),
    Phrase("scheduler not responding", "refused", "tcp", CUPS, worth=SENTENCE),
    Phrase("scheduler is not running", "unknown", "tcp", CUPS, worth=OPAQUE),
    Phrase("client-error-", "rejected", "service", "ipp"),
    Phrase("server-error-", "rejected", "service", "ipp"),
    Phrase("unable to locate printer", "name-not-resolved", "name", CUPS),
    Phrase("printer may not exist or is unavailable", "unknown", "", CUPS, worth=OPAQUE),
    Phrase("is busy; will retry in ", "unknown", "", CUPS, worth=OPAQUE),
    Phrase("connection to printer failed", "unknown", "", CUPS, worth=OPAQUE),
    Phrase("remote host did not accept control file", "rejected", "service", CUPS),
    Phrase("trying to trigger response from printer", "timed-out", "", "octoprint"),
    Phrase("too many consecutive timeouts, printer", "timed-out", "", "octoprint"),
    Phrase("remote host did not accept data file", "rejected", "service", CUPS),
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    return phrases(SAID, line)
