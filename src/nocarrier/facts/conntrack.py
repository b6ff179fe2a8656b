"""How full a machine's table of tracked connections is, and whether it keeps the client's packets out.

Where some rule of the packet filter asks for the state of connections, or translates addresses, the kernel keeps an
entry for each of them. With the table full, the first packet of a new one is dropped before any rule is asked
(net/netfilter/nf_conntrack_core.c: ``__nf_conntrack_alloc``, "table full, dropping packet") and counted.
"""

from __future__ import annotations

from nocarrier.facts.trial import Turn
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class TableRound(Record, kw_only=True):
    """Of ``sent`` SYNs of the client ``unanswered`` got no answer; the counter of dropped packets rose by ``during``
    meanwhile, and by ``quiet`` in the moment of equal length before."""

    sent: int
    unanswered: int
    quiet: int
    during: int


class Conntrack(Facts, kw_only=True):
    """``count`` of at most ``most`` entries; ``later`` is the count after the rounds, which are empty where there is
    plenty of room. The count is this network namespace's, the limit the whole machine's. ``held_for`` is how many
    seconds an idle TCP connection keeps its entry (nf_conntrack_tcp_timeout_established); None: not readable.
    ``settable``: root of this machine may raise the limit; in a container it belongs to the host.
    """

    address: str
    port: int
    count: int
    later: int
    most: int
    held_for: int | None = None
    settable: bool = True
    rounds: tuple[TableRound, ...] = ()

    @property
    def full(self) -> bool:
        """Not another entry fits in, before the rounds and after them."""
        return 0 < self.most <= min(self.count, self.later)

    def turns(self) -> tuple[Turn, ...]:
        """The rounds, to be judged."""
        return tuple(Turn(one.unanswered, one.quiet, one.during) for one in self.rounds)
