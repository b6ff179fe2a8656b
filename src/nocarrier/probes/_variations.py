"""The variations of the client's request: what is asked in each round, as bytes, and how an answer is read.

One is the client's own with exactly one thing changed, so that whatever comes back otherwise is due to that thing.
"""

from __future__ import annotations

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.upgrades import ENGINE_PATHS, NOBODYS_PATH, SOCKJS_PATHS, USUAL_PATHS, Tried
from nocarrier.machines import Step, Talk, Talked, Tls
from nocarrier.model.annotations import Any
from nocarrier.model.record import Record, replace
from nocarrier.model.target import Target, looks_like_address
from nocarrier.probes import Options
from nocarrier.readings.location import Place
from nocarrier.wire.engine_io import engine_version, is_sockjs
from nocarrier.wire.http_reply import decode_http_reply
from nocarrier.wire.requests import host_header, http_request
from nocarrier.wire.websocket import faults, handshake, key_for

MOST = 32768
"Bytes of an answer that are read: a page with the script in it."
SETTLE = 0.05
"Seconds of quiet after which an answer is taken to be whole: most servers keep the connection for the next request."
SETTLE_BROKEN = 0.4
"The same where an answer broke off: how the next one ends is the question."
ORIGINS_NEARBY = ("http://localhost", "http://localhost:3000")
"Where the pages of developers stand; allow lists name them."


class Ask(Record, kw_only=True):
    """One request: what is changed in it, where it goes, and its bytes."""

    change: str
    path: str
    send: bytes = b""
    key: str = ""
    host: str = ""
    origin: str | None = None
    port: int = 0
    address: str = ""
    tls: Tls | None = None
    "Another TLS than the client's own; only where ``address`` is set."
    talks_at_length: bool = False
    "Its body is of interest, not only its head."


