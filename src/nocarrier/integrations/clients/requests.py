"""requests, and urllib3 below it. The request's URL is the target; what urllib3's own exceptions tell of may be a proxy."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

_POOL = Frame(host="self.host", port="self.port", scheme_at="self.scheme", through="self.proxy")

CLIENT = Client(
    name="requests",
    urls=("request.url",),
    places=(("conn.host", "conn.port"), ("pool.host", "pool.port")),
    statuses=("response.status_code",),
    beneath=("reason", "original_error"),
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
        "urllib3.exceptions.ProxyError": Meaning("proxy", "proxy", MEANT + 1),
        "urllib3.exceptions.SSLError": Meaning("tls-failed", "tls"),
        "urllib3.exceptions.NameResolutionError": Meaning("name-not-resolved", "name"),
        "urllib3.exceptions.NewConnectionError": Meaning("unknown", "tcp", OPAQUE),
        "urllib3.exceptions.ConnectTimeoutError": Meaning("timed-out", "tcp", MEANT),
        "urllib3.exceptions.ReadTimeoutError": Meaning("timed-out", "", MEANT),
        "urllib3.exceptions.EmptyPoolError": None,
        "urllib3.exceptions.LocationParseError": None,
    },
    frames={
        "requests.adapters:HTTPAdapter.send": Frame(url="request.url"),
        "urllib3.connectionpool:HTTPConnectionPool.urlopen": _POOL,
        "urllib3.connection:HTTPConnection._new_conn": Frame(host="self.host", port="self.port", step="tcp"),
    },
)
