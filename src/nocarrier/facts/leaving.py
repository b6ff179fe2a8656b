"""Do packets that this machine sends to an address leave it?"""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Leaving(Facts, frozen=True, kw_only=True):
    """The machine's own counters around a few more attempts to connect, each beside a quiet moment of equal length.

    ``rounds`` is the number of attempts, ``held_back`` in how many of them a packet was given to the IP layer and
    never handed on to a link; ``noise`` in how many of the quiet moments that happened as well.
    """

    address: str
    port: int
    rounds: int
    held_back: int
    noise: int

    @property
    def kept(self) -> bool:
        """Every attempt was held back, and nothing else was meanwhile."""
        return self.rounds > 0 and self.held_back == self.rounds and self.noise == 0
