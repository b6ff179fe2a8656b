"""An exception and all it came from → the connections that failed.

The ways from one exception to the next: what it was raised from (``__cause__``), what was being handled meanwhile
(``__context__``, unless suppressed), a group's members, and what libraries keep in attributes and arguments. Each
exception is looked at once, so that a cycle ends, and of a chain without end the nearest `MOST` are.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from nocarrier.diagnosis.explaining import explained as _explained
from nocarrier.facts.proxies import Proxy
from nocarrier.facts.services import DEFAULT_PORT, TAKES_UP_TLS
from nocarrier.integrations.clients.failure import Failure, agree, joined
from nocarrier.integrations.clients.links import before, beneath, beside, earlier
from nocarrier.integrations.clients.looking import NOWHERE, Place, over_tls
from nocarrier.integrations.clients.reading import libraries, read
from nocarrier.integrations.clients.through import Through
from nocarrier.model.explanation import Explained
from nocarrier.model.record import NOTHING, Record, replace
from nocarrier.model.target import endpoint
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.reading import ErrorClass, Reading

MOST = 100
"Exceptions that are looked at."
DEEPEST = 40
"Links from the first one."
MOST_FAILURES = 16
WEB = ("http", "https", "ws", "wss")
"Schemes that are asked for through a proxy."
SPOKEN = ("http", "websocket", "proxy")
"Steps at which the path of a URL matters."
BEFORE = ("", "name", "tcp")
ITS_OWN = ("refused", "timed-out", "unreachable", "name-not-resolved")
"Steps and kinds with which a connection to a proxy fails."


class Way(Record, kw_only=True):
    """What was dialled and how, as `diagnose` takes it: ``proxy`` is None for whatever the environment names."""

    target: str
    proxy: str | None = None
    source: str = ""


class Tried(Record, kw_only=True):
    """One connection that failed.

    ``kind`` is the contract's ``class``, ``step`` the step at which it failed (empty: not known), ``code`` what that was
    read from. ``scheme``, ``host`` and ``port`` are the target's as far as known (else empty or 0); ``path`` is a unix
    socket's, or that of a URL. ``client`` is the library that failed, ``exception`` the full name of the class that told
    most, ``text`` the lines that were read, without secrets. ``by_text``: only words say that it was a connection that
    failed, no class, attribute or frame of a client.
    """

    kind: ErrorClass
    step: str = ""
    scheme: str = ""
    host: str = ""
    port: int = 0
    path: str = ""
    client: str = ""
    code: dict[str, str | int] = NOTHING
    through: str = ""
    "The proxy that was dialled in place of the target."
    proxy: Through | None = None
    "The same, with what it was told of its user; None also where only a text names it."
    direct: bool = False
    "It is known that no proxy was dialled."
    source: str = ""
    "The address that was bound before connecting."
    bound: bool = False
    "It is the place that was to be bound, and nobody was dialled."
    exception: str = ""
    text: str = ""
    by_text: bool = False
    reading: Reading

    @property
    def target(self) -> str | None:
        """The target as `diagnose` takes it; None where it is not known, or its port is not."""
        if self.scheme == "unix":
            return f"unix://{self.path}" if self.path else None
        scheme = self.scheme if self.scheme in DEFAULT_PORT else "tcp"
        port = self.port or DEFAULT_PORT[scheme]
        if not self.host or not port:
            return None
        return f"{scheme}://{endpoint(self.host, port)}{self.path if self.step in SPOKEN else ''}"

    @property
    def way(self) -> Way | None:
        """How to dial it again, by another way where the environment names one than by the program's. None where that is not known: a proxy that asked for more than a name and a password
        would not let anybody else through."""
        target = self.target
        if target is None or self.bound or (self.proxy is not None and self.proxy.withheld):
            return None
        if not (self.through or self.direct or self.kind == "proxy"):
            return Way(target=target, source=self.source)
        named = self._named()
        if self.kind == "proxy" and not self.through and named is None:
            return None
        used = self.proxy.url if self.proxy is not None else self.through
        usual = self.through.rpartition("/")[2] == (endpoint(named.host, named.port) if named is not None else "")
        return Way(target=target, proxy=None if usual or (not used and not self.direct) else used, source=self.source)

    def _named(self) -> Proxy | None:
        """The proxy that the environment has for this target: whoever looks into it is to find that, too."""
        if self.scheme not in WEB:
            return None
        from nocarrier.readings.proxy_settings import choose

        return choose(os.environ, self.scheme, self.host, self.port or DEFAULT_PORT[self.scheme] or 0).proxy


def tried(exception: BaseException) -> tuple[Tried, ...]:
    """The connections whose failing this exception tells of, the most telling first; empty where it tells of none."""
    found = [each for each in _Walk().failures(exception, NOWHERE, 0) if each.reading.worth and not each.alone]
    return tuple(_tried(each) for each in _distinct(found)[:MOST_FAILURES])


def explained(exception: BaseException) -> tuple[Explained, ...]:
    """What they mean: see `diagnosis.explaining`."""
    found = [
        Told(reading=each.reading, lines=tuple(each.text.split("\n")), first=number)
        for number, each in enumerate(tried(exception))
    ]
    return _explained(found)


def _tried(failure: Failure) -> Tried:
    reading = _at_the_proxy(_over_tls(failure.reading))
    unix = reading.scheme == "unix" and bool(failure.path)
    return Tried(
        kind=reading.kind,
        step=reading.step,
        scheme=reading.scheme,
        host="" if unix else reading.host,
        port=reading.port,
        path=failure.path,
        client=reading.client,
        code=reading.code,
        through=reading.through,
        proxy=failure.proxy,
        direct=failure.direct,
        source=failure.source,
        bound=failure.bound,
        exception=failure.exception,
        text="\n".join(failure.lines),
        by_text=failure.by_text,
        reading=replace(reading, host=failure.path) if unix else reading,
    )


def _over_tls(reading: Reading) -> Reading:
    """What failed in TLS was to be spoken inside it, unless that is taken up later only, when a server is asked to."""
    if reading.step != "tls" or reading.scheme in TAKES_UP_TLS or reading.scheme == "unix":
        return reading
    return replace(reading, scheme=over_tls(reading.scheme))


def _at_the_proxy(reading: Reading) -> Reading:
    """What failed before a proxy was connected to is the proxy's failure: nobody has asked for the target yet."""
    if not reading.through or reading.step not in BEFORE or reading.kind not in ITS_OWN:
        return reading
    return replace(reading, kind="proxy", step="proxy")


