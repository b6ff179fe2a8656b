"""A named network namespace, looked at from outside."""

from __future__ import annotations

import contextlib
import os
import struct
import threading
import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from nocarrier.machines import CannotLook, Dial, Machine, MachineUnreachable
from nocarrier.machines.open import open_machine

pytestmark = pytest.mark.lab


@pytest.fixture
def machine(namespace: SimpleNamespace) -> Iterator[Machine]:
    opened = open_machine(f"netns://{namespace.name}", 2.0)
    yield opened
    opened.close()


def test_it_dials_there_and_not_here(machine: Machine, namespace: SimpleNamespace) -> None:
    there, nowhere = machine.dial(
        [
            Dial(transport="tcp", address="127.0.0.1", port=namespace.port, timeout=1.0),
            Dial(transport="tcp", address="192.0.2.1", port=1, timeout=1.0),
        ]
    )
    assert there.connected
    assert nowhere.errno == "ENETUNREACH"


def test_proc_and_sys_are_the_namespaces(machine: Machine, namespace: SimpleNamespace) -> None:
    assert f":{namespace.port:04X} " in machine.read("/proc/net/tcp").text
    assert machine.listdir("/sys/class/net") == ("lo",)
    assert "eth" not in machine.read("/proc/net/dev").text


def test_commands_run_in_there(machine: Machine) -> None:
    assert [line.split(":")[1].strip() for line in machine.run(("ip", "-o", "link")).text.splitlines()] == ["lo"]


def test_its_files_stand_in_for_those_of_etc(machine: Machine) -> None:
    assert machine.read("/etc/hosts").text == "192.0.2.7 only-in-there\n"
    assert machine.resolve("only-in-there", 2.0).addresses == ("192.0.2.7",)
    with open("/etc/hosts") as ours:
        assert "only-in-there" not in ours.read()


def test_netlink_asks_that_kernel_namespace(machine: Machine) -> None:
    # RTM_GETLINK (18), a dump of all links (rtnetlink(7)).
    request = struct.pack("=IHHIIBxHiII", 32, 18, 0x301, 1, 0, 0, 0, 0, 0, 0)
    answer = machine.netlink(0, request)
    assert b"lo\0" in answer.data
    assert b"eth0\0" not in answer.data


def test_the_sockets_of_a_process_there_have_an_owner(machine: Machine, namespace: SimpleNamespace) -> None:
    row = next(row for row in machine.read("/proc/net/tcp").text.splitlines() if f":{namespace.port:04X} " in row)
    inode = int(row.split()[9])
    assert (inode, namespace.pid) in machine.owners(frozenset({inode}))


def test_the_caller_never_moves(machine: Machine) -> None:
    before = os.readlink("/proc/self/ns/net"), os.readlink("/proc/self/ns/mnt")
    machine.run(("true",))
    assert (os.readlink("/proc/self/ns/net"), os.readlink("/proc/self/ns/mnt")) == before
    assert os.readlink("/proc/thread-self/ns/net") == before[0]


def test_a_slow_call_holds_up_no_other(machine: Machine) -> None:
    def sleep() -> None:
        with contextlib.suppress(CannotLook):  # closed before it began
            machine.run(("sleep", "5"), timeout=5.0)

    slow = threading.Thread(target=sleep)
    slow.start()
    started = time.perf_counter()
    machine.read("/proc/net/tcp")
    assert time.perf_counter() - started < 4.0
    machine.close()
    slow.join(2.0)
    assert not slow.is_alive()


def test_closed_is_closed(machine: Machine) -> None:
    machine.close()
    machine.close()
    with pytest.raises(CannotLook):
        machine.read("/proc/net/tcp")


def test_a_path_is_a_name_too(namespace: SimpleNamespace) -> None:
    machine = open_machine(f"netns:///proc/{namespace.pid}/ns/net", 2.0)
    assert machine.listdir("/sys/class/net") == ("lo",)
    machine.close()


def test_a_file_that_is_no_namespace(root: None) -> None:
    with pytest.raises(MachineUnreachable, match="/etc/passwd is not a network namespace"):
        open_machine("netns:///etc/passwd", 2.0)
