"""aiohttp. Its connector's exceptions hold host and port; those of an answer hold the request. Where it gave up waiting,
asyncio's own TimeoutError comes, and the frames know the URL."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import at
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import of_upgrade

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def _read(exception: BaseException) -> Iterator[Reading]:
    """An answer to a WebSocket handshake; any other status is read as that of a request."""
    status = at(exception, "status")
    if type(exception).__name__ == "WSServerHandshakeError" and isinstance(status, int) and status != 101:
        kind, step = of_upgrade(status)
        yield Reading(kind=kind, worth=MEANT + 1, client="aiohttp", step=step, code={"http_status": status})


CLIENT = Client(
    name="aiohttp",
    urls=("request_info.real_url", "url"),
    places=(("host", "port"),),
    paths=("path",),
    about_proxies=(
        "aiohttp.client_exceptions.ClientProxyConnectionError",
        "aiohttp.client_exceptions.ClientHttpProxyError",
    ),
    statuses=("status",),
    beneath=("os_error", "certificate_error"),
    classes={
        "aiohttp.client_exceptions.ClientConnectorDNSError": Meaning("name-not-resolved", "name"),
        "aiohttp.client_exceptions.ClientProxyConnectionError": Meaning("proxy", "proxy", MEANT + 1),
        "aiohttp.client_exceptions.ClientHttpProxyError": Meaning("proxy", "proxy", MEANT + 1),
        "aiohttp.client_exceptions.ClientConnectorCertificateError": Meaning("tls-failed", "tls", MEANT),
        "aiohttp.client_exceptions.ClientConnectorSSLError": Meaning("tls-failed", "tls"),
        "aiohttp.client_exceptions.ServerFingerprintMismatch": Meaning("tls-failed", "tls", MEANT),
        "aiohttp.client_exceptions.ConnectionTimeoutError": Meaning("timed-out", "tcp", MEANT),
        "aiohttp.client_exceptions.ServerTimeoutError": Meaning("timed-out", "http", MEANT),
        "aiohttp.client_exceptions.ServerDisconnectedError": Meaning("closed", "http", MEANT),
        "aiohttp.client_exceptions.ClientPayloadError": Meaning("closed", "http"),
        "aiohttp.client_exceptions.ClientConnectorError": Meaning("unknown", "tcp", OPAQUE),
        "aiohttp.client_exceptions.ContentTypeError": None,
        "aiohttp.client_exceptions.InvalidURL": None,
        "aiohttp.http_exceptions.BadStatusLine": Meaning("protocol-mismatch", "http", MEANT),
    },
    frames={
        "aiohttp.client:ClientSession._ws_connect": Frame(url="url", step="websocket"),
        "aiohttp.client:ClientSession._request": Frame(
            url="url",
            path="self._connector._path",
            through=("proxy_", "req.proxy"),
            account=("req.proxy_auth", "req.proxy_headers"),
        ),
        "aiohttp.client_reqrep:ClientResponse.start": Frame(step="http"),
        "aiohttp.connector:TCPConnector._wrap_create_connection": Frame(step="tcp"),
    },
    read=_read,
)
