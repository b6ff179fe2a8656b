"""Clients of Redis."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase
from nocarrier.readings.messages.placed import POLLED, Place, port, said
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "error -2 connecting to ", "error -3 connecting to ", "error -5 connecting to ",
    "redis", "max number of clients",
)  # fmt: skip

REDIS = "redis"

SAID = (
    Phrase("abortonconnectfail. connecttimeout", "timed-out", "tcp", REDIS, worth=MEANT),
    Phrase("redis connection error", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("redis.exceptions.connectionerror: no connection available", "resource-limit", "", REDIS, worth=MEANT),
    Phrase("cannot receive from redis", "unknown", "", "socket.io", worth=OPAQUE, open=POLLED),
    Phrase("redis is running in protected mode", "rejected", "service", REDIS, worth=MEANT),
    Phrase("noauth authentication required", "rejected", "service", REDIS, worth=MEANT),
    Phrase("err unknown command", "rejected", "service", REDIS, worth=MEANT),
    Phrase("wrongpass", "rejected", "service", REDIS, worth=MEANT),
    Phrase("max number of clients reached", "rejected", "service", REDIS, worth=MEANT),
    Phrase("error registering fd event for the new client", "resource-limit", "tcp", REDIS, worth=MEANT),
    Phrase("possible security attack detected", "protocol-mismatch", "service", REDIS, worth=MEANT),
    Phrase("loading redis is loading the dataset", "rejected", "service", REDIS, worth=MEANT),
    Phrase("server closed the connection", "closed", "service", REDIS),
    Phrase("protocol error, got", "protocol-mismatch", "service", REDIS, worth=MEANT),
    Phrase("connection closed by server", "closed", "service", REDIS),
    Phrase("redisexception: read error on connection", "closed", "service", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("redisexception: permission denied", "permission-denied", "", REDIS, {"errno": "EACCES"}, MEANT),
    Phrase("redisexception: operation not permitted", "permission-denied", "", REDIS, {"errno": "EPERM"}, MEANT),
    Phrase("redisexception: socket error on read socket", "unknown", "service", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("redisexception: redis server went away", "unknown", "service", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("no more cluster attempts left", "unknown", "", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("error: connection is closed", "closed", "service", REDIS),
    Phrase("socket closed unexpectedly", "closed", "service", REDIS),
    Phrase("unknown resp type", "protocol-mismatch", "service", REDIS, worth=MEANT),
    Phrase("invalidresponse: protocol error: b", "protocol-mismatch", "service", REDIS, worth=MEANT + 1),
    Phrase("err this instance has cluster support disabled", "rejected", "service", REDIS, worth=MEANT),
    Phrase("timeout connecting to server", "timed-out", "tcp", REDIS),
    Phrase("redisconnectionexception", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("no sentinels found", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("network:timeouterror", "timed-out", "", REDIS, worth=MEANT, open=POLLED),
    Phrase("no master found for", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("all sentinels are unreachable", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("all sentinels down", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("noauth hello must be called", "rejected", "service", REDIS, worth=MEANT),
    Phrase("cannot determine a partition for slot", "unknown", "", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("redisexception: master is currently unknown", "unknown", "", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("redisnodenotfoundexception", "unknown", "", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("noreplicas not enough", "rejected", "service", REDIS, worth=MEANT),
    Phrase("replyerror: moved ", "rejected", "service", REDIS, worth=MEANT),
    Phrase("responseerror: moved ", "rejected", "service", REDIS, worth=MEANT),
    Phrase("jedismoveddataexception: moved ", "rejected", "service", REDIS, worth=MEANT),
    Phrase("(error) moved ", "rejected", "service", REDIS, worth=MEANT),
    Phrase("clusterdown", "rejected", "service", REDIS, worth=MEANT),
    Phrase("masterdown link with master is down", "rejected", "service", REDIS, worth=MEANT),
    Phrase("without any password configured", "rejected", "service", REDIS, worth=MEANT),
    Phrase("client sent auth, but no password is set", "rejected", "service", REDIS, worth=MEANT),
    Phrase("noperm this user", "rejected", "service", REDIS, worth=MEANT),
    Phrase("write against a read only", "rejected", "service", REDIS, worth=MEANT),
    Phrase("oom command not allowed", "rejected", "service", REDIS, worth=MEANT),
)

_UNIX = pattern(r"(?i)could not connect to redis at (/[^:]{1,107}): (no such file)?")
_AT = pattern(
    r"(?i)could not connect to redis at ([\w.:\[\]-]{1,253}?):(\d{1,5}):(?:\s|$)|error (-?\d{1,5}) connecting to ([\w.:\[\]-]{1,253}?):(\d{1,5})(?![\d:])"
)
_NAMELESS = pattern(r"(?i)\berror (-[235]) connecting to (?!/)")
"What getaddrinfo came to (netdb.h: EAI_NONAME -2, EAI_AGAIN -3, EAI_NODATA -5), where redis-py prints its number alone."


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    local = _UNIX.search(line)
    yield from said(SAID, line, _place(line) if local is None else Place("unix", local[1]))
    nameless = _NAMELESS.search(line)
    if nameless is not None:
        yield Reading(kind="name-not-resolved", worth=MEANT, client=REDIS, step="name", at=nameless.start())
    if local is not None and local[2]:
        yield Reading(
            kind="refused", worth=MEANT, client=REDIS, step="tcp", code={"errno": "ENOENT"}, scheme="unix", host=local[1],
            at=local.start(),
        )  # fmt: skip


def _place(line: str) -> Place | None:
    at = _AT.search(line)
    return None if at is None else Place(REDIS, (at[1] or at[4]).strip("[]"), port(at[2] or at[5]))
