"""docker, the library for its daemon: requests over a unix socket, which no URL names."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame

CLIENT = Client(
    name="docker",
    frames={"docker.transport.unixconn:UnixHTTPConnection.connect": Frame(path="self.unix_socket", step="tcp")},
)
