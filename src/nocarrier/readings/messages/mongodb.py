"""Clients of MongoDB."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import GAI, named, of_symbol
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import POLLED, port
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading

STEMS = (
    "incomplete read of message header", "only allow ssl connections", "exception: connect failed", "sslhandshakefailed",
    "mongo", "server selection", "topology",
)  # fmt: skip

MONGO = "mongodb"

SAID = (
    Phrase(
        "trying to access mongodb over http on the native driver port",
        "protocol-mismatch",
        "http",
        MONGO,
        worth=MEANT,
    ),
    Phrase("cluster was closed during server selection", "closed", "service", MONGO, worth=MEANT),
    Phrase("unable to initialize security context. ensure the user", "rejected", "service", MONGO, worth=MEANT),
    Phrase("serverselectiontimeouterror: connection closed", "closed", "", MONGO, worth=MEANT),
    Phrase("`openuri()` must be a string, got", "unknown", "target", MONGO),
    Phrase("[socket timeout calling ", "timed-out", "service", MONGO, worth=MEANT),
    Phrase("server selection timeout: no available", "timed-out", "", MONGO, worth=2, open=POLLED),
    Phrase("connection pool which has been closed", "closed", "", MONGO),
    Phrase("over a disconnected connection (to", "closed", "service", MONGO),
    Phrase("checked out a disconnected connection", "closed", "service", MONGO),
    Phrase("notprimaryerror: ", "rejected", "service", MONGO, worth=MEANT),
    Phrase("not master and slaveok=false", "rejected", "service", MONGO, worth=MEANT),
    Phrase("not primary and secondaryok=false", "rejected", "service", MONGO, worth=MEANT),
    Phrase("got response id ", "protocol-mismatch", "service", MONGO, worth=MEANT),
    Phrase(": connection closed (configured timeouts", "closed", "", MONGO, worth=MEANT),
    Phrase("serverselectiontimeouterror", "timed-out", "", MONGO, worth=2, open=POLLED),
    Phrase(
        "connect to any servers in your mongodb atlas cluster", "unknown", "tcp", MONGO, worth=OPAQUE, open=POLLED
    ),
    Phrase("prematurely reached end of stream", "closed", "", MONGO, worth=MEANT),
    Phrase("mongosocketreadexception", "closed", "", MONGO),
    Phrase("mongonetworktimeouterror", "timed-out", "", MONGO),
    Phrase("mongoserverselectionerror", "unknown", "tcp", MONGO, worth=OPAQUE, open=POLLED),
    Phrase("get a connection within the time limit", "timed-out", "tcp", MONGO, worth=MEANT),
    Phrase("networkinterfaceexceededtimelimit", "timed-out", "", MONGO, worth=MEANT),
    Phrase("server selection timed out", "timed-out", "", MONGO, worth=2, open=POLLED),
    Phrase("while waiting for a server that matches", "timed-out", "", MONGO, worth=2, open=POLLED),
    Phrase("connection closed (configured timeouts", "closed", "", MONGO),
    Phrase(": timed out (configured timeouts", "timed-out", "", MONGO),
    Phrase("is configured to only allow ssl connections", "rejected", "service", MONGO, worth=MEANT),
    Phrase("ssl mode is set to", "rejected", "service", MONGO),
    Phrase("ssl handshake failed: connection reset", "reset", "tls", "", {"errno": "ECONNRESET"}, MEANT),
    Phrase("ssl handshake failed: ", "tls-failed", "tls", MONGO),
    Phrase("sslhandshakefailed", "tls-failed", "tls", MONGO),
    Phrase("ssl peer certificate validation failed", "tls-failed", "tls", MONGO, worth=MEANT),
    Phrase("incomplete read of message header", "unknown", "service", MONGO, worth=OPAQUE, open=POLLED),
    Phrase("couldn't connect to server", "unknown", "tcp", MONGO, worth=OPAQUE, open=POLLED),
    Phrase("exception: connect failed", "unknown", "tcp", MONGO, worth=OPAQUE, open=POLLED),
    Phrase("bad auth : authentication failed", "rejected", "service", MONGO, worth=MEANT),
    Phrase("bad auth: authentication failed", "rejected", "service", MONGO, worth=MEANT),
)

_ENDED = pattern(r"(?i)\bconnection (?:\d{1,9}|<\w{1,20}>) to (\[?[\w.:-]{1,253}?\]?):(\d{1,5}) (closed|timed out)")
_MEMBER = pattern(r"(\[?[\w.:-]{1,253}?\]?):(\d{1,5}): \[Errno (-?\d{1,5})\][^,]{0,256} \(configured timeouts: ")
"What PyMongo says of each server of its list, separated by commas."


def read(line: str) -> Iterator[Reading]:
    """Sentences, and what became of a connection; an exception of its own names the service that was dialled."""
    yield from _members(line)
    lower = line.lower()
    own = "mongoserver" in lower or "mongonetwork" in lower
    for one in phrases(SAID, line):
        yield replace(one, scheme=MONGO) if own else one
    if (
        "ssl handshake failed" in lower and "[errno 0] error" in lower
    ):  # Python's words for an end within the handshake
        yield Reading(kind="closed", worth=MEANT, client=MONGO, step="tls", scheme=MONGO)
    if lower.endswith("ssl handshake failed:"):  # its reason is on the next line, or lost
        yield Reading(kind="tls-failed", worth=MEANT + 1, client=MONGO, step="tls", scheme=MONGO)
    yield from _ended(line)


def _members(line: str) -> Iterator[Reading]:
    """The error of each server, with its own place: the next one's may be of another kind."""
    for found in _MEMBER.finditer(line):
        number = int(found[3])
        symbol = GAI.get(number, "") if number < 0 else named(number)
        if symbol:
            yield of_symbol(
                symbol, CODE, client=MONGO, scheme=MONGO, host=found[1].strip("[]"), port=port(found[2]), at=found.start(),
            )  # fmt: skip


def _ended(line: str) -> Iterator[Reading]:
    ended = _ENDED.search(line)
    if ended is not None:
        yield Reading(
            kind="closed" if ended[3].lower() == "closed" else "timed-out", worth=MEANT, client=MONGO, scheme=MONGO,
            host=ended[1].strip("[]"), port=port(ended[2]), at=ended.start(),
        )  # fmt: skip
