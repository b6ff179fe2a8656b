"""Miners of coins: XMRig and its forks, xmr-stak, cpuminer, cgminer, ethminer, Claymore's; libuv's words in quotes."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, WORDS, Reading

STEMS = ("stratum connection to ",)

XMRIG, XMR_STAK, CPUMINER, CGMINER = "xmrig", "xmr-stak", "cpuminer", "cgminer"
SAID = (
    Phrase('read error: "end of file"', "closed", "service", XMRIG, worth=MEANT),
    Phrase('connect error: "operation canceled"', "unknown", "tcp", XMRIG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("no active pools, stop mining", "unknown", "", XMRIG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("stratum connection interrupted", "closed", "service", CPUMINER, worth=WORDS),
    Phrase("stratum authentication failed", "rejected", "service", CPUMINER),
    Phrase("stratum auth failed", "rejected", "service", CPUMINER),
    Phrase("stratum subscribe timed out", "timed-out", "service", CPUMINER),
    Phrase("stratum_subscribe timed out", "timed-out", "service", CPUMINER),
    Phrase("stratum_recv_line failed to parse", "protocol-mismatch", "service", CPUMINER),
    Phrase("stratum_recv_line failed", "unknown", "service", CPUMINER, worth=OPAQUE, open=NOT_TOLD),
    Phrase("stratum_send_line failed", "unknown", "service", CPUMINER, worth=OPAQUE, open=NOT_TOLD),
    Phrase("stratum_subscribe send failed", "unknown", "service", CPUMINER, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to get extranonce", "protocol-mismatch", "service", CPUMINER),
    Phrase("json_rpc_call failed", "unknown", "", CPUMINER, worth=OPAQUE, open=NOT_TOLD),
    Phrase("empty data received in json_rpc_call", "closed", "http", CPUMINER),
    Phrase("slow/down or url or credentials invalid", "unknown", "", CGMINER, worth=OPAQUE, open=NOT_TOLD),
    Phrase(
        "no servers were found that could be used to get work", "unknown", "", CGMINER, worth=OPAQUE, open=NOT_TOLD
    ),
    Phrase("no servers could be used! exiting", "unknown", "", CGMINER, worth=OPAQUE, open=NOT_TOLD),
    Phrase("or server not reachable", "unknown", "", "claymore", worth=MEANT, open=NOT_TOLD),
    Phrase("socket was closed remotely", "closed", "service", "claymore"),
    Phrase("pool connection lost", "closed", "service", XMR_STAK),
    Phrase("parse error: login protocol error", "protocol-mismatch", "service", XMR_STAK),
    Phrase("parse error: protocol error", "protocol-mismatch", "service", XMR_STAK),
    Phrase("fingerprint failed check", "tls-failed", "tls", XMR_STAK),
    Phrase("unknown tls error. ", "tls-failed", "tls", XMR_STAK),
    Phrase("pool not responding", "timed-out", "service", "cgminer"),
    Phrase("no response received in ", "timed-out", "service", "ethminer"),
    Phrase("login error code: ", "rejected", "service", XMRIG),
    Phrase("unauthenticated worker", "rejected", "service", XMRIG),
)


_INTERRUPTED = pattern(r"(?i)stratum connection to [^\n]{1,253} (?:interrupted|lost|closed)")


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
    if _INTERRUPTED.search(line) is not None:
        yield Reading(kind="closed", worth=SENTENCE, client=CGMINER, step="service")
