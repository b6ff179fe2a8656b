"""What one line of a foreign program's output says about a connection."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.annotations import Literal, Protocol
from nocarrier.model.prose import Prose
from nocarrier.model.record import NOTHING, Record

ErrorClass = Literal[
    "refused", "timed-out", "unreachable", "address-unavailable", "address-in-use", "name-not-resolved", "reset",
    "closed", "tls-failed", "protocol-mismatch", "rejected", "proxy", "permission-denied", "resource-limit", "unknown",
]  # fmt: skip
"What the client met, in the words of the contract."

Call = Literal[
    "", "lookup", "connect", "bind", "accept", "tunnel", "handshake", "io", "http", "websocket", "service", "client"
]
"""What a program was doing when it failed, as the frames of its stack tell (`frames`): ``io`` is reading or writing, ``client``
anything that a client of some protocol does, ``accept`` what it is told of who asked it."""

MEANT, CODE, SENTENCE, WORDS, OPAQUE, SUPPOSED = 5, 4, 3, 2, 1, 0
"""How much a reading is worth: a sentence that says more than the code beside it (axios prints ECONNABORTED for a time-out); a code (an errno, ``ERR_CONNECTION_REFUSED``); a sentence that only one client writes; the
operating system's text for a code, which anybody may have printed; words behind which any failure may stand; and words that
may be about anything, and count only beside frames of a connection or another error that says that it failed and not how."""


class Reading(Record, kw_only=True):
    """One error as one reader understood it.

    ``client`` is who printed it (``node``, ``curl``), empty where the words are common property; ``step`` the step of the
    contract at which it failed, empty where the text does not say; ``code`` what it was read from (``{"errno":
    "ECONNREFUSED"}``). ``scheme``, ``host`` and ``port`` are the target's as far as the text names it, empty or 0 where it
    does not. ``call`` is what a stack's frames show. ``open`` says in a sentence what such a text leaves open. ``at`` is where in the line it begins.
    """

    kind: ErrorClass
    worth: int
    client: str = ""
    step: str = ""
    code: dict[str, str | int] = NOTHING
    scheme: str = ""
    host: str = ""
    port: int = 0
    through: str = ""
    "The proxy that was dialled in place of the target, ``host:port``, where the text names one."
    call: Call = ""
    by_client: bool = False
    "A server tells it, of a client that went or kept silent (`departures`)."
    reached: str = ""
    "The address at which the same client got through after all, as a line below says."
    open: Prose | None = None
    at: int = 0


class NoText(Exception):
    """What was given is no text that can be read; ``why`` is a sentence for a person."""

    def __init__(self, why: Prose) -> None:
        super().__init__(str(why))
        self.why = why


class Reader(Protocol):
    """The part every module of this package has that reads a family of clients.

    ``STEMS`` are lower-case pieces of text, one of which stands in every line that it reads. What its table ``SAID`` of
    phrases holds beside them is added by `just pages` (`phrases.stems`).
    """

    STEMS: tuple[str, ...]

    def read(self, line: str) -> Iterator[Reading]:
        """Every error that this line tells of. Linear in its length; never raises."""
