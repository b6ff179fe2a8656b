"""The hosts file: what it says of a name, and that nobody knows what stands in one that may not be read."""

from __future__ import annotations

from nocarrier.facts.hosts_file import HostsFile
from nocarrier.machines import FileRead
from nocarrier.model.evidence import Where
from nocarrier.probes import hosts_file
from tests.probes.paper import Paper, scene


class Closed(Paper):
    """A machine whose user may read nothing."""

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        return FileRead(errno="EACCES")


def looked(machine: Paper) -> HostsFile:
    (seen,) = hosts_file.look(scene(machine, "http://shop.example"), machine, Where.CLIENT)
    assert isinstance(seen.facts, HostsFile)
    return seen.facts


def test_the_entry_of_the_name() -> None:
    found = looked(Paper({"/etc/hosts": "127.0.0.1 localhost\n10.20.0.5 shop.example\n"}))
    assert (found.addresses, found.total, found.errno) == (("10.20.0.5",), 2, "")


def test_a_file_that_is_not_there_names_nothing() -> None:
    found = looked(Paper({}))
    assert (found.entries, found.errno) == ((), "")


def test_what_stands_in_a_file_that_may_not_be_read_is_not_known() -> None:
    assert looked(Closed({})).errno == "EACCES"
