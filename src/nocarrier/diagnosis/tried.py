"""Which connection did a command try that failed? From its output, its connects and its words, in this order.

The output names the target as the program used it, so it is asked first; what it leaves open, the connects fill in;
and the words of the command give an address its name. Nothing is tried here, and nothing guessed: an error whose target
stays unknown is told as such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from nocarrier.diagnosis.hint import was_bound
from nocarrier.facts.services import DEFAULT_PORT, WRAPPED, implied_scheme
from nocarrier.machines.running.connects import Connect, Seen
from nocarrier.model.explanation import Explained
from nocarrier.model.record import Record, replace
from nocarrier.model.target import endpoint
from nocarrier.readings.command_line import READERS, Called, ssh_login, ssh_place
from nocarrier.readings.detours import forwarded, is_abstract, proxy, source, unix_socket
from nocarrier.readings.messages.endpoints import Endpoint, endpoints
from nocarrier.readings.target import is_address

Resolves = Callable[[str, str], bool]
"Whether this name leads to that address."
ANY_PORT = 80
"The port in the target of a name that leads nowhere, where nothing names another: it is not dialled."
NETWORK_FAILURES = {"wget": (4, 5), "ssh": (255,), "psql": (2,), "pg_isready": (2,), "rsync": (10, 12, 30, 35)}
"Clients whose exit status tells a failed connection from any other failure, by their manuals."
_UNIX = re.compile(
    r"unix://(/[\w./+@-]{1,107})|(?<![\w./-])(/(?:[\w.+@-]{1,64}/){1,8}(?:[\w.+@-]{1,64}\.sock|\.s\.PGSQL\.\d{1,5}))\b"
)
"The path of a unix socket, of 107 characters at most (unix(7)), in a message."
UNSAID = ("tcp", "")
BEFORE_ANY_ANSWER = frozenset({
    "refused", "unreachable", "address-unavailable", "address-in-use", "name-not-resolved", "permission-denied", "resource-limit", "unknown",
})  # fmt: skip
"Classes of errors that no connection which came about can have, and the one that says nothing."
_AT_THE_FAR_END = re.compile(r"\bopen failed\b|\bstdio forwarding failed\b")
"What ssh says of a connection that the machine it logged in to was to make (OpenSSH, channels.c, mux.c)."


class Tried(Record, kw_only=True):
    """A target that failed. ``error`` is what the output says of it, ``connect`` what was seen of it."""

    scheme: str
    host: str
    port: int
    path: str = ""
    error: Explained | None = None
    connect: Connect | None = None
    overheard: bool = False
    "Nothing names it but a connect that may be somebody else's."
    unsaid: bool = False
    "The command said something, and nothing of this."
    inside: str = ""
    "Where it was tried, as ``--from`` takes it; empty: where the command ran."
    login: tuple[str, ...] = ()
    "ssh's options by which one gets there."

    @property
    def text(self) -> str:
        """As a target is written."""
        if self.scheme == "unix":
            return f"unix://{self.path}"
        return f"{self.scheme}://{endpoint(self.host, self.port)}{self.path}"


class Found(Record, kw_only=True):
    """``targets`` in the order in which they are worth looking at, and errors whose target nobody knows.

    ``taken`` are those of a port that the command itself wanted to have: it is no target.
    """

    targets: tuple[Tried, ...] = ()
    unplaced: tuple[Explained, ...] = ()
    taken: tuple[Explained, ...] = ()


def tried(
    errors: Sequence[Explained], seen: Seen, command: Called, code: int, resolves: Resolves, *, spoke: bool = False
) -> Found:
    """The targets, each once. ``code`` is the command's exit status; ``spoke``: it printed anything at all."""
    failed = failures(seen.connects)
    said = bool(errors)
    errors = _its_own(errors, seen, command, code)
    taken = [error for error in errors if error.kind == "address-in-use" and error.target and error.target.port]
    targets: list[Tried] = []
    unplaced: list[Explained] = []
    for error in errors:
        found = [] if error in taken else _placed(error, failed, seen, command, resolves)
        targets += found
        if not found and error not in taken:
            unplaced.append(error)
    if not said:
        silent = _silent(failed, seen, command)[: 1 if spoke else None]
        targets = [
            replace(_of_connect(connect, command, resolves), unsaid=spoke and not connect.pending)
            for connect in silent
        ]
        if not targets and code in NETWORK_FAILURES.get(command.program, ()):
            targets = [one for one in (_only(command.places, 0, None, command, seen.lookup),) if one is not None]
    return Found(targets=tuple(_distinct(targets)), unplaced=tuple(unplaced), taken=tuple(taken))


