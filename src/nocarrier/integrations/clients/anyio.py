"""anyio: sockets on asyncio or trio."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning

CLIENT = Client(
    name="anyio",
    classes={
        "anyio.BrokenResourceError": Meaning("closed"),
        "anyio.EndOfStream": Meaning("closed"),
    },
    frames={
        "anyio._core._sockets:connect_tcp": Frame(host="remote_host", port="remote_port", source="local_host"),
        "anyio._core._sockets:connect_unix": Frame(path="path"),
    },
)
