"""A machine's links and addresses."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Interface(Record, kw_only=True):
    """One link. ``up`` is the administrator's word (IFF_UP), ``carrier`` the driver's (IFF_LOWER_UP).

    ``addresses`` are in prefix notation (``10.0.0.5/24``). ``filtered``: an XDP program looks at each packet before
    anything else of the machine does, and may drop it unseen.
    """

    name: str
    up: bool
    carrier: bool
    addresses: tuple[str, ...] = ()
    filtered: bool = False


class Interfaces(Facts, kw_only=True):
    """Every link of the machine."""

    interfaces: tuple[Interface, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address of the machine, without prefix length."""
        return tuple(address.partition("/")[0] for link in self.interfaces for address in link.addresses)

    def has(self, address: str) -> bool:
        """Whether the address is the machine's own; all of 127.0.0.0/8 is (RFC 1122, section 3.2.1.3)."""
        bare = address.partition("%")[0]
        return bare.startswith("127.") or bare in self.addresses

    def links_with(self, address: str) -> tuple[Interface, ...]:
        """The links that have an address, whether they are up or not."""
        bare = address.partition("%")[0]
        return tuple(link for link in self.interfaces if any(own.partition("/")[0] == bare for own in link.addresses))

    def answers_at(self, address: str) -> bool:
        """Whether the address is on a link that is up, so that others may reach it there."""
        return any(link.up and link.carrier for link in self.links_with(address))