def _its_own(errors: Sequence[Explained], seen: Seen, command: Called, code: int) -> list[Explained]:
    """Those that are not only printed, but met: what a connect bears out comes first.

    A command that succeeded may have shown a log, and met nothing of what stands there: then nothing else counts.
    """
    if not code and command.program in READERS:
        return []
    met = [error for error in errors if _borne_out(error, seen)]
    if not code and seen.heard and not command.inside:
        return met
    return sorted(errors, key=lambda error: error not in met)


def _borne_out(error: Explained, seen: Seen) -> bool:
    """A connect was seen that this may speak of. A name that leads nowhere is never dialled."""
    if error.step == "name":
        return True
    host, port = (error.target.host or "", error.target.port or 0) if error.target else ("", 0)
    for one in seen.connects:
        fits = (not port or one.port in (0, port)) and (not is_address(host) or one.address == host)
        if fits and (error.step not in (None, "tcp") or one.made is not True or one.pending):
            return True
    # What succeeds is not overheard, and what fails only later has succeeded first.
    return not seen.every and error.step not in (None, "tcp")


def failures(connects: Sequence[Connect]) -> list[Connect]:
    """Those that failed or were still waiting, the last first, without those that another address made good.

    A client tries the addresses of a name one after the other (RFC 8305), all on one port.
    """
    left: list[Connect] = []
    for at, connect in enumerate(connects):
        later = (one for one in connects[at + 1 :] if one.port == connect.port and one.namespace == connect.namespace)
        if (connect.made is False or connect.pending) and not any(one.made for one in later):
            left.append(connect)
    return left[::-1]


def _silent(failed: Sequence[Connect], seen: Seen, command: Called) -> list[Connect]:
    """What failed of a command that failed and told nobody why: only what leaves no doubt.

    Where its very last connect failed, each that did; one that still waits; each that its own words name.
    """
    if seen.every and failed and failed[0] == seen.connects[-1]:
        return list(failed)
    named = {(place.host, place.port) for place in command.places}
    waiting = [one for one in failed if one.pending and one.certain]
    return waiting[:1] or [one for one in failed if (one.address, one.port) in named]


def _placed(
    error: Explained, failed: Sequence[Connect], seen: Seen, command: Called, resolves: Resolves
) -> list[Tried]:
    """The target of an error, from the text as far as it goes; several where it occurred for several connects."""
    target = error.target
    host, port, scheme = (target.host or "", target.port or 0, target.scheme or "") if target else ("", 0, "")
    if (detour := _detour(error, command)) is not None:
        return detour
    if host and (behind := _behind_proxy(host, port, failed, command, resolves)) is not None:
        through = _through(host, port, failed)
        return _any(_target(behind.scheme, behind.host, behind.port, command, error, through))
    if host.startswith("/"):
        return [Tried(scheme="unix", host="", port=0, path=host, error=error)]
    if not host and (path := _UNIX.search(error.text)):
        return [Tried(scheme="unix", host="", port=0, path=(path[1] or path[2]).rstrip("."), error=error)]
    if not host:
        return _nameless(error, port, failed, seen, command, resolves)
    return _any(_named(host, port, scheme, error, seen, command, resolves))


def _any(one: Tried | None) -> list[Tried]:
    return [one] if one is not None else []


def _detour(error: Explained, command: Called) -> list[Tried] | None:
    """What was dialled in place of what the error names, as the command's own options have it; nothing where that is not
    known, None where they have nothing of the kind."""
    if error.client in (None, "curl") and (path := unix_socket(command)):
        return [Tried(scheme="unix", host="", port=0, path=path, error=error)] if path.startswith("/") else []
    if error.client in (None, "curl") and is_abstract(command):
        return []
    if command.program == "ssh" and _AT_THE_FAR_END.search(error.text):
        place = forwarded(command)
        return _any(_at_the_far_end(place, error, command) if place is not None else None)
    if was_bound(error.kind, error.text) and not source(command):
        return []
    return None


