"""What the peer did with a connection that was made: answered, kept silent, or hung up."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

STEPS = {"tls": "tls", "http": "http", "websocket": "websocket", "": "tcp"}
"Protocol → the step of the contract at which its first bytes are exchanged; every other one is a ``service``."


class TurnedAway(Record, kw_only=True):
    """The server's own word that it takes no more connections, or none from here.

    ``code`` is the protocol's: a SQLSTATE, a number of MySQL, the reply code of SMTP; ``text`` what it said, without
    control characters, at most 200 letters.
    """

    protocol: str
    code: str
    text: str = ""


class FirstAnswer(Facts, kw_only=True):
    """One connection to the first address that took one, and what came over it.

    ``protocol`` is a word of `facts.services.PROTOCOL`; empty: the target names none, and only whether the peer hangs
    up at once was waited for. ``asked``: a first message was sent; else the server is the one to speak. ``size`` is the
    number of bytes that came, whatever they say. ``closed``: the peer ended the connection before any byte, with
    ``errno`` (``ECONNRESET``) where it was a reset. ``expired``: nothing at all came within ``waited_ms``. Where the
    connection itself could not be made again, ``connected`` is false and ``errno`` and ``expired`` tell of that.
    """

    address: str
    port: int
    protocol: str = ""
    asked: bool = False
    connected: bool = True
    errno: str = ""
    expired: bool = False
    closed: bool = False
    waited_ms: float = 0.0
    size: int = 0
    turned_away: TurnedAway | None = None
    local_address: str = ""
    local_port: int = 0

    @property
    def step(self) -> str:
        """The step of the contract that this is."""
        return STEPS.get(self.protocol, "service") if self.connected else "tcp"

    @property
    def loopback(self) -> bool:
        """The address is this machine's own by its form."""
        return self.address.startswith("127.") or self.address == "::1"

    @property
    def silent(self) -> bool:
        """The connection stands, an answer was due, and nothing came."""
        return self.connected and self.expired and bool(self.protocol)

    @property
    def unmade(self) -> bool:
        """The first connection was made, and this one got no answer."""
        return not self.connected and self.expired

    @property
    def hung_up(self) -> bool:
        """The peer ended the connection before it said anything."""
        return self.connected and not self.size and (self.closed or bool(self.errno))

    @property
    def fine(self) -> bool:
        """Nothing that was seen speaks against this connection.

        A listener that is gone after the first connection (``nc -l``) has done what it was to do.
        """
        gone = not self.connected and self.errno == "ECONNREFUSED"
        return gone or (self.connected and not (self.silent or self.hung_up or self.turned_away))
