"""What the causes around a reverse proxy share: what it answered, who says so, and what its configuration does."""

from __future__ import annotations

from nocarrier.causes._both_ends import with_the_server
from nocarrier.causes._listening import WHOSE_ADDRESS, dialled_the_server
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.front import Asked, Backend, Front, Way
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.system import System
from nocarrier.facts.testimony import Testimony
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Decider, Need, on_client, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.target import endpoint

WHO_ANSWERED: tuple[Need, ...] = (
    *on_client(Exchange, Testimony),
    *on_server(Listeners, Front, System),
    *WHOSE_ADDRESS,
)
"What `answered` reads."


class Answered(Record, kw_only=True):
    """An answer of HTTP that is not what the client wanted (``status`` 0: none), and what is known of those who handled
    it."""

    exchange: Evidence[Exchange]
    status: int
    testimony: Evidence[Testimony] | None = None
    front: Evidence[Front] | None = None
    ours: bool = False
    "The proxy that was looked at is on the machine that was dialled."

    @property
    def way(self) -> Way | None:
        """Where the proxy's configuration sends the request."""
        return self.front.facts.way if self.front is not None else None

    @property
    def there(self) -> str:
        """The address and port that answered."""
        return self.exchange.facts.there

    @property
    def because(self) -> tuple[Evidence[Exchange] | Evidence[Front] | Evidence[Testimony], ...]:
        """What a verdict on the proxy rests on."""
        return (self.exchange, self.front) if self.front is not None else (self.exchange,)

    @property
    def from_outside(self) -> tuple[Evidence[Exchange] | Evidence[Testimony], ...]:
        """What it rests on where the proxy was not looked at."""
        return (self.exchange, self.testimony) if self.testimony is not None else (self.exchange,)


def answered(case: Case) -> Answered | None:
    """The answer that came, where it is one of HTTP, or that none came where one was due."""
    exchange = case.seen(Exchange)
    if exchange is None or exchange.facts.protocol not in ("http", "websocket"):
        return None
    http = exchange.facts.http
    if http is None and not exchange.facts.silent:
        return None
    return Answered(
        exchange=exchange,
        status=http.status if http is not None and http.whole else 0,
        testimony=case.seen(Testimony),
        front=case.seen(Front, Where.SERVER),
        ours=dialled_the_server(case, exchange.facts.address) is True,
    )


def who(found: Answered) -> str | Prose:
    """Who stands in front, by its own word or by the look at the server."""
    if found.front is not None:
        return f"{found.front.facts.label} (pid {found.front.facts.pid})"
    witness = found.testimony.facts.front if found.testimony is not None else None
    return witness.label if witness is not None and witness.label else say("a proxy in front")


def passed_on(case: Case) -> Evidence[Front] | None:
    """The proxy on the server's side that passes the upgrade on, to a back end which answers it with something else."""
    front = case.seen(Front, Where.SERVER)
    if front is None or front.facts.way is None or front.facts.way.upgrade != "passed":
        return None
    asked = front.facts.asked
    return front if asked and asked[0].status and not front.facts.upgrades else None


def place_of(asked: Asked) -> str:
    """``127.0.0.1:3000``, or the path of a socket."""
    return endpoint(asked.address, asked.port) if asked.port else asked.address


def place_of_backend(backend: Backend) -> str:
    """The same, as the configuration has it."""
    return backend.host if backend.unix else endpoint(backend.host, backend.port)


def url_of(case: Case, way: Way | None) -> str:
    """The back end as this program's next target."""
    backend = way.backends[0] if way is not None and way.backends else None
    if backend is None:
        return case.target.url
    if backend.unix:
        return f"unix://{backend.host}"
    websocket = case.target.scheme in ("ws", "wss", "websocket")
    scheme = {"http": "ws" if websocket else "http", "https": "wss" if websocket else "https"}.get(
        backend.speaks, "tcp"
    )
    path = backend.path.partition("?")[0] if scheme != "tcp" else ""
    return f"{scheme}://{endpoint(backend.host, backend.port)}{path if path != '/' else ''}"


def look_behind(case: Case, port: int) -> tuple[Decider, ...]:
    """The command that looks at the proxy's configuration and asks its back end; or, where the program is known and no
    proxy that can be read, at what it says itself."""
    listeners = case.seen(Listeners, Where.SERVER)
    held = next((one.program for one in listeners.facts.on(port) if one.program), None) if listeners else None
    if held is not None:
        question = say("What does {program} (pid {pid}) say of it?", program=held.name, pid=held.pid)
        return (
            Decider(question=question, command=f"journalctl -n 20 _PID={held.pid}; ss -tnp | grep -w pid={held.pid}"),
        )
    if listeners is not None:
        question = say("Which program is it that listens on {port}? (as root)", port=port)
        return (Decider(question=question, command=f"sudo ss -ltnp 'sport = :{port}'"),)
    question = say("What does the configuration of the proxy on {port} say, and what its back end?", port=port)
    return (with_the_server(case, question),)