def _at_the_far_end(place: Endpoint, error: Explained, command: Called) -> Tried:
    scheme = implied_scheme("tcp", place.port)
    return Tried(
        scheme=scheme,
        host=place.host,
        port=place.port,
        error=error,
        inside=ssh_place(command.words),
        login=ssh_login(command.words),
    )


def _nameless(
    error: Explained, port: int, failed: Sequence[Connect], seen: Seen, command: Called, resolves: Resolves
) -> list[Tried]:
    """The targets of an error that names no host."""
    if command.program == "ssh":  # its configuration knows where it goes, and whether it dials at all
        return []
    connects = [one for one in _meant(error, port, failed, seen) if one.port or port]
    if connects:
        return [_of_connect(one, command, resolves, error, port) for one in connects]
    paired = [place for place in command.pairs if any(_lost_its_port(one, place) for one in failed)]
    if error.step in (None, "tcp") and len(paired) == 1:
        return _any(_target("", paired[0].host, paired[0].port, command, error, None))
    return _any(_only(command.places, port, error, command, seen.lookup if error.step == "name" else None))


def _lost_its_port(connect: Connect, place: Endpoint) -> bool:
    """It was overheard that somebody dialled this address, and which port is no longer known (`machines/running/sockets`)."""
    return connect.address == place.host and not connect.port


def _named(
    host: str, port: int, scheme: str, error: Explained, seen: Seen, command: Called, resolves: Resolves
) -> Tried | None:
    """The target of an error that names this host."""
    dialled = _sighting(host, port, error, seen)
    at = port or (dialled.port if dialled and dialled is not seen.lookup else 0)
    named = _name_of(host, at, command, resolves)
    scheme = scheme or (named.scheme if named else "")
    if dialled is not None and _led_elsewhere(host, dialled, error, seen, command, resolves):
        spoken = _scheme(scheme, dialled.port, command)  # inside TLS the address would be taken for a wrong name
        scheme = "tcp" if spoken in WRAPPED else spoken
        return Tried(scheme=scheme, host=dialled.address, port=dialled.port, error=error, connect=dialled)
    if named is not None:
        return _target(scheme, named.host, at or named.port, command, error, dialled)
    return _target(scheme, host, at, command, error, dialled)


def _led_elsewhere(
    name: str, dialled: Connect, error: Explained, seen: Seen, command: Called, resolves: Resolves
) -> bool:
    """An address was dialled to which this name does not lead: the command has it from elsewhere (curl --resolve)."""
    if is_address(name) or error.step not in (None, "tcp") or not seen.every or dialled.made is not False:
        return False
    here = dialled.namespace < 0 and not command.inside and not command.engine
    return here and not resolves(name, dialled.address)


def _sighting(host: str, port: int, error: Explained, seen: Seen) -> Connect | None:
    """Where this was seen to be tried: it tells the environment and the network that it was tried in."""
    fitting = [one for one in seen.connects if port in (0, one.port)]
    if is_address(host):
        return next((one for one in reversed(fitting) if one.address == host), None)
    if error.step == "name":
        return seen.lookup
    if not fitting or not port:
        return None
    failed = (one for one in reversed(fitting) if one.made is False)
    return next(failed, fitting[-1]) if error.step in (None, "tcp") else fitting[-1]


def _behind_proxy(
    host: str, port: int, failed: Sequence[Connect], command: Called, resolves: Resolves
) -> Endpoint | None:
    """What was to be reached by way of this place, where that is a proxy of the environment, or of curl's own words, and
    the words name one target."""
    variables = [*command.assigned.items(), ("all_proxy", proxy(command))]
    variables += [pair for connect in failed if connect.environment for pair in connect.environment.items()]
    proxies = {value for name, value in variables if name.lower().endswith("_proxy") and name.lower() != "no_proxy"}
    named = [place for value in proxies for place in endpoints(value if "://" in value else f"http://{value}")]
    if not any(
        port in (0, proxy.port)
        and (proxy.host == host or (not is_address(proxy.host) and resolves(proxy.host, host)))
        for proxy in named
    ):
        return None
    proxied = {(proxy.host, proxy.port) for proxy in named}
    others = [place for place in command.places if (place.host, place.port) not in proxied]
    return others[0] if len(others) == 1 else None


