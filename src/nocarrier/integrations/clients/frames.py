"""What a traceback tells: whom a library was dialling, from the local variables of the functions that do it.

Only the innermost frames are looked at that belong to known libraries, up to the first that does not: a program that
serves a request while it asks a database has frames of both, and only the inner ones are of what failed. Of a frame only
the variables that its library's table names are read. Nothing is kept that refers to a frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.integrations.clients.client import Client, Frame
from nocarrier.integrations.clients.looking import (
    NOWHERE,
    Place,
    at,
    local,
    of_address,
    of_url,
    original,
    over_tls,
    place,
    plain_text,
    text,
    unix,
    whole,
)
from nocarrier.integrations.clients.registry import known
from nocarrier.integrations.clients.through import Through, through
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.record import Record

if TYPE_CHECKING:
    from types import FrameType

MOST = 2000
"Frames of a traceback that are passed; a recursion without end has 1000."


class Trace(Record, kw_only=True):
    """What the innermost frames say. ``places`` are the outermost function's first: the one that the user gave a name;
    ``step`` is what the innermost function was doing; ``direct``: it is known that no proxy was dialled; ``listening``: the
    innermost place was bound, and nobody dialled."""

    places: tuple[Place, ...] = ()
    step: str = ""
    client: str = ""
    through: Through | None = None
    direct: bool = False
    source: str = ""
    listening: bool = False

    @property
    def dialling(self) -> bool:
        """Whether it tells of somebody who was to be dialled."""
        return bool(self.places) and not self.listening

    @property
    def connecting(self) -> bool:
        """Whether it tells of a connection at all."""
        return bool(self.places or self.step)


def traced(exception: BaseException) -> Trace:
    """What the frames tell through which the exception passed."""
    places: list[Place] = []
    step = client = source = ""
    proxy: Through | None = None
    asked = listening = False
    for frame, library in _innermost(exception):
        client = client or library.name
        entry = library.frames.get(_name(frame))
        if entry is None:
            continue
        held = _held(frame)
        if (entry.only_if and not _there(at(held, entry.only_if))) or any(at(held, way) for way in entry.unless):
            continue
        found = _place(entry, held, library)
        if found:
            places.append(found)
        if found or entry.listens:
            listening = entry.listens
        step = entry.step or step
        source = source or local(at(held, entry.source) if entry.source else None)
        proxy = proxy or _proxy(entry, held, found)
        asked = asked or bool(entry.through)
    if proxy is not None:
        places = [one for one in places if not proxy.is_at(one)]
    return Trace(
        places=tuple(places),
        step=step,
        client=client,
        through=proxy,
        direct=asked and proxy is None,
        source=source,
        listening=listening,
    )


def _proxy(entry: Frame, held: dict[str, object], target: Place) -> Through | None:
    """The proxy that the function dials; where what it dials is the target itself, there is none."""
    accounts = [at(held, way) for way in entry.account]
    if entry.tunnel and at(held, entry.tunnel[0]):
        return through({"host": at(held, entry.host), "port": at(held, entry.port)}, accounts)
    found = next(filter(None, (through(at(held, way), accounts) for way in entry.through)), None)
    return None if found is None or (entry.url and found.is_of(target)) else found


def _innermost(exception: BaseException) -> Iterator[tuple[FrameType, Client]]:
    """The innermost frames of known libraries, the outermost of them first."""
    run: list[tuple[FrameType, Client]] = []
    for link in passed(exception):
        frame = link.tb_frame
        library = known(original(str(frame.f_globals.get("__name__", ""))))
        if library is None:
            run.clear()
        else:
            run.append((frame, library))
    yield from run


def passed(exception: BaseException) -> Iterator[TracebackType]:
    """The frames through which it passed, the outermost first."""
    link = at(exception, "__traceback__")
    for _ in range(MOST):
        if not isinstance(link, TracebackType):
            return
        yield link
        link = link.tb_next


def _name(frame: FrameType) -> str:
    return f"{original(str(frame.f_globals.get('__name__', '')))}:{frame.f_code.co_qualname}"


def _held(frame: FrameType) -> dict[str, object]:
    try:
        return dict(frame.f_locals)
    except Exception:  # a frame that is being torn down
        return {}


def _is_tls(value: object) -> bool:
    return "SSL" in value if isinstance(value, str) else _there(value)


def _there(value: object) -> bool:
    return value is not None and value is not False


def _place(entry: Frame, held: dict[str, object], library: Client) -> Place:
    if entry.path and (found := unix(at(held, entry.path))):
        return found
    if entry.url:
        return of_url(at(held, entry.url))
    scheme = entry.scheme or plain_text(at(held, entry.scheme_at) if entry.scheme_at else "") or library.scheme
    if any(_is_tls(at(held, way)) for way in entry.secure):
        scheme = over_tls(scheme)
    for instead, beside in ((entry.literal, entry.port), entry.tunnel or ("", "")):
        if instead and (found := place(at(held, instead), at(held, beside), scheme)):
            return found
    if entry.address:
        return of_address(at(held, entry.address), scheme)
    if entry.name:
        return place(text(at(held, entry.name)).rstrip("."), 0, scheme)
    if not entry.host:
        return NOWHERE
    found = place(at(held, entry.host), at(held, entry.port), scheme)
    if found.scheme == "unix" and entry.file:
        port = whole(at(held, entry.port), 65535) or DEFAULT_PORT[library.scheme]
        return unix(f"{found.path.rstrip('/')}/{entry.file.format(port=port)}")
    return found