class _Walk:
    """One walk along all links. What it has seen it holds, so that no other object takes an old one's identity."""

    def __init__(self) -> None:
        self._seen: dict[int, BaseException] = {}

    def failures(self, exception: BaseException, about: Place, depth: int) -> list[Failure]:
        """What this exception and those it came from tell of."""
        if id(exception) in self._seen or len(self._seen) >= MOST or depth > DEEPEST:
            return []
        self._seen[id(exception)] = exception
        own = read(exception, about)
        library = next(iter(libraries(exception)), None)
        for ways in (beneath(exception, library), beside(exception, library)):
            lower = [each for one, place in ways for each in self.failures(one, place, depth + 1)]
            own = _layered(own, lower)
        for one, place in earlier(exception, library):
            own = _distinct([*own, *self.failures(one, place, depth + 1)])
        context = before(exception)
        if context is not None:
            own = _after(own, self.failures(context, NOWHERE, depth + 1))
        return own


def _layered(upper: Sequence[Failure], lower: Sequence[Failure]) -> list[Failure]:
    """Two layers' words for the same failures."""
    if not upper or not lower:
        return [*upper, *lower]
    if len(upper) == 1:
        return _distinct(joined(upper[0], each) for each in lower)
    fitting = [next((one for one in lower if agree(each, one)), None) for each in upper]
    return [each if one is None else joined(each, one) for each, one in zip(upper, fitting, strict=True)]


def _after(own: Sequence[Failure], earlier: Sequence[Failure]) -> list[Failure]:
    """What came before may be a lower layer of the same failure, or another one."""
    if not own or not earlier:
        return [*own, *earlier]
    same = [each for each in earlier if agree(own[0], each)]
    return [*_layered(own, same), *(each for each in earlier if each not in same)]


def _distinct(failures: Iterable[Failure]) -> list[Failure]:
    """Each once: the same error at the same place, whatever name it goes by."""
    kept: list[Failure] = []
    for each in failures:
        for number, known in enumerate(kept):
            if _same(known, each):
                kept[number] = joined(known, each) if known.reading.host else joined(each, known)
                break
        else:
            kept.append(each)
    return kept


def _same(one: Failure, other: Failure) -> bool:
    mine, theirs = one.reading, other.reading
    if mine.kind != theirs.kind or (mine.code != theirs.code and mine.worth and theirs.worth and mine.host):
        return False
    return not mine.host or not theirs.host or (mine.host, mine.port) == (theirs.host, theirs.port)
