"""What a client saw, and what is known of its target before anything is looked at: by these a cause is asked."""

from __future__ import annotations

from enum import Enum

from nocarrier.model.annotations import Literal


class Symptom(Enum):
    """What the client program saw."""

    REFUSED = "refused"
    TIMED_OUT = "timed-out"
    UNREACHABLE = "unreachable"
    ADDRESS_UNAVAILABLE = "address-unavailable"
    RESET = "reset"
    CLOSED = "closed"
    NAME_NOT_RESOLVED = "name-not-resolved"
    PERMISSION_DENIED = "permission-denied"
    RESOURCE_LIMIT = "resource-limit"
    TLS_FAILED = "tls-failed"
    PROTOCOL_MISMATCH = "protocol-mismatch"
    REJECTED = "rejected"
    NO_ANSWER = "no-answer"
    DROPPED = "dropped"
    NONE = "none"


Presumption = Literal[
    "name", "network", "unix", "loopback", "elsewhere", "proxied", "anywhere", "client-filter", "path-filter",
    "server-filter", "astray",
]  # fmt: skip
"""What is known of a target without looking any further: its host is a name; it is a socket of the network, or a unix
socket; one of the addresses dialled is loopback by its form; one is not, or the server's side was named; the client
goes by way of a proxy; its host is a name, or an address that means the same machine everywhere; a rule in the client's
packet filter, in one on the way, or in the server's may have done it, and what can be looked at would tell; something speaks for that
another machine was reached than the one which is meant, be it only that the address takes no connection."""
