"""What other ports of a host do whose dialled port keeps silent."""

from __future__ import annotations

from typing import Literal

import msgspec

from nocarrier.model.evidence import Facts

How = Literal["open", "reset", "icmp", "silent"]


class OtherPort(msgspec.Struct, frozen=True, kw_only=True):
    """One port that was tried: ``open``, ``reset`` (a RST), ``icmp`` (port unreachable from the host), ``silent``."""

    port: int
    transport: Literal["tcp", "udp"]
    how: How


class Contrast(Facts, frozen=True, kw_only=True):
    """Ports of the same address that were tried beside the target's, and the target's own once more.

    ``again`` is what the target's own port did the second time. ``heard_from``: an ICMP message of another machine
    came instead, if one did.
    """

    address: str
    again: How
    others: tuple[OtherPort, ...]
    heard_from: str = ""

    @property
    def answering(self) -> tuple[OtherPort, ...]:
        """Those where the host itself said something: it is up, and packets to it and back pass."""
        return tuple(other for other in self.others if other.how != "silent")

    @property
    def silent(self) -> bool:
        """Nothing of the host was heard on any port."""
        return self.again == "silent" and not self.answering
