"""`open_machine`: what it takes, and what it says to the rest."""

from __future__ import annotations

import os

import pytest

from nocarrier.machines import MachineUnreachable
from nocarrier.machines.local import Local
from nocarrier.machines.open import open_machine


def test_this_machine() -> None:
    machine = open_machine("local://", 1.0)
    assert isinstance(machine, Local)
    assert machine.where == "local://"


@pytest.mark.parametrize(
    "where",
    [
        "",
        "local",
        "local://here",
        "telnet://db1",
        "netns://",
        "netns://a/b",
        "netns://-x",
        "netns://..",
        "pid://",
        "pid://0",
        "pid://-1",
        "pid://12345678",
        "pid://sshd",
        "netns://" + "x" * 10_000,
        "netns://a\x1b[31m",
    ],
)
def test_what_names_no_machine_gets_one_sentence(where: str) -> None:
    with pytest.raises(ValueError, match=r"^\S.{10,250}$") as said:
        open_machine(where, 1.0)
    assert str(said.value).isprintable()


def test_a_process_that_shares_everything_needs_no_privilege() -> None:
    machine = open_machine(f"pid://{os.getpid()}", 1.0)
    assert isinstance(machine, Local)
    assert getattr(machine, "pid", 0) == os.getpid()


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("netns://no-such-name", "there is no network namespace no-such-name on this machine"),
        ("pid://4194304", "there is no process 4194304 on this machine"),
    ],
)
def test_what_is_not_there_is_unreachable(where: str, said: str) -> None:
    with pytest.raises(MachineUnreachable, match=said):
        open_machine(where, 1.0)
