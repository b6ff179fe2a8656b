"""From the output of any program, however long, to the errors in it: each distinct one once.

Only lines that hold a piece of a reader's stems are looked at (`search`), and of lines that are alike but for times and
identifiers one is read, for each place and code that they name: a log of one error a million times takes no more reading
than its first line. What was read is put together where several lines tell of one error (`gathering`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from nocarrier.model.annotations import TYPE_CHECKING, cast
from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.model.target import looks_like_address
from nocarrier.readings.messages.alike import NOTHING, UNREAD, Alike
from nocarrier.readings.messages.gathering import Gathered, Told, best, leave_nothing, says_only_closed
from nocarrier.readings.messages.matching import Stem
from nocarrier.readings.messages.quoted import is_in_order, is_shown, message
from nocarrier.readings.messages.reading import Reader, Reading
from nocarrier.readings.messages.search import LONGEST_LINE, Records, above, below, candidates

if TYPE_CHECKING:
    from nocarrier.readings.messages.endpoints import Endpoint

STANDING = frozenset({"tls", "http", "websocket", "service", "hold"})
"Steps that take a connection which stands."
ENDED = frozenset({"closed", "reset"})
"Classes that are of one."
GOT_THROUGH = (b"Connected to ", b" failed: FATAL")
"Pieces of what curl and libpq say next, where another address of the name takes the connection."
LEAVES = ENDED | {"timed-out"}
"What a client may do to a connection that a server had taken."
ANYBODY = "generic"
"The reader of words that anybody uses; they weigh less than a code, and tell of a step and of a place."
_ANSI = pattern(r"\x1b(?:\[[0-?]{0,32}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,256}(?:\x07|\x1b\\)|[@-Z\\-_])")


def scan(chunks: Iterable[bytes]) -> tuple[Told, ...]:
    """The errors of a text that comes in pieces, in the order in which they first stand there. Bounded in memory."""
    gathered, alike, records = Gathered(), Alike(), Records()
    for raw, stems, first, place in candidates(chunks):
        shape, error = alike.met(raw, stems, first)
        if error == UNREAD:
            line, found = understood(raw, stems, above(place), below(place, raw))
            error, news = NOTHING, False
            if found is not None:
                error, news = gathered.add(records.number(raw, place), shape, line, found)
            alike.read(shape, raw, stems, first, found, error, news=news)
        elif error != NOTHING:
            gathered.again(error, records.number(raw, place), shape)
    return gathered.told()


def understood(
    raw: bytes, stems: Iterable[Stem], lines_above: bytes = b"", lines_below: bytes = b""
) -> tuple[str, Reading | None]:
    """A line that holds these stems as text, and what it tells, with the place that it names or the lines above do, and
    what the frames of its stack say."""
    names = sorted({reader for _, readers in stems for reader in readers})
    line = clean(_last_part(raw, stems) if b"\r" in raw else raw)
    said = "" if is_shown(raw, lines_above, lines_below) else message(line)
    found = best(read(said, names)) if said else None
    if found is None or (says_only_closed(found) and is_in_order(line)):
        return line, None
    found = _settled(found, lines_above, lines_below)
    if found is None:
        return line, None
    told = _reached(located(found, line, lines_above, lines_below), line, lines_below)
    return _tellable(line, lines_above), told


def _tellable(line: str, above: bytes) -> str:
    """Without a secret that only the line above says to be one, as YAML has a name above its value."""
    if not (
        line.lower().startswith("value") or above.rstrip(b"\r\n").endswith((b"|", b">", b"|-", b">-", b"|+", b">+"))
    ):
        return line
    from nocarrier.model.secrets import without_secrets

    name = clean(above.rstrip(b"\r\n").rpartition(b"\n")[2])
    return without_secrets(f"{name}\n{line}").partition("\n")[2] or line


def _reached(reading: Reading, line: str, below: bytes) -> Reading:
    """With the other address of the same name that the client reached, as one says that tries them one after another."""
    if reading.step not in ("tcp", "route") or not any(words in below for words in GOT_THROUGH):
        return reading
    from nocarrier.readings.messages.context import reached

    return replace(reading, reached=reached(line, reading.port, below.decode("utf-8", "replace")))


def _last_part(raw: bytes, stems: Iterable[Stem]) -> bytes:
    """What a spinner or a progress bar left standing, a carriage return behind each state of it: the last that holds a stem."""
    parts = [part for part in raw.split(b"\r") if part.strip()]
    pieces = [piece for piece, _ in stems]
    return next((part for part in reversed(parts) if any(piece in part.lower() for piece in pieces)), raw)


def _settled(reading: Reading, above: bytes, below: bytes) -> Reading | None:
    if not above and not below:
        return reading
    from nocarrier.readings.messages.frames import settled

    return settled(reading, above, below)


def located(reading: Reading, line: str, lines_above: bytes, lines_below: bytes = b"") -> Reading:
    """With the place that the line names, or the lines around it do."""
    found = placed(reading, line)
    if reading.kind in LEAVES:
        found = _departed(found, line)
    if (found.host and found.port) or not (lines_above or lines_below):
        return found
    return _named_around(found, line, lines_above, lines_below)


def _departed(reading: Reading, line: str) -> Reading:
    from nocarrier.readings.messages.departures import departed

    return departed(reading, line)


def _named_around(reading: Reading, line: str, above: bytes, below: bytes) -> Reading:
    from nocarrier.readings.messages.context import addressed, asked_for, dialled

    behind = below.decode("utf-8", "replace")
    address, port = addressed(line, behind)
    if address and not (reading.host or reading.port):
        return replace(reading, host=address, port=port)
    spoken = reading.step in STANDING
    stood = spoken or reading.kind in ENDED or (reading.kind == "timed-out" and bool(reading.client))
    place = asked_for(behind) or dialled(
        above.decode("utf-8", "replace"), line, client=reading.client, stood=stood, spoken=spoken
    )
    if place is None or not _is_of(reading, place):
        return reading
    return replace(reading, host=place.host, port=place.port, scheme=reading.scheme or place.scheme)


def _is_of(reading: Reading, place: Endpoint) -> bool:
    """Nothing that the reading knows is otherwise in the place."""
    return reading.host in ("", place.host) and reading.port in (0, place.port)


def clean(raw: bytes) -> str:
    """A line as text, without colours and the remains of a progress bar."""
    text = raw[:LONGEST_LINE].decode("utf-8", "replace")
    if "\x1b" in text:
        text = _ANSI.sub("", text)
    if "&#" in text or "&quot;" in text:
        from html import unescape  # a report of JUnit's, or a page that was saved

        text = unescape(text)
    return text.replace("\u00a0", " ").strip("\ufffd\0 \t\r\n")


def read(line: str, names: Sequence[str]) -> list[Reading]:
    """All that these readers make of one line.

    Words that anybody uses are looked at last, and only where they may add something: a table of them takes as long to
    load as all the rest.
    """
    told = {name: tuple(_reader(name).read(line)) for name in names if name != ANYBODY}
    if ANYBODY in names and not leave_nothing(chain.from_iterable(told.values())):
        told[ANYBODY] = tuple(_reader(ANYBODY).read(line))
    return [reading for name in names for reading in told.get(name, ())]


def placed(reading: Reading, line: str) -> Reading:
    """With the place that the line names, where the reader found none: the one that stands nearest to the error."""
    if (reading.host and reading.port) or (reading.port and reading.scheme):
        return reading
    # Its patterns take a millisecond to compile, and many a line names its place in its own way.
    from nocarrier.facts.services import EPHEMERAL, HIGH
    from nocarrier.readings.messages.endpoints import endpoints

    places = [place for place in endpoints(line) if place.host]
    if reading.kind in ENDED:
        # A server tells so of whoever dialled it, with the port that the client's kernel gave out.
        places = [
            place
            for place in places
            if place.scheme or not looks_like_address(place.host) or place.port < EPHEMERAL or place.port in HIGH
        ]
    if reading.host:
        # A URL of the same host has its port, or a name; another port of an address may be the client's own.
        named = not looks_like_address(reading.host)
        same = [place for place in places if place.host == reading.host]
        places = [place for place in same if place.scheme or (named and place.port < EPHEMERAL)]
    if not places:
        return reading
    near = min(places, key=lambda place: (abs(place.at - reading.at), place.at))
    return replace(
        reading,
        host=near.host,
        port=reading.port or near.port,
        scheme=reading.scheme or near.scheme,
    )


def _reader(name: str) -> Reader:
    # `from nocarrier.readings.messages import NAME`: importlib, which has a function for it, takes a millisecond to load.
    return cast(Reader, getattr(__import__("nocarrier.readings.messages", fromlist=[name]), name))
