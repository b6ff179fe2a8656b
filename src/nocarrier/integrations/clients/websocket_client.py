"""websocket-client (the package ``websocket``). Its exceptions hold no URL: the frames do."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT

CLIENT = Client(
    name="websocket-client",
    scheme="ws",
    statuses=("status_code",),
    upgrades=True,
    classes={
        "websocket._exceptions.WebSocketTimeoutException": Meaning("timed-out", "", MEANT),
        "websocket._exceptions.WebSocketProxyException": Meaning("proxy", "proxy", MEANT + 1),
        "websocket._exceptions.WebSocketAddressException": Meaning("name-not-resolved", "name"),
        "websocket._exceptions.WebSocketConnectionClosedException": Meaning("closed", "websocket"),
        "websocket._exceptions.WebSocketBadStatusException": Meaning("protocol-mismatch", "websocket"),
        "websocket._exceptions.WebSocketProtocolException": Meaning("protocol-mismatch", "websocket"),
    },
    frames={
        "websocket._core:create_connection": Frame(url="url"),
        "websocket._core:WebSocket.connect": Frame(url="url"),
        "websocket._app:WebSocketApp.run_forever": Frame(url="self.url"),
        "websocket._http:connect": Frame(url="url", through=("proxy",), account=("proxy.auth",)),
        "websocket._handshake:handshake": Frame(step="websocket"),
    },
)
