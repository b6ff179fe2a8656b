"""Whether both address families of a name connect."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class FamilyResult(Record, kw_only=True):
    """What became of connections over one family (4 or 6): how many were begun to ``addresses``, how many were made."""

    family: int
    addresses: tuple[str, ...]
    begun: int
    connected: int


class Families(Facts, kw_only=True):
    """Both families dialled again at the same moment: the one that clients try ``first``, and the ``other``."""

    first: FamilyResult
    other: FamilyResult

    @property
    def differ(self) -> bool:
        """The first one fails every time, the other connects."""
        return self.first.begun >= 5 and not self.first.connected and self.other.connected > 0


def broken_family(attempts: Sequence[TcpAttempt | UdpAttempt]) -> int | None:
    """The family that a client tries first and from which it gets no connection, while the other one connects.

    Its packets leave the machine and are lost, or another machine says no; a reset comes from where the address leads,
    and is no fault of the family's way. ``attempts`` are in the order in which a client makes them.
    """
    if not attempts:
        return None
    family = attempts[0].family
    own = [attempt for attempt in attempts if attempt.family == family]
    others = [attempt for attempt in attempts if attempt.family != family]
    if all(_lost(attempt) for attempt in own) and any(attempt.connected for attempt in others):
        return family
    return None


def _lost(attempt: TcpAttempt | UdpAttempt) -> bool:
    return not attempt.connected and not attempt.reset and (attempt.expired or attempt.said is not None)
