"""What one exception says, apart from those it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from errno import ENOENT

from nocarrier.diagnosis.hint import was_bound
from nocarrier.integrations.clients.client import Client, Meaning
from nocarrier.integrations.clients.failure import SAID_NOTHING, Failure
from nocarrier.integrations.clients.frames import Trace, traced
from nocarrier.integrations.clients.looking import (
    LONGEST,
    NOWHERE,
    Place,
    at,
    module_of,
    names,
    of_url,
    place,
    plain_text,
    text,
    unix,
    whole,
)
from nocarrier.integrations.clients.registry import known
from nocarrier.integrations.clients.through import Through, through
from nocarrier.model.record import Record, replace
from nocarrier.model.secrets import without_secrets
from nocarrier.readings.messages.endpoints import endpoints
from nocarrier.readings.messages.gathering import Told, best
from nocarrier.readings.messages.reading import CODE, MEANT, Call, Reading
from nocarrier.readings.messages.scan import scan
from nocarrier.readings.messages.statuses import of_request, of_upgrade

ALONE = frozenset({
    "builtins.TimeoutError", "builtins.EOFError", "builtins.BrokenPipeError", "builtins.PermissionError",
    "builtins.FileNotFoundError", "asyncio.exceptions.IncompleteReadError", "asyncio.exceptions.CancelledError",
})  # fmt: skip
"""Exceptions that are raised about anything, a pipe, a file, a computation: they count where a client library or its
frames are met with them, or their text is what only a socket says."""
MISSING = Reading(kind="refused", worth=CODE, step="tcp", code={"errno": "ENOENT"})
"No unix socket is there: to the catalogue a refusal. Of a file ENOENT says nothing about connections."
OF_FILES = ("EMFILE", "ENFILE")
"In a text alone a word of limits that connections reach; of an exception more often said of files."
OF_A_CALL = frozenset({"EADDRNOTAVAIL", "EADDRINUSE", "EAFNOSUPPORT", "EACCES", "EPERM"})
"What comes of a bind and of a connect alike, and some of it of a file."
BINDING = "while attempting to bind on address"
"What socket.create_server, asyncio and uvloop put into the text."
MOST_NOTES = 16
ONLY_SOCKETS = ("timed out", "The read operation timed out", "The handshake operation timed out")
"Ends of the texts of Python's own sockets (Modules/socketmodule.c, Modules/_ssl.c)."


def libraries(exception: BaseException) -> list[Client]:
    """The libraries that its class and those it is made from come from, its own first."""
    found = [known(module_of(kind)) for kind in type(exception).__mro__]
    return list({id(one): one for one in found if one is not None}.values())


def read(exception: BaseException, about: Place) -> list[Failure]:
    """The failures that it tells of by its class, attributes, frames and text: most often one, which may have said
    nothing but where to. ``about`` is the place that whoever holds it says it is about."""
    called = names(exception)
    among = libraries(exception)
    meaning, library = _meaning(called, among)
    if library is not None and meaning is None and not _tells(exception, library):
        return []
    owner = next((each for each in among if each.name), None)
    trace = traced(exception)
    if _of_a_file(exception) and not trace.connecting:
        return []
    call = _call(exception, trace)
    said = [*_by_class(meaning, library), *(one for each in among for one in _by_attributes(exception, each))]
    if any(one.scheme == "unix" for one in trace.places) and at(exception, "errno") == ENOENT:
        said.append(MISSING)
    words = _words(exception, called[0], among, known_class=library is not None)
    told = list(scan(["\n".join([words, *_notes(exception)]).encode("utf-8", "replace")]))
    proxy = trace.through or next(filter(None, (_proxy(exception, each) for each in among)), None)
    one = _One(
        name=called[0],
        line=line_of(exception, called[0]).partition("\n")[0],
        said=tuple(said),
        trace=trace,
        proxy=proxy,
        where=_place(exception, among)
        or about
        or (_first_named(words) if owner is not None and not told else NOWHERE),
        name_of_client=(owner.name if owner else "") or trace.client,
        scheme=owner.scheme if owner else "",
        call=call,
        alone=owner is None and not (trace.connecting or call) and _is_common(exception, called),
        by_text=not said and not trace.connecting and owner is None,
        about_proxy=owner is not None and any(name in owner.about_proxies for name in called),
    )
    return [one.failure(each) for each in told] or [one.failure(None)]


class _One(Record, kw_only=True):
    """What one exception says, in whatever way; its text may tell of several failures."""

    name: str
    line: str
    said: tuple[Reading, ...]
    trace: Trace
    proxy: Through | None
    where: Place
    name_of_client: str
    scheme: str
    call: Call
    alone: bool
    by_text: bool
    about_proxy: bool

    def failure(self, told: Told | None) -> Failure:
        """All of it as one failure, with one that its text tells of."""
        text_reading = told.reading if told is not None else None
        by_object = best(self.said)
        reading = best([*self.said, *([text_reading] if text_reading is not None else [])]) or SAID_NOTHING
        placed, through = self._placed(reading)
        proxy = self.proxy
        return Failure(
            reading=replace(
                reading,
                client=self.name_of_client or reading.client,
                step=(by_object.step if by_object else "") or self.trace.step or reading.step,
                code=reading.code
                if by_object is None or by_object.kind != reading.kind
                else _codes(by_object, reading),
                scheme=placed.scheme or reading.scheme or self.scheme,
                host=placed.host,
                port=placed.port,
                through=through or (proxy.named if proxy is not None else "") or reading.through,
                call=self.call or reading.call,
            ),
            path=placed.path,
            proxy=proxy,
            direct=self.trace.direct,
            source=self.trace.source,
            bound=self._bound(reading),
            lines=tuple(without_secrets(self._printed(line)) for line in (told.lines if told else (self.line,))),
            exception=self.name,
            alone=self.alone,
            by_text=self.by_text,
        )

    def _bound(self, reading: Reading) -> bool:
        """Whether it was bound, by the program's own call or its words, and nothing says who was to be dialled."""
        if self.trace.dialling or self.where or self.call == "connect":
            return False
        return self.call == "bind" or was_bound(reading.kind, self.line)

    def _printed(self, line: str) -> str:
        """A line that was read, as the traceback has it: with the name of the class before it."""
        said = line.removeprefix(f"{self.name_of_client}: ")
        return self.line if said and self.line.endswith(said) else said

    def _placed(self, reading: Reading) -> tuple[Place, str]:
        """Where to, and the proxy in between: what an exception about a proxy holds is the proxy's place."""
        written = Place(scheme=reading.scheme, host=reading.host, port=reading.port)
        if reading.scheme == "unix":
            written = unix(reading.host)
        if self.call == "bind" and self.trace.dialling:
            written = NOWHERE  # what was bound is not where the connection was to lead
        if self.about_proxy and self.where:
            return next(iter(self.trace.places), NOWHERE), self.where.dialled
        proxy = self.proxy
        if proxy is not None and proxy.is_at(written):
            written = NOWHERE
        if proxy is not None and proxy.is_at(self.where):
            return _best_place(written, self.trace.places, NOWHERE), ""
        return _best_place(written, self.trace.places, self.where), ""


