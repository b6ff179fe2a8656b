"""What an HTTP status means to a client that wanted something else (RFC 9110, section 15; RFC 6455, section 4.1)."""

from __future__ import annotations

from nocarrier.readings.messages.reading import ErrorClass

NO_UPGRADE = frozenset({400, 404, 405, 426, 501})
"Statuses with which a server that knows nothing of WebSocket answers a handshake: those of `facts.exchange`, which takes too long to load here."


def of_upgrade(status: int) -> tuple[ErrorClass, str]:
    """The class and step of a WebSocket handshake that was answered with this status in place of 101."""
    if status == 407:
        return "proxy", "proxy"
    if status >= 300 and status not in NO_UPGRADE:
        return "rejected", "websocket"
    return "protocol-mismatch", "websocket"


def of_request(status: int) -> tuple[ErrorClass, str] | None:
    """The class and step of an ordinary request; None for a status that is no failure."""
    if status == 407:
        return "proxy", "proxy"
    if status == 426:
        return "protocol-mismatch", "http"
    return ("rejected", "http") if 400 <= status < 600 else None
