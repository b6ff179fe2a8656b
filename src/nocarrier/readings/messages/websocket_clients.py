"""WebSocket clients of compiled languages on a handshake that failed: Boost.Beast, WebSocket++, libwebsockets, Java-WebSocket, OkHttp,
Tyrus, Tomcat, Jetty, Netty, nv-websocket-client, .NET, Autobahn."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_upgrade

STEMS = (
    "the status line is: http/", "invalid status code received", "invalid status code=", "the status line is: http\\/", "the http response from the server [", "response code was not 101",
    "unexpected http response status code", "invalid handshake response getstatus", "invalid upgrade response", "received unexpected status code (",
    "connection upgrade failed (", "status code not 101: ", "the websocket handshake ", " header value '",
)  # fmt: skip

SAID = (
    Phrase("an exception has occured while connecting", "unknown", "", "websocket-sharp", worth=OPAQUE, open=NOT_TOLD),
    Phrase("request: connection closed normally", "closed", "websocket", "tungstenite", worth=MEANT),
    Phrase("websocket connection denied: origin ", "rejected", "websocket", "autobahn", worth=MEANT),
    Phrase("malformed ws or wss url", "unknown", "target", "gorilla", worth=OPAQUE, open=NOT_TOLD),
    Phrase("websocket: invalid control frame", "protocol-mismatch", "websocket", "gorilla", worth=MEANT),
    Phrase("websocket handshake was declined", "rejected", "websocket", "beast", worth=MEANT),
    Phrase("the websocket stream was gracefully closed", "closed", "websocket", "beast", worth=MEANT),
    Phrase("stream truncated", "closed", "tls", "asio", worth=MEANT),
    Phrase("asio.misc:2 (end of file)", "closed", "", "asio", worth=MEANT),
    Phrase("underlying transport error", "unknown", "", "websocket++", worth=OPAQUE),
    Phrase("handshake timer expired", "timed-out", "websocket", "websocket++", worth=MEANT),
    Phrase("invalid http status.", "protocol-mismatch", "websocket", "websocket++"),
    Phrase("invalid connection value: ", "protocol-mismatch", "websocket", "ixwebsocket", worth=MEANT),
    Phrase("openssl failed - certificate was issued", "tls-failed", "tls", "ixwebsocket", worth=MEANT),
    Phrase("openssl failed - x509 error", "tls-failed", "tls", "ixwebsocket", worth=MEANT),
    Phrase("openssl failed - err zero return", "closed", "tls", "ixwebsocket", worth=MEANT),
    Phrase("' was not found in 'connection' header", "protocol-mismatch", "websocket", "nv-websocket-client", worth=MEANT),
    Phrase("' was not found in 'upgrade' header", "protocol-mismatch", "websocket", "nv-websocket-client", worth=MEANT),
    Phrase("hs: ws upgrade response not 101", "protocol-mismatch", "websocket", "libwebsockets"),
    Phrase("hs: accept ", "protocol-mismatch", "websocket", "libwebsockets", worth=MEANT),
    Phrase("hs: upgrade ", "protocol-mismatch", "websocket", "libwebsockets", worth=MEANT),
    Phrase("hs: connection ", "protocol-mismatch", "websocket", "libwebsockets", worth=MEANT),
    Phrase("hs: server unrecognized response", "protocol-mismatch", "websocket", "libwebsockets", worth=MEANT),
    Phrase("closed before established", "closed", "websocket", "libwebsockets", worth=MEANT),
    Phrase("refuses handshake", "protocol-mismatch", "websocket", "java", worth=MEANT),
    Phrase("did not respond with a pong in time", "timed-out", "hold", "java", worth=MEANT),
    Phrase("sent ping but didn't receive pong within", "timed-out", "hold", "okhttp", worth=MEANT),
    Phrase("missing header field in server handshake", "protocol-mismatch", "websocket", "java", worth=MEANT),
    Phrase("closed by the container because of the idle timeout", "closed", "hold", "tyrus", worth=MEANT),
    Phrase("format of the first line of a http response", "protocol-mismatch", "websocket", "tyrus", worth=MEANT),
    Phrase("respond with an expected sec-websocket-protocol", "protocol-mismatch", "websocket", "pawl", worth=MEANT),
    Phrase("masked and rsv data is not currently supported", "protocol-mismatch", "websocket", "starscream", worth=MEANT),
    Phrase("websocketnotconnectedexception", "closed", "websocket", "java"),
    Phrase("expected 'connection' header value 'upgrade'", "protocol-mismatch", "websocket", "okhttp", worth=MEANT),
    Phrase("expected 'upgrade' header value 'websocket'", "protocol-mismatch", "websocket", "okhttp", worth=MEANT),
    Phrase("the 'upgrade' header value '", "protocol-mismatch", "websocket", "dotnet", worth=MEANT),
    Phrase("the 'connection' header value '", "protocol-mismatch", "websocket", "dotnet", worth=MEANT),
    Phrase("the 'sec-websocket-accept' header value '", "protocol-mismatch", "websocket", "dotnet", worth=MEANT),
    Phrase("invalid handshake response upgrade", "protocol-mismatch", "websocket", "netty", worth=MEANT),
    Phrase("invalid handshake response connection", "protocol-mismatch", "websocket", "netty", worth=MEANT),
    Phrase("reset without closing handshake", "reset", "websocket", "rust", worth=MEANT),
    Phrase("opening handshake timeout (", "timed-out", "websocket", "autobahn", worth=MEANT),
    Phrase("did not finish (in time) the opening handshake", "timed-out", "websocket", "autobahn", worth=MEANT),
    Phrase("websocket: unexpected reserved bits", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("websocket: unsupported version", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("handshake error: bad ", "protocol-mismatch", "websocket", "gobwas", worth=MEANT),
    Phrase("error: connection not open", "closed", "websocket", "web3"),
)  # fmt: skip

_STATUS = pattern(
    r"(?i)the status line is: HTTP\\?/[\d.]{1,3} (\d{3})|Invalid Status code=(\d{3}) text=|invalid status code received:? (\d{3})|the HTTP response from the server \[(\d{3})\]|"
    r"response code was not 101: (\d{3})|unexpected HTTP response status code: (\d{3})|invalid handshake response getStatus: (\d{3})|"
    r"invalid upgrade response: HTTP/[\d.]{1,3} (\d{3})|received unexpected status code \((\d{3})|connection upgrade failed \((\d{3})|status code not 101: (\d{3})"
)
_BEAST = pattern(
    r"The WebSocket handshake (?:was not HTTP/1\.1|method was not|[\w-]{1,30} field (?:is missing|did not))"
)


def read(line: str) -> Iterator[Reading]:
    """Statuses in place of 101, and sentences."""
    yield from answered(_STATUS.search(line), of_upgrade, MEANT)
    missing = _BEAST.search(line)
    if missing is not None:
        yield Reading(kind="protocol-mismatch", worth=MEANT, client="beast", step="websocket", at=missing.start())
    yield from phrases(SAID, line)
