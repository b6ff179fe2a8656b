"""The client's own request again, with exactly one thing changed each time, and what came back.

The usual places of WebSockets and the doors of Socket.IO and SockJS stand here as data: they are what the frameworks'
own documentation gives as the default or as its example.
"""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

USUAL_PATHS = (
    "/", "/ws", "/websocket", "/socket", "/chat", "/live", "/stream", "/api/ws",
    "/cable",  # Action Cable
    "/graphql",  # Apollo, graphql-ws
    "/socket/websocket", "/live/websocket",  # Phoenix: channels, LiveView
    "/hub", "/chathub",  # SignalR
    "/ws/", "/wss", "/echo", "/feed", "/events", "/api/websocket", "/ws/chat", "/subscriptions", "/updates",
    "/notifications", "/realtime", "/push",
    "/mqtt",  # MQTT over WebSocket
    "/app", "/connection/websocket",  # Reverb and Soketi; Centrifugo
)  # fmt: skip
"Paths, likeliest first."

ENGINE_PATHS = ("/socket.io/", "/engine.io/")
"Where Socket.IO and Engine.IO servers answer by default (socket.io documentation, option path)."

SOCKJS_PATHS = ("/sockjs", "/sockjs-node", "/echo", "/ws")
"Prefixes of SockJS; below one of them ``/info`` answers, and ``/websocket`` is a plain WebSocket (SockJS protocol 0.3.3)."

NOBODYS_PATH = "/nocarrier-no-such-path"
"A path that hardly exists anywhere: what is answered there is the answer for paths that are not known."


class Tried(Record, kw_only=True):
    """One request in place of the client's, and what came back.

    ``change`` is what was changed: ``again`` nothing; ``plain`` no upgrade is asked for; ``nowhere`` a path that hardly
    exists; ``plain-root`` a plain request for ``/``; ``mute`` nothing is said; ``origin`` another Origin (or none);
    ``host`` another Host; ``path`` a usual path, ``page`` an address that the server's own page names; ``engine`` a
    request for Engine.IO's first packet, ``engine-upgrade`` its WebSocket; ``sockjs`` SockJS's own description;
    ``location`` the place that a redirect leads to.

    ``path`` is what was asked for (with its query, as far as it is ours), ``port`` and ``tls`` where. ``status`` is 0
    where no HTTP answer came; then ``end`` tells: ``closed``, ``reset``, ``quiet``, ``unmade`` (no connection: ``errno``). ``whole``:
    the answer came to its end. ``upgraded``: a right 101 (RFC 6455, section 4.1). ``engine``: versions of the Engine.IO
    protocol that the answer shows (4, 3), 0 none, -1 an Engine.IO server that refuses this version.
    """

    change: str
    path: str
    port: int
    tls: bool = False
    address: str = ""
    host: str = ""
    origin: str | None = None
    status: int = 0
    end: str = ""
    errno: str = ""
    whole: bool = True
    upgraded: bool = False
    location: str = ""
    challenge: str = ""
    server: str = ""
    upgrade: str = ""
    "The protocol that the answer itself names in Upgrade."
    allow_origin: str = ""
    engine: int = 0
    sockjs: bool = False
    "The description of itself that a SockJS server gives."
    local_port: int = 0
    said: bool = False
    "Any byte came."

    @property
    def hung_up(self) -> bool:
        """The peer ended the connection before it said anything."""
        return self.end in ("closed", "reset") and not self.said

    @property
    def wants_websocket(self) -> bool:
        """It says that an upgrade is required (426), and to no other protocol than WebSocket."""
        return self.status == 426 and (not self.upgrade or "websocket" in self.upgrade.lower())

    @property
    def cut(self) -> bool:
        """The peer ended the connection in the middle of its answer."""
        return self.end in ("closed", "reset") and self.said and not self.whole


class Upgrades(Facts, kw_only=True):
    """All of them. ``path``, ``origin`` and ``websocket`` are those of the client's own request.

    ``named`` are the addresses for WebSockets in the server's own page and scripts; one of another host is only told.
    ``hidden`` says that a redirect was not followed, and why: ``private`` it leads from a public address to a private one,
    ``unknown`` its host has no address, ``many`` it leads on and on.
    """

    after_connecting: ClassVar[bool] = True

    address: str
    port: int
    path: str
    origin: str | None = None
    websocket: bool = True
    tries: tuple[Tried, ...] = ()
    named: tuple[str, ...] = ()
    hidden: str = ""

    def of(self, *changes: str) -> tuple[Tried, ...]:
        """The requests with one of these changes."""
        return tuple(tried for tried in self.tries if tried.change in changes)

    def first(self, change: str) -> Tried | None:
        """The first request with this change; None where it was not tried."""
        return next(iter(self.of(change)), None)

    @property
    def elsewhere(self) -> Tried | None:
        """The first other path of this port that does upgrade: one that the page names, else a usual one."""
        found = [tried for tried in self.of("page", "path") if tried.upgraded and tried.port == self.port]
        return next(iter(found), None)

    @property
    def other_port(self) -> Tried | None:
        """Another port of this address that upgrades, which the server's own page names."""
        found = [tried for tried in self.of("page") if tried.upgraded and tried.port != self.port]
        return next(iter(found), None)

    @property
    def anything(self) -> bool:
        """Some request on this port was answered with an upgrade."""
        return any(tried.upgraded and tried.port == self.port and tried.change != "location" for tried in self.tries)

    @property
    def engine(self) -> Tried | None:
        """The request to which an Engine.IO server answered."""
        found = [tried for tried in self.of("engine", "engine-upgrade") if tried.engine]
        return next(iter(sorted(found, key=lambda tried: tried.engine < 0)), None)

    @property
    def sockjs(self) -> Tried | None:
        """The request to which a SockJS server answered with its description."""
        return next((tried for tried in self.of("sockjs") if tried.sockjs), None)
