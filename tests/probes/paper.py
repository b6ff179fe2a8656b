"""A machine on paper: files, links and commands that a test writes down."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from nocarrier.machines import CannotLook, FileRead, Machine, Ran
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case, Evidence, Facts, Where
from nocarrier.model.prose import say
from nocarrier.probes import Options, Scene
from nocarrier.readings.target import parse_target


class Paper(Local):
    """Only what was written down is there."""

    def __init__(
        self,
        files: dict[str, str],
        links: dict[str, str] | None = None,
        outputs: dict[tuple[str, ...], str] | None = None,
        variables: dict[str, str] | None = None,
    ) -> None:
        super().__init__("paper://")
        self.variables = variables or {}
        self.files, self.links, self.outputs = files, links or {}, outputs or {}

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        if path not in self.files:
            return FileRead(errno="ENOENT")
        return FileRead(data=self.files[path].encode()[:limit])

    def readlink(self, path: str) -> str:
        return self.links.get(path, "")

    def listdir(self, path: str) -> tuple[str, ...]:
        beneath = f"{path.rstrip('/')}/"
        names = [name for name in (*self.files, *self.links) if name.startswith(beneath)]
        return tuple(sorted({name.removeprefix(beneath).partition("/")[0] for name in names}))

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        if command not in self.outputs:
            return Ran(errno="ENOENT")
        return Ran(status=0, out=self.outputs[command].encode())

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, value) for name, value in sorted(self.variables.items()) if name in names)

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        return ()

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        raise CannotLook("paper has no processes")

    def netlink(self, protocol: int, request: bytes) -> Any:
        raise CannotLook("paper has no netlink")


def scene(machine: Machine, target: str, seen: Sequence[Facts] = ()) -> Scene:
    """A scene in which these facts of the server's side were seen already."""
    evidence = tuple(
        Evidence(id=f"e{number}", probe="test", where=Where.SERVER, took_ms=0.0, summary=say("seen"), facts=facts)
        for number, facts in enumerate(seen, 1)
    )
    case = Case(target=parse_target(target), evidence=evidence)
    return Scene(case, Options(), machine, machine, time.monotonic() + 5)
