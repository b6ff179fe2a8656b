"""websockets: the asyncio, the threading and the legacy client."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import at, whole
from nocarrier.readings.messages.reading import CODE, MEANT, Reading
from nocarrier.readings.messages.websocket import CLOSE


def _read(exception: BaseException) -> Iterator[Reading]:
    """The code of the close frame that came; 1006 where the connection ended without one (RFC 6455, section 7.1.5)."""
    if not any(kind.__name__ == "ConnectionClosed" for kind in type(exception).__mro__):
        return
    number = whole(at(exception, "rcvd.code"), 4999)
    if not number:
        number = 1006
    if number in CLOSE:
        yield Reading(
            kind=CLOSE[number], worth=CODE, client="websockets", step="websocket", code={"close_code": number}
        )


CLIENT = Client(
    name="websockets",
    scheme="ws",
    urls=("uri",),
    statuses=("response.status_code", "status_code"),
    upgrades=True,
    read=_read,
    classes={
        "websockets.exceptions.InvalidURI": None,
        "websockets.exceptions.ConnectionClosedOK": None,
        "websockets.exceptions.InvalidProxy": None,
        "websockets.exceptions.ProxyError": Meaning("proxy", "proxy", MEANT + 1),
        "websockets.exceptions.InvalidProxyStatus": Meaning("proxy", "proxy", MEANT + 1),
        "websockets.exceptions.NegotiationError": Meaning("rejected", "websocket", MEANT),
        "websockets.exceptions.InvalidUpgrade": Meaning("protocol-mismatch", "websocket", MEANT),
        "websockets.exceptions.InvalidMessage": Meaning("protocol-mismatch", "websocket"),
        "websockets.exceptions.InvalidHandshake": Meaning("protocol-mismatch", "websocket"),
    },
    frames={
        "websockets.asyncio.client:connect.__aenter__": Frame(url="self.uri"),
        "websockets.asyncio.client:connect.__await_impl__": Frame(url="self.uri"),
        "websockets.asyncio.client:connect.connect": Frame(url="self.uri"),
        "websockets.asyncio.client:connect.create_connection": Frame(
            url="self.uri", through=("proxy_parsed",), account=("proxy_parsed.user_info",)
        ),
        "websockets.asyncio.client:connect.open_tcp_connection": Frame(
            url="self.uri", through=("proxy_parsed",), account=("proxy_parsed.user_info",)
        ),
        "websockets.asyncio.client:ClientConnection.handshake": Frame(step="websocket"),
        "websockets.sync.client:connect": Frame(url="uri"),
        "websockets.sync.client:reconnect.connect": Frame(url="self.uri"),
        "websockets.sync.client:reconnect.open_socket": Frame(
            url="self.uri", through=("proxy_parsed",), account=("proxy_parsed.user_info",)
        ),
        "websockets.sync.client:ClientConnection.handshake": Frame(step="websocket"),
        "websockets.legacy.client:Connect.__aenter__": Frame(url="self._uri"),
        "websockets.legacy.client:Connect.__await_impl__": Frame(url="self._uri"),
    },
)
