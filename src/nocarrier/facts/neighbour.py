"""Whether the next hop toward an address answers on its link."""

from __future__ import annotations

from nocarrier.model.evidence import Facts

UNANSWERED_MS = 1500.0
"""Milliseconds of ``incomplete`` after which nobody answers: the kernel asks at 0, 1 and 2 s (net/core/neighbour.c:
mcast_solicit, retrans_time), so two questions went unanswered, the second for half a second."""


class Neighbour(Facts, kw_only=True):
    """The kernel's entry for the next hop (ip-neighbour(8)): the address itself, or the gateway toward it.

    ``state`` is the kernel's word: ``failed`` (nobody answered ARP or neighbour solicitation, after about 3 s),
    ``incomplete`` (asked, no answer yet), ``reachable``, ``stale``, ``delay``, ``probe`` (its hardware address is
    known), ``permanent``, ``noarp``, ``none`` (never asked), ``state_ms`` for how long it has been so. ``carrier``:
    whether the link itself is up.
    """

    address: str
    next_hop: str
    device: str
    state: str
    carrier: bool
    state_ms: float | None = None

    @property
    def on_link(self) -> bool:
        """The address is its own next hop: no router stands between."""
        return self.next_hop == self.address.partition("%")[0]

    @property
    def answered(self) -> bool:
        """Its hardware address is known, so it answered on the link, now or at some time."""
        return self.answers or self.state in ("stale", "delay", "probe")

    @property
    def answers(self) -> bool:
        """It answered within the last half minute (net/core/neighbour.c, reachable_time: 15 to 45 s)."""
        return self.state == "reachable"

    @property
    def missing(self) -> bool:
        """It was asked for on a link that is up, and did not answer."""
        return self.carrier and is_missing(self.state, self.state_ms)


def is_missing(state: str, state_ms: float | None) -> bool:
    """Whether a neighbour in this state, for this long, was asked often enough to say that nobody answers."""
    return state == "failed" or (state == "incomplete" and (state_ms or 0.0) >= UNANSWERED_MS)
