"""The reverse proxy that holds the target's port on the server: where its configuration sends the request, and what the
back end says when it is asked directly."""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Place(Record, kw_only=True):
    """One directive of a configuration: its file, its line (from 1) and its text on one line."""

    file: str
    line: int
    text: str = ""

    @property
    def shown(self) -> str:
        """``/etc/nginx/conf.d/chat.conf:12``."""
        return f"{self.file}:{self.line}"


class Backend(Record, kw_only=True):
    """One place a proxy hands the request on to.

    ``host`` is a name or address as the configuration has it, for a unix socket its path; ``path`` the path (with query)
    that is asked for there, ``named`` the Host header that goes with it. ``speaks``: ``http``, ``https``, ``tcp`` (bytes
    as they are), or another protocol (``fastcgi``, ``uwsgi``, ``grpc``) over which no WebSocket goes.
    """

    host: str
    port: int = 0
    speaks: str = "http"
    path: str = "/"
    named: str = ""
    place: Place | None = None
    ready: bool = True
    "It is used now: not marked as down, no spare one."

    @property
    def unix(self) -> bool:
        """It is a unix socket."""
        return self.host.startswith("/")


class Limit(Record, kw_only=True):
    """A limit on requests or connections: where it is applied and where its rate is set, as the configuration has it."""

    place: Place
    rate: Place | None = None
    status: int = 503


class Way(Record, kw_only=True):
    """Where one request goes by a proxy's configuration.

    ``site`` is the server block (virtual host, frontend) that takes it, ``location`` the block inside, ``proxy`` the
    line that hands it on. ``named``: the site has the request's host name; else it has it for want of a better one.
    ``names`` are all names that the sites at this address have, ``named_at`` the lines that give those. ``upgrade``: ``passed``, ``stripped`` or empty where
    that cannot be read; ``lacking`` what it takes (``version``, ``upgrade``, ``connection``, ``whole``), ``against`` the
    lines that prevent it, ``inherited`` those that count here though they stand further out.
    ``status``: it answers by itself with this one, as ``answering`` says.
    ``whole``: everything on the way was understood.
    """

    site: Place | None = None
    location: Place | None = None
    proxy: Place | None = None
    named: bool = False
    names: tuple[str, ...] = ()
    named_at: tuple[Place, ...] = ()
    backends: tuple[Backend, ...] = ()
    upgrade: str = ""
    lacking: tuple[str, ...] = ()
    against: tuple[Place, ...] = ()
    inherited: tuple[Place, ...] = ()
    status: int = 0
    answering: Place | None = None
    limits: tuple[Limit, ...] = ()
    error_log: str = ""
    whole: bool = True


class Asked(Record, kw_only=True):
    """What a back end did when the server's machine asked it for the same thing.

    ``errno`` and ``expired`` where no connection was made; ``closed`` where it hung up without an answer, ``silent``
    where none came in time. ``status`` is that of its answer (0: none, or none in HTTP), ``spoke`` the protocol of what
    came instead; ``taken``: it takes connections, and it is not HTTP that it would be asked in. ``plain``: the status that it gives the same request without an upgrade (0: not asked).
    """

    address: str
    port: int
    errno: str = ""
    expired: bool = False
    closed: bool = False
    silent: bool = False
    status: int = 0
    upgraded: bool = False
    spoke: str = ""
    taken: bool = False
    plain: int = 0
    plain_closed: bool = False

    @property
    def answers(self) -> bool:
        """It answers in HTTP, and not that it has none to ask itself."""
        return bool(self.status) and self.status not in (502, 503, 504)

    @property
    def dead(self) -> bool:
        """Nobody takes the connection, or says anything on it."""
        return bool(self.errno) or self.expired or self.closed or self.silent


class Elsewhere(Record, kw_only=True):
    """A listener of the same machine that does answer: what the proxy may have been meant to ask."""

    address: str
    port: int
    program: str
    pid: int
    status: int
    upgraded: bool


class Front(Facts, kw_only=True):
    """One program on the target's port that hands requests on.

    ``product`` is the slug of its `Kind`, ``pid`` that of its first process, ``unit`` its systemd unit, ``config`` the
    file that its configuration begins with. ``log`` is what its error log says last of this request's fate.
    """

    after_connecting: ClassVar[bool] = True

    pid: int
    product: str
    label: str
    config: str = ""
    unit: str = ""
    command: tuple[str, ...] = ()
    way: Way | None = None
    asked: tuple[Asked, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    log: str = ""
    limited_log: str = ""

    @property
    def upgrades(self) -> bool:
        """A back end upgrades when it is asked directly."""
        return any(one.upgraded for one in self.asked)

    @property
    def all_dead(self) -> bool:
        """Every back end was asked, and none takes or answers a connection."""
        return bool(self.asked) and all(one.dead for one in self.asked)
