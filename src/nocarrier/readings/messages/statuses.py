"""What an HTTP status means to a client that wanted something else (RFC 9110, section 15; RFC 6455, section 4.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.readings.messages.reading import ErrorClass, Reading

if TYPE_CHECKING:
    import re

Meaning = Callable[[int], tuple[ErrorClass, str] | None]
"From a status to the class and the step that it means; None where it is no failure."

NO_UPGRADE = frozenset({400, 404, 405, 426, 501})
"Statuses with which a server that knows nothing of WebSocket answers a handshake: those of `facts.exchange`, which takes too long to load here."

ORIGIN_TLS = frozenset({525, 526})
"Cloudflare's: TLS to the server behind it failed, or its certificate was not taken."

SAYS_NO = frozenset({400, 404})
"Of these, what a text reports as a no to the request, for it was asked for something that is not there, or not so."


OF_THE_WAY = frozenset({407, 408, 421, 426, 429, 502, 503, 504, 511, *range(520, 531)})
"Statuses with which something on the way answers, or a server that cannot serve: not what it was asked for is wrong."


def of_upgrade(status: int) -> tuple[ErrorClass, str]:
    """The class and step of a WebSocket handshake that was answered with this status in place of 101.

    A probe sees whether the answer is one of somebody who knows nothing of WebSocket; in a text 400 and 404 are a no to the request.
    """
    if status == 407:
        return "proxy", "proxy"
    if status in SAYS_NO or (status >= 300 and status not in NO_UPGRADE):
        return "rejected", "websocket"
    return "protocol-mismatch", "websocket"


def of_request(status: int) -> tuple[ErrorClass, str] | None:
    """The class and step of an ordinary request; None for a status that is no failure."""
    if status == 407:
        return "proxy", "proxy"
    if status == 426:
        return "protocol-mismatch", "http"
    if status in ORIGIN_TLS:
        return "tls-failed", "tls"
    return ("rejected", "http") if 400 <= status < 600 else None


def answered(
    found: re.Match[str] | None, meaning: Meaning, worth: int, *,
    client: str = "", scheme: str = "", host: str = "", port: int = 0,
) -> Iterator[Reading]:  # fmt: skip
    """What a status says that stands in one of the groups of a match, and nothing where none was found or it is no failure."""
    if found is None:
        return
    status = int(next(group for group in found.groups() if group))
    meant = meaning(status)
    if meant is not None:
        kind, step = meant
        yield Reading(
            kind=kind, worth=worth, client=client, step=step, code={"http_status": status}, scheme=scheme, host=host,
            port=port, at=found.start(),
        )  # fmt: skip
