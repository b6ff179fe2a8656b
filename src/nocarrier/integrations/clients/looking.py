"""Looking at foreign objects without harm: attributes may raise, lie, or be huge.

What they raise is caught (not KeyboardInterrupt and its like, which are for the program), what they are is taken only
where it has the plain type that is expected, and no more of it than `LONGEST`. How long a property of a foreign class
computes cannot be bounded; those of the libraries named in this package only hand out what they hold.
"""

from __future__ import annotations

from urllib.parse import unquote

from nocarrier.facts.services import PLAIN_TWIN
from nocarrier.model.annotations import Any
from nocarrier.model.record import Record
from nocarrier.model.target import WILDCARDS, Target, endpoint
from nocarrier.readings.target import BadTarget, is_address, parse_target

LONGEST = 4096
"Characters of any text."
LONGEST_HOST = 300
LONGEST_PATH = 108
"Bytes of a unix socket's path (unix(7), ``sun_path``)."


class Place(Record, kw_only=True):
    """Where to; empty or 0 is what is not known. ``path`` is a unix socket's, or a URL's without its query."""

    scheme: str = ""
    host: str = ""
    port: int = 0
    path: str = ""

    @property
    def dialled(self) -> str:
        """``host:port``; empty where there is no host."""
        return endpoint(self.host, self.port) if self.host else ""

    def __bool__(self) -> bool:
        return bool(self.host or self.port or (self.scheme == "unix" and self.path))


NOWHERE = Place()


def names(exception: BaseException) -> list[str]:
    """The full names of its class and of those it is made from, its own first. Copies that another package carries
    with it (``pip._vendor.urllib3``) are called as the original."""
    return [f"{module_of(kind)}.{kind.__qualname__}" for kind in type(exception).__mro__]


def module_of(kind: type) -> str:
    """The module of a class; of a copy, the original's."""
    module = kind.__module__ if isinstance(kind.__module__, str) else ""
    return original(module)


def original(module: str) -> str:
    """``urllib3.util`` for ``pip._vendor.urllib3.util`` and ``botocore.vendored.requests.packages.urllib3.util``."""
    for mark in ("._vendor.", ".vendored.", ".packages."):
        module = module.rpartition(mark)[2]
    return module


def at(thing: Any, way: str) -> Any:
    """What is found on a way of names, keys and numbers; None where there is nothing."""
    for part in way.split(".") if way else ():
        thing = _step(thing, part)
        if thing is None:
            return None
    return thing


def _step(thing: Any, part: str) -> Any:
    try:
        if isinstance(thing, dict):
            return thing.get(part)
        if part.isdigit():
            return thing[int(part)] if isinstance(thing, (tuple, list)) else None
        return getattr(thing, part, None)
    except Exception:  # whatever a foreign property raises
        return None


def text(value: Any) -> str:
    """A text, bytes that are text, or an object that is written as one, such as a URL; else empty."""
    try:
        written = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        return written[:LONGEST] if isinstance(written, str) and value is not None else ""
    except Exception:  # a foreign __str__
        return ""


def plain_text(value: Any) -> str:
    """A text or bytes that are text; of anything else nothing."""
    return text(value) if isinstance(value, (str, bytes)) else ""


def whole(value: Any, most: int = 1 << 31) -> int:
    """A whole number from 1 to ``most``, or digits; else 0."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 11:
        value = int(value)
    return int(value) if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= most else 0


def place(host: Any, port: Any, scheme: str = "") -> Place:
    """The place that these name, or nowhere."""
    named = plain_text(host).strip("[]")
    if (
        not named
        or len(named) > LONGEST_HOST
        or any(letter.isspace() or not letter.isprintable() for letter in named)
    ):
        return NOWHERE
    if named.startswith("/"):
        return unix(named)
    return Place(scheme=scheme, host=named, port=whole(port, 65535))


def unix(value: Any) -> Place:
    """The unix socket of this path, an abstract one with ``@`` in place of its first byte, or nowhere."""
    path = plain_text(value)
    path = f"@{path[1:]}" if path.startswith("\0") else path
    return Place(scheme="unix", path=path) if 0 < len(path) <= LONGEST_PATH and path.isprintable() else NOWHERE


def of_url(value: Any) -> Place:
    """The place that a URL names: neither its user nor its query is kept. A dialect (``postgresql+psycopg``) is not
    part of what is spoken."""
    scheme, mark, rest = text(value).partition("://")
    if not mark:
        return NOWHERE
    scheme, _, more = scheme.lower().partition("+")
    if more and scheme in ("http", "https"):
        # http+unix://%2Frun%2Fdocker.sock/info: what only libraries for sockets of docker's kind say
        return unix(unquote(rest.partition("/")[0])) if more == "unix" else NOWHERE
    try:
        return of_target(parse_target(f"{scheme}://{rest.partition('?')[0].partition('#')[0]}"))
    except BadTarget:
        return NOWHERE


def local(value: Any) -> str:
    """An address that is bound before connecting, as `readings.source` takes it: of a text, or of a pair of address and
    port. A wildcard binds none."""
    address = plain_text(at(value, "0") if isinstance(value, (tuple, list)) else value)
    port = whole(at(value, "1"), 65535) if isinstance(value, (tuple, list)) else 0
    if not is_address(address) or address in WILDCARDS:
        return ""
    return endpoint(address, port) if port else address


def over_tls(scheme: str) -> str:
    """The scheme of the same inside TLS; of what has none, TLS itself."""
    return (
        scheme
        if scheme in PLAIN_TWIN
        else next((name for name, plain in PLAIN_TWIN.items() if plain == scheme), "tls")
    )


def of_address(value: Any, scheme: str = "") -> Place:
    """The place in ``host:port``, also behind a resolver's name as gRPC writes it (its doc/naming.md)."""
    named = plain_text(value).rpartition("///")[2]
    for resolver in ("dns:", "ipv4:", "ipv6:"):
        named = named.removeprefix(resolver)
    if named.startswith("unix:"):
        return unix(named.removeprefix("unix:"))
    found = of_url(f"tcp://{named}")
    return Place(scheme=scheme, host=found.host, port=found.port)


def of_target(target: Target) -> Place:
    """The place of a target."""
    return Place(scheme=target.scheme, host=target.host, port=target.port or 0, path=target.path)
