"""What a machine's hosts file says of the target's name, and of names like it."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class HostsEntry(Record, kw_only=True):
    """One line of a hosts file (hosts(5)): ``line`` counts from 1, ``names`` are lower case."""

    line: int
    address: str
    names: tuple[str, ...]


class HostsFile(Facts, kw_only=True):
    """The entries of ``path`` that hold the target's name, and those whose names are near it.

    ``total`` is the number of all its entries. ``sources`` are the services that getaddrinfo(3) asks for a host,
    in their order (nsswitch.conf(5)); ``files`` is the hosts file. ``errno`` says why the file could not be read, by this
    user: what stands in it is not known then; a file that is not there has nothing in it.
    """

    path: str
    name: str
    entries: tuple[HostsEntry, ...] = ()
    near: tuple[HostsEntry, ...] = ()
    total: int = 0
    sources: tuple[str, ...] = ("files", "dns")
    errno: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that the file gives the name."""
        return tuple(dict.fromkeys(entry.address for entry in self.entries))

    def giving(self, addresses: tuple[str, ...]) -> HostsEntry | None:
        """The entry behind one of these addresses, where the file is asked at all."""
        if "files" not in self.sources:
            return None
        return next((entry for entry in self.entries if entry.address in addresses), None)
