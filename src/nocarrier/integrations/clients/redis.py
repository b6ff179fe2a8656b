"""redis-py and valkey-py. Most texts name the target; the frames always do."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import text
from nocarrier.readings.messages.reading import MEANT, OPAQUE

PROTECTED = "DENIED Redis is running in protected mode"
"How a server answers every client from elsewhere (its networking.c): of redis-py an answer like any to a command."


_CONNECTION = Frame(
    host="self.host", port="self.port", path="self.path", secure=("self.ssl_context", "self.cert_reqs")
)
_FUNCTIONS = (
    "connect", "connect_check_health", "on_connect", "on_connect_check_health", "read_response", "send_packed_command",
)  # fmt: skip

CLIENT = Client(
    name="redis",
    scheme="redis",
    classes={
        f"{package}.exceptions.{name}": meaning
        for package in ("redis", "valkey")
        for name, meaning in {
            "AuthenticationError": Meaning("rejected", "service", MEANT),
            "AuthorizationError": Meaning("rejected", "service", MEANT),
            "BusyLoadingError": Meaning("rejected", "service", MEANT),
            "MaxConnectionsError": None,
            "TimeoutError": Meaning("timed-out"),
            "ConnectionError": Meaning("unknown", worth=OPAQUE),
            "InvalidResponse": Meaning("protocol-mismatch", "service", MEANT),
            "DataError": None,
            "ResponseError": None,
        }.items()
    },
    frames={
        f"{package}.{module}:AbstractConnection.{function}": _CONNECTION
        for package in ("redis", "valkey")
        for module in ("connection", "asyncio.connection")
        for function in _FUNCTIONS
    },
    tells=lambda exception: text(exception).startswith(PROTECTED),
)
