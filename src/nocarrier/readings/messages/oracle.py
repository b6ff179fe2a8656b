"""Clients of Oracle's database: the errors of its network layer (TNS, ORA-12xxx), whoever prints them."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = (
    "ora-1", "tns:",
)  # fmt: skip

SAID = (
    Phrase("tns-12541", "refused", "service", "oracle", {"oracle": "TNS-12541"}, MEANT),
    Phrase("tns:no listener", "refused", "service", "oracle", worth=MEANT),
    Phrase("tns-12170", "timed-out", "tcp", "oracle", {"oracle": "TNS-12170"}, MEANT),
    Phrase("tns-12535", "timed-out", "tcp", "oracle", {"oracle": "TNS-12535"}, MEANT),
    Phrase("ora-12545", "name-not-resolved", "name", "oracle", {"oracle": "ORA-12545"}, MEANT),
    Phrase("ora-12543", "unreachable", "route", "oracle", {"oracle": "ORA-12543"}, MEANT),
    Phrase("ora-12537", "closed", "service", "oracle", {"oracle": "ORA-12537"}, MEANT),
    Phrase("ora-03113", "closed", "service", "oracle", {"oracle": "ORA-03113"}, MEANT),
    Phrase("ora-12516", "rejected", "service", "oracle", {"oracle": "ORA-12516"}, MEANT),
    Phrase("ora-12519", "rejected", "service", "oracle", {"oracle": "ORA-12519"}, MEANT),
    Phrase("ora-12505", "rejected", "service", "oracle", {"oracle": "ORA-12505"}, MEANT),
    Phrase("ora-12541", "refused", "service", "oracle", {"oracle": "ORA-12541"}, MEANT),
    Phrase("ora-12514", "rejected", "service", "oracle", {"oracle": "ORA-12514"}, MEANT),
    Phrase("ora-12170", "timed-out", "tcp", "oracle", {"oracle": "ORA-12170"}, MEANT),
    Phrase("ora-12154", "name-not-resolved", "name", "oracle", {"oracle": "ORA-12154"}, MEANT),
)


def read(line: str) -> Iterator[Reading]:
    """Codes, and the words for them."""
    return phrases(SAID, line)
