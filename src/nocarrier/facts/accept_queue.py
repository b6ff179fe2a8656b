"""The queues of a listening socket, and what became of a few more attempts to connect.

Linux keeps two for each listener: half-open connections (a SYN came, the handshake is not complete) and complete ones
that the program has not accepted. When the second is full a SYN is dropped without a word and counted
(net/ipv4/tcp_input.c, ``tcp_conn_request``: ListenOverflows); when the first is, too, unless SYN cookies are on
(``tcp_syn_flood_action``: TCPReqQFullDrop or TCPReqQFullDoCookies).
"""

from __future__ import annotations

from collections.abc import Callable

from nocarrier.facts.trial import Turn
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class QueueingSocket(Record, kw_only=True):
    """One listening socket: ``queued`` complete connections wait for the program, ``later`` after the attempts.

    Full means more than ``backlog`` (include/net/sock.h, ``sk_acceptq_is_full``), which is None where it cannot be
    seen. ``dropped`` counts the SYNs that this socket alone has thrown away since it was made; None: not readable.
    ``inode`` is its own. ``address`` is where it is bound; of a unix socket, its path.
    """

    address: str
    queued: int
    later: int
    backlog: int | None = None
    dropped: int | None = None
    inode: int = 0

    @property
    def full(self) -> bool:
        """No connection more fits in, before the attempts and after them."""
        return self.backlog is not None and min(self.queued, self.later) > self.backlog


class Counted(Record, kw_only=True):
    """By how much the machine's counters rose: ``dropped`` of the sockets in question alone (None: not readable),
    the others of every listener in this network namespace."""

    dropped: int | None = None
    overflows: int = 0
    listen_drops: int = 0
    syn_queue_full: int = 0
    cookies: int = 0


class Round(Record, kw_only=True):
    """A quiet moment, and one of equal length in which the client sent ``sent`` SYNs, each from another port."""

    sent: int
    unanswered: int
    quiet: Counted
    during: Counted


class AcceptQueue(Facts, kw_only=True):
    """The listeners that take the target's address and port, on the server.

    ``half_open`` counts the connections to the port whose handshake is not complete; None: not looked at.
    ``half_open_from`` are the addresses with the most of them, and how many each has. The four
    settings are sysctls of ``net.core`` and ``net.ipv4``; None: not readable. ``rounds`` are empty where nothing
    looked full.
    """

    address: str
    port: int
    sockets: tuple[QueueingSocket, ...]
    half_open: int | None = None
    half_open_from: tuple[tuple[str, int], ...] = ()
    somaxconn: int | None = None
    max_syn_backlog: int | None = None
    syncookies: int | None = None
    abort_on_overflow: int | None = None
    rounds: tuple[Round, ...] = ()

    @property
    def full(self) -> tuple[QueueingSocket, ...]:
        """The sockets that have no room for another connection."""
        return tuple(socket for socket in self.sockets if socket.full)

    @property
    def half_open_limit(self) -> int | None:
        """The fewest half-open connections with which a stranger's SYN is dropped where SYN cookies are off: the
        listener's own backlog, or three quarters of tcp_max_syn_backlog (net/ipv4/tcp_input.c: tcp_conn_request)."""
        backlogs = [socket.backlog for socket in self.sockets if socket.backlog is not None]
        most = self.max_syn_backlog
        limits = backlogs + ([most - (most >> 2) + 1] if most is not None else [])
        return min(limits, default=None)

    @property
    def unanswered(self) -> int:
        """How many attempts of all rounds got no answer."""
        return sum(one.unanswered for one in self.rounds)

    def turns(self, counter: Callable[[Counted], int]) -> tuple[Turn, ...]:
        """The rounds as one of the counters saw them."""
        return tuple(
            Turn(unanswered=one.unanswered, quiet=counter(one.quiet), during=counter(one.during))
            for one in self.rounds
        )
