"""Whether a machine has a packet filter at all: the kernel's word on nf_tables, and two files on the legacy back end."""

from __future__ import annotations

import struct

import pytest

from nocarrier.machines import Answered, FileRead
from nocarrier.probes._packet_filter import IN_USE, LEGACY, read_filter
from tests.probes.paper import Paper

NO_TABLE = struct.pack("=IHHIIi", 20, 3, 2, 1, 0, 0)
"NLMSG_DONE at once: a dump of nothing."
REJECTS = "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dport 8080 -j REJECT --reject-with tcp-reset\nCOMMIT\n"


class WithoutTables(Paper):
    """nf_tables holds none; the files say which tables of the legacy back end there are."""

    def __init__(self, files: dict[str, str], closed: bool = False) -> None:
        super().__init__(files, outputs=dict.fromkeys(LEGACY.values(), REJECTS))
        self.closed = closed

    def netlink(self, protocol: int, request: bytes) -> Answered:
        return Answered(data=NO_TABLE)

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        return FileRead(errno="EACCES") if self.closed else super().read(path, limit)


@pytest.mark.parametrize("names", [{}, {IN_USE[4]: "", IN_USE[6]: "\n"}], ids=["no such files", "empty files"])
def test_without_any_table_there_is_no_rule(names: dict[str, str]) -> None:
    found = read_filter(WithoutTables(names))
    assert found.read is None
    assert found.whole
    assert not found.ruleset.chains


@pytest.mark.parametrize("version", [4, 6])
def test_a_table_of_the_legacy_back_end_is_read(version: int) -> None:
    found = read_filter(WithoutTables({IN_USE[version]: "filter\n"}))
    assert found.read is not None
    assert [chain.name for chain in found.ruleset.chains] == ["INPUT"]


def test_files_that_may_not_be_read_are_not_taken_for_empty() -> None:
    assert read_filter(WithoutTables({}, closed=True)).read is not None