def _codes(by_object: Reading | None, reading: Reading) -> dict[str, str | int]:
    """The codes, without an errno that only words stand for ("timed out") where the object would have had it."""
    if by_object is None or by_object.kind != "timed-out" or "errno" in by_object.code:
        return reading.code
    return {name: value for name, value in reading.code.items() if name != "errno"}


def _meaning(called: Sequence[str], among: Sequence[Client]) -> tuple[Meaning | None, Client | None]:
    """What the nearest of its classes means that a table knows, and whose table that is."""
    for name in called:
        for library in among:
            if name in library.classes:
                return library.classes[name], library
    return None, None


def _tells(exception: BaseException, library: Client) -> bool:
    """Whether its words tell of a connection, though its class does not."""
    return library.tells is not None and library.tells(exception)


def _by_class(meaning: Meaning | None, library: Client | None) -> Iterator[Reading]:
    if meaning is not None and library is not None:
        yield Reading(
            kind=meaning.kind, worth=meaning.worth, client=library.name, step=meaning.step, code=meaning.code,
            open=meaning.open,
        )  # fmt: skip


def _by_attributes(exception: BaseException, library: Client) -> Iterator[Reading]:
    if library.read is not None:
        yield from library.read(exception)
    for way in library.statuses:
        status = whole(at(exception, way), 599)
        meant = (of_upgrade(status) if library.upgrades else of_request(status)) if status >= 300 else None
        if meant is not None:
            kind, step = meant
            yield Reading(kind=kind, worth=MEANT, client=library.name, step=step, code={"http_status": status})


def _words(exception: BaseException, name: str, among: Sequence[Client], *, known_class: bool) -> str:
    """The text for the readers of texts, with the name of who says it. The name of the class itself is left out where
    a table knows it better."""
    for library in among:
        if library.says is not None:
            return _of(library.name, library.says(exception))
    if not known_class:
        return line_of(exception, name)
    return _of(next((each.name for each in among if each.name), ""), text(exception))


def _of(client: str, words: str) -> str:
    return f"{client}: {words}"[:LONGEST] if client else words


