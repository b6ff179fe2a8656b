"""The local ports a machine lends to its outgoing connections, and what holds them."""

from __future__ import annotations

from nocarrier.facts.listeners import Program
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class PortUse(Record, kw_only=True):
    """Distinct local ports of the range that are held, and in which state the sockets are that hold them.

    Exhaustion is per 4-tuple: a port is only taken for the same source address, destination and destination port.
    ``destination`` is empty where sockets toward every destination are counted, ``source`` where those of every
    source address are. ``closing`` are the states between the first FIN and the end, CLOSE_WAIT apart.
    ``ports`` includes those a listener or a bare bind(2) keeps from every connection (``bound``).
    """

    source: str = ""
    destination: str = ""
    destination_port: int = 0
    ports: int = 0
    established: int = 0
    time_wait: int = 0
    close_wait: int = 0
    closing: int = 0
    bound: int = 0


class LocalPorts(Facts, kw_only=True):
    """``net.ipv4.ip_local_port_range`` (both ends included; it holds for IPv6 too) and how full it is.

    ``reserved``: ports of the range that ``ip_local_reserved_ports`` keeps free. ``uses`` has one entry for each
    failed attempt, in their order; ``of_source`` counts the source address of the first one toward everything.
    ``busiest`` is the destination that holds the most ports. ``holder`` has most of the sockets of ``uses[0]``,
    ``holder_sockets`` of them, as far as this user may see.
    ``listening`` are ports below ``low`` on which programs listen: a wider range would lend them out.
    ``tw_reuse`` is ``net.ipv4.tcp_tw_reuse`` (0 never, 1 always, 2 for loopback only), ``tw_buckets`` the most
    sockets that may be in TIME_WAIT; None where they cannot be read.
    """

    low: int
    high: int
    reserved: int = 0
    uses: tuple[PortUse, ...] = ()
    of_source: PortUse | None = None
    busiest: PortUse | None = None
    holder: Program | None = None
    holder_sockets: int = 0
    listening: tuple[int, ...] = ()
    tw_reuse: int | None = None
    tw_buckets: int | None = None

    @property
    def usable(self) -> int:
        """Ports that the kernel lends out."""
        return max(0, self.high - self.low + 1 - self.reserved)

    def toward(self, address: str, port: int) -> PortUse | None:
        """The ports held toward one destination, where it was counted."""
        bare = address.partition("%")[0]
        return next((use for use in self.uses if (use.destination, use.destination_port) == (bare, port)), None)

    def full(self, use: PortUse) -> bool:
        """Whether no port is left.

        Of an odd number one is never tried by a given call (net/ipv4/inet_hashtables.c: ``remaining &= ~1U``), and
        a few sockets end between the failure and the count.
        """
        return self.usable > 0 and use.ports >= self.usable - max(1, self.usable // 20)
