"""Which machines forward packets toward an address."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Hops(Facts, frozen=True, kw_only=True):
    """The machines that let a packet's time to live run out on the way to ``address``, by distance from 1.

    Each of them said "time exceeded" (RFC 792, RFC 4443) of a packet that it would have forwarded: it stands on the
    way, and is not the end of it. An empty place is one that did not say so.
    """

    address: str
    port: int
    hops: tuple[str, ...]

    def forwards(self, address: str) -> bool:
        """Whether that machine was seen to stand on the way."""
        return address in self.hops
