"""Up to which size do segments of one connection's answer come through?"""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

HEADERS = {4: 40, 6: 60}
"Bytes of the IP and TCP headers without options; options are taken from the segment (RFC 6691, section 2)."
FEWEST = 2
"Answers, and silences, that it takes to tell a size from a coincidence."


class Attempted(Record, kw_only=True):
    """One connection whose SYN announced ``segment`` as the largest it takes (0: the system's own), and what came."""

    segment: int
    connected: bool
    answered: bool


class PathMtu(Facts, kw_only=True):
    """The same request over connections that announce different largest segments, to one address of the target."""

    address: str
    port: int
    attempts: tuple[Attempted, ...]

    @property
    def version(self) -> int:
        """Of the Internet Protocol."""
        return 6 if ":" in self.address else 4

    @property
    def largest(self) -> int:
        """The largest segment with which an answer came; 0 where none came with any."""
        return max((one.segment for one in self.attempts if one.answered and one.segment), default=0)

    @property
    def mtu(self) -> int:
        """The size of packet that such a segment makes, the largest that was seen to pass."""
        return self.largest + HEADERS[self.version]

    @property
    def lost(self) -> int:
        """The size of the smallest packet that was seen not to; 0 where only the link's own size was tried."""
        silent = [one.segment for one in self.attempts if one.segment and one.connected and not one.answered]
        return min(silent) + HEADERS[self.version] if silent else 0

    @property
    def hole(self) -> bool:
        """Answers come in small segments and in none that is larger, each seen more than once, the system's own included."""
        answered = [one.segment for one in self.attempts if one.answered]
        silent = [one.segment or 1 << 16 for one in self.attempts if one.connected and not one.answered]
        own = any(not one.segment and one.connected and not one.answered for one in self.attempts)
        enough = len(answered) >= FEWEST and len(silent) >= FEWEST
        return own and enough and 0 not in answered and max(answered) < min(silent)

    @property
    def none_answered(self) -> bool:
        """Connections came about, and no size of segment brought an answer."""
        return any(one.connected for one in self.attempts) and not any(one.answered for one in self.attempts)
