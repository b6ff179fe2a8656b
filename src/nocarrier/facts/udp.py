"""One datagram to the target itself, and what came back."""

from __future__ import annotations

from nocarrier.facts.tcp import IcmpWord
from nocarrier.model.evidence import Facts


class UdpAttempt(Facts, kw_only=True):
    """One address of a ``udp`` target, and one datagram to its port.

    ``asked``: the datagram was a question that every server of that port's usual protocol answers; else it was empty,
    and silence then says little. ``answered``: some datagram came back. ``errno`` is the symbolic error
    (``ECONNREFUSED``: ICMP port unreachable), ``said`` the ICMP message behind it, ``expired`` that nothing came
    within ``waited_ms``.
    """

    address: str
    port: int
    asked: bool
    answered: bool
    errno: str = ""
    expired: bool = False
    waited_ms: float = 0.0
    local_address: str = ""
    said: IcmpWord | None = None

    @property
    def connected(self) -> bool:
        """There is no connection; an answer is as much as one."""
        return self.answered

    @property
    def family(self) -> int:
        """4 or 6."""
        return 6 if ":" in self.address else 4

    @property
    def reset(self) -> bool:
        """What a RST is over TCP: the host itself says that no program takes datagrams there.

        ICMP 3/3 (RFC 1122, section 4.1.3.1) or ICMPv6 1/4 (RFC 4443, section 3.1). A system without an error queue
        hands on what it says, and not who said it.
        """
        if self.said is None:
            return self.errno == "ECONNREFUSED"
        if self.said.origin != self.address.partition("%")[0]:
            return False
        return (self.said.version, self.said.type, self.said.code) in ((4, 3, 3), (6, 1, 4))