def _through(host: str, port: int, failed: Sequence[Connect]) -> Connect | None:
    """The connect to the proxy: it tells in which environment and where."""
    return next((one for one in failed if one.port == port or one.address == host), None)


def _meant(error: Explained, port: int, failed: Sequence[Connect], seen: Seen) -> Sequence[Connect]:
    """The connects that an error without a place is of: of those that failed the last ones, as many as it occurred, where
    there is no choice."""
    if error.step == "name":
        return ()
    fitting = [one for one in failed if not port or one.port in (0, port)]
    if seen.every and fitting:
        return fitting[: error.times]
    if seen.every:
        return _not_failed(error, port, seen)
    places = {(one.address, one.port) for one in fitting if one.port}
    certain = [one for one in fitting if one.certain]
    if certain:
        return certain[:1]
    return [one for one in fitting if one.port][:1] if len(places) == 1 else ()


def _not_failed(error: Explained, port: int, seen: Seen) -> Sequence[Connect]:
    """What an error may be of where no connect failed: one of which nothing is known; else the only place, where it is an
    error that a connection can have which came about."""
    fitting = [one for one in reversed(seen.connects) if port in (0, one.port)]
    undecided = [one for one in fitting if one.made is None]
    if undecided or error.kind in BEFORE_ANY_ANSWER:
        return undecided[:1]
    return fitting[:1] if len({(one.address, one.port) for one in fitting}) == 1 else ()


def _only(
    places: Sequence[Endpoint], port: int, error: Explained | None, command: Called, connect: Connect | None
) -> Tried | None:
    """The one place that the words name; with more than one there is a choice, and none is made."""
    fitting = [place for place in places if not port or place.port in (0, port)]
    if len(fitting) != 1:
        return None
    place = fitting[0]
    return _target(place.scheme, place.host, place.port or port, command, error, connect)


def _of_connect(
    connect: Connect, command: Called, resolves: Resolves, error: Explained | None = None, port: int = 0
) -> Tried:
    """The target behind an address that was dialled: by its name, where the words have one that leads there."""
    port = connect.port or port
    behind = _behind_proxy(connect.address, port, [connect], command, resolves)
    if behind is not None and (whole := _target(behind.scheme, behind.host, behind.port, command, error, connect)):
        return whole
    named = _name_of(connect.address, port, command, resolves)
    return Tried(
        scheme=_scheme(named.scheme if named else "", port, command),
        host=named.host if named else connect.address,
        port=port,
        error=error,
        connect=connect,
        overheard=named is None and not connect.certain,
    )


def _name_of(host: str, port: int, command: Called, resolves: Resolves) -> Endpoint | None:
    """What the command's words or variables call this place: the same, or a name that leads to this address."""
    for place in (*command.places, *command.hints):
        if port in (0, place.port) and (
            place.host == host or (is_address(host) and not is_address(place.host) and resolves(place.host, host))
        ):
            return place
    return None


def _target(
    scheme: str, host: str, port: int, command: Called, error: Explained | None, connect: Connect | None
) -> Tried | None:
    usual = scheme if scheme in DEFAULT_PORT else command.scheme
    port = port or DEFAULT_PORT.get(usual) or 0
    if not port and error is not None and error.step == "name":
        port = ANY_PORT
    if not port:
        return None
    return Tried(scheme=_scheme(scheme, port, command), host=host, port=port, error=error, connect=connect)


def _scheme(scheme: str, port: int, command: Called) -> str:
    """What is spoken there: by what named it, by the program, else by the port, where one is some service's own."""
    if scheme in DEFAULT_PORT and scheme != "unix":
        return scheme
    implied = implied_scheme("tcp", port)
    if command.scheme in ("", "https", "tcp") or (command.scheme, implied) == ("http", "https"):
        return implied
    return command.scheme


def _distinct(targets: Sequence[Tried]) -> list[Tried]:
    """Each host and port once: of several, the first that says what is spoken there."""
    chosen: dict[tuple[str, int], Tried] = {}
    for one in targets:
        known = chosen.get((one.host + one.path * (one.scheme == "unix"), one.port))
        if known is None or (known.scheme in UNSAID and one.scheme not in UNSAID):
            chosen[one.host + one.path * (one.scheme == "unix"), one.port] = one
    return list(chosen.values())
