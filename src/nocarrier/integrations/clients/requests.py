"""requests. The request's URL is the target; a response keeps the pool that it came from, and that its proxy."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="requests",
    urls=("request.url",),
    statuses=("response.status_code",),
    through=("response.raw._pool.proxy",),
    account=("response.raw._pool.proxy_headers",),
    classes={
        "requests.exceptions.ProxyError": Meaning("proxy", "proxy", MEANT + 1),
        "requests.exceptions.SSLError": Meaning("tls-failed", "tls"),
        "requests.exceptions.ConnectTimeout": Meaning("timed-out", "tcp", MEANT),
        "requests.exceptions.ReadTimeout": Meaning("timed-out", "", MEANT),
        "requests.exceptions.ChunkedEncodingError": Meaning("closed", "http"),
        "requests.exceptions.ConnectionError": Meaning("unknown", worth=OPAQUE),
        "requests.exceptions.InvalidJSONError": None,
        "requests.exceptions.MissingSchema": None,
        "requests.exceptions.InvalidSchema": None,
    },
    frames={
        "requests.adapters:HTTPAdapter.send": Frame(url="request.url"),
    },
)
