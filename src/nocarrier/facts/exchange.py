"""What the client's own attempt came to after TCP: what it said, and how the peer answered, kept silent, or hung up."""

from __future__ import annotations

from nocarrier.facts.private import is_loopback
from nocarrier.model.annotations import ClassVar, Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record
from nocarrier.model.target import endpoint

MOST_OF_HTTP = 8192
"Bytes that are taken of an answer of HTTP: a head that is longer has no end here, and yet it is an answer."
STEPS = {"tls": "tls", "http": "http", "http2": "http", "grpc": "http", "websocket": "websocket", "": "tcp"}
"Protocol → the step of the contract at which its first bytes are exchanged; every other one is a ``service``."
OF_THE_WAY = frozenset({407, 421, 429, 502, 503, 504, 511, *range(520, 528), 530})
"""Statuses that say that the request got no answer of whom it was meant for: a proxy wants credentials, another host is
meant, too many requests, nobody behind the gateway (52x and 530 are those of CDNs), a network that wants a login."""
DOUBTFUL = frozenset({400, 403})
"Statuses that an application gives, and so does who stands before it and takes the name or the client amiss."
NO_UPGRADE = frozenset({400, 404, 405, 426, 501})
"Statuses with which a server that knows nothing of WebSocket, here, answers a handshake; and any of success."


Untried = Literal["", "user", "login", "password"]
"""``user``: PostgreSQL was told of a user that nobody meant, for the target names none, and lets that one in from nowhere here;
others it may. ``login``: the server wants one first. ``password``: the target has one."""
OTHER_NAME = (62, 64)
"X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH (x509_vfy.h)."


class TurnedAway(Record, kw_only=True):
    """The server's own word that it takes no more connections, or none from here.

    ``code`` is the protocol's: a SQLSTATE, a number of MySQL, the reply code of SMTP, the close code of a WebSocket that it
    closes as soon as it has accepted it; ``text`` what it said, without control characters, at most 200 letters.
    ``forbidden``: its settings do not let this client in, however few there are; ``seen_as`` is what it then calls the
    client, an address or a name, where it says so.
    """

    protocol: str
    code: str
    text: str = ""
    forbidden: bool = False
    seen_as: str = ""


class Certificate(Record, kw_only=True):
    """What a server's certificate says of itself.

    ``subject`` and ``issuer`` are the common names (or the organisations) of whom it is for and who signed it, ``names``
    those that it is good for: DNS names, which may begin with ``*.``, and addresses; ``DNS:127.0.0.1`` is an address in a
    field for names, and good for nobody. Dates are of UTC,
    ``2026-11-30 02:15:00``. ``self_issued``: both are the same, so it is mostly signed by itself (RFC 5280, section 3.2).
    ``issuer_at`` is the URL at which its issuer's own is to be had, by its own word. ``more`` names are not kept.
    """

    subject: str = ""
    issuer: str = ""
    names: tuple[str, ...] = ()
    not_before: str = ""
    not_after: str = ""
    self_issued: bool = False
    issuer_at: str = ""
    more: int = 0

    def is_for(self, name: str) -> bool:
        """It names this host: an address as it is, a name whatever its case, ``*`` for the first label (RFC 9525, section 6.3)."""
        asked = name.lower().removesuffix(".")
        below = asked.partition(".")[2]
        return any(own == asked or (bool(below) and own == f"*.{below}") for own in map(str.lower, self.names))


class TlsHandshake(Record, kw_only=True):
    """The client's handshake of TLS.

    ``done``: it was completed, the certificate included; ``version`` and ``cipher`` were agreed on. Otherwise ``version`` is
    what the server chose, where it came so far (1.2 stands for 1.3, too), and ``end`` says how it ended (a word of `machines.End`),
    ``alert`` is the name of the peer's alert, ``reason`` OpenSSL's symbol, ``verify_code`` its X509_V_ERR number and
    ``verify_error`` its words where the certificate did not hold. ``answered``: the peer sent a byte; ``plain``: its
    first ones are no record of TLS (RFC 8446, section 5.1). Where the certificates did not hold, ``chain`` of them came
    that differ, of which ``linked`` hang together: the server's own, that of its issuer, and so on; ``certificate`` is
    what the server's own says of itself, and ``first_to_end`` the one of them whose time is over first.
    """

    done: bool
    end: str = ""
    version: str = ""
    cipher: str = ""
    alpn: str = ""
    server_name: str = ""
    verify_code: int = 0
    verify_error: str = ""
    alert: str = ""
    reason: str = ""
    answered: bool = False
    plain: bool = False
    chain: int = 0
    linked: int = 0
    certificate: Certificate | None = None
    first_to_end: Certificate | None = None
    took_ms: float = 0.0

    @property
    def of_others(self) -> bool:
        """Who answers is not of the name that was asked for, by its certificate or by its word."""
        return self.verify_code in OTHER_NAME or self.alert == "unrecognized_name"


class HttpReply(Record, kw_only=True):
    """One answer of HTTP/1. ``whole``: its head came to the end; ``cut``: the peer ended before all of it had come.

    Names of ``headers`` are in lower case; values of cookies and credentials are hidden. ``body`` is its beginning.
    """

    version: str
    status: int
    reason: str = ""
    headers: dict[str, str]
    body: str = ""
    whole: bool = True
    cut: bool = False

    def header(self, name: str) -> str:
        """The value of a field; empty where there is none."""
        return self.headers.get(name, "")


