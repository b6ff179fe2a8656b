"""Attempts that are repeated: how many packets get lost."""

from __future__ import annotations

from math import sqrt

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

Z = 1.96
"The standard normal quantile of a two-sided interval of 95 %."


class Share(Record, kw_only=True):
    """Of ``sent`` single packets ``answered`` had an answer in time."""

    sent: int
    answered: int

    @property
    def lost(self) -> int:
        """How many had none."""
        return self.sent - self.answered

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the loss lies, with 95 % confidence."""
        return wilson(self.lost, self.sent)

    @property
    def some(self) -> bool:
        """Some got lost, and some did not."""
        return self.lost > 0 and self.answered > 0


def wilson(hits: int, tries: int, z: float = Z) -> tuple[float, float]:
    """The interval of E. B. Wilson (1927) for a share seen as ``hits`` of ``tries``: also right for few of either.

    0 tries tell nothing: (0.0, 1.0).
    """
    if not tries:
        return 0.0, 1.0
    share, weight = hits / tries, z * z / tries
    middle = share + weight / 2
    reach = z * sqrt(share * (1 - share) / tries + weight / (4 * tries))
    return max(0.0, (middle - reach) / (1 + weight)), min(1.0, (middle + reach) / (1 + weight))


class Loss(Facts, kw_only=True):
    """Single SYNs to the target's ``port`` and, in turn with them, to ``beside``, a port of the same address on which
    hardly anything listens: there the kernel answers, with a RST, whatever the programs of that machine do.

    Each came from another source port and was given ``wait_ms``.
    """

    address: str
    port: int
    own: Share
    beside: int
    other: Share
    wait_ms: float
