"""Clients of PostgreSQL: libpq and what is made of it, JDBC, asyncpg."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase
from nocarrier.readings.messages.placed import Place, port, said
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "tcp/ip connections on port", "connection to server at", "could not connect to server", "connection to server on socket",
    "pg_hba", "sqlstate", "terminating connection", "server closed the connection unexpectedly", "too many clients",
    "remaining connection slots", "received invalid response to ssl",
)  # fmt: skip

POSTGRES = "postgresql"

SAID = (
    Phrase("no pg_hba.conf entry", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("password authentication failed for", "rejected", "service", POSTGRES, {"sqlstate": "28P01"}, MEANT),
    Phrase("too many clients already", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("remaining connection slots are reserved", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("the database system is starting up", "rejected", "service", POSTGRES, {"sqlstate": "57P03"}, MEANT),
    Phrase("server closed the connection unexpectedly", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("received invalid response to ssl negotiation", "protocol-mismatch", "service", POSTGRES, worth=MEANT),
    Phrase("failed: timeout expired", "timed-out", "", POSTGRES, worth=MEANT),
    Phrase("could not translate host name", "name-not-resolved", "name", POSTGRES, worth=MEANT),
    Phrase("that the postmaster is accepting tcp/ip", "refused", "tcp", POSTGRES),
    Phrase("ssl syscall error: eof detected", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("ssl syscall error: connection reset", "reset", "service", POSTGRES, worth=MEANT),
    Phrase("ssl connection has been closed unexpectedly", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("is the server running on host", "unknown", "tcp", POSTGRES, worth=OPAQUE),
    Phrase("server does not support ssl, but ssl was required", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("rejected ssl upgrade", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("expected authentication request from server", "protocol-mismatch", "service", POSTGRES, worth=MEANT),
    Phrase("error: timeout expired", "timed-out", "", POSTGRES),
    Phrase("connection timeout expired", "timed-out", "tcp", POSTGRES, worth=MEANT),
    Phrase("connection terminated unexpectedly", "closed", "service", POSTGRES),
)

_AT = re.compile(r"connection to server at \"([^\"]{1,253})\"(?: \([^)]{1,64}\))?, port (\d{1,5}) failed")
_AT_OLD = re.compile(
    r"Is the server running on host \"([^\"]{1,253})\"(?: \([^)]{1,64}\))? and accepting\s{1,8}TCP/IP connections on port (\d{1,5})\?"
)
_HOST = re.compile(r"Is the server running on host \"([^\"]{1,253})\"")
_NAME = re.compile(r"could not translate host name \"([^\"]{1,253})\"")
_SOCKET = re.compile(r"connection to server on socket \"([^\"]{1,120})\" failed")
_PORT = re.compile(r"TCP/IP connections on port ([1-9]\d{0,3}|[1-5]\d{4})\?")
"The last of libpq's three lines, until version 14."


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    place = _place(line)
    yield from said(SAID, line, place)
    third = _PORT.search(line)
    if third is not None and not place:
        yield Reading(
            kind="unknown", worth=OPAQUE, client=POSTGRES, scheme=POSTGRES, port=int(third[1]), at=third.start()
        )


def _place(line: str) -> Place | None:
    at = _AT.search(line) or _AT_OLD.search(line)
    if at is not None:
        return Place(POSTGRES, at[1], port(at[2]))
    host = _HOST.search(line) or _NAME.search(line)
    if host is not None:
        return Place(POSTGRES, host[1])
    local = _SOCKET.search(line)
    return None if local is None else Place("unix", local[1])
