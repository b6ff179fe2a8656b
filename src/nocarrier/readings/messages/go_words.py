"""Go: the sentences of crypto/tls, net/textproto and of its packages for HTTP (fasthttp) and WebSocket (gorilla, coder), where no address stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS: tuple[str, ...] = ()

GO = "go"
SAID = (
    # crypto/tls
    Phrase("tls: oversized record received", "protocol-mismatch", "tls", GO, worth=MEANT),
    Phrase("tls: unexpected message", "tls-failed", "tls", GO, worth=MEANT),
    Phrase("tls: no cipher suite supported", "tls-failed", "tls", GO, worth=MEANT),
    Phrase("tls: client didn't provide a certificate", "tls-failed", "tls", GO, worth=MEANT),
    Phrase("tls: client offered only unsupported versions", "tls-failed", "tls", GO, worth=MEANT),
    Phrase("tls: received unexpected handshake message", "tls-failed", "tls", GO, worth=MEANT),
    Phrase("tls: server's certificate contains an unsupported", "tls-failed", "tls", GO, worth=MEANT),
    Phrase("tls: unsupported certificate", "tls-failed", "tls", GO, worth=MEANT),
    # net/http
    Phrase("malformed mime header", "protocol-mismatch", "http", GO, worth=MEANT),
    Phrase("http: closeidleconnections called", "closed", "http", GO),
    Phrase("stopped after 10 redirects", "rejected", "http", GO, worth=MEANT),
    # fasthttp
    Phrase("fasthttp: timeout", "timed-out", "http", GO, worth=MEANT),
    Phrase("whitespace in the first line of response", "protocol-mismatch", "http", GO, worth=MEANT),
    Phrase("unexpected char at the end of status code", "protocol-mismatch", "http", GO, worth=MEANT),
    Phrase("couldn't find dns entries for the given domain", "name-not-resolved", "name", GO, worth=MEANT),
    Phrase("no free connections available to host", "resource-limit", "http", GO, worth=MEANT),
    # gorilla/websocket's checks of frames
    Phrase("websocket: bad opcode", "protocol-mismatch", "websocket", GO, worth=MEANT),
    Phrase("websocket: rsv1 set", "protocol-mismatch", "websocket", GO, worth=MEANT),
    Phrase("websocket: bad mask", "protocol-mismatch", "websocket", GO, worth=MEANT),
    Phrase("websocket: invalid utf8 payload", "protocol-mismatch", "websocket", GO, worth=MEANT),
    Phrase("websocket: read limit exceeded", "closed", "websocket", GO, worth=MEANT),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