def _notes(exception: BaseException) -> Iterator[str]:
    """What was added to it (PEP 678), which Python prints below it."""
    held = at(exception, "__notes__")
    yield from (plain_text(one) for one in held[:MOST_NOTES]) if isinstance(held, list) else ()


def _first_named(words: str) -> Place:
    """The first place in a text of which no reader knows what it says."""
    for one in endpoints(words):
        if one.host:
            return place(one.host, one.port, one.scheme)
    return NOWHERE


def line_of(exception: BaseException, name: str = "") -> str:
    """The line or lines with which Python prints it."""
    called = (name or names(exception)[0]).removeprefix("builtins.")
    words = text(exception)
    return f"{called}: {words}"[:LONGEST] if words else called


def _of_a_file(exception: BaseException) -> bool:
    """Whether it names a file: of what fails with a socket Python knows no name."""
    named = isinstance(exception, OSError) and isinstance(at(exception, "filename"), (str, bytes))
    return named and isinstance(at(exception, "errno"), int)  # urllib's HTTPError keeps a URL there


def _call(exception: BaseException, trace: Trace) -> Call:
    """Whether it was a bind that failed, or a connect of the program's own: as frames, words and the innermost call tell."""
    from nocarrier.integrations.clients.system import symbol

    if symbol(exception) not in OF_A_CALL:
        return ""
    if trace.listening or BINDING in text(exception):
        return "bind"
    from nocarrier.integrations.clients.calls import failed_call

    return failed_call(exception)


def _is_common(exception: BaseException, called: Sequence[str]) -> bool:
    """Whether nothing about it says that a connection failed."""
    from nocarrier.integrations.clients.system import symbol
    from nocarrier.readings.messages.common import is_of_a_connection
    from nocarrier.readings.messages.errnos import ANYWHERE, KIND

    found = symbol(exception)
    if found in ANYWHERE:
        return not is_of_a_connection(found, text(exception))
    if found:
        return found in OF_FILES or found not in KIND
    return called[0] in ALONE and not text(exception).endswith(ONLY_SOCKETS)


def _place(exception: BaseException, among: Sequence[Client]) -> Place:
    """Where to, as its attributes say."""
    for library in among:
        for way in library.paths:
            if found := unix(at(exception, way)):
                return found
        for way in library.urls:
            if found := of_url(at(exception, way)):
                return found
        for way in library.rests:
            if found := of_url(f"tcp://{plain_text(at(exception, way))}"):
                return found
        for host, port in library.places:
            if found := place(at(exception, host), at(exception, port), library.scheme):
                return found
    return NOWHERE


def _proxy(exception: BaseException, library: Client) -> Through | None:
    """The proxy that its attributes hold."""
    accounts = [at(exception, way) for way in library.account]
    return next(filter(None, (through(at(exception, way), accounts) for way in library.through)), None)


def _best_place(written: Place, frames: Sequence[Place], where: Place) -> Place:
    """A unix socket before anything, for a host is only named over it; then attributes; the name that the user gave
    before the address that it became."""
    sockets = (one for one in (written, where, *frames) if one.scheme == "unix" and one.path)
    if (socket := next(sockets, None)) is not None:
        return socket
    known_best = where or written
    fitting = [one for one in frames if not known_best or _fits(one, known_best)]
    if not where and fitting:
        return _with_port(_with_scheme(fitting[0], fitting), written)
    return _with_port(_with_scheme(known_best, fitting), written)


def _with_scheme(one: Place, frames: Sequence[Place]) -> Place:
    """What is spoken, and the path, as another function of the same library knows it."""
    if one.scheme not in ("", "tcp"):
        return one
    spoken = next((each for each in frames if each.scheme not in ("", "tcp", "unix")), None)
    return one if spoken is None else replace(one, scheme=spoken.scheme, path=one.path or spoken.path)


def _fits(one: Place, other: Place) -> bool:
    """They may be the same place, by name and by address."""
    if one.host == other.host or not other.host:
        return not one.port or not other.port or one.port == other.port
    return bool(one.port) and one.port == other.port


def _with_port(one: Place, other: Place) -> Place:
    if one.port or one.scheme == "unix" or not other.port or (other.host and other.host != one.host):
        return one
    return replace(one, port=other.port)


def errno_reading(symbol: str, *, step: str = "") -> Reading | None:
    """The reading of a symbol of errno; None for one that is no failure to connect."""
    from nocarrier.readings.messages.errnos import KIND, step_of

    if symbol not in KIND:
        return None
    return Reading(kind=KIND[symbol], worth=CODE, step=step_of(symbol) or step, code={"errno": symbol})
