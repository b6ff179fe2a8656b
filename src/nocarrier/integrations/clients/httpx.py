"""httpx, with httpcore below it, whose asynchronous sockets are anyio's. ``request`` of an exception of httpx raises where none was set."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

_REQUEST = Frame(
    host="request.url.host", port="request.url.port", scheme_at="request.url.scheme", path="self._uds",
    through=("self._proxy_url",), account=("self._proxy_auth", "self._proxy_headers"), source="self._local_address",
)  # fmt: skip
_DIALLED = Frame(host="host", port="port", step="tcp")

CLIENT = Client(
    name="httpx",
    urls=("request.url",),
    statuses=("response.status_code",),
    classes={
        f"{package}.{name}": meaning
        for package in ("httpx", "httpcore")
        for name, meaning in {
            "ConnectTimeout": Meaning("timed-out", "", MEANT),
            "ReadTimeout": Meaning("timed-out", "", MEANT),
            "WriteTimeout": Meaning("timed-out", "http", MEANT),
            "PoolTimeout": None,
            "ConnectError": Meaning("unknown", "", OPAQUE),
            "ReadError": Meaning("unknown", "http", OPAQUE),
            "WriteError": Meaning("unknown", "http", OPAQUE),
            "ProxyError": Meaning("proxy", "proxy", MEANT + 1),
            "RemoteProtocolError": Meaning("protocol-mismatch", "http"),
            "InvalidURL": None,
            "UnsupportedProtocol": None,
        }.items()
    }
    | {
        "h11._util.RemoteProtocolError": Meaning("protocol-mismatch", "http"),
    },
    frames={
        "httpcore._sync.connection_pool:ConnectionPool.handle_request": _REQUEST,
        "httpcore._async.connection_pool:AsyncConnectionPool.handle_async_request": _REQUEST,
        "httpcore._backends.sync:SyncBackend.connect_tcp": _DIALLED,
        "httpcore._backends.anyio:AnyIOBackend.connect_tcp": _DIALLED,
        "httpcore._sync.http11:HTTP11Connection.handle_request": Frame(step="http"),
        "httpcore._async.http11:AsyncHTTP11Connection.handle_async_request": Frame(step="http"),
        "httpcore._backends.sync:SyncStream.start_tls": Frame(step="tls"),
        "httpcore._backends.anyio:AnyIOStream.start_tls": Frame(step="tls"),
    },
)
