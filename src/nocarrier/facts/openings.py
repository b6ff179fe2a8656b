"""How a port answers a few harmless openings, each on a connection of its own: what it speaks."""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

BANNER = ""
"The opening that says nothing, and listens."
INSIDE = "tls+"
"Before the name of what is said once TLS is up."
PROXY_V1, PROXY_V2 = "proxy1+", "proxy2+"
"Before the name of what is said behind a PROXY header of version 1 or 2 (HAProxy, doc/proxy-protocol.txt)."
AGAIN = "again+"
"Before the name of what is said once more, as it is, beside one with a PROXY header."
ELSEWHERE = "elsewhere+"
"Before the name of what is said for another path, `/robots.txt`, which means the same everywhere (RFC 9309)."
PREFIXES = (INSIDE, PROXY_V1, PROXY_V2, AGAIN, ELSEWHERE)


class Opened(Record, kw_only=True):
    """One connection, what was said on it, and what came back.

    ``opening`` is what was said: the word of a protocol, perhaps with one of `PREFIXES`; empty: nothing. ``end`` is how
    it ended: ``closed`` and ``reset`` by the peer, whether it had answered before or not, ``open`` by us. ``size`` bytes
    came. ``protocol`` is what they were recognised as (a word of `facts.services.SHOWN`; empty: unknown), ``software``
    what the server calls itself, ``sure``: no other protocol's server says this. ``echo``: what was said came back.
    ``choked`` is how it complained of words that were never said (`wire.unprompted`): ``quoted``, ``unasked`` or empty.
    ``status`` is that of an HTTP/1 answer, ``location`` the host that it redirects to. ``says`` is the beginning in
    printable letters.
    """

    opening: str
    connected: bool = True
    end: str = "open"
    size: int = 0
    took_ms: float = 0.0
    protocol: str = ""
    software: str = ""
    sure: bool = False
    echo: bool = False
    choked: str = ""
    complaint: str = ""
    "Its last line, where it choked."
    status: int = 0
    location: str = ""
    intermediary: str = ""
    "The header by which an HTTP answer owns to a proxy or an edge in between, or empty."
    says: str = ""

    @property
    def answered(self) -> bool:
        """Something came that is not just what was said."""
        return self.size > 0 and not self.echo

    @property
    def well(self) -> bool:
        """An answer that is sure to be one, and no complaint of the request."""
        return self.answered and self.sure and self.status != 400

    @property
    def hung_up(self) -> bool:
        """The peer ended it without a word."""
        return self.connected and not self.size and self.end in ("closed", "reset")

    @property
    def silent(self) -> bool:
        """It stands, and nothing came."""
        return self.connected and not self.size and self.end == "open"

    @property
    def said(self) -> str:
        """The protocol in which it was spoken to, without what came before."""
        prefix = next((prefix for prefix in PREFIXES if self.opening.startswith(prefix)), "")
        return self.opening[len(prefix) :]


class Turn(Record, kw_only=True):
    """Once more without the PROXY header that the port had answered behind, and then with it.

    Where the server is the one to speak first both are moments of one connection, so that what comes of the header comes
    because of it; else they are two connections, one after the other. ``behind`` is None where the first ended it.
    """

    without: Opened
    behind: Opened | None = None

    @property
    def opens(self) -> bool:
        """The header made the difference."""
        return not self.without.well and self.behind is not None and self.behind.well


class Openings(Facts, kw_only=True):
    """All of them, in the order in which they were made, to one address and port."""

    after_connecting: ClassVar[bool] = True

    address: str
    port: int
    opened: tuple[Opened, ...] = ()
    turns: tuple[Turn, ...] = ()
    "What came where a PROXY header seemed to open it, one after the other."

    def at(self, opening: str) -> Opened | None:
        """What became of one opening; None where it was not made."""
        return next((one for one in self.opened if one.opening == opening), None)

    @property
    def outside(self) -> tuple[Opened, ...]:
        """Those without a prefix: said in plain to the port as it is."""
        return tuple(one for one in self.opened if not one.opening.startswith(PREFIXES))

    @property
    def spoken(self) -> Opened | None:
        """The answer that tells best what the port speaks: a sure one before one that is not, and the one that was
        given in the protocol in which it was asked before a complaint about another."""
        known = [one for one in self.outside if one.protocol]
        return min(known, key=lambda one: (not one.sure, one.said != one.protocol), default=None)

    @property
    def inside(self) -> Opened | None:
        """The same, of what is spoken once TLS is up."""
        known = [one for one in self.opened if one.opening.startswith(INSIDE) and one.protocol]
        return min(known, key=lambda one: (not one.sure, one.said != one.protocol), default=None)

    @property
    def protocols(self) -> frozenset[str]:
        """All that it was surely heard to speak in plain."""
        return frozenset(one.protocol for one in self.outside if one.sure)

    @property
    def echoes(self) -> bool:
        """Everything that was said came back, as it was."""
        talked = [one for one in self.outside if one.opening and one.size]
        return len(talked) > 1 and all(one.echo for one in talked)

    @property
    def same_words(self) -> str:
        """What it answers to everything, whatever was said; empty where the answers differ or are few."""
        talked = [one for one in self.outside if one.opening and one.answered]
        words = {one.says for one in talked}
        return words.pop() if len(talked) > 2 and len(words) == 1 else ""

    @property
    def mute(self) -> bool:
        """Not a byte came of anything that was said in plain."""
        return not any(one.size for one in self.outside)
