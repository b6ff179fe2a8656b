"""One attempt to connect to the target itself."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class IcmpWord(Facts, kw_only=True):
    """What an ICMP message said of our packet, read from the socket's error queue (ip(7), IP_RECVERR).

    ``origin`` is the address of the machine that sent it; ``version`` 4 or 6; ``type`` and ``code`` are RFC 792's
    (RFC 1122, 1812) or RFC 4443's. An error that this kernel made itself without a packet has ``local`` set.
    """

    origin: str
    version: int
    type: int
    code: int
    local: bool = False

    @property
    def ran_out(self) -> bool:
        """Time to live exceeded in transit (RFC 792: 11/0), hop limit exceeded (RFC 4443, section 3.3: 3/0)."""
        return (self.version, self.type, self.code) in ((4, 11, 0), (6, 3, 0))

    @property
    def not_reached(self) -> bool:
        """A router knows no way there, or finds nobody (RFC 792: 3/0, 3/1; RFC 4443, section 3.1: 1/0, 1/3)."""
        return (self.version, self.type, self.code) in ((4, 3, 0), (4, 3, 1), (6, 1, 0), (6, 1, 3))


class TcpAttempt(Facts, kw_only=True):
    """One address of the target, dialled on the target's port.

    ``errno`` is the symbolic error of the step that failed (``stage``: socket, bind, connect), ``expired`` that
    no answer came within ``waited_ms``. ``said`` is the ICMP message behind the error: a plain RST leaves none.
    ``asked`` sockets had sent a SYN each when it ended; the ports and times are those of the one that was answered,
    and ``passed_over`` of them had asked before that one and got no answer.
    """

    address: str
    port: int
    connected: bool
    stage: str = "connect"
    errno: str = ""
    expired: bool = False
    waited_ms: float = 0.0
    local_address: str = ""
    local_port: int = 0
    said: IcmpWord | None = None
    asked: int = 1
    passed_over: int = 0

    @property
    def family(self) -> int:
        """4 or 6."""
        return 6 if ":" in self.address else 4

    @property
    def reset(self) -> bool:
        """A RST came back and no box said anything: an ICMP message would stand in the error queue."""
        return self.errno == "ECONNREFUSED" and self.said is None

    @property
    def refused(self) -> bool:
        """Refused, by a RST or by an ICMP message."""
        return self.errno == "ECONNREFUSED"


class EarlyWord(Facts, kw_only=True):
    """What was known ``after_ms`` of silence, when it was waited on for a router's word that nobody lives there.

    By then nothing had been heard of the address on its port, nor on ``others`` more.
    """

    address: str
    port: int
    after_ms: float
    others: int
