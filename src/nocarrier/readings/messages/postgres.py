"""Clients of PostgreSQL: libpq and what is made of it, JDBC, asyncpg."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages._postgres_words import COMMON
from nocarrier.readings.messages._postgres_words import WORDS as OTHERS
from nocarrier.readings.messages.phrases import Phrase
from nocarrier.readings.messages.placed import POLLED, Place, port, said
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, WORDS, Reading

STEMS = (
    " - no response",
    "tcp/ip connections on port", "connection to server at", "could not connect to server", "connection to server on socket",
    "pg_hba", "sqlstate", "terminating connection", "server closed the connection unexpectedly", "too many clients",
    "remaining connection slots", "received invalid response to ssl", "\" does not exist",
)  # fmt: skip

POSTGRES = "postgresql"

SAID = (
    # Npgsql, lib/pq
    Phrase("for sslrequest (expecting", "protocol-mismatch", "service", "npgsql", worth=MEANT),
    Phrase("for gssencrequest (expecting", "protocol-mismatch", "service", "npgsql", worth=MEANT),
    Phrase("pq: lost synchronization with server", "protocol-mismatch", "service", "pq", worth=MEANT),
    Phrase("pq: unknown response for startup", "protocol-mismatch", "service", "pq", worth=MEANT),
    Phrase("pq: unknown authentication response", "protocol-mismatch", "service", "pq", worth=MEANT),
    Phrase("server refused tls connection", "tls-failed", "tls", "pgx", worth=MEANT + 1),
    # pg_isready
    Phrase(" - rejecting connections", "rejected", "service", POSTGRES, worth=MEANT),
    Phrase("pqxx::broken_connection", "unknown", "", POSTGRES, worth=OPAQUE),
    Phrase("no pg_hba.conf entry", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("password authentication failed for", "rejected", "service", POSTGRES, {"sqlstate": "28P01"}, MEANT),
    Phrase("too many clients already", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("accepting connections on unix domain socket", "unknown", "tcp", POSTGRES, worth=WORDS),
    Phrase('connections on unix domain socket "', "unknown", "tcp", POSTGRES, worth=OPAQUE),
    Phrase("remaining connection slots are reserved", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("the database system is starting up", "rejected", "service", POSTGRES, {"sqlstate": "57P03"}, MEANT),
    Phrase("server closed the connection unexpectedly", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("received invalid response to ssl negotiation", "protocol-mismatch", "service", POSTGRES, worth=MEANT),
    Phrase("failed: fatal: ", "rejected", "service", POSTGRES),
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
    Phrase("connection timeout expired", "timed-out", "", POSTGRES, worth=MEANT),
    Phrase("connection terminated unexpectedly", "closed", "service", POSTGRES),
    Phrase("no password supplied", "rejected", "service", POSTGRES, worth=MEANT),
    Phrase("empty password returned by client", "rejected", "service", POSTGRES, {"sqlstate": "28P01"}, MEANT),
    Phrase("peer authentication failed", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("ident authentication failed", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("certificate authentication failed", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("pg_hba.conf rejects", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("server login failed: fatal", "rejected", "service", POSTGRES, worth=MEANT),
    Phrase("sorry, too many clients", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("too many connections for role", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("too many connections for database", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("no more connections allowed", "rejected", "service", POSTGRES, worth=MEANT),
    Phrase("client connections exceeded", "rejected", "service", POSTGRES, worth=MEANT),
    Phrase("the database system is shutting down", "rejected", "service", POSTGRES, {"sqlstate": "57P03"}, MEANT),
    Phrase("the database system is in recovery", "rejected", "service", POSTGRES, {"sqlstate": "57P03"}, MEANT),
    Phrase("the database system is not yet accepting", "rejected", "service", POSTGRES, {"sqlstate": "57P03"}, MEANT),
    Phrase("is not permitted to log in", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("is not currently accepting connections", "rejected", "service", POSTGRES, {"sqlstate": "55000"}, MEANT),
    Phrase("requires a valid client certificate", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("unsupported frontend protocol", "protocol-mismatch", "service", POSTGRES, {"sqlstate": "0A000"}, MEANT),
    Phrase("invalid length of startup packet", "protocol-mismatch", "service", POSTGRES, worth=MEANT),
    Phrase("protocol error.  session setup failed", "protocol-mismatch", "service", POSTGRES, worth=MEANT),
    Phrase("canceling authentication due to timeout", "timed-out", "service", POSTGRES, worth=MEANT),
    Phrase("connection attempt timed out", "timed-out", "tcp", POSTGRES, worth=SENTENCE),
    Phrase("client_login_timeout", "timed-out", "service", "pgbouncer"),
    Phrase("server_connect_timeout", "timed-out", "tcp", "pgbouncer"),
    Phrase("query_wait_timeout", "timed-out", "service", "pgbouncer"),
    Phrase("pgbouncer cannot connect to server", "rejected", "service", "pgbouncer", worth=MEANT),
    Phrase("fatal:  no such database: ", "rejected", "service", "pgbouncer", worth=MEANT),
    Phrase("fatal: no such database: ", "rejected", "service", "pgbouncer", worth=MEANT),
    Phrase("unexpected response from login query", "rejected", "service", "pgbouncer", worth=MEANT),
    Phrase("client_idle_timeout", "closed", "hold", "pgbouncer"),
    Phrase("server conn crashed", "closed", "service", "pgbouncer", worth=OPAQUE),
    Phrase("server login has been failing", "unknown", "service", "pgbouncer", worth=OPAQUE, open=POLLED),
    Phrase(
        "terminating connection due to administrator command",
        "closed",
        "service",
        POSTGRES,
        {"sqlstate": "57P01"},
        MEANT,
    ),
    Phrase("terminating connection due to", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("unexpected eof on client connection", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("unexpected eof on standby connection", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("no connection to the server", "closed", "service", POSTGRES, worth=SENTENCE),
    Phrase("an i/o error occurred while sending to the backend", "closed", "service", POSTGRES, worth=SENTENCE),
    Phrase("could not accept ssl connection", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("could not initiate ssl connection", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("the server does not support ssl", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("server does not support ssl", "tls-failed", "tls", POSTGRES),
    Phrase("setting up the ssl connection", "tls-failed", "tls", POSTGRES),
    Phrase("the postgresql server has rejected the ssl", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("exception while reading from stream", "unknown", "service", "npgsql", worth=OPAQUE),
    Phrase("exception while connecting", "unknown", "tcp", "npgsql", worth=OPAQUE),
    Phrase("the connection attempt failed", "unknown", "tcp", POSTGRES, worth=OPAQUE),
    *(
        Phrase(words, kind, step, POSTGRES, worth=OPAQUE if kind == "unknown" else MEANT)
        for kind, step, several in OTHERS
        for words in several
    ),
    *(Phrase(words, "unknown", "tcp", worth=OPAQUE) for words in COMMON),
    Phrase("no postgresql user name specified in startup packet", "rejected", "service", POSTGRES, worth=MEANT),
)

_AT = pattern(r"connection to server at \"([^\"]{1,253})\"(?: \([^)]{1,64}\))?, port (\d{1,5}) failed")
_AT_OLD = pattern(
    r"Is the server running on host \"([^\"]{1,253})\"(?: \([^)]{1,64}\))? and accepting\s{1,8}TCP/IP connections on port (\d{1,5})\?"
)
_HOST = pattern(r"Is the server running on host \"([^\"]{1,253})\"")
_NAME = pattern(r"could not translate host name \\?[\"']([^\"'\\]{1,253})\\?[\"']")
_SOCKET = pattern(r"connection to server on socket \"([^\"]{1,120})\" failed")
_PORT = pattern(r"TCP/IP connections on port ([1-9]\d{0,3}|[1-5]\d{4})\?")
"The last of libpq's three lines, until version 14."


_NAMED = pattern(r"(?i)psql|postgres|\bp(?:g_|q\b)|libpq|npgsql|SQLSTATE|TCP/IP")
"Whose words these are, where others say the same."
_NO_SOCKET = pattern(
    r"(?i)(?:on socket|could not connect to server|\.s\.PGSQL)[^\n]{0,160}: No such file or directory"
)
"libpq tries the unix socket where no host was named."
_MUTE = pattern(r":\d{1,5} - no response$")
"pg_isready's: nothing came, or it was refused."
_STATE = pattern(r"PostgresException(?: \(0x80004005\))?: (28000|28P01|3D000|53300|53400|57P0[0-5]|55000|42501): ")
"Npgsql's way to print a SQLSTATE (PostgreSQL, appendix A); of those that are about the statement it prints as many."
_NO = pattern(
    r"(?i)(?:FATAL|login failed|connection)\b.{0,200}\b(role|database|user) \"[^\"]{1,120}\" does not exist|FATAL\b.{0,40}\bpg_hba|\bfailed: FATAL: "
)
"""A fatal error that names the server's list of clients, in any language, or what the server does not have; libpq hands on
whatever the server says of the connection behind ``failed: FATAL:``."""
STATES = {"role": "28000", "user": "28000", "database": "3D000"}
"What was said not to exist → its SQLSTATE (PostgreSQL, appendix A), of which libpq hands on the words alone."


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    place = _place(line)
    named = _NAMED.search(line) is not None
    for one in said(SAID, line, place):
        yield one if one.client or not named else replace(one, client=POSTGRES)
    if _NO_SOCKET.search(line):
        code: dict[str, str | int] = {"errno": "ENOENT"}
        local = place.host if place else ""
        yield Reading(kind="refused", worth=MEANT, client=POSTGRES, step="tcp", code=code, scheme="unix", host=local)
    no = _NO.search(line)
    if no is not None:
        code = {"sqlstate": STATES[no[1].lower()]} if no[1] else {}
        yield Reading(kind="rejected", worth=MEANT, client=POSTGRES, step="service", code=code, at=no.start())
    mute = _MUTE.search(line.rstrip())
    if mute is not None:
        yield Reading(kind="unknown", worth=WORDS, client=POSTGRES, step="tcp", at=mute.start())
    state = _STATE.search(line)
    if state is not None:
        code = {"sqlstate": state[1]}
        yield Reading(kind="rejected", worth=MEANT, client=POSTGRES, step="service", code=code, at=state.start())
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
