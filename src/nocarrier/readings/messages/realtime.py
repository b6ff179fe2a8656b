"""Libraries that keep a line open over WebSocket or by polling: Socket.IO, SignalR, SockJS, STOMP, Pusher, WebRTC."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, WORDS, ErrorClass, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "connection failure",
    "tag: 'failure'",
    "transport=websocket",
    "transport close",
    "ping timeout",
    "pushererror",
    '"description":',
    "description: ",
    "java.io.ioexception: 4",
    "java.io.ioexception: 5",
)

UNSAID = say("The library keeps the reason; the browser's console, or the server's log, has it.")

SAID = (
    Phrase("sse error: non-200 status code (2", "protocol-mismatch", "http", "eventsource", worth=MEANT),
    Phrase("connection to server temporarily unavailable", "unknown", "websocket", "ably", worth=OPAQUE),
    Phrase("all transports failed", "unknown", "", "sockjs", worth=OPAQUE, open=UNSAID),
    Phrase("any of the available transports", "unknown", "", "signalr", worth=OPAQUE, open=UNSAID),
    Phrase("no transport could be initialized", "unknown", "", "signalr", worth=OPAQUE, open=UNSAID),
    Phrase("there was an error with the transport", "unknown", "websocket", "signalr", worth=OPAQUE, open=UNSAID),
    Phrase("failed to start the transport", "unknown", "websocket", "signalr", worth=OPAQUE, open=UNSAID),
    Phrase("error during start request", "unknown", "http", "signalr", worth=OPAQUE, open=UNSAID),
    Phrase("without receiving a message from the server", "timed-out", "hold", "signalr", worth=MEANT),
    Phrase("error: invalid namespace", "rejected", "websocket", "socket.io"),
    Phrase("session id unknown", "rejected", "http", "engine.io", worth=MEANT),
    Phrase('"transport unknown"', "rejected", "http", "engine.io", worth=MEANT),
    Phrase('"bad handshake method"', "rejected", "http", "engine.io", worth=MEANT),
    Phrase('"unsupported protocol version"', "rejected", "http", "engine.io", worth=MEANT),
    Phrase(
        "trying to reach a socket.io server in v", "protocol-mismatch", "websocket", "socket.io-client", worth=MEANT
    ),
    Phrase("is not in the 'connected' state", "closed", "websocket", "signalr", worth=MEANT),
    Phrase("lost connection to the server", "closed", "", ""),
    Phrase("you have a connection issue or the server is down", "unknown", "", "n8n", worth=OPAQUE, open=UNSAID),
    Phrase("no active connection to server", "unknown", "", "n8n", worth=OPAQUE, open=UNSAID),
    Phrase("xhr post error", "unknown", "http", "socket.io-client", worth=OPAQUE, open=UNSAID),
    Phrase("'connection' header value is not", "protocol-mismatch", "websocket", "chromium", worth=MEANT),
    Phrase("'upgrade' header value is not", "protocol-mismatch", "websocket", "chromium", worth=MEANT),
    Phrase("received a broken close frame", "protocol-mismatch", "websocket", "chromium", worth=MEANT),
    Phrase("unsupported upgrade request", "rejected", "websocket", "uvicorn", worth=MEANT),
    Phrase("no supported websocket library detected", "rejected", "websocket", "uvicorn", worth=MEANT),
    Phrase("goaway closed ", "closed", "http", "grpc", worth=MEANT),
    Phrase("received goaway", "closed", "http", "grpc", worth=MEANT),
    Phrase("stomp.protocolexception: allready connected", "rejected", "service", "stomp", worth=MEANT),
    Phrase("\"access refused for user '", "rejected", "service", "stomp", worth=MEANT),
    Phrase("connection to broker closed", "closed", "service", "stomp", worth=MEANT),
    Phrase("error: connection terminated", "closed", "websocket", ""),
    Phrase("error: connection was lost", "closed", "websocket", ""),
    Phrase("stream errored out", "closed", "websocket", "baileys", worth=MEANT),
    Phrase("stream errored (conflict)", "rejected", "websocket", "baileys", worth=MEANT),
    Phrase("stream errored (", "closed", "websocket", "baileys"),
    Phrase("improper token", "rejected", "websocket", "discord.js"),
    Phrase("[disallowed_intents]", "rejected", "websocket", "discord.js", worth=MEANT),
    Phrase("used disallowed intents", "rejected", "websocket", "discord.js", worth=MEANT),
    Phrase("an invalid token was provided", "rejected", "http", "discord.js"),
    Phrase("login authentication failed", "rejected", "service", "tmi.js"),
    Phrase("efatal", "unknown", "", "telegram", worth=OPAQUE, open=UNSAID),
    Phrase("transport closed", "closed", "websocket", "centrifuge"),
    Phrase("connection.droppederror", "closed", "", "jitsi", worth=MEANT),
    Phrase("connection.othererror", "unknown", "", "jitsi", worth=OPAQUE, open=UNSAID),
    Phrase("error sent from gateway in hangup", "unknown", "", "twilio", worth=OPAQUE, open=UNSAID),
    Phrase("accesstokeninvalid", "rejected", "service", "twilio", worth=MEANT),
    Phrase("accesstokenexpired", "rejected", "service", "twilio", worth=MEANT),
    Phrase("seat reservation expired", "rejected", "service", "colyseus", worth=MEANT),
    Phrase("baileyserror: close", "closed", "websocket", "baileys"),
    Phrase("websocket read eof", "closed", "websocket", "", worth=MEANT),
    Phrase("wasn't received from the server before the timeout", "timed-out", "hold", "slack", worth=MEANT),
    Phrase("zombie connection", "timed-out", "hold", "discord.js", worth=MEANT),
    Phrase("possible network error occurred", "unknown", "", "discord.js", worth=OPAQUE, open=UNSAID),
    Phrase("ice failed, ", "unknown", "", "webrtc", worth=OPAQUE, open=UNSAID),
    Phrase("iceconnectionstate: failed", "unknown", "", "webrtc", worth=OPAQUE, open=UNSAID),
    Phrase("ice connection state: failed", "unknown", "", "webrtc", worth=OPAQUE, open=UNSAID),
    Phrase("ice connection failed", "unknown", "", "webrtc", worth=OPAQUE, open=UNSAID),
    Phrase("[webpack-dev-server] disconnected!", "closed", "websocket", "webpack"),
    Phrase("[wds] disconnected!", "closed", "websocket", "webpack"),
    Phrase("[webpack-dev-server] event", "unknown", "websocket", "webpack", worth=OPAQUE, open=UNSAID),
    Phrase("[vite] server connection lost", "closed", "websocket", "vite", worth=WORDS),
)

_POLLED = pattern(
    r"(?i)(?:poll error|socket error|transporterror|connect_error).{0,200}?\bdescription['\"]?: ?([45]\d\d)\b|\bjava\.io\.IOException: ([45]\d\d)$"
)
"Engine.IO's client, in JavaScript and in Java: what the server answered to a request."
_TURNED_AWAY = pattern(
    r"(?i)(?=.{0,300}connection failure)\b(?:status|reason|code)['\"]?: ?['\"]?(4\d\d)\b|\bconnection closed\b.{0,80}?\b(?:status|reason|code)['\"]?: ?['\"]?(40[1-5])\b"
    r"|\btag: 'failure', attrs: \{ reason: '(4\d\d)'|\"stream:error\",\"attrs\":\{\"code\":\"(4\d\d)\""
)
"WhatsApp's answer to a client that it does not take, as Baileys prints it."
_LOGGED = pattern(r"(?i)\btransport=websockets?\b[^\" ]{0,512} HTTP/[\d.]{1,3}\" (4\d\d)\b")
"A server's log of the requests that it answered: one for a WebSocket."
_LOST = pattern(r"(?i)(?:disconnect|socket|reason).{0,60}?\b(transport close|ping timeout)\b")
"Socket.IO's reasons for a disconnect."
_PUSHER = pattern(r'"PusherError".{0,60}?"code":(4\d{3})\b')
"Pusher's codes: 4000 to 4099 refuse, 4100 to 4199 ask to come back, the others ask to come again at once."
_UNANSWERED = 4201
"Of the last the one for a ping that no pong came to."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and what a server answered."""
    yield from phrases(SAID, line)
    polled = _POLLED.search(line)
    if polled is not None:
        yield Reading(
            kind="rejected", worth=MEANT, client="socket.io-client", step="http", code={"http_status": int(polled[1] or polled[2])},
            at=polled.start(),
        )  # fmt: skip
    yield from answered(_TURNED_AWAY.search(line), of_request, MEANT, client="baileys")
    logged = _LOGGED.search(line)
    if logged is not None:
        yield Reading(
            kind="rejected", worth=MEANT, step="websocket", code={"http_status": int(logged[1])}, at=logged.start(1)
        )
    lost = _LOST.search(line)
    if lost is not None:
        kind: ErrorClass = "timed-out" if lost[1].lower() == "ping timeout" else "closed"
        yield Reading(kind=kind, worth=WORDS, client="socket.io", step="hold", at=lost.start())
    pusher = _PUSHER.search(line)
    if pusher is not None:
        yield Reading(
            kind=_of_pusher(int(pusher[1])), worth=CODE, client="pusher", step="websocket",
            code={"pusher": int(pusher[1])}, at=pusher.start(),
        )  # fmt: skip


def _of_pusher(code: int) -> ErrorClass:
    if code == _UNANSWERED:
        return "timed-out"
    return "rejected" if code < 4200 else "closed"
