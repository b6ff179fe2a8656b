"""What other ports of a host do whose dialled port keeps silent."""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

How = Literal["open", "reset", "icmp", "silent"]


class OtherPort(Record, kw_only=True):
    """One port that was tried: ``open``, ``reset`` (a RST), ``icmp`` (port unreachable from the host), ``silent``.

    ``ping`` is an echo request, which has no port (0); answered, it is ``open``.
    """

    port: int
    transport: Literal["tcp", "udp", "ping"]
    how: How


class Contrast(Facts, kw_only=True):
    """Ports of the same address that were tried beside the target's.

    ``again`` is what the target's own port did when it was tried several times more. ``heard_from``: an ICMP message of another machine
    came instead, if one did. ``round_trip_ms``: how long the fastest answer of the host took; 0 where there was none.
    ``received_at``: the hop at which the host's own IP layer received a packet to the target's port, by its own word (a
    parameter problem with the packet's options), which says nothing of what becomes of good ones; 0: it said none.
    ``ran_out_at``: the router at which the time to live of one of these packets ran out, by its own word.
    """

    address: str
    again: How
    others: tuple[OtherPort, ...]
    heard_from: str = ""
    round_trip_ms: float = 0.0
    received_at: int = 0
    ran_out_at: str = ""

    @property
    def answering(self) -> tuple[OtherPort, ...]:
        """Those where the host itself said something: it is up, and packets to it and back pass."""
        return tuple(other for other in self.others if other.how != "silent")

    @property
    def ports(self) -> str:
        """Those that answered, the first few, as people write them: ``tcp/22, ping``."""
        shown = (other.transport if not other.port else f"{other.transport}/{other.port}" for other in self.answering)
        return ", ".join(list(shown)[:4])

    @property
    def silent(self) -> bool:
        """Nothing of the host was heard on any port, nor that it received anything."""
        return self.again == "silent" and not self.answering and not self.received_at
