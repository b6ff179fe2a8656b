"""Which ports near the dialled one take connections, and what is spoken there."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Spoken(Record, kw_only=True):
    """What one open port said first, of itself or when asked in the target's protocol.

    ``protocol`` is a word of `facts.services.PROTOCOL`, or empty where nothing was said or recognised; ``said``:
    whether it said anything at all. ``software`` is what it calls itself, bounded and printable, or empty.
    """

    port: int
    protocol: str = ""
    said: bool = False
    software: str = ""


class Neighbourhood(Facts, kw_only=True):
    """Ports of the same address that were tried in place of the target's, and those that took a connection.

    ``speaking`` are the open ones where the first bytes are those of the target's own protocol.
    """

    address: str
    tried: tuple[int, ...]
    open: tuple[int, ...]
    speaking: tuple[int, ...] = ()
    spoken: tuple[Spoken, ...] = ()

    def at(self, port: int) -> Spoken | None:
        """What one port said; None where it did not take a connection."""
        return next((spoken for spoken in self.spoken if spoken.port == port), None)


def is_near(dialled: int, port: int) -> bool:
    """A neighbouring number: where a second program of the same kind is often put, too."""
    return 0 < abs(dialled - port) <= 3


def is_slip(dialled: int, port: int) -> bool:
    """One is the other with two neighbouring digits swapped, a digit doubled, or one left out."""
    return port in slips(dialled)


def slips(port: int) -> tuple[int, ...]:
    """The numbers that a slip of the finger makes of this one, and those it would come from."""
    digits = str(port)
    swapped = [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)]
    doubled = [digits[: at + 1] + digits[at:] for at in range(len(digits))]
    dropped = [digits[:at] + digits[at + 1 :] for at in range(len(digits))]
    numbers = [int(text) for text in (*swapped, *doubled, *dropped) if text and text[0] != "0"]
    return tuple(dict.fromkeys(number for number in numbers if 0 < number < 65536 and number != port))
