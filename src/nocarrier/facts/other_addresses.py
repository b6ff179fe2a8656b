"""Whether another address takes the connection that the dialled one does not."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class OtherAddress(Record, kw_only=True):
    """One address that was dialled on the target's port in place of the target's own.

    ``origin`` is why: ``expected`` (``--expect-address``), ``server`` (an address of the machine looked at as the
    server), ``dns`` (a nameserver gives it for the name), ``near`` (a digit away from the one that was typed).
    """

    address: str
    origin: str
    connects: bool
    errno: str = ""


class OtherAddresses(Facts, kw_only=True):
    """All that were dialled."""

    port: int
    attempts: tuple[OtherAddress, ...] = ()

    def connecting(self, *origins: str) -> tuple[str, ...]:
        """Those of these origins that take connections."""
        return tuple(each.address for each in self.attempts if each.connects and each.origin in origins)
