"""WebSocket clients of C, C++ and Java: libwebsockets, websocketpp, Boost.Beast, IXWebSocket, Java-WebSocket, nv-websocket-client."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading
from nocarrier.readings.messages.statuses import of_upgrade

STEMS = (
    "bad http response '", "invalid status code received: ", "opening handshake response is not", "expecting status 101", "client_connection_error", "expected status <101>",
    "websocketpp", "asio.ssl", "asio.misc", "asio.netdb", "asio.stream",
)  # fmt: skip

LWS, BEAST, PP = "libwebsockets", "beast", "websocketpp"
SAID = (
    Phrase("opening handshake response is not '101", "protocol-mismatch", "websocket", "nv-websocket-client"),
    Phrase("closing conn at lws_connmode", "closed", "websocket", LWS, worth=MEANT),
    Phrase("abandoning connect due to timeout", "timed-out", "tcp", LWS, worth=MEANT),
    Phrase("connect wait timeout has fired", "timed-out", "tcp", LWS, worth=MEANT),
    Phrase("error: hs: disconnected", "closed", "websocket", LWS, worth=MEANT),
    Phrase("[wsc] disconnected!", "unknown", "", "arduino", worth=OPAQUE, open=NOT_TOLD),
    Phrase("handshake ended with http error", "rejected", "websocket", "", worth=MEANT),
    # libwebsockets (lib/roles/ws/client-ws.c, lib/core-net/client)
    Phrase("ws upgrade response not 101", "protocol-mismatch", "websocket", LWS, worth=MEANT),
    Phrase("hs: accept missing", "protocol-mismatch", "websocket", LWS, worth=MEANT),
    Phrase("hs: accept hash wrong", "protocol-mismatch", "websocket", LWS, worth=MEANT),
    Phrase("hs: upgrade missing", "protocol-mismatch", "websocket", LWS, worth=MEANT),
    Phrase("hs: upgrade to something other than websocket", "protocol-mismatch", "websocket", LWS, worth=MEANT),
    Phrase("hs: cannot match protocol", "rejected", "websocket", LWS, worth=MEANT),
    Phrase("lws_ssl_client_connect", "tls-failed", "tls", LWS, worth=MEANT),
    Phrase("closed before established", "closed", "websocket", LWS),
    Phrase("timed out waiting ssl", "timed-out", "tls", LWS, worth=MEANT),
    Phrase("client_connection_error: ", "unknown", "", LWS, worth=OPAQUE, open=NOT_TOLD),
    Phrase("client_connection_error: (null)", "unknown", "", LWS, worth=OPAQUE, open=NOT_TOLD),
    # Boost.Asio and Beast (boost/beast/websocket/impl/error.ipp)
    Phrase("websocket handshake was declined by the remote peer", "rejected", "websocket", BEAST, worth=MEANT),
    Phrase("websocket stream was gracefully closed at both endpoints", "closed", "websocket", BEAST, worth=MEANT),
    Phrase("websocket upgrade handshake failed", "rejected", "websocket", BEAST, worth=MEANT),
    Phrase("the socket was closed due to a timeout", "timed-out", "", BEAST, worth=MEANT),
    Phrase("(stream truncated)", "closed", "tls", "asio", worth=MEANT),
    Phrase("stream truncated [asio.ssl", "closed", "tls", "asio", worth=MEANT),
    Phrase("end of file [asio.misc", "closed", "", "asio", worth=MEANT),
    Phrase("asio.misc:2", "closed", "", "asio", worth=MEANT),
    Phrase("asio.netdb:1", "name-not-resolved", "name", "asio", worth=MEANT),
    Phrase("asio.netdb:2", "name-not-resolved", "name", "asio", worth=MEANT),
    # websocketpp (websocketpp/error.hpp, transport/base/connection.hpp)
    Phrase("tls short read", "closed", "tls", PP, worth=MEANT),
    Phrase("websocketpp.transport:8", "closed", "tls", PP, worth=MEANT),
    Phrase("websocketpp:20 (invalid http status", "rejected", "websocket", PP, worth=MEANT),
    Phrase("the opening handshake timed out", "timed-out", "websocket", PP, worth=MEANT),
    Phrase("handle_connect error: timer expired", "timed-out", "tcp", PP, worth=MEANT),
    Phrase("websocketpp.transport.asio.socket:5", "tls-failed", "tls", PP, worth=MEANT),
    Phrase("handle_connect error: tls handshake failed", "tls-failed", "tls", PP, worth=MEANT),
    Phrase("underlying transport error", "unknown", "", PP, worth=OPAQUE, open=NOT_TOLD),
)  # fmt: skip

_STATUS = pattern(
    r"got bad HTTP response '(\d{3})|Invalid status code received: (\d{3})\b|Expecting status 101 \(Switching Protocol\), got (\d{3})\b"
    r"|opening handshake response is not '101 Switching Protocols'\. The status line is: HTTP/[\d.]{1,3} (\d{3})\b"
    r"|expected status <101>, but got <(\d{3})>"
)
"What came in place of 101."


def read(line: str) -> Iterator[Reading]:
    """Statuses and sentences."""
    yield from phrases(SAID, line)
    match = _STATUS.search(line)
    if match is not None:
        status = int(next(group for group in match.groups() if group))
        kind, step = of_upgrade(status)
        code: dict[str, str | int] = {"http_status": status}
        yield Reading(kind=kind, worth=MEANT if status != 101 else SENTENCE, step=step, code=code, at=match.start())
