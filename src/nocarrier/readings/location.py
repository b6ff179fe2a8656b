"""Where a redirect leads: a ``Location`` header read against the URL that was asked (RFC 9110, section 10.2.2).

It is a stranger's text. Only a plain ``http``, ``https``, ``ws`` or ``wss`` address comes out, bounded; a user that stands
in it is left out, for nobody is to log in on a stranger's word (RFC 9110, section 4.2.4).
"""

from __future__ import annotations

from nocarrier.model.record import Record, replace
from nocarrier.model.target import bracketed, endpoint

LONGEST = 1024
LONGEST_SHOWN = 40
"Letters of a path that a sentence holds; what is to be pasted holds all of it."
PORTS = {"ws": 80, "wss": 443}
SCHEMES = {"http": "ws", "https": "wss", "ws": "ws", "wss": "wss"}
"What a WebSocket client dials for it (RFC 6455, section 3)."


class Place(Record):
    """An address as a WebSocket client takes it; ``path`` with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The whole address; a scheme's own port is left out."""
        if self.port == PORTS[self.scheme]:
            host = bracketed(self.host)
            return f"{self.scheme}://{host}{self.path}"
        return f"{self.scheme}://{endpoint(self.host, self.port)}{self.path}"

    @property
    def shown(self) -> str:
        """The same for a sentence: the query of a login page has no place there."""
        path, mark, _ = self.path.partition("?")
        cut = path if len(path) <= LONGEST_SHOWN else f"{path[: LONGEST_SHOWN - 1]}…"
        return f"{replace(self, path=cut).url}{'?…' if mark else ''}"


def place(location: str, asked: Place) -> Place | None:
    """The place that a redirect names; None for what is no address of the web."""
    from urllib.parse import urljoin, urlsplit

    location = location.strip()
    if not location or len(location) > LONGEST or not location.isascii() or not location.isprintable():
        return None
    base = f"{'https' if asked.scheme == 'wss' else 'http'}://{endpoint(asked.host, asked.port)}{asked.path or '/'}"
    try:
        parts = urlsplit(urljoin(base, location) if "://" not in location[:8] else location)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    scheme = SCHEMES.get(parts.scheme.lower(), "")
    if not scheme or not host or any(letter in host for letter in "%<>\"' \\"):
        return None
    path = parts.path or "/"
    return Place(scheme, host, port or PORTS[scheme], f"{path}?{parts.query}" if parts.query else path)
