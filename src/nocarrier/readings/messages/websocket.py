"""WebSocket clients of every language on a handshake that failed, and close codes (RFC 6455, section 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, WORDS, ErrorClass, Reading
from nocarrier.readings.messages.statuses import of_upgrade

STEMS = (
    "invalidstatus",
    "websocket", "web socket", "bad http response", "unexpected response code", "negotiation with the server", "negotiation request", "to start the connection", "bad response code", "unexpected server response", "handshake", "no close frame",
    "did not receive a valid http", "connection to remote host was lost", "closed (code ", "non-101 status", "parser error", "unexpected response from server", "connect error: aggregate", "wsserverhandshakeerror", "invalidstatus", "invalidupgrade", "notanupgrade",
    "invalidmessage", "bad status line", "socket.io", "engine.io", "xhr poll error", "status code 101 but was ", "status code 101 (", "transport error", "close code", "closeevent", "disconnected code", "http 101 response", "1006", "closecode(", "closed connection with code ",
)  # fmt: skip

STATUS: tuple[tuple[re.Pattern[str], str], ...] = (
    (pattern(r"(?i)unexpected response code:? (\d{3})\b(?! \([^)])"), "chrome"),
    (pattern(r"(?i)unexpected server response:? \(?(\d{3})\b"), "ws"),
    (pattern(r"(?i)server rejected websocket connection: http (\d{3})\b"), "websockets"),
    (pattern(r"(?i)responded with a non-101 status:? (\d{3})\b"), "websocket"),
    (pattern(r"(?i)websocket handshake failed!? (\d{3})\b"), "mojo"),
    (pattern(r"(?i)handshake failed with status (\d{3})\b"), "go"),
    (pattern(r"(?i)upgrade connection[^:\n]{0,200}? to websocket: (\d{3})\b"), "mojo"),
    (pattern(r"(?i)handshake status (\d{3})\b"), "websocket-client"),
    (pattern(r"(?i)wsserverhandshakeerror: (\d{3})\b|\b(\d{3}), message='invalid response status'"), "aiohttp"),
    (
        pattern(
            r"(?i)websocket: bad handshake.{0,80}?\b(\d{3})\b|\b(\d{3}) [A-Z][A-Z ]{2,30} > websocket: bad handshake|expected (?:handshake response )?status code 101 but (?:got|was) (\d{3})"
        ),
        "go",
    ),
    (pattern(r"(?i)status code 101 \(switching protocols\), but received (\d{3})\b"), "workerd"),
    (pattern(r"(?i)server returned status code '(\d{3})' when status code '101' was expected"), "dotnet"),
    (pattern(r"(?i)invalid status code received: (\d{3})|expected http 101 response but was '(\d{3})"), "java"),
    (pattern(r"(?i)\binvalidstatus(?:code)?\((\d{3})\b"), "websockets"),
    (pattern(r"(?i)received bad response code from server:? (\d{3})\b"), "socketrocket"),
    (pattern(r"(?i)invalid http upgrade\W{1,3}code: (\d{3})\b|notanupgrade\((\d{3})\b"), "starscream"),
    (pattern(r"(?i)\bcode=(\d{3}) \W?invalid http upgrade"), "starscream"),
    (pattern(r"(?i)got bad http response '(\d{3})"), "libwebsockets"),
    (pattern(r" (\d{3}) websocketpp\.processor:20\b"), "websocket++"),
    (pattern(r"(?i)http error: (\d{3}) \w|websocket.{0,60}?\bstatus(?: code)?:? (\d{3})\b"), ""),
)
"Patterns whose first group that is set is the status in place of 101, and who prints it."

SAID = (
    Phrase("close 1008 (policy violation)", "rejected", "websocket", "", {"close_code": 1008}, MEANT),
    Phrase("websocket upgrade failure", "rejected", "websocket", "jetty", worth=MEANT),
    Phrase(
        "no sec-websocket-protocols requested supported",
        "rejected",
        "websocket",
        "ratchet",
        {"http_status": 426, "websocket": "subprotocol"},
        MEANT,
    ),
    Phrase("websocket handshake: origin mismatch", "rejected", "websocket", "chrome", worth=MEANT),
    Phrase("websocket handshake: location mismatch", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("websocket handshake: status line ", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("connect to websocket: invalid status code", "rejected", "websocket", "gloo", worth=MEANT),
    Phrase("cannot be recovered due to identification issues", "rejected", "websocket", "jda", worth=CODE),
    Phrase("websocket: origin not allowed", "rejected", "websocket", "gorilla", worth=MEANT),
    Phrase("find connection header with token 'upgrade'", "protocol-mismatch", "websocket", "gorilla", worth=MEANT),
    Phrase("invalid http upgrade", "protocol-mismatch", "websocket", "starscream"),
    Phrase("did not receive a valid http response", "protocol-mismatch", "websocket", "websockets"),
    Phrase("did not receive a valid http request", "protocol-mismatch", "websocket", "websockets"),
    Phrase("invalid http response", "protocol-mismatch", "websocket"),
    Phrase("connection closed while reading http status line", "closed", "websocket", "websockets"),
    Phrase("missing connection header", "protocol-mismatch", "websocket", "websockets"),
    Phrase("missing upgrade header", "protocol-mismatch", "websocket", "websockets"),
    Phrase("invalid websocket frame", "protocol-mismatch", "websocket", "ws"),
    Phrase("invalid upgrade header", "protocol-mismatch", "websocket"),
    Phrase("invalidargumenterror: invalid connection header", "unknown", "http", "undici", worth=MEANT),
    Phrase("invalid connection header", "protocol-mismatch", "websocket"),
    Phrase("invalid websocket upgrade", "protocol-mismatch", "websocket"),
    Phrase("invalid sec-websocket-", "protocol-mismatch", "websocket"),
    Phrase("sec-websocket-accept header", "protocol-mismatch", "websocket"),
    Phrase("code: 'parser error'", "protocol-mismatch", "websocket", "socket.io-client", worth=MEANT),
    Phrase("unexpected response from server", "protocol-mismatch", "websocket", "socket.io-client"),
    Phrase(": bad status", "protocol-mismatch", "websocket", "go"),
    Phrase("websocket protocol violation: ", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("failed to read frame header: eof", "closed", "websocket", "go", worth=MEANT),
    Phrase("premature connection close", "closed", "", "mojo"),
    Phrase("inactivity timeout", "timed-out", "", "mojo"),
    Phrase("bad response start-line", "protocol-mismatch", "http", "mojo", worth=MEANT),
    Phrase("mismatch challenge/response", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("missing or bad upgrade", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("bad sec-websocket-accept", "protocol-mismatch", "websocket", "java", worth=MEANT),
    Phrase("response field missing: upgrade", "protocol-mismatch", "websocket", "java", worth=MEANT),
    Phrase("invalid challenge response", "protocol-mismatch", "websocket", "aiohttp"),
    Phrase("invalid websocket header", "protocol-mismatch", "websocket", "websocket-client"),
    Phrase("timed out while waiting for handshake response", "timed-out", "websocket", "websockets", worth=MEANT),
    # of both the time that connecting takes is a part
    Phrase("timed out during opening handshake", "timed-out", "", "websockets", worth=MEANT),
    Phrase("handshake has timed out", "timed-out", "", "ws", worth=MEANT),
    Phrase("websocket was closed before the connection was established", "closed", "websocket", "ws"),
    Phrase(
        "server sent a subprotocol but none was requested",
        "rejected",
        "websocket",
        "ws",
        {"websocket": "subprotocol"},
    ),
    Phrase("server sent no subprotocol", "rejected", "websocket", "ws", {"websocket": "subprotocol"}),
    Phrase("server sent an invalid subprotocol", "rejected", "websocket", "ws", {"websocket": "subprotocol"}),
    Phrase("no subprotocols supported", "rejected", "websocket", "websockets", {"websocket": "subprotocol"}),
    Phrase("no acceptable subprotocol", "rejected", "websocket", "", {"websocket": "subprotocol"}),
    Phrase("no close frame received or sent", "closed", "websocket", "websockets", {"close_code": 1006}),
    Phrase("; no close frame received", "closed", "websocket", "websockets"),
    Phrase("; no close frame sent", "closed", "websocket", "websockets"),
    Phrase("establishing a tunnel via proxy server failed", "proxy", "proxy", "chrome", worth=MEANT),
    Phrase("connection closed abnormally", "closed", "websocket", "", {"close_code": 1006}),
    Phrase("connection to remote host was lost", "closed", "websocket", "websocket-client"),
    Phrase(
        "the remote party closed the websocket connection without completing the close handshake",
        "closed",
        "websocket",
        "dotnet",
    ),
    Phrase("websocket: bad handshake", "protocol-mismatch", "websocket", "go"),
    Phrase("xhr poll error", "unknown", "http", "socket.io-client", worth=1),
    Phrase("websocket error", "unknown", "websocket", "", worth=1),
    Phrase("websocket is not open", "closed", "websocket", "ws"),
    Phrase("error: not opened", "closed", "websocket", "ws"),
    Phrase("websocket连接失败", "unknown", "websocket", "", worth=1),
    Phrase("websocket 连接失败", "unknown", "websocket", "", worth=1),
    Phrase("websocket连接打开失败", "unknown", "websocket", "", worth=1),
    Phrase("websocket连接错误", "unknown", "websocket", "", worth=1),
    Phrase("data before handshake", "protocol-mismatch", "websocket", "workerman", worth=MEANT),
    Phrase("failed to complete negotiation with the server", "unknown", "http", "signalr", worth=OPAQUE),
    Phrase("error during negotiation request", "unknown", "http", "signalr", worth=OPAQUE),
    Phrase("failed to start the connection", "unknown", "", "signalr", worth=OPAQUE),
    Phrase("websocketerror: websocket protocol error", "protocol-mismatch", "websocket", "rust"),
    Phrase("upgrade to websocket required", "protocol-mismatch", "websocket", worth=MEANT),
    Phrase("websocket proxy restarting", "closed", "websocket", "cloudflare", worth=MEANT),
    Phrase("tls support not compiled in", "tls-failed", "tls", "tungstenite", worth=MEANT),
    Phrase("tls received on a clear channel", "protocol-mismatch", "tls", worth=MEANT),
    Phrase("upgrade required", "protocol-mismatch", "websocket", "", {"http_status": 426}),
    Phrase('can "upgrade" only to "websocket"', "protocol-mismatch", "websocket", "server"),
    Phrase("upgrade != websocket", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("not using the websocket protocol", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("'upgrade' token not found in", "protocol-mismatch", "websocket", "go", worth=MEANT),
    Phrase("connection and upgrade headers required", "protocol-mismatch", "websocket", "em-websocket", worth=MEANT),
    Phrase("request origin not allowed", "rejected", "websocket", "actioncable", worth=MEANT + 1),
    Phrase("http_upgrade: websocket)", "rejected", "websocket", "actioncable"),
    Phrase("failed to upgrade to websocket", "protocol-mismatch", "websocket", "actioncable", worth=2),
    Phrase("handshake timed out", "timed-out", "service", "", worth=2),
    Phrase("open packet not returned by server", "protocol-mismatch", "websocket", "socket.io-client", worth=MEANT),
    Phrase("unexpected status code 4", "rejected", "http", "socket.io-client", worth=2),
    Phrase("was not upgraded to websocket", "protocol-mismatch", "websocket", "dart", worth=MEANT),
    Phrase("not a websocket handshake", "protocol-mismatch", "websocket", "server"),
    Phrase("failed to open a websocket connection", "protocol-mismatch", "websocket", "server"),
)

CLOSE: dict[int, ErrorClass] = {
    1001: "closed", 1002: "protocol-mismatch", 1003: "rejected", 1005: "closed", 1006: "closed", 1007: "protocol-mismatch",
    1008: "rejected", 1009: "rejected", 1010: "rejected", 1011: "closed", 1012: "closed", 1013: "rejected",
    1014: "rejected", 1015: "tls-failed",
    4004: "rejected", 4013: "rejected", 4014: "rejected",
    4400: "rejected", 4401: "rejected", 4403: "rejected", 4408: "timed-out", 4409: "rejected", 4429: "rejected",
}  # fmt: skip
"""RFC 6455, section 7.4.1, and of the codes left to applications those that many share: Discord's for who may not come in,
and those of GraphQL over WebSocket (graphql-ws, PROTOCOL.md)."""
_CLOSE = pattern(
    r"(?i)(?:close|closed|code|received|sent|failing the websocket)[^\d\n]{0,40}\b(1(?:0\d\d)|4[04]\d\d)\b"
)
_ASKED_FOR = pattern(r"\bWebSocket connection to '(wss?)://(\w[\w.-]{0,252})(?::(\d{1,5}))?/")
"The target, as Chromium's console names it."
NEVER_OPEN = ("unable to connect", "failed to connect", "could not connect", "cannot connect")
"Some clients close with 1006 what never came about, and say so."


def read(line: str) -> Iterator[Reading]:
    """Statuses in place of 101, sentences, and close codes."""
    for form, client in STATUS:
        match = form.search(line)
        if match is None:
            continue
        status = int(next(group for group in match.groups() if group))
        if status == 101 and not client:
            continue
        kind, step = of_upgrade(status)
        scheme, host, port = _named_by_a_browser(line)
        yield Reading(
            kind=kind, worth=MEANT, client=client, step=step, code={"http_status": status}, scheme=scheme, host=host,
            port=port, at=match.start(),
        )  # fmt: skip
        break
    opening = "opening handshake" in line.lower()
    for one in phrases(SAID, line):
        if not (opening and one.step == "service"):  # connecting is a part of that
            yield one
    if any(word in line.lower() for word in ("websocket", "close", "disconnected code")):
        for match in _CLOSE.finditer(line):
            number = int(match[1])
            if number == 1006 and any(words in line.lower() for words in NEVER_OPEN):
                yield Reading(
                    kind="unknown", worth=OPAQUE, step="websocket", code={"close_code": 1006}, at=match.start()
                )
            elif number in CLOSE:
                yield Reading(
                    kind=CLOSE[number], worth=WORDS if number in (1005, 1006) else CODE,
                    step="tls" if number == 1015 else "websocket",
                    code={"close_code": number}, at=match.start(),
                )  # fmt: skip


def _named_by_a_browser(line: str) -> tuple[str, str, int]:
    """Scheme, host and port of the target; empty and 0 where the line does not begin as a browser's does."""
    named = _ASKED_FOR.search(line)
    if named is None:
        return "", "", 0
    return named[1], named[2], min(int(named[3] or DEFAULT_PORT[named[1]] or 0), 65535)
