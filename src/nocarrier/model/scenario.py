"""A fault as data: what the lab builds, and what the diagnosis must then say.

Every scenario has a *client*; most have a *router* and a *server*. Hosts that share a network are joined by it,
and a host that names a ``gateway`` sends everything else there:

    client 10.10.0.7 ── 10.10.0.0/24 ── router 10.10.0.1 │ 10.20.0.1 ── 10.20.0.0/24 ── server 10.20.0.5
"""

from __future__ import annotations

from nocarrier.model.record import NOTHING, Record, replace


class Daemon(Record, kw_only=True):
    """A program that the lab starts on a host and ends with the scenario.

    ``argv`` is run in a directory of its own, where ``files`` (relative name → text) have been written.
    ``{dir}`` in arguments and files is that directory, ``{python}`` the interpreter that runs nocarrier.
    ``ready`` says what is waited for: ``tcp:8080`` or ``tcp:127.0.0.1:8080`` (a listener), ``udp:53``,
    ``unix:PATH``, or ``exit`` (the command ends, with status 0). ``package`` is the Debian package that holds
    ``argv[0]``; where the program is missing the scenario is skipped by that name. ``vendor`` are PHP libraries that
    it finds through ``vendor/autoload.php`` (`lab/php_sources.py`); where one is missing it is skipped likewise.
    """

    argv: tuple[str, ...]
    ready: str
    files: dict[str, str] = NOTHING
    package: str = ""
    vendor: tuple[str, ...] = ()
    user: str = ""


class Host(Record, kw_only=True):
    """One machine of the lab: a network namespace, with files of its own over ``/etc``.

    ``addresses`` are in prefix notation (``10.20.0.5/24``); a host that has addresses in two networks forwards
    between them when ``forwards`` is set. ``files`` are laid over ``/etc`` (``hosts``, ``resolv.conf``,
    ``nsswitch.conf``). ``nft`` is a ruleset for ``nft -f -``; ``commands`` are run on the host, in order, after
    its addresses are set and before its ``daemons`` start.
    """

    name: str
    addresses: tuple[str, ...] = ()
    gateways: tuple[str, ...] = ()
    forwards: bool = False
    files: dict[str, str] = NOTHING
    sysctls: dict[str, str] = NOTHING
    nft: str = ""
    commands: tuple[tuple[str, ...], ...] = ()
    packages: tuple[str, ...] = ()
    daemons: tuple[Daemon, ...] = ()


class Expected(Record, kw_only=True):
    """What the diagnosis must say.

    ``verdict`` is the slug named first (empty: it connects and nobody is accused) and ``certainty`` the exact
    word. ``outcome`` is the report's.
    """

    verdict: str
    certainty: str = ""
    outcome: str = "failed"


class Scenario(Record, kw_only=True):
    """A fault, or nearly one.

    ``arguments`` are those of ``nocarrier`` after the target. ``both_ends`` is expected with
    ``--server`` set to the server's namespace, ``client_alone`` without; None: this way is not run.
    ``confined`` is a scenario to run in its place on the machine itself, on loopback addresses only, where the
    kernel allows no namespaces.
    """

    name: str
    hosts: tuple[Host, ...]
    target: str
    arguments: tuple[str, ...] = ()
    both_ends: Expected | None = None
    client_alone: Expected | None = None
    server: str = "server"
    confined: Scenario | None = None
    client_command: tuple[str, ...] = ()
    "A program that runs nocarrier as its last arguments, e.g. with a lowered limit."

    @property
    def packages(self) -> tuple[str, ...]:
        """The Debian packages whose programs it needs."""
        named = [package for host in self.hosts for package in host.packages]
        named += [daemon.package for host in self.hosts for daemon in host.daemons if daemon.package]
        named += [library for host in self.hosts for daemon in host.daemons for library in daemon.vendor]
        named += ["nftables" for host in self.hosts if host.nft]
        return tuple(dict.fromkeys(named))


def client(**changes: object) -> Host:
    """The usual client, 10.10.0.7 behind the router."""
    return _host("client", ("10.10.0.7/24", "fd10::7/64"), ("10.10.0.1", "fd10::1"), changes)


def router(**changes: object) -> Host:
    """The usual router between the client's and the server's network."""
    addresses = ("10.10.0.1/24", "10.20.0.1/24", "fd10::1/64", "fd20::1/64")
    return _host("router", addresses, (), {"forwards": True, **changes})


def server(**changes: object) -> Host:
    """The usual server, 10.20.0.5 behind the router."""
    return _host("server", ("10.20.0.5/24", "fd20::5/64"), ("10.20.0.1", "fd20::1"), changes)


def _host(name: str, addresses: tuple[str, ...], gateways: tuple[str, ...], changes: dict[str, object]) -> Host:
    usual = Host(name=name, addresses=addresses, gateways=gateways)
    return replace(usual, **changes)


def lossy_router(there: float, back: float, *, delay: float = 0.0, seed: int = 1, **changes: object) -> Host:
    """The usual router on a bad line: of what it forwards from the client (``there``) and toward it (``back``) these
    shares are lost, of both IP versions, and the rest is ``delay`` seconds late each way."""
    line = Daemon(
        argv=("{python}", "-m", "nocarrier.lab.lossy", "--there", "eth0", "--lose", str(there), str(back),
              "--delay", str(delay), "--seed", str(seed), "--ready", "{dir}/ready"),
        ready="unix:{dir}/ready",
    )  # fmt: skip
    return router(**{"packages": ("iptables",), "daemons": (line,), **changes})


def python_server(program: str) -> Daemon:
    """A program of a scenario's own, in Python, that listens on port 8080."""
    return Daemon(argv=("{python}", "serve.py"), files={"serve.py": program}, ready="tcp:8080")


def http_server(bind: str, port: int) -> Daemon:
    """Python's own web server: a real program that every machine with nocarrier has."""
    return Daemon(
        argv=("{python}", "-m", "http.server", "--bind", bind, "--directory", "{dir}", str(port)),
        ready=f"tcp:{port}",
    )