class Asker:
    """Knows the client's own request, and makes others of it."""

    def __init__(self, target: Target, options: Options, exchange: Exchange) -> None:
        self.target = target
        self.options = options
        self.exchange = exchange
        self.path = target.path or "/"
        self.host = host_header(target.host, exchange.port, target.scheme)
        self.origin = options.origin or None
        self.secure = target.scheme in ("wss", "https")
        self.websocket = target.scheme in ("ws", "wss", "websocket")

    def upgrade(self, change: str, **changed: Any) -> Ask:
        """The client's handshake with something else in it: ``path``, ``host``, ``origin``, ``port``."""
        path, host = changed.get("path", self.path), changed.get("host", self.host)
        origin = changed.get("origin", self.origin)
        key = key_for(f"{change} {path} {host} {origin}")
        send = handshake(
            host,
            path,
            key=key,
            origin=origin,
            subprotocols=self.options.subprotocols,
            headers=self.options.headers,
        )
        return Ask(
            change=change,
            path=path,
            send=send,
            key=key,
            host=host if host != self.host else "",
            origin=origin,
            port=changed.get("port", 0),
        )

    def plain(self, change: str, path: str) -> Ask:
        """A plain request of the same client."""
        headers = self.options.headers
        if self.origin:
            headers = (*headers, ("Origin", self.origin))
        send = http_request(self.host, path, headers=headers)
        return Ask(change=change, path=path, send=send, origin=self.origin, talks_at_length=True)

    def again(self) -> Ask:
        """The very same once more."""
        return self.upgrade("again") if self.websocket else self.plain("again", self.path)

    def first_round(self) -> list[Ask]:
        """What tells most, whatever came."""
        http = self.exchange.protocol in ("http", "websocket", "tls")
        if not http:
            return []
        nowhere = (
            self.upgrade("nowhere", path=NOBODYS_PATH) if self.websocket else self.plain("nowhere", NOBODYS_PATH)
        )
        asks = [self.again(), nowhere, *([self.plain("plain", self.path)] if self.websocket else ())]
        if self.path != "/":
            asks.append(self.plain("plain-root", "/"))
        asks += self.of_engines()
        if self.websocket:
            asks += [*self.of_origins(), *self.of_hosts()]
        return [*asks, self.again()]

    def of_origins(self) -> list[Ask]:
        """Other Origins: the server's own, as a page of it would send it, none, and a developer's."""
        own = f"{'https' if self.secure else 'http'}://{self.host}"
        name = self.target.host if ":" not in self.target.host else f"[{self.target.host}]"
        others = [own, f"https://{name}", f"http://{name}", *ORIGINS_NEARBY]
        found: list[str | None] = [other for other in dict.fromkeys(others) if other != self.origin]
        return [self.upgrade("origin", origin=origin) for origin in ([None, *found] if self.origin else found)]

    def of_hosts(self) -> list[Ask]:
        """Another name in Host: the address where a name was dialled, and what every server calls itself."""
        address = host_header(self.exchange.address.partition("%")[0], self.exchange.port, self.target.scheme)
        others = [address, host_header("localhost", self.exchange.port, self.target.scheme)]
        return [self.upgrade("host", host=other) for other in dict.fromkeys(others) if other != self.host]

    def of_engines(self) -> list[Ask]:
        """A request for the first packet of Engine.IO, in the versions that there are."""
        bare = self.path.partition("?")[0]
        paths = [*ENGINE_PATHS, *([bare if bare.endswith("/") else f"{bare}/"] if bare != "/" else [])]
        asks = [
            self.plain("engine", f"{path}?EIO={version}&transport=polling")
            for path in dict.fromkeys(paths)
            for version in ((4, 3) if path == "/socket.io/" else (4,))
        ]
        return asks if self.websocket or "EIO=" in self.path else []

    def of_engine_upgrade(self, path: str) -> Ask:
        """The WebSocket of the Engine.IO server that answered at ``path``."""
        return self.upgrade("engine-upgrade", path=path.replace("transport=polling", "transport=websocket"))

    def of_usual_paths(self) -> list[Ask]:
        """The usual paths of WebSockets, those below the client's own, and SockJS's door."""
        bare = self.path.partition("?")[0]
        below = [bare.rstrip("/") or "/", f"{bare.rstrip('/')}/", f"{bare.rstrip('/')}/websocket"]
        paths = [path for path in dict.fromkeys((*below, *USUAL_PATHS)) if path != self.path]
        doors = dict.fromkeys((bare.rstrip("/"), *SOCKJS_PATHS))
        infos = [self.plain("sockjs", f"{prefix}/info") for prefix in doors if prefix]
        return [*(self.upgrade("path", path=path) for path in paths), *infos]

    def of_location(self, place: Place, address: str) -> Ask:
        """The same handshake where a redirect leads. What the user gave for one server is not said to another one."""
        same = place.host == self.target.host
        host = host_header(place.host, place.port, place.scheme)
        key = key_for(f"location {place.url}")
        send = handshake(
            host,
            place.path,
            key=key,
            origin=self.origin,
            subprotocols=self.options.subprotocols,
            headers=self.options.headers if same else (),
        )
        return Ask(
            change="location",
            path=place.path,
            send=send,
            key=key,
            host=host,
            origin=self.origin,
            port=place.port,
            address=address,
            tls=Tls(server_name="" if looks_like_address(place.host) else place.host, verify=False)
            if place.scheme == "wss"
            else None,
        )

    def talk(self, ask: Ask, source: str, connect: float, seconds: float) -> Talk:
        """The connection on which it is asked: like the client's, to the same address. ``connect`` and ``seconds`` are
        the longest for the connection, and for the answer."""
        step = Step(
            tls=ask.tls if ask.address or ask.change == "mute" else self._tls(),
            send=ask.send,
            until=b"" if ask.talks_at_length or ask.change == "again" else b"\r\n\r\n",
            most=MOST,
            seconds=seconds,
            settle=SETTLE_BROKEN if self.exchange.http is not None and self.exchange.http.cut else SETTLE,
        )
        address = ask.address or self.exchange.address
        return Talk(
            address=address,
            port=ask.port or self.exchange.port,
            source=source if (":" in source) == (":" in address) else "",
            timeout=connect,
            steps=(step,),
        )

    def _tls(self) -> Tls | None:
        name = self.target.host
        return Tls(server_name="" if looks_like_address(name) else name, alpn=("http/1.1",)) if self.secure else None

    def read(self, ask: Ask, talked: Talked) -> Tried:
        """What came back."""
        heard = talked.heard[-1] if talked.heard else None
        received = heard.received if heard else b""
        closed = heard is not None and heard.end in _END
        reply = decode_http_reply(received, closed=closed)
        body = received.partition(b"\r\n\r\n")[2]
        end = "unmade" if not talked.connected or heard is None else _END.get(heard.end, "quiet")
        tried = Tried(
            change=ask.change,
            path=ask.path,
            port=ask.port or self.exchange.port,
            address=ask.address,
            tls=ask.tls is not None if ask.address else self.secure,
            host=ask.host,
            origin=ask.origin,
            end=end,
            errno=talked.errno,
            local_port=talked.local_port if ask.change == "mute" else 0,
            said=bool(received),
        )
        if reply is None:
            return tried
        return replace(
            tried,
            status=reply.status,
            whole=not reply.cut,
            upgraded=bool(ask.key) and reply.status == 101 and not faults(reply, ask.key, self.options.subprotocols),
            location=reply.header("location")[:512],
            challenge=reply.header("www-authenticate").partition(" ")[0][:40],
            server=reply.header("server")[:60],
            upgrade=reply.header("upgrade")[:40],
            allow_origin=reply.header("access-control-allow-origin")[:253],
            engine=engine_version(reply.status, body) if ask.change == "engine" else 0,
            sockjs=ask.change == "sockjs" and is_sockjs(reply.status, body),
        )


_END = {"closed": "closed", "reset": "reset", "tls-failed": "unmade"}
