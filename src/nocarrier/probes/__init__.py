"""One file per question put to the world; the file is named like the file of its facts.

A probe is a module with

- ``look(scene, machine, where) -> Iterator[Observation]``: looks, and yields what it saw; raises
  `machines.CannotLook` where it cannot. It decides nothing and names no cause.
- ``FILES``, ``COMMANDS``, ``LINKS`` (optional): what it will look at whatever the answers are, so that a far
  machine can be asked for all of it in one round.
- ``WAITS`` (optional): true where it does little but wait for the network, and may do so beside the others.
- ``AFTER`` (optional): kinds of facts that it reads from the case so far; they are gathered first.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from threading import Event
from types import ModuleType

from nocarrier.machines import CannotLook, Dialled, Machine, Patience
from nocarrier.model.annotations import TYPE_CHECKING, Protocol, TypeVar, cast
from nocarrier.model.evidence import Case, Facts, Gap, Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record

if TYPE_CHECKING:
    from nocarrier.facts.contrast import Contrast
    from nocarrier.facts.openings import Openings
    from nocarrier.facts.tcp import IcmpWord

T = TypeVar("T")


class Observation(Record):
    """One thing seen, on its way to becoming evidence. ``took_ms`` None: measured by the caller."""

    facts: Facts
    summary: Prose
    took_ms: float | None = None
    where: Where | None = None
    "The side it was seen on, where a probe looks at both at once; None: the side it was asked for."


def icmp_word(got: Dialled) -> IcmpWord | None:
    """What an ICMP message said of a dial, the first that stands in its error queue; None where none came."""
    if not got.queued:
        return None
    from nocarrier.wire.error_queue import decode_error_queue

    return decode_error_queue([entry.data for entry in got.queued])


def unsent(got: Dialled) -> bool:
    """No packet left for it: this machine had no local port, no file or no memory for it. That is no silence."""
    from nocarrier.machines.dialling import SHORTAGE

    return got.stage in ("socket", "bind") or (got.errno in SHORTAGE and not got.queued)


def not_sent(got: Dialled, port: int) -> CannotLook:
    """What to raise where only that packet could have told something."""
    return CannotLook(say("a packet to port {port} could not be sent ({errno})", port=port, errno=got.errno))


Meanwhile = Callable[[Patience, Sequence[str], Event], None]
"""What may be done while these addresses keep silent, until the event is set: in a thread of its own, which is waited
for. It may tell the patience what it finds out."""


def nothing(patience: Patience, addresses: Sequence[str], over: Event) -> None:
    """Just wait."""


class Options(Record):
    """What the user asked for, apart from the target."""

    family: int | None = None
    "4 or 6: only that one."
    timeout: float = 10.0
    source: str = ""
    source_port: int = 0
    expected_addresses: tuple[str, ...] = ()
    proxy: str | None = None
    "The proxy to go through, with its user; empty: none; None: whatever the environment names."
    origin: str = ""
    "The Origin of a WebSocket handshake or request (``--origin``); empty: none is sent."
    headers: tuple[tuple[str, str], ...] = ()
    "More header fields (``--header``); their values may be secret and are told to nobody but the server."
    subprotocols: tuple[str, ...] = ()
    "What a WebSocket handshake asks for (``--subprotocol``)."


class Scene:
    """What a probe may know: the target, the options, both machines, what was seen, and the time left."""

    def __init__(
        self, case: Case, options: Options, client: Machine, server: Machine | None, deadline: float
    ) -> None:
        self.case = case
        self.options = options
        self.client = client
        self.server = server
        self.deadline = deadline
        self.contrasts: list[Contrast] = []
        "What was heard around a silent port while it was dialled; its probe tells of it."
        self.openings: Openings | None = None
        "What the port was heard to speak while it was silent in the target's protocol; its probe tells of it."
        self.meanwhile: Meanwhile = nothing
        self.round_trip: float | None = None
        "Seconds that an answer of the silent host takes, where anything of it was heard or the server's side knows it."
        self._asked: dict[tuple[int, object], object] = {}

    def once(self, machine: Machine, ask: Callable[[Machine], T]) -> T:
        """What ``ask`` says of a machine, asked once: both sides of a case may be the same machine."""
        key = (id(machine), ask)
        if key not in self._asked:
            self._asked[key] = ask(machine)
        return cast(T, self._asked[key])

    def for_an_answer(self, least: float, most: float) -> float:
        """Seconds after which no answer comes any more: four round trips where one is known, within these bounds."""
        return self.remaining(most if self.round_trip is None else min(most, max(least, 4 * self.round_trip)))

    def supposing(self, case: Case) -> Scene:
        """The same world, seen with another case."""
        scene = Scene(case, self.options, self.client, self.server, self.deadline)
        scene._asked = self._asked
        return scene

    def source_toward(self, address: str) -> str:
        """The address that the client binds (``--source``), where it is of this family; else empty.

        Whatever dials the target in its place binds it too: another source may be answered where that one is not.
        """
        source = self.options.source
        return source if (":" in source) == (":" in address) else ""

    def remaining(self, at_most: float = 10.0) -> float:
        """Seconds left of the whole diagnosis, at most ``at_most``, never less than 50 ms."""
        return max(0.05, min(at_most, self.deadline - time.monotonic()))


class Probe(Protocol):
    """The part every probe module has."""

    def look(self, scene: Scene, machine: Machine, where: Where) -> Iterator[Observation | Gap]:
        """Look at ``machine``, the ``where`` side of this case. A gap is a part of it that could not be looked at."""


def probe_of(kind: type[Facts]) -> ModuleType:
    """The probe that gathers one kind of facts: the module of the same name."""
    from importlib import import_module

    return import_module(f"{__name__}.{kind.__module__.rpartition('.')[2]}")


def looker(module: ModuleType) -> Probe:
    """A probe's module, as its type."""
    return cast(Probe, module)
