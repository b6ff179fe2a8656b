"""From readings of single lines to errors: what one error prints over several lines is put together.

Node prints an object, Python a chain of exceptions, Java what it was caused by, libpq a hint. Their lines stand close to
each other (`search` counts the frames between as nothing), and those that do not contradict one another are one error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nocarrier.model.pattern import pattern
from nocarrier.model.record import Record, replace
from nocarrier.model.target import looks_like_address
from nocarrier.readings.messages.alike import NOTHING
from nocarrier.readings.messages.reading import OPAQUE, SENTENCE, SUPPOSED, WORDS, Reading

NEAR = 4
"Records within which two readings may be of one error."
MOST_LINES = 8
"Lines of an error that are kept."
MOST_ERRORS = 64
"Distinct errors of a class that are told each: whoever reads them sees by then what they have in common."
ALIKE = 32
"Records within which two readings of the same status may be of one answer: its head, and its body."
_OF_REQUEST = pattern(r"\S{1,64} \S{1,64} \S{1,64} \[\d\d/[A-Z][a-z]{2}/\d{4}:")
"A line of an access log, which tells of one request and is no part of what others tell (NCSA's common format)."
MOST_REQUESTS = 1 << 12
"Shapes of such lines that are remembered."
BROWSERS = frozenset({"browser", "chrome", "firefox", "safari"})
"""What they print without a reason tells at least that no connection came about: that it ended, as the page then logs, says no
more."""


LAST_WORDS = "lost connection"
"All that scp says below what ssh had said of why."
NO_CLOSE_FRAME = {"close_code": 1006}
"What a browser tells its page of every connection that ended without one, or never came about (RFC 6455, section 7.1.5)."


class Told(Record, kw_only=True):
    """One distinct error of a text: what was read, from which lines, and how often it occurred.

    ``first`` is the record in which it stands first (`search`); ``around`` the whole of a short text that holds no other error, for
    what else it names. ``more``: further ones of its class stand in the text that are not told each.
    """

    reading: Reading
    lines: tuple[str, ...]
    first: int
    times: int = 1
    around: str = ""
    more: bool = False


class _Error:
    """An error while the lines go by. ``shapes`` are those of its lines; the first of them begins every occurrence."""

    def __init__(self, record: int, shape: int, line: str, reading: Reading) -> None:
        self.reading = reading
        self.lines = [line]
        self.shapes = [shape]
        self.requests: set[int] = set()
        "Shapes of lines each of which is an occurrence by itself, beside the first."
        self.first = self.last = record
        self.times = 1

    def occurs(self, record: int, shape: int) -> None:
        """One of its lines stands there once more."""
        self.times += shape == self.shapes[0] or shape in self.requests
        self.last = record

    def takes(self, record: int, shape: int, line: str, reading: Reading) -> bool:
        """Put in another of its lines; whether that told more than was known."""
        near = record - self.last <= NEAR
        if shape != self.shapes[0] and len(self.requests) < MOST_REQUESTS and _OF_REQUEST.match(line):
            self.requests.add(shape)
            self.occurs(record, shape)
            return False
        if not near and shape not in self.shapes:
            self.times += 1
        elif near and shape not in self.shapes and len(self.lines) < MOST_LINES:
            self.shapes.append(shape)
            self.lines.append(line)
        self.occurs(record, shape)
        whole = best([self.reading, reading]) or self.reading
        if {self.reading.host, reading.host} == LOCALHOST:
            whole = replace(whole, host="localhost")
        more = whole != self.reading
        self.reading = whole
        return more


class Gathered:
    """The errors of a text in the order in which they first stand there."""

    def __init__(self) -> None:
        self._errors: list[_Error] = []
        self._of_class: dict[str, int] = {}

    def add(self, record: int, shape: int, line: str, reading: Reading) -> tuple[int, bool]:
        """Put in what was read; the number of the error that it belongs to (`NOTHING`: there are too many), and whether it is news."""
        if reading.worth == SUPPOSED:
            return self._suppose(record, shape, line, reading)
        caused = "Caused by: " in line
        if line == LAST_WORDS and self._is_of_ssh(record):
            reading = replace(reading, kind="unknown", worth=OPAQUE)
        for at in range(len(self._errors) - 1, -1, -1):
            known = self._errors[at]
            answered = "http_status" in reading.code and known.reading.code == reading.code
            near = record - known.last <= (ALIKE if answered else NEAR)
            if _same(known.reading, reading) or (near and _agree(known.reading, reading, caused=caused)):
                return at, known.takes(record, shape, line, reading)
        of_class = self._of_class[reading.kind] = self._of_class.get(reading.kind, 0) + 1
        if of_class > MOST_ERRORS:
            return NOTHING, False
        self._errors.append(_Error(record, shape, line, reading))
        return len(self._errors) - 1, True

    def _is_of_ssh(self, record: int) -> bool:
        last = self._errors[-1] if self._errors else None
        return last is not None and last.reading.client == "ssh" and record - last.last <= NEAR

    def _suppose(self, record: int, shape: int, line: str, reading: Reading) -> tuple[int, bool]:
        """What may be about anything is about the error above it, if that says only that something failed."""
        for at in range(len(self._errors) - 1, -1, -1):
            known = self._errors[at]
            if known.reading.worth == OPAQUE and record - known.last <= NEAR and _agree(known.reading, reading):
                return at, known.takes(record, shape, line, replace(reading, worth=WORDS))
        return NOTHING, False

    def again(self, at: int, record: int, shape: int) -> None:
        """A line of this error that was read before stands there once more."""
        self._errors[at].occurs(record, shape)

    def told(self) -> tuple[Told, ...]:
        """All of them."""
        last = {one.reading.kind: one for one in self._errors}
        return tuple(
            Told(
                reading=one.reading,
                lines=tuple(one.lines),
                first=one.first,
                times=one.times,
                more=last[one.reading.kind] is one and self._of_class.get(one.reading.kind, 0) > MOST_ERRORS,
            )
            for one in self._errors
        )


def best(readings: Sequence[Reading]) -> Reading | None:
    """The one that tells most, with what the others of its class know beside it."""
    if not readings:
        return None
    never = any(one.worth == OPAQUE and one.kind == "unknown" and one.client in BROWSERS for one in readings)
    first = max(
        readings,
        key=lambda one: (
            SUPPOSED if never and (says_only_closed(one) or one.code == NO_CLOSE_FRAME) else one.worth,
            one.worth == OPAQUE and one.kind != "unknown",
            one.worth == WORDS and "errno" in one.code,
            bool(one.client),
            -one.at,
        ),
    )
    for other in sorted(readings, key=lambda one: -one.worth):
        if other.kind == first.kind or other.worth == OPAQUE:
            first = _filled(first, other)
    return first


def _filled(one: Reading, other: Reading) -> Reading:
    """``one`` with the fields that it lacks and ``other`` has."""
    fields = ("client", "step", "scheme", "host", "port", "through", "call", "reached")
    missing = {name: getattr(other, name) for name in fields if not getattr(one, name) and getattr(other, name)}
    if missing.get("port") and one.host and other.host and one.host != other.host:
        del missing["port"]
    # The words of a mail server's reply are those of HTTP's statuses as well: `554 5.7.1 Service unavailable`.
    code = {} if "reply" in one.code and other.step == "http" else other.code
    return replace(one, **missing, code={**code, **one.code})


def _same(one: Reading, other: Reading) -> bool:
    place = (one.kind, one.host, one.port, one.by_client)
    return place == (other.kind, other.host, other.port, other.by_client) and one.code == other.code


def _agree(one: Reading, other: Reading, *, caused: bool = False) -> bool:
    """They may be two lines of one error: nothing that both name differs, or one of them says only that something failed.

    That the connection was closed says no more, where the ``other`` is what it was ``caused`` by.
    """
    opaque = OPAQUE in (one.worth, other.worth) or (caused and says_only_closed(one) and "errno" in other.code)
    if (one.kind != other.kind and not opaque) or one.by_client != other.by_client:
        return False
    if "accept" in (one.call, other.call) and one.code != other.code:
        return False  # what others asked of this server, and what it did itself
    if any(one.code.get(name, value) != value for name, value in other.code.items() if name in OF_ONE):
        return False
    if (
        one.kind != other.kind
        and "address-in-use" in (one.kind, other.kind)
        and "http_status" in {**one.code, **other.code}
    ):
        return False  # one could not listen, and the other was answered
    return _may_be_one(one.host, other.host) and (not one.port or not other.port or one.port == other.port)


def leave_nothing(readings: Iterable[Reading]) -> bool:
    """A code or a client's own sentence, its step and its place are known: anybody's words come before none, and add none."""
    known = best([one for one in readings if one.code != NO_CLOSE_FRAME])
    if known is None or known.worth < SENTENCE or (known.worth == SENTENCE and not known.client):
        return False
    return bool(known.step and known.host and known.port)


def says_only_closed(reading: Reading) -> bool:
    """In words that anybody uses, of what may have gone as it should or have a cause elsewhere."""
    return reading.kind == "closed" and reading.worth <= WORDS and not reading.code


OF_ONE = frozenset({"errno", "http_status", "mysql", "sqlstate"})
"Codes of which one error has one; Oracle's clients print a stack of theirs."
LOCALHOST = {"127.0.0.1", "::1"}


def _may_be_one(host: str, other: str) -> bool:
    """A name and an address may be of one machine; of two that differ, names or addresses, this is not so.

    The loopback addresses of both families are, to whoever asked for localhost.
    """
    return (
        {host, other} == LOCALHOST
        or not host
        or not other
        or host == other
        or looks_like_address(host) != looks_like_address(other)
    )
