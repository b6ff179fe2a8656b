"""What is known of one client library: a table for each, read by `reading`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nocarrier.model.annotations import Any
from nocarrier.model.prose import Prose
from nocarrier.model.record import NOTHING, Record
from nocarrier.readings.messages.reading import SENTENCE, ErrorClass, Reading


class Meaning(Record):
    """What an exception says by its class alone. See `Reading` for the fields."""

    kind: ErrorClass
    step: str = ""
    worth: int = SENTENCE
    code: dict[str, str | int] = NOTHING
    open: Prose | None = None


class Frame(Record, kw_only=True):
    """A function of the library in whose local variables the target stands while it connects.

    Each field is a way to a value: the name of a local variable and then, behind dots, of attributes, keys, or places
    in a sequence (``self.host``, ``address.0``). ``only_if`` names what must be there for the frame to count, ``unless`` what
    must not.
    """

    host: str = ""
    port: str = ""
    name: str = ""
    "In place of ``host``: an object that is written as a host's name."
    address: str = ""
    "In place of ``host`` and ``port``: a text that holds both, as gRPC has it (``dns:///host:port``)."
    url: str = ""
    path: str = ""
    "A unix socket's."
    file: str = ""
    "The name of the socket's file, with ``{port}`` in it, where ``host`` may be the folder that it lies in."
    through: tuple[str, ...] = ()
    """A proxy, as a URL or an object that has the parts of one: the first that is found. Of a function that names the
    way and holds nothing there it is known that no proxy was dialled."""
    account: tuple[str, ...] = ()
    "What the proxy is told of its user: a pair, or the headers that are sent to it."
    secure: tuple[str, ...] = ()
    "What is there, and not False, where TLS is spoken from the first byte on; of a word, one that names SSL."
    literal: str = ""
    "The address that is dialled in place of what ``host`` would become."
    tunnel: tuple[str, ...] = ()
    "Host and port that are asked for through what ``host`` and ``port`` name, where such are there: that is a proxy then."
    source: str = ""
    "The address that is bound before connecting: a text, or a pair with the port."
    scheme_at: str = ""
    scheme: str = ""
    "What is spoken, where every call of the function speaks it: not a way, but the word."
    step: str = ""
    "The step of the contract that the function carries out: the word, too."
    only_if: str = ""
    listens: bool = False
    "The place is bound there, and nobody is dialled."
    unless: tuple[str, ...] = ()
    "What is there where somebody else has dialled: the function then knows no place that could be dialled again."


class Client(Record, kw_only=True):
    """One library.

    ``classes`` are its exceptions by their full names, or None for one that by itself tells of no connection. ``urls`` and
    ``places`` are the attributes that hold the target, as a URL or as host and port; ``paths`` a unix socket's.
    ``beneath`` are attributes that hold what the exception was made from, ``beside`` those that hold several. ``frames``
    are its functions, as ``module:qualified name``. ``read`` reads what no table can hold.
    """

    name: str = ""
    "Who is said to have failed; empty for what is below every client."
    scheme: str = ""
    "What its servers speak."
    classes: dict[str, Meaning | None] = NOTHING
    urls: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    "Attributes that hold a URL without its scheme."
    places: tuple[tuple[str, str], ...] = ()
    paths: tuple[str, ...] = ()
    about_proxies: tuple[str, ...] = ()
    "Exceptions whose place is that of a proxy."
    through: tuple[str, ...] = ()
    account: tuple[str, ...] = ()
    "Attributes that hold a proxy, as those of a `Frame` do."
    statuses: tuple[str, ...] = ()
    "Attributes that hold an HTTP status."
    upgrades: bool = False
    "The statuses are answers to a WebSocket handshake."
    beneath: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    "Attributes that hold how it went before, with other servers."
    frames: dict[str, Frame] = NOTHING
    read: Callable[[Any], Iterator[Reading]] | None = None
    tells: Callable[[Any], bool] | None = None
    "Whether one whose class tells of no connection does so by its words."
    says: Callable[[Any], str] | None = None
    "The text to be read in place of the exception's own, where that is no sentence."
