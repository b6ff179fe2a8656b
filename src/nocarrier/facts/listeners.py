"""Who listens on a machine."""

from __future__ import annotations

from nocarrier.facts.private import is_loopback
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record
from nocarrier.model.target import WILDCARDS


class Program(Record, kw_only=True):
    """The process behind a socket, as far as this user may see it.

    ``name`` is its short name (comm), ``command`` its arguments, ``unit`` its systemd unit, ``container`` the id of
    its container; empty where there is none or it cannot be seen.
    """

    pid: int
    name: str
    command: tuple[str, ...] = ()
    directory: str = ""
    executable: str = ""
    unit: str = ""
    container: str = ""


class Listener(Record, kw_only=True):
    """One listening TCP socket, or a UDP socket that takes datagrams from everybody.

    ``v6only`` is None where it cannot be seen (it matters for ``::`` only). ``device`` is the link that it is bound to
    (SO_BINDTODEVICE, socket(7)), empty for none: what comes in elsewhere does not reach it. ``device_addresses`` are
    the addresses of that link.
    """

    address: str
    port: int
    v6only: bool | None = None
    queued: int = 0
    backlog: int = 0
    program: Program | None = None
    device: str = ""
    device_addresses: tuple[str, ...] = ()

    @property
    def bare(self) -> str:
        """The address without its zone, an IPv4-mapped one (RFC 4291, section 2.5.5.2) as IPv4, as Java binds them."""
        return self.address.partition("%")[0].lower().removeprefix("::ffff:")

    @property
    def family(self) -> int:
        """4 or 6: the family of the connections that it takes, apart from what `v6only` adds."""
        return 6 if ":" in self.bare else 4

    @property
    def any_address(self) -> bool:
        """Bound to every address of its family (a wildcard), on every link."""
        return self.bare in WILDCARDS and not self.device

    @property
    def loopback(self) -> bool:
        """Bound to an address that only this machine reaches."""
        return is_loopback(self.address) or self.device == "lo"

    @property
    def bound(self) -> str:
        """The address, and the link where it is bound to one, as ss(8) writes them: ``0.0.0.0%eth1``."""
        return f"{self.address}%{self.device}" if self.device and "%" not in self.address else self.address

    def takes(self, address: str) -> bool | None:
        """Whether a connection to that address reaches this socket; None where `v6only` would decide."""
        bare = address.partition("%")[0]
        six = ":" in bare
        if self.device and not (bare in self.device_addresses or (self.device == "lo" and is_loopback(bare))):
            return False
        if self.bare == "::" and not six:
            return None if self.v6only is None else not self.v6only
        if self.bare in WILDCARDS:
            return six == (self.family == 6)
        return self.bare == bare


class Listeners(Facts, kw_only=True):
    """Every listening socket of the machine, of the target's transport.

    ``programs_seen``: whether the processes of all sockets could be looked up (root, or the owner).
    """

    listeners: tuple[Listener, ...]
    programs_seen: bool = False

    def on(self, port: int) -> tuple[Listener, ...]:
        """Those on one port."""
        return tuple(listener for listener in self.listeners if listener.port == port)

    def taking(self, address: str, port: int) -> tuple[Listener, ...]:
        """Those that a connection to this address and port reaches."""
        return tuple(listener for listener in self.on(port) if listener.takes(address))

    def perhaps_taking(self, address: str, port: int) -> bool:
        """Some listener may take it; what would tell (IPV6_V6ONLY) could not be seen."""
        return any(listener.takes(address) is not False for listener in self.on(port))
