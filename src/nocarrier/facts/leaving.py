"""Do packets that this machine sends to an address leave it, and are answers given to the program that waits?"""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Leaving(Facts, kw_only=True):
    """The machine's own counters around a few more attempts to connect, each beside a quiet moment of equal length.

    ``rounds`` is the number of attempts, ``held_back`` how many packets (no more than attempts) were given to the IP
    layer meanwhile and never handed on to a link; ``noise`` how many were in all of the quiet moments. ``thrown_away``
    and ``noise_in`` are the same of packets that came in and were given to nobody.
    """

    address: str
    port: int
    rounds: int
    held_back: int
    noise: int
    thrown_away: int = 0
    noise_in: int = 0

    @property
    def kept(self) -> bool:
        """Every attempt was held back, and hardly anything else was: on a busy machine some always is."""
        return self.rounds > 0 and self.held_back == self.rounds and self.noise * 4 <= self.rounds

    @property
    def answers_thrown_away(self) -> bool:
        """As many packets came in for nothing as attempts were made, and hardly any in the quiet moments."""
        return self.rounds > 0 and self.thrown_away == self.rounds and self.noise_in * 4 <= self.rounds
