"""memcached: pymemcache."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT

CLIENT = Client(
    name="pymemcache",
    scheme="memcached",
    classes={
        "pymemcache.exceptions.MemcacheUnexpectedCloseError": Meaning("closed", "service", MEANT),
        "pymemcache.exceptions.MemcacheUnknownError": Meaning("protocol-mismatch", "service"),
        "pymemcache.exceptions.MemcacheError": None,
    },
    frames={
        f"pymemcache.client.base:Client.{function}": Frame(
            host="self.server.0", port="self.server.1", path="self.server", secure=("self.tls_context",)
        )
        for function in ("_connect", "_fetch_cmd", "_store_cmd", "_misc_cmd")
    },
)
