"""What another process sees: its network, its files, its unix sockets."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests import held

from nocarrier.machines import Dial, MachineUnreachable, Ran
from nocarrier.machines.open import open_machine
from nocarrier.machines.pid import Inmate, open_pid

pytestmark = pytest.mark.lab

CONTAINED = """
import ctypes, os, socket, sys
unix = socket.socket(socket.AF_UNIX)
unix.bind(sys.argv[1] + "/run/service.sock")
unix.listen()
libc = ctypes.CDLL(None)
assert libc.unshare(int(sys.argv[2], 0)) == 0
os.chroot(sys.argv[1])
os.chdir("/")
print("ready", flush=True)
sys.stdin.read()
"""
NET, MOUNTS = 0x40000000, 0x20000


def contained(root: Path, namespaces: int) -> subprocess.Popen[bytes]:
    """A process in these new namespaces and with that root directory."""
    command = [sys.executable, "-c", CONTAINED, str(root), hex(namespaces)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A root directory, some of whose links would lead out of it."""
    for name in ("etc", "run", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "etc/hosts").write_text("192.0.2.9 contained\n")
    (tmp_path / "run/resolv.conf").write_text("nameserver 192.0.2.53\n")
    (tmp_path / "etc/resolv.conf").symlink_to("/run/resolv.conf")
    (tmp_path / "etc/out").symlink_to("../../../../../../../../etc/passwd")
    (tmp_path / "etc/loop").symlink_to("loop")
    return tmp_path


@pytest.fixture
def inmate(root: None, tree: Path) -> Iterator[Inmate]:
    with contained(tree, NET | MOUNTS) as process:
        machine = open_pid(f"pid://{process.pid}", process.pid)
        assert isinstance(machine, Inmate)
        yield machine
        machine.close()
        process.kill()


def test_its_files_are_those_below_its_root(inmate: Inmate) -> None:
    assert inmate.read("/etc/resolv.conf").text == "nameserver 192.0.2.53\n"
    assert inmate.readlink("/etc/resolv.conf") == "/run/resolv.conf"
    assert inmate.listdir("/etc") == ("hosts", "loop", "out", "resolv.conf")


def test_no_link_leads_out_of_its_root(inmate: Inmate) -> None:
    assert inmate.read("/etc/out").errno == "ENOENT"
    assert inmate.read("/../../../../../../../etc/passwd").errno == "ENOENT"
    assert inmate.read("/etc/loop").errno == "ELOOP"


def test_the_resolver_reads_its_files(inmate: Inmate) -> None:
    assert inmate.resolve("contained", 2.0).addresses == ("192.0.2.9",)


def test_its_network_is_looked_at_with_our_programs(inmate: Inmate) -> None:
    assert inmate.listdir("/sys/class/net") == ("lo",)
    assert b"eth0" not in inmate.run(("ip", "-o", "link")).out
    assert inmate.read(f"/proc/{inmate.pid}/status").text.startswith("Name:\tpython")


def test_no_program_of_its_files_is_run_with_our_rights(inmate: Inmate) -> None:
    assert inmate.run(("cat", "/etc/hosts")) == Ran(errno="EPERM")


def test_a_runner_runs_its_programs(root: None, tree: Path) -> None:
    with contained(tree, NET | MOUNTS) as process:
        machine = open_pid("podman://x", process.pid, lambda command, stdin, timeout: Ran(status=0, out=b"ran"))
        assert machine.run(("cat", "/etc/hosts")).text == "ran"
        machine.close()
        process.kill()


def test_unix_sockets_are_reached_by_its_paths(inmate: Inmate) -> None:
    reached, missing = inmate.dial(
        [
            Dial(transport="unix", address="/run/service.sock", timeout=1.0),
            Dial(transport="unix", address="/run/other.sock", timeout=1.0),
        ]
    )
    assert reached.connected
    assert (missing.stage, missing.errno) == ("connect", "ENOENT")


def test_only_the_files_differ(root: None, tree: Path) -> None:
    with contained(tree, MOUNTS) as process:
        machine = open_pid(f"pid://{process.pid}", process.pid)
        assert machine.read("/etc/hosts").text == "192.0.2.9 contained\n"
        assert "lo" in machine.listdir("/sys/class/net")
        assert machine.resolve("contained", 2.0).addresses == ("192.0.2.9",)
        machine.close()
        process.kill()


def test_its_environment_is_what_it_was_started_with() -> None:
    environment = {**os.environ, "NOCARRIER_ONE": "a=b", "NOCARRIER_OTHER": "2"}
    with subprocess.Popen(["sh", "-c", "echo ready; read never"], env=environment, stdin=-1, stdout=-1) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        machine = open_machine(f"pid://{process.pid}", 2.0)
        assert machine.environment(frozenset({"NOCARRIER_ONE", "NOCARRIER_NONE"})) == (("NOCARRIER_ONE", "a=b"),)
        machine.close()
        process.kill()


def test_a_network_of_its_own_and_our_files(namespace: SimpleNamespace) -> None:
    machine = open_machine(f"pid://{namespace.pid}", 2.0)
    there = machine.dial([Dial(transport="tcp", address="127.0.0.1", port=namespace.port, timeout=1.0)])
    assert there[0].connected
    assert machine.run(("cat", "/etc/hosts")).status == 0
    machine.close()


def test_a_process_of_another_user_needs_root() -> None:
    if getpass.getuser() == "root" or os.geteuid() == 0:
        pytest.skip("root may look at every process")
    with pytest.raises(MachineUnreachable, match="is not permitted"):
        open_machine("pid://1", 2.0)


def test_nothing_is_held_after_closing(root: None, tree: Path) -> None:
    before = held.descriptors()
    with contained(tree, NET | MOUNTS) as process:
        machine = open_pid(f"pid://{process.pid}", process.pid)
        machine.read("/etc/hosts")
        machine.close()
        process.kill()
    assert not held.descriptors() - before
