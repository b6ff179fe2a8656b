"""The packet filter of a container whose own shell has no tools for it."""

from __future__ import annotations

from nocarrier.machines import FileRead, Ran
from nocarrier.machines.local import Local
from nocarrier.probes._packet_filter import IN_USE, LEGACY_SAVES, _dumps


class Container(Local):
    """Old iptables is in use in it; `sh` is its own and finds no iptables, the tools named outright are ours."""

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        return FileRead(data=b"filter\n") if path == IN_USE[4] else FileRead(errno="ENOENT")

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        if command == LEGACY_SAVES[4]:
            return Ran(status=0, out=b"*filter\n:INPUT DROP [0:0]\nCOMMIT\n")
        return Ran(status=127) if command[0] == "sh" else Ran(errno="ENOENT")


def test_its_old_tables_are_read_with_our_tools() -> None:
    found, told = _dumps(Container(), None)
    assert told
    assert [chain.policy for chain in found.chains] == ["drop"]
