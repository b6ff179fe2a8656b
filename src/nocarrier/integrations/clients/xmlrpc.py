"""xmlrpc.client, on top of http.client: what it raises has the URL without its scheme, and the status."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame

CLIENT = Client(
    name="xmlrpc",
    scheme="http",
    rests=("url",),
    statuses=("errcode",),
    classes={"xmlrpc.client.Fault": None, "xmlrpc.client.ResponseError": None},
    frames={
        "xmlrpc.client:Transport.single_request": Frame(address="host", secure=("self._connection.1._context",)),
    },
)
