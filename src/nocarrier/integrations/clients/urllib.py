"""The standard library's HTTP: urllib.request, http.client."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT

_CONNECTION = Frame(
    host="self.host",
    port="self.port",
    scheme="http",
    secure=("self._context",),
    source="self.source_address",
    tunnel=("self._tunnel_host", "self._tunnel_port"),
    account=("self._tunnel_headers",),
)

CLIENT = Client(
    name="urllib",
    urls=("url",),
    statuses=("code",),
    beneath=("reason",),
    classes={
        "http.client.RemoteDisconnected": Meaning("closed", "http", MEANT),
        "http.client.BadStatusLine": Meaning("protocol-mismatch", "http", MEANT),
        "http.client.LineTooLong": Meaning("protocol-mismatch", "http"),
        "http.client.UnknownProtocol": Meaning("protocol-mismatch", "http", MEANT),
        "http.client.IncompleteRead": Meaning("closed", "http"),
        "urllib.error.ContentTooShortError": Meaning("closed", "http"),
    },
    frames={
        "urllib.request:AbstractHTTPHandler.do_open": Frame(
            url="req.full_url", through=("req.host",), account=("tunnel_headers", "headers")
        ),
        "http.client:HTTPSConnection.connect": _CONNECTION,
        "http.client:HTTPConnection.connect": _CONNECTION,
        "http.client:HTTPConnection.request": _CONNECTION,
        "http.client:HTTPConnection.getresponse": _CONNECTION,
        "http.client:HTTPResponse._read_status": Frame(step="http"),
    },
)
