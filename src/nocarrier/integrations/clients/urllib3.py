"""urllib3. What its exceptions tell of may be a proxy: the frames know for whom it was asked."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

_POOL = Frame(
    host="self.host",
    port="self.port",
    scheme_at="self.scheme",
    through=("self.proxy",),
    account=("self.proxy_headers",),
)

CLIENT = Client(
    name="urllib3",
    places=(("conn.host", "conn.port"), ("pool.host", "pool.port")),
    beneath=("reason", "original_error"),
    classes={
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
        "urllib3.connectionpool:HTTPConnectionPool.urlopen": _POOL,
        "urllib3.poolmanager:PoolManager.urlopen": Frame(url="url"),
        "urllib3.connection:HTTPConnection._new_conn": Frame(
            host="self.host", port="self.port", step="tcp", source="self.source_address"
        ),
    },
)
