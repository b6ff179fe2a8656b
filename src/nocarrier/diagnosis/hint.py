"""What a hint is, and what all that give hints know of hosts and ports."""

from __future__ import annotations

from nocarrier.facts.private import is_loopback as loopback_address
from nocarrier.facts.private import private_block
from nocarrier.model.pattern import pattern
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.readings.messages.reading import Reading

LOCAL_PROXIES = frozenset({
    1080, 1081, 1087, 2080, 3128, 3142, 4780, 6152, 6153, 7890, 7891, 7897, 8118, 9666, 10808, 10809, 12334, 20170, 20171, 20172,
})  # fmt: skip
"Where HTTP and SOCKS proxies of the own machine listen, and hardly anything else."
PUBLIC_PORTS = frozenset({0, 22, 80, 443, 9418})
"Where what is on the internet for everybody is found."
HTTPS = 443
DYNAMIC = 49152
"Ports from here on are nobody's (RFC 6335, section 6): a program takes one for as long as it runs."
WEB = frozenset({"http", "https", "ws", "wss"})
"What a browser can ask for."
OWN = (".local", ".lan", ".internal", ".home", ".arpa", ".localdomain", ".test")
"Names that mean something in one network only."
FOR_EVERYBODY = say(
    "what is there for everybody is seldom down; a proxy, or a firewall that wants one, often stands before it"
)


class Hint(Record):
    """The weight of a cause is taken so many ``times``, because of what stands in the text (``why``, where it is more).

    One that ``leads`` comes before all that the text does not tell of, be it of this class of error or not.
    """

    cause: str
    times: float
    why: Prose | None = None
    leads: bool = False


def is_loopback(host: str) -> bool:
    """By its form (RFC 6761, section 6.3: all names under ``localhost`` are this machine)."""
    name = host.lower()
    return (
        name in ("localhost", "ip6-localhost", "localhost.localdomain")
        or name.endswith(".localhost")
        or loopback_address(host)
    )


def is_literal(host: str) -> bool:
    """An address, and no name."""
    return ":" in host or (host.replace(".", "").isdigit() and "." in host)


_SOCKET_FILE = pattern(r"(?i)\bunix:|unix connect failed|/[\w.-]{1,100}\.sock\b")


def over_a_unix_socket(reading: Reading, text: str) -> bool:
    """The text speaks of the file of a socket, and of no port."""
    if reading.scheme == "unix" or reading.host.startswith("/") or reading.code.get("errno") == "ENOENT":
        return True  # of what one dials only a file can be missing
    return not reading.port and _SOCKET_FILE.search(text) is not None


OF_BINDS = frozenset({"address-unavailable", "address-in-use", "permission-denied"})
"Classes of what befalls a socket when it is bound."
_BIND = pattern(r"(?i)\bbind|\blisten(?:ing)?\b")


def was_bound(kind: str, text: str) -> bool:
    """Of a bind that failed the text names the machine's own address, or one that it was to have, and nobody was dialled."""
    return kind in OF_BINDS and "connect" not in text.lower() and _BIND.search(text) is not None


def binds(reading: Reading, text: str) -> bool:
    """A program was to listen, as the frames of its stack or its words show, and dialled nobody."""
    return reading.call == "bind" or (not reading.call and was_bound(reading.kind, text))


def of_own_network(host: str) -> bool:
    """A name or an address that only machines near by know."""
    return "." not in host or host.endswith((".local", ".lan", ".home", ".internal")) or bool(private_block(host))
