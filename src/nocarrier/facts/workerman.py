"""Workerman's masters on a machine: their start files, and the lines in them that say where they listen."""

from __future__ import annotations

from nocarrier.facts.listeners import Listener
from nocarrier.facts.private import is_loopback
from nocarrier.facts.server_program import Binding
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Listening(Record, kw_only=True):
    """One address at which a start file lets a Worker listen.

    ``role`` is ``worker``, ``gateway`` (where GatewayWorker's clients come), ``register``, ``business`` (a
    BusinessWorker; it listens nowhere) or ``process`` (an entry of webman's ``config/process.php``). ``port`` is 0
    where the text does not tell.

    ``line`` of ``file`` is where it stands; ``place`` is what of the text is to be changed for another address,
    ``port_place`` for another port, and ``scheme_place`` for another scheme: each may stand elsewhere, in a constant or
    in another file. None: the text
    does not tell. ``ssl``: its transport is ssl, set at ``ssl_place`` where that is a line of its own. ``variable`` is
    the one that holds the Worker.

    Of a Gateway: ``lan_ip``, ``start_port`` of its internal ports, one for each of its ``count`` processes. Of a
    Gateway and a BusinessWorker: ``registers``, the addresses of their Register, set at ``register_place``.
    """

    role: str
    name: str = ""
    scheme: str = ""
    address: str = ""
    port: int = 0
    ssl: bool = False
    file: str
    line: int
    text: str
    place: Binding | None = None
    port_place: Binding | None = None
    scheme_place: Binding | None = None
    ssl_place: Binding | None = None
    variable: str = ""
    lan_ip: str = ""
    start_port: int = 0
    count: int = 1
    registers: tuple[str, ...] = ()
    register_place: Binding | None = None

    @property
    def constructor(self) -> str:
        """The class as the line writes it: ``Worker``, ``Gateway``."""
        return {"gateway": "Gateway", "register": "Register", "business": "BusinessWorker"}.get(self.role, "Worker")

    @property
    def loopback(self) -> bool:
        """Only its own machine reaches it."""
        return is_loopback(self.address.strip("[]")) or self.address == "localhost"


class Process(Record, kw_only=True):
    """A process that the master started: the name and the listening address of its Worker, as its title has them."""

    pid: int
    name: str = ""
    socket: str = ""
    "``websocket://0.0.0.0:2345``, or ``none``."


class Master(Record, kw_only=True):
    """One ``php start.php start``: what it runs, and as whom."""

    pid: int
    user: str = ""
    "Whom it runs as; empty for root, and where that cannot be seen."
    executable: str = ""
    product: str = "workerman"
    "``workerman``, ``gatewayworker`` or ``webman``: a slug of `facts.programs`."
    start_file: str = ""
    directory: str = ""
    listening: tuple[Listening, ...] = ()
    processes: tuple[Process, ...] = ()
    container: str = ""

    @property
    def label(self) -> str:
        """What people call the product."""
        from nocarrier.facts.programs import kind_of

        kind = kind_of(self.product)
        return kind.label if kind else self.product

    def on(self, port: int) -> Listening | None:
        """The line that lets it listen on a port."""
        return next((one for one in self.listening if one.port == port), None)

    def listening_at(self, listener: Listener) -> Listening | None:
        """The line behind a listener: of several with its port the one with its address, else one whose port is open."""
        same = [one for one in self.listening if one.port == listener.port]
        bound = [one for one in same if one.address.strip("[]") in (listener.bare, "localhost")]
        unknown = [one for one in self.listening if not one.port and one.role != "business"]
        return next(iter((*bound, *same, *(unknown if len(unknown) == 1 else ()))), None)

    def internal_ports(self, gateway: Listening) -> range:
        """The ports on which a Gateway's processes wait for BusinessWorkers, one each; nobody else is meant there."""
        running = sum(1 for one in self.processes if one.socket.endswith(f":{gateway.port}"))
        return range(gateway.start_port, gateway.start_port + max(gateway.count, running))

    def of(self, role: str) -> tuple[Listening, ...]:
        """Its lines of one role."""
        return tuple(one for one in self.listening if one.role == role)


class Workerman(Facts, kw_only=True):
    """Every Workerman that runs on the machine, as far as this user may see it.

    ``joined`` are the ports of this machine to which connections stand on this machine's side, of those that a Gateway
    keeps for its BusinessWorkers; None where that could not be seen.
    """

    masters: tuple[Master, ...]
    joined: tuple[int, ...] | None = None

    def master_of(self, pid: int) -> Master | None:
        """The master that a process is, or belongs to."""
        return next(
            (one for one in self.masters if pid == one.pid or any(pid == child.pid for child in one.processes)), None
        )

    def holding(self, port: int) -> tuple[Master, Listening] | None:
        """The master and the line that let a port be listened on."""
        found = ((master, master.on(port)) for master in self.masters)
        return next(((master, line) for master, line in found if line is not None), None)
