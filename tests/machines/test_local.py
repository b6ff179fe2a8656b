"""This machine: its files, its commands, its resolver, its kernel."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import struct
import sys
import threading
import time
from pathlib import Path

import pytest

from nocarrier.machines import CannotLook, Machine
from nocarrier.machines.local import Local


@pytest.fixture
def machine() -> Machine:
    return Local()


def test_files(machine: Machine, tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(bytes(range(256)) * 1000)
    os.mkfifo(tmp_path / "pipe")
    assert machine.read(str(file)).data == bytes(range(256)) * 1000
    assert machine.read(str(file), 5).data == bytes(range(5))
    assert machine.read(str(file), 0).data == b""
    assert machine.read(str(tmp_path / "pipe")).data == b""  # and nobody waits for a writer
    assert machine.read(str(tmp_path)).errno == "EISDIR"
    assert machine.read(str(tmp_path / "none")).errno == "ENOENT"
    assert machine.read("\0").errno == "EINVAL"


def test_directories_and_links(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "b").touch()
    (tmp_path / "a").symlink_to("b")
    assert machine.listdir(str(tmp_path)) == ("a", "b")
    assert machine.listdir(str(tmp_path / "b")) == ()
    assert machine.listdir("\0") == ()
    assert machine.readlink(str(tmp_path / "a")) == "b"
    assert machine.readlink(str(tmp_path / "b")) == ""
    assert machine.readlink("\0") == ""


def test_commands(machine: Machine) -> None:
    said = machine.run(("sh", "-c", "echo out; echo err >&2; exit 3"))
    assert (said.status, said.out, said.err, said.errno, said.expired) == (3, b"out\n", b"err\n", "", False)
    assert machine.run(("cat",), stdin=bytes(300_000)).out == bytes(300_000)
    assert machine.run(("true",), stdin=bytes(300_000)).status == 0  # which does not want it
    assert machine.run(("sh", "-c", "echo $LC_ALL")).text == "C\n"
    assert machine.run(("no-such-program",)).errno == "ENOENT"
    assert machine.run(("/etc",)).errno == "EACCES"
    assert machine.run(("echo", "\0")).errno == "EINVAL"


def test_a_slow_command_is_ended_with_all_that_it_started(machine: Machine, tmp_path: Path) -> None:
    started = time.perf_counter()
    script = f"sleep 60 & echo $! > {tmp_path}/pid; echo begun; wait"
    ran = machine.run(("sh", "-c", script), timeout=0.3)
    assert time.perf_counter() - started < 10.0
    assert (ran.expired, ran.out) == (True, b"begun\n")
    assert gone(int((tmp_path / "pid").read_text()))


def gone(pid: int) -> bool:
    """Whether that process ends within a second."""
    for _ in range(50):
        try:
            if "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text():
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


def test_of_endless_output_the_beginning_is_kept(machine: Machine) -> None:
    ran = machine.run(("sh", "-c", "yes & yes >&2"), timeout=0.5)
    assert ran.expired
    assert len(ran.out) <= 8 << 20
    assert len(ran.err) <= 8 << 20
    assert ran.out.startswith(b"y\ny\n")


def test_a_child_that_keeps_the_pipe_does_not_keep_us(machine: Machine) -> None:
    started = time.perf_counter()
    ran = machine.run(("sh", "-c", "sleep 20 & echo $!"), timeout=5.0)
    assert (ran.status, ran.expired) == (0, False)
    assert time.perf_counter() - started < 4.0
    os.kill(int(ran.out), signal.SIGKILL)


def test_closing_ends_what_still_runs_and_runs_no_more() -> None:
    machine = Local()

    def sleep() -> None:
        with contextlib.suppress(CannotLook):  # closed before it began
            machine.run(("sleep", "60"), timeout=60.0)

    runner = threading.Thread(target=sleep)
    runner.start()
    time.sleep(0.2)
    machine.close()
    runner.join(2.0)
    assert not runner.is_alive()
    with pytest.raises(CannotLook, match="local:// is closed"):
        machine.run(("true",))


def test_names(machine: Machine) -> None:
    found = machine.resolve("localhost", 2.0)
    assert set(found.addresses) <= {"127.0.0.1", "::1"}
    assert found.error == ""
    assert machine.resolve("x" * 64, 2.0).error.startswith("EAI_")
    assert machine.resolve("a..b", 2.0).error == "EAI_NONAME"
    assert machine.resolve("\0", 2.0).error == "EAI_NONAME"


def test_a_resolver_that_hangs_is_left(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(10) and [])
    started = time.perf_counter()
    assert machine.resolve("x", 0.2).error == "EAI_TIMEOUT"
    assert time.perf_counter() - started < 5.0
    over.set()


@pytest.mark.skipif(sys.platform != "linux", reason="netlink and /proc are Linux's")
def test_processes_are_found_by_their_short_names(machine: Machine) -> None:
    own = Path("/proc/self/comm").read_text().strip()
    assert os.getpid() in machine.called(frozenset({own}))
    assert machine.called(frozenset({"no such name"})) == ()


def test_of_the_environment_only_what_is_asked_for(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOCARRIER_ONE", "1")
    monkeypatch.setenv("NOCARRIER_OTHER", "2")
    assert machine.environment(frozenset({"NOCARRIER_ONE", "NOCARRIER_NONE"})) == (("NOCARRIER_ONE", "1"),)


def test_owners_and_netlink(machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        inode = os.fstat(listener.fileno()).st_ino
        assert (inode, os.getpid()) in machine.owners(frozenset({inode}))
    assert machine.owners(frozenset()) == ()
    # RTM_GETLINK (18), a dump of all links (rtnetlink(7)).
    request = struct.pack("=IHHIIBxHiII", 32, 18, 0x301, 1, 0, 0, 0, 0, 0, 0)
    assert b"lo\0" in machine.netlink(0, request).data
    assert machine.netlink(999, request).errno == "EPROTONOSUPPORT"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked here")
def test_of_several_owners_the_oldest_is_enough() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        inode = os.fstat(server.fileno()).st_ino
        child = os.fork()
        if not child:
            time.sleep(30)
            os._exit(0)
        try:
            inodes = frozenset({inode})
            assert {pid for _, pid in Local().owners(inodes)} == {os.getpid(), child}
            assert Local().owners(inodes, oldest=True) == ((inode, min(os.getpid(), child)),)
        finally:
            os.kill(child, 9)
            os.waitpid(child, 0)
