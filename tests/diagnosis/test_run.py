"""A diagnosis whose first looks cannot be made is none, and says so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from nocarrier.diagnosis.run import examine
from nocarrier.machines import CannotLook, Dial, Dialled, MachineUnreachable, Patience, Resolved
from nocarrier.machines.local import Local
from nocarrier.readings.target import parse_target


class Mute(Local):
    """A machine on which nothing can dial, and nothing resolve names."""

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        raise CannotLook("nothing can dial", "python3")

    def resolve(self, name: str, timeout: float) -> Resolved:
        raise CannotLook("nothing can resolve")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("tcp://127.0.0.1:1", r"nothing can dial \(needs python3\)"),
        ("udp://127.0.0.1:1", r"nothing can dial \(needs python3\)"),
        ("unix:///run/x.sock", r"nothing can dial \(needs python3\)"),
        ("tcp://somewhere.example:1", "nothing can resolve"),
    ],
)
def test_without_an_attempt_there_is_no_report(target: str, said: str) -> None:
    with pytest.raises(MachineUnreachable, match=said):
        examine(parse_target(target), Mute())