class Exchange(Facts, kw_only=True):
    """What came over one connection to the first address that took one.

    ``beyond`` is ``host:port`` of the target where it is a proxy that has the address, and passed on what was said.
    ``protocol`` is what the client speaks, a word of `facts.services.SHOWN` (inside TLS where ``tls`` is there); empty:
    the target names none, and only whether the peer hangs up at once was waited for. ``asked``: a first message was
    sent; else the server is the one to speak. ``size`` is the number of bytes that came, whatever they say. ``closed``:
    the peer ended the connection before any byte, with ``errno`` (``ECONNRESET``) where it was a reset. ``expired``:
    nothing at all came within ``waited_ms``. Where the connection itself could not be made (again), ``connected`` is
    false and ``errno`` and ``expired`` tell of that.

    ``spoke`` is the protocol that what came was recognised as (`wire/first_bytes.py`), ``sure`` where no other one looks
    like it, ``excerpt`` its first letters; ``foreign``: it is not what the client's protocol allows. ``broken`` are the
    rules of RFC 6455, section 4.1, that an answer with status 101 breaks (`wire/websocket.py: faults`), and ``accept`` is
    the Sec-WebSocket-Accept that would have been right. ``origin``, ``subprotocols`` and ``version`` are what the
    handshake said. ``untried`` is what a client would still have to pass, and this one did not try: see `Untried`.
    """

    after_connecting: ClassVar[bool] = True

    address: str
    port: int
    beyond: str = ""
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
    tls: TlsHandshake | None = None
    http: HttpReply | None = None
    spoke: str = ""
    sure: bool = False
    foreign: bool = False
    excerpt: str = ""
    broken: tuple[str, ...] = ()
    origin: str = ""
    subprotocols: tuple[str, ...] = ()
    version: str = ""
    accept: str = ""
    untried: Untried = ""

    @property
    def there(self) -> str:
        """Who was spoken to: ``10.20.0.5:8080``, or ``shop.example:8080`` behind a proxy."""
        return self.beyond or endpoint(self.address, self.port)

    @property
    def step(self) -> str:
        """The step of the contract that this is, or at which it ended."""
        if not self.connected:
            return "tcp"
        if self.tls is not None and not self.tls.done:
            return "tls"
        if self.http is not None and self.http.status == 407:
            return "proxy"
        return STEPS.get(self.protocol, "service") if self.protocol or not self.foreign else "service"

    @property
    def loopback(self) -> bool:
        """The address is this machine's own by its form."""
        return is_loopback(self.address)

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
    def forbidden(self) -> bool:
        """The server's settings do not let this client in."""
        return self.turned_away is not None and self.turned_away.forbidden

    @property
    def upgraded(self) -> bool:
        """It is a WebSocket from here on."""
        return self.http is not None and self.http.status == 101 and not self.broken and self.turned_away is None

    @property
    def offered_versions(self) -> tuple[str, ...]:
        """The versions of WebSocket that the server names in turning the handshake down (RFC 6455, section 4.4)."""
        if self.http is None or self.http.status == 101:
            return ()
        words = self.http.header("sec-websocket-version").split(",")
        return tuple(word.strip() for word in words if word.strip().isdigit() and len(word.strip()) <= 3)

    @property
    def other_versions(self) -> tuple[str, ...]:
        """The same, at most two, where the one that was said is not among them."""
        return () if self.version in self.offered_versions else self.offered_versions[:2]

    @property
    def ended(self) -> str:
        """How it ended, where anything speaks against this connection; empty where nothing does.

        A listener that is gone after the first connection (``nc -l``) has done what it was to do.
        """
        if not self.connected:
            return "" if self.errno == "ECONNREFUSED" else "unmade"
        if self.turned_away is not None:
            return "turned-away"
        if self.silent:
            return "silent"
        if self.hung_up:
            return "reset" if self.errno else "closed"
        if self.tls is not None and not self.tls.done:
            return "tls-failed"
        if self.foreign:
            return "foreign"
        return self._of_http(self.http) if self.http is not None else ""

    def _of_http(self, http: HttpReply) -> str:
        if not http.whole and self.size < MOST_OF_HTTP:
            return "reset" if self.errno else "closed" if http.cut else "silent"
        if self.protocol == "websocket":
            if http.status == 101:
                return _of_101(self.broken)
            return "foreign" if 200 <= http.status < 300 or http.status in NO_UPGRADE else "rejected"
        if self.protocol != "http":
            return ""
        if http.status == 426:
            return "foreign"
        if http.cut:
            return "closed"
        return "rejected" if http.status in OF_THE_WAY else ""

    @property
    def doubtful(self) -> bool:
        """An answer in the right protocol that somebody else than the one who was meant may have given."""
        return not self.ended and self.protocol == "http" and self.http is not None and self.http.status in DOUBTFUL

    @property
    def fine(self) -> bool:
        """Nothing that was seen speaks against this connection."""
        return not self.ended


def _of_101(broken: tuple[str, ...]) -> str:
    if not broken:
        return ""
    return "rejected" if broken == ("subprotocol-missing",) else "foreign"
