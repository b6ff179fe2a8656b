"""PyMongo. It tries every server again and again; the text of what it raises in the end has each one's last error.

Of several servers it is the text alone that tells which of them an error is of.
"""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="mongodb",
    scheme="mongodb",
    beside=("errors",),
    classes={
        "pymongo.errors.ServerSelectionTimeoutError": Meaning("unknown", "", OPAQUE),
        "pymongo.errors.NetworkTimeout": Meaning("timed-out", "", MEANT),
        "pymongo.errors.AutoReconnect": Meaning("unknown", "", OPAQUE),
        "pymongo.errors.ConnectionFailure": Meaning("unknown", "", OPAQUE),
        "pymongo.errors.WaitQueueTimeoutError": None,
        "pymongo.errors.ConfigurationError": None,
    },
    frames={
        f"pymongo.{module}:Topology._select_servers_loop": Frame(
            host="self._seed_addresses.0.0",
            port="self._seed_addresses.0.1",
            secure=("self._settings.pool_options._ssl_context",),
            unless=("self._seed_addresses.1",),
        )
        for module in ("topology", "synchronous.topology", "asynchronous.topology")
    },
)
