"""Containers, through their first process and through a shell in them."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from nocarrier.machines import Dial, MachineUnreachable
from nocarrier.machines.far import Far
from nocarrier.machines.open import open_machine
from nocarrier.machines.pid import Inmate

pytestmark = pytest.mark.lab


def docker(directory: Path, monkeypatch: pytest.MonkeyPatch, special: str = "") -> None:
    """A ``docker`` as Debian's podman-docker has it: podman by another name."""
    directory.mkdir()
    program = directory / "docker"
    program.write_text(f'#!/bin/sh\n{special}\nexec podman "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{directory}:{os.environ['PATH']}")


def test_root_looks_at_it_from_outside(container: SimpleNamespace) -> None:
    machine = open_machine(f"podman://{container.name}", 5.0)
    assert isinstance(machine, Inmate)
    assert (machine.runtime, machine.container) == ("podman", container.name)
    assert machine.read("/etc/mark").text == "contained\n"
    assert machine.listdir("/sys/class/net") == ("lo",)
    assert b"eth0" not in machine.run(("ip", "-o", "link")).out
    assert machine.dial([Dial(transport="tcp", address="127.0.0.1", port=1, timeout=1.0)])[0].errno == "ECONNREFUSED"
    assert machine.resolve("localhost", 2.0).addresses
    machine.close()


def test_its_own_programs_are_run_by_the_engine(container: SimpleNamespace) -> None:
    machine = open_machine(f"podman://{container.name}", 5.0)
    assert machine.run(("cat", "/etc/mark")).text == "contained\n"
    assert machine.run(("cat",), stdin=b"\0x").out == b"\0x"
    assert machine.run(("systemctl", "status")).errno == "ENOENT"
    machine.close()


def test_the_host_can_be_asked_for_its_ports(container: SimpleNamespace) -> None:
    machine = open_machine(f"podman://{container.name}", 5.0)
    assert isinstance(machine, Inmate)
    assert machine.host is not None
    assert machine.host.run((machine.runtime, "port", machine.container)).status == 0
    machine.close()


def test_docker_is_asked_in_the_same_words(
    container: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker(tmp_path / "bin", monkeypatch)
    machine = open_machine(f"docker://{container.name}", 5.0)
    assert isinstance(machine, Inmate)
    assert machine.runtime == "docker"
    assert machine.read("/etc/mark").text == "contained\n"
    machine.close()


def test_an_engine_elsewhere_is_talked_to_through_a_shell(
    container: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its process 1 is not ours, although a process of that number is here.
    docker(tmp_path / "bin", monkeypatch, 'if [ "$1" = inspect ]; then echo 0123abcd 1 elsewhere; exit; fi')
    machine = open_machine(f"docker://{container.name}", 5.0)
    assert isinstance(machine, Far)
    assert (machine.runtime, machine.container) == ("docker", container.name)
    assert machine.read("/etc/mark").text == "contained\n"
    assert machine.run(("sleep", "30"), timeout=1.0).expired
    assert machine.run(("cat", "/etc/mark")).text == "contained\n"
    machine.close()
    time.sleep(0.2)
    inside = subprocess.run(["podman", "top", container.name, "args"], capture_output=True, text=True, check=True)
    assert [row.strip() for row in inside.stdout.splitlines()[1:]] == ["sleep 600"]


def test_a_container_without_a_shell(
    container: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker(tmp_path / "bin", monkeypatch, 'if [ "$1" = inspect ]; then echo 0123abcd 1 elsewhere; exit; fi')
    subprocess.run(["podman", "exec", container.name, "busybox", "rm", "/bin/sh"], check=True)
    with pytest.raises(MachineUnreachable, match="has no sh") as why:
        open_machine(f"docker://{container.name}", 5.0)
    assert why.value.privilege == "root"


def test_one_that_does_not_run(container: SimpleNamespace) -> None:
    subprocess.run(["podman", "stop", "--time", "0", container.name], check=True, capture_output=True)
    with pytest.raises(MachineUnreachable, match="is not running"):
        open_machine(f"podman://{container.name}", 5.0)


def test_one_that_is_not_there(container: SimpleNamespace) -> None:
    with pytest.raises(MachineUnreachable, match="podman knows no container no-such-name"):
        open_machine("podman://no-such-name", 5.0)


@pytest.mark.parametrize(
    ("special", "said"),
    [
        (None, "docker is not installed here"),
        ("exit 1", "docker does not answer here"),
        ("sleep 30", "docker does not answer here"),
    ],
)
def test_an_engine_that_is_not_there(
    special: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if special is None:
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        docker(tmp_path / "bin", monkeypatch, special)
    with pytest.raises(MachineUnreachable, match=said):
        open_machine("docker://x", 0.5)
