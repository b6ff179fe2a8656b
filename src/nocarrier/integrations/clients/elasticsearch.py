"""The clients of Elasticsearch: elastic_transport, on top of urllib3, aiohttp or requests."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="elasticsearch",
    beside=("errors",),
    classes={
        "elastic_transport.ConnectionTimeout": Meaning("timed-out", "", MEANT),
        "elastic_transport.TlsError": Meaning("tls-failed", "tls"),
        "elastic_transport.ConnectionError": Meaning("unknown", worth=OPAQUE),
        "elastic_transport.TransportError": None,
    },
)
