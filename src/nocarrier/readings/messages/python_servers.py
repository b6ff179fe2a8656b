"""Servers written in Python, as their logs tell of connections: gunicorn, uvicorn, Django's and Flask's own, Tornado, Channels, Starlette, Socket.IO; Home Assistant."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, Reading
from nocarrier.readings.messages.statuses import answered, of_request, of_upgrade

STEMS = (
    "] 401 ", "] 403 ", "] 500 ", "] 502 ", "] 503 ", "] 504 ", "] 599 ", "websocketdisconnect", "not ready yet",
)  # fmt: skip

NOT_YET = say("Home Assistant tries again by itself; its log has the reason where the integration gives one.")
SAID = (
    Phrase("bad http request line: b'proxy tcp", "protocol-mismatch", "http", "mitmproxy", worth=MEANT),
    Phrase("worker timeout (pid:", "timed-out", "http", "gunicorn", worth=WORDS),
    Phrase("socket error processing request", "unknown", "", "gunicorn", worth=OPAQUE),
    Phrase("ignoring epipe", "closed", "http", "gunicorn"),
    # Odoo: where a proxy sends what is for its second port to the first, and its client of any error
    Phrase("bus.bus unavailable", "unknown", "", "odoo", worth=OPAQUE),
    Phrase("something happened while trying to contact the server", "unknown", "", "odoo", worth=OPAQUE),
    # uWSGI: who listens says that its queue is full, and takes the first bytes of HTTP or TLS for a length
    Phrase("ioerror: write error", "closed", "http", "uwsgi", worth=WORDS),
    Phrase("oserror: write error", "closed", "http", "uwsgi", worth=WORDS),
    Phrase("writing to a closed pipe/socket/fd", "closed", "http", "uwsgi", worth=MEANT),
    Phrase(": broken pipe [core/", "closed", "http", "uwsgi", {"errno": "EPIPE"}, MEANT),
    Phrase(": broken pipe [proto/", "closed", "http", "uwsgi", {"errno": "EPIPE"}, MEANT),
    Phrase(": broken pipe [plugins/", "closed", "http", "uwsgi", {"errno": "EPIPE"}, MEANT),
    Phrase("invalid request block size: ", "protocol-mismatch", "service", "uwsgi", worth=MEANT),
    Phrase("uwsgi listen queue of socket", "resource-limit", "tcp", "uwsgi", worth=MEANT),
    Phrase("cannot find empty port in range: ", "address-in-use", "tcp", "gradio", {"errno": "EADDRINUSE"}, MEANT),
    Phrase("invalid http request received", "protocol-mismatch", "http", "uvicorn", worth=MEANT),
    Phrase("utils.clientdisconnected", "closed", "", "uvicorn"),
    Phrase("requests.clientdisconnect", "closed", "http", "starlette"),
    Phrase("can't send data when our state is error", "closed", "http", "h11", worth=MEANT),
    Phrase("development server over https, but it only supports http", "protocol-mismatch", "http", "django", worth=MEANT),
    Phrase("code 400, message bad ", "protocol-mismatch", "http", "python", worth=MEANT),
    Phrase("broken pipe from ('", "closed", "http", "django", worth=MEANT),
    Phrase("no route found for path '", "rejected", "websocket", "channels", worth=MEANT),
    Phrase("websocket reject /", "rejected", "websocket", "channels", worth=MEANT),
    Phrase("is not an accepted origin", "rejected", "websocket", "engine.io", worth=MEANT),
    Phrase("unsupported version of the socket.io or engine.io", "protocol-mismatch", "websocket", "engine.io", worth=MEANT),
    Phrase("once a close message has been sent", "closed", "websocket", "starlette", worth=WORDS),
    # Tuya's devices, by TinyTuya's own numbers
    Phrase("unexpected payload from device", "protocol-mismatch", "service", "tinytuya", worth=MEANT),
    Phrase("check device key or version", "rejected", "service", "tinytuya", worth=MEANT),
    Phrase("integration could not authenticate", "rejected", "service", "home-assistant", worth=MEANT),
    Phrase("http integration is not set-up for reverse proxies", "rejected", "http", "home-assistant", {"http_status": 400}, MEANT),
    Phrase("header from an untrusted proxy", "rejected", "http", "home-assistant", {"http_status": 400}, MEANT),
    Phrase("did not receive auth message within", "timed-out", "websocket", "home-assistant", worth=MEANT),
    Phrase("couldn't authenticate websocket connection", "rejected", "websocket", "jupyter", worth=MEANT),
)  # fmt: skip

_ACCESS = pattern(
    r"^\[[WE] [^\]\n]{1,80}\] (40[13]|50[0-4]|599) (?:GET|POST|PUT|PATCH|DELETE) (?:(/\S{0,400}/channels\?)|/)"
)
"""Tornado's log of requests, as Jupyter prints it: of those that it warns of, the ones that were turned away, and those for
a kernel's WebSocket."""
_CLOSED = pattern(r"\bWebSocketDisconnect(?:: \(?|\(code=)(1\d{3})\b")
"Starlette: the code with which the browser closed."
_NOT_YET = pattern(r"\bnot ready yet(?:: ([^;\n]{0,400}?))?[;,.]? ?Retrying in")


def read(line: str) -> Iterator[Reading]:
    """Sentences, statuses and codes."""
    yield from phrases(SAID, line)
    asked = _ACCESS.search(line)
    yield from answered(asked, of_upgrade if asked and asked[2] else of_request, SENTENCE, client="tornado")
    closed = _CLOSED.search(line)
    if closed is not None and closed[1] != "1000":
        code: dict[str, str | int] = {"close_code": int(closed[1])}
        yield Reading(kind="closed", worth=CODE, client="starlette", step="websocket", code=code, at=closed.start())
    waits = _NOT_YET.search(line)
    if waits is not None:
        why = (waits[1] or "").lower()
        late = "timed out" in why or "timeout" in why
        yield Reading(
            kind="timed-out" if late else "unknown", worth=SENTENCE if late else OPAQUE, client="home-assistant", open=NOT_YET,
            at=waits.start(),
        )  # fmt: skip
