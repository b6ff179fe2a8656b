"""A diagnosis as it is asked for, by the library, the command line and what is plugged into other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

from nocarrier.diagnosis.plan import Progress
from nocarrier.diagnosis.run import Finding, examine, silent
from nocarrier.machines import CannotLook, Machine, MachineUnreachable
from nocarrier.model.annotations import TypeVar
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import Target
from nocarrier.probes import Options
from nocarrier.readings.source import bound_family, parse_source
from nocarrier.readings.target import parse_target

T = TypeVar("T")


def find_out(
    target: str | Target,
    *,
    server: str | None = None,
    from_: str | None = None,
    family: int | None = None,
    timeout: float = 10.0,
    source: str = "",
    expected_addresses: Sequence[str] = (),
    proxy: str | None = None,
    origin: str = "",
    headers: Sequence[tuple[str, str]] = (),
    subprotocols: Sequence[str] = (),
    progress: Progress = silent,
    opening: Callable[[str | None, float], Machine] | None = None,
    cancellation: Cancellation | None = None,
) -> Finding:
    """Everything a diagnosis of ``target`` comes to; `assemble.report` makes the report of it.

    The options are those of the library's `diagnose` (`library/asking.py`), where they are told. ``opening`` gives the
    machine for a place in place of `open_place`: a recording, or one that is being made. ``cancellation`` ends it from
    another thread; then, and where KeyboardInterrupt comes, all machines are closed, those too that a helper is still
    opening, and every wait of a helper ends with them.

    Raises `BadTarget` where the text is no target, `ValueError` where a place is malformed, `Cancelled`, and
    `machines.MachineUnreachable` where the client's side cannot be entered, or can neither resolve nor dial. A server's
    side that cannot be entered is a gap of the case.
    """
    parsed = parse_target(target) if isinstance(target, str) else target
    address, port = parse_source(source)
    options = Options(
        family=bound_family(address, family),
        timeout=timeout,
        source=address,
        source_port=port,
        expected_addresses=tuple(expected_addresses),
        proxy=proxy,
        origin=origin,
        headers=tuple(headers),
        subprotocols=tuple(subprotocols),
    )
    if proxy:
        check_proxy(proxy)
    if origin or headers or subprotocols:
        check_http(origin, headers, subprotocols)
    if server is not None:
        check_place(server)
    opening = opening or open_place
    opened = cancellation or Cancellation()
    try:
        client = opened.entered(opening(from_, timeout))
        return opened.unless_cancelled(
            examine(
                parsed,
                client,
                options=options,
                progress=progress,
                open_server=(lambda: opened.entered(opening(server, timeout))) if server else None,
            )
        )
    except CannotLook:
        opened.unless_cancelled(None)
        raise
    finally:
        opened.close()


class Cancelled(Exception):
    """A diagnosis was ended by `Cancellation.cancel`."""


class Cancellation:
    """Ends a diagnosis, from any thread: whatever it waits for on one of its machines ends, and `find_out` raises
    `Cancelled`, within some 0.2 s; a name that the system's resolver looks up is left to a thread of its own, which ends
    when that gives up (getaddrinfo(3) has no deadline)."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._machines: list[Machine] = []
        self._over = False
        self.cancelled = False

    def cancel(self) -> None:
        """End it; nothing, where it has ended."""
        self.cancelled = True
        self.close()

    def close(self) -> None:
        """Close every machine that was entered, and those that will be."""
        with self._lock:
            self._over = True
            machines, self._machines = self._machines, []
        for machine in machines:
            machine.close()

    def entered(self, machine: Machine) -> Machine:
        """The machine, which is closed with the others; at once and with `MachineUnreachable`, where all is over."""
        with self._lock:
            if not self._over:
                self._machines.append(machine)
                return machine
        machine.close()
        raise MachineUnreachable(say("{where} is closed", where=machine.where))

    def unless_cancelled(self, found: T) -> T:
        """What was found. Raises `Cancelled` where it was cancelled meanwhile."""
        if self.cancelled:
            raise Cancelled
        return found


def open_place(where: str | None, timeout: float) -> Machine:
    """The machine that ``where`` names; this one where it is None."""
    if where is None or where == "local://":
        from nocarrier.machines.local import Local

        return Local()
    from nocarrier.machines.open import open_machine

    return open_machine(where, timeout)


class WrongCall(ValueError):
    """The call was wrong; ``sentence`` says how."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def check_timeout(seconds: float) -> None:
    """Raises ValueError where a diagnosis cannot be given so long."""
    if not 0.1 <= seconds <= 3600:
        raise WrongCall(say("--timeout takes seconds from 0.1 to 3600"))


def check_place(where: str) -> None:
    """Raises ValueError where the form of ``where`` is wrong: before anything is tried."""
    from nocarrier.machines.open import understood

    understood(where)


def check_proxy(proxy: str) -> None:
    """Raises ValueError where ``proxy`` names none."""
    from nocarrier.readings.proxy_url import BadProxy, parse_proxy

    try:
        parse_proxy(proxy)
    except BadProxy:
        raise WrongCall(say("--proxy takes a URL such as http://proxy:3128 or socks5h://proxy:1080")) from None


def check_http(origin: str, headers: Sequence[tuple[str, str]], subprotocols: Sequence[str]) -> None:
    """Raises ValueError, with a sentence, where one of them cannot stand in a request."""
    from nocarrier.readings.http_options import check_header, check_origin, check_subprotocols

    check_origin(origin)
    check_subprotocols(subprotocols)
    for header in headers:
        check_header(header)
