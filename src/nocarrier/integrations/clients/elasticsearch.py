"""The clients of Elasticsearch: elastic_transport, on top of urllib3, aiohttp or requests.

What it raises in the end is of the server that it asked last, and holds the errors of those that it asked before; its text is
that of the first of them, its message its own.
"""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Meaning
from nocarrier.integrations.clients.looking import at, plain_text
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="elasticsearch",
    earlier=("errors",),
    classes={
        "elastic_transport.ConnectionTimeout": Meaning("timed-out", "", MEANT),
        "elastic_transport.TlsError": Meaning("tls-failed", "tls"),
        "elastic_transport.ConnectionError": Meaning("unknown", worth=OPAQUE),
        "elastic_transport.TransportError": None,
    },
    says=lambda exception: plain_text(at(exception, "message")),
)
