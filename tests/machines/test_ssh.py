"""A far machine by OpenSSH, against a real server on this machine's loopback."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from nocarrier.machines import CannotLook, Dial, Machine, MachineUnreachable, Step, Talk, Tls
from nocarrier.machines.open import open_machine

pytestmark = pytest.mark.slow
Start = Callable[..., SimpleNamespace]


@pytest.fixture(params=["debian", "busybox"])
def far(request: pytest.FixtureRequest, sshd: Start, busybox: Path) -> Iterator[Machine]:
    sshd("/usr/bin:/bin" if request.param == "debian" else str(busybox))
    machine = open_machine("ssh://far", 5.0)
    yield machine
    machine.close()


def test_files(far: Machine, tmp_path: Path) -> None:
    odd = tmp_path / "it's an odd\nname $(x)"
    odd.write_bytes(bytes(range(256)) * 10)
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    assert far.read(str(odd)).data == bytes(range(256)) * 10
    assert far.read(str(odd), 3).data == b"\0\1\2"
    assert far.read(str(tmp_path / "empty")).data == b""
    assert far.read(str(tmp_path / "pipe")).data == b""
    assert far.read("/proc/net/tcp").text.startswith("  sl  local_address")
    assert far.read("/no/such/file").errno == "ENOENT"
    assert far.read("/etc").errno == "EISDIR"
    assert far.read("/etc/\0").errno == "EINVAL"


def test_directories_and_links(far: Machine, tmp_path: Path) -> None:
    directory = tmp_path / "d"
    directory.mkdir()
    for name in (".hidden", "a b", "new\nline", "..odd"):
        (directory / name).touch()
    (directory / "link").symlink_to("nowhere at\nall")
    assert far.listdir(str(directory)) == tuple(sorted((".hidden", "a b", "new\nline", "..odd", "link")))
    assert far.listdir(str(directory / "none")) == ()
    assert far.readlink(str(directory / "link")) == "nowhere at\nall"
    assert far.readlink(str(directory / "a b")) == ""


def test_commands(far: Machine) -> None:
    said = far.run(("sh", "-c", "echo out; echo err >&2; exit 3"))
    assert (said.status, said.out, said.err) == (3, b"out\n", b"err\n")
    assert far.run(("cat",), stdin=bytes(range(256))).out == bytes(range(256))
    assert far.run(("cat",)).out == b""
    assert far.run(("no-such-program", "x")).errno == "ENOENT"
    assert far.run(("printf", "%s", 'a\'b "c" $d `e` \\f\n')).text == 'a\'b "c" $d `e` \\f\n'


def test_a_slow_command_is_ended_and_the_next_one_runs(far: Machine) -> None:
    started = time.perf_counter()
    assert far.run(("sleep", "30"), timeout=1.0).expired
    assert time.perf_counter() - started < 15.0
    assert far.run(("echo", "on")).text == "on\n"


def test_a_command_that_prints_without_end(far: Machine) -> None:
    poured = far.run(("yes",), timeout=1.0)
    assert poured.expired
    assert len(poured.out) == 8 << 20


def test_prefetched_is_at_hand_once(far: Machine, tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_text("before")
    (tmp_path / "l").symlink_to("f")
    command = ("cat", str(file))
    far.prefetch([str(file), "/proc/uptime", "/no", "/etc/\0"], [command, ("nope",)], [str(tmp_path / "l")])
    file.write_text("after")
    assert far.read(str(file)).text == "before"
    assert far.run(command).text == "before"
    assert far.run(command).text == "after"
    assert far.readlink(str(tmp_path / "l")) == "f"
    assert far.read("/no").errno == "ENOENT"
    assert far.run(("nope",)).errno == "ENOENT"
    first = far.read("/proc/uptime").text
    time.sleep(0.02)
    assert far.read("/proc/uptime").text != first


def test_owners(far: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours, socket.create_server(("127.0.0.1", 0)) as other:
        inodes = [os.fstat(listener.fileno()).st_ino for listener in (ours, other)]
        assert (inodes[0], os.getpid()) in far.owners(frozenset(inodes[:1]))
        assert {pid for _, pid in far.owners(frozenset([*inodes, *range(1, 60)]))} >= {os.getpid()}
        assert far.owners(frozenset()) == ()


def test_names(far: Machine) -> None:
    try:
        assert far.resolve("localhost", 2.0).addresses
        assert far.resolve("no-such-name.invalid", 2.0).error.startswith("EAI_")
    except CannotLook as why:
        assert "python3" in why.privilege  # busybox alone


def test_netlink_is_not_asked(far: Machine) -> None:
    with pytest.raises(CannotLook):
        far.netlink(0, b"")


def test_dialling_from_there(sshd: Start) -> None:
    sshd()
    far = open_machine("ssh://far", 5.0)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        connected, refused, rejected = far.dial(
            [
                Dial(transport="tcp", address="127.0.0.1", port=port, timeout=1.0, send=b"\0\xff", receive=0),
                Dial(transport="tcp", address="127.0.0.1", port=1, timeout=1.0),
                Dial(
                    transport="udp", address="127.0.0.1", port=1, timeout=1.0, send=b"x", receive=1, receive_for=1.0
                ),
            ]
        )
        with listener.accept()[0] as peer:
            assert peer.recv(10) == b"\0\xff"
    assert connected.connected
    assert connected.local_port > 0
    assert (refused.stage, refused.errno, refused.queued) == ("connect", "ECONNREFUSED", ())
    assert rejected.queued[0].data[4:7] == bytes((2, 3, 3))
    far.close()


def test_conversing_from_there(sshd: Start) -> None:
    sshd()
    far = open_machine("ssh://far", 5.0)
    steps = (Step(send=b"\0\xff", size=2, seconds=2.0), Step(tls=Tls(verify=False), send=b"", seconds=2.0))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        talk = Talk(address="127.0.0.1", port=listener.getsockname()[1], timeout=1.0, steps=steps)

        def answer() -> None:
            with listener.accept()[0] as peer:
                peer.sendall(peer.recv(10))
                peer.recv(1000)
                peer.sendall(b"\x15\x03\x01\x00\x02\x02\x28")

        server = threading.Thread(target=answer)
        server.start()
        (talked,) = far.converse([talk])
        server.join()
    assert [(heard.received, heard.end) for heard in talked.heard] == [(b"\0\xff", "enough"), (b"", "tls-failed")]
    assert talked.tls is not None
    assert talked.tls.alert == "handshake_failure"
    far.close()


def test_dialling_needs_python_there(sshd: Start, busybox: Path) -> None:
    sshd(str(busybox))
    far = open_machine("ssh://far", 5.0)
    with pytest.raises(CannotLook) as why:
        far.dial([Dial(transport="tcp", address="127.0.0.1", port=1, timeout=1.0)])
    assert why.value.privilege == "python3"
    far.close()


def test_noise_at_login_is_no_answer(sshd: Start) -> None:
    sshd(forced="echo welcome; echo beware >&2; exec sh -s")
    far = open_machine("ssh://far", 5.0)
    assert far.run(("echo", "on")).text == "on\n"
    far.close()


@pytest.mark.parametrize(
    ("spoil", "where", "said"),
    [
        (
            lambda far: far.known_hosts.write_text(""),
            "ssh://far",
            "the host key of far is not known here; `ssh far` shows it",
        ),
        (
            lambda far: far.known_hosts.write_text(f"[127.0.0.1]:{far.port} {far.other_key}"),
            "ssh://far",
            "the host key of far is another than the one known here; `ssh far` says more",
        ),
        (
            lambda far: None,
            "ssh://nobody-here@far",
            "far does not let us in without a password; `ssh -l nobody-here far`",
        ),
        (lambda far: None, "ssh://far:1", "nothing takes ssh connections at far port 1"),
        (
            lambda far: far.config.write_text(""),
            "ssh://no-such-host.invalid",
            "ssh finds no address for no-such-host.invalid",
        ),
    ],
)
def test_why_it_cannot_be_reached(
    sshd: Start, spoil: Callable[[SimpleNamespace], object], where: str, said: str
) -> None:
    spoil(sshd())
    started = time.perf_counter()
    with pytest.raises(MachineUnreachable) as why:
        open_machine(where, 5.0)
    assert said in why.value.reason
    assert time.perf_counter() - started < 12.0


def test_a_machine_without_a_shell(sshd: Start) -> None:
    sshd(forced="echo no shell for you >&2; exit 1")
    with pytest.raises(MachineUnreachable, match="far lets us in but runs no sh for us: no shell for you"):
        open_machine("ssh://far", 5.0)


def test_no_ssh_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MachineUnreachable, match="ssh is not installed here"):
        open_machine("ssh://far", 1.0)


def test_a_server_that_never_speaks() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        started = time.perf_counter()
        with pytest.raises(MachineUnreachable, match=r"in time|within"):
            open_machine(f"ssh://127.0.0.1:{mute.getsockname()[1]}", 1.0)
        assert time.perf_counter() - started < 8.0


def test_closing_ends_the_shell_over_there(sshd: Start) -> None:
    server = sshd()
    far = open_machine("ssh://far", 5.0)
    sessions = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    assert sessions.read_text()
    far.close()
    for _ in range(100):
        if not sessions.read_text():
            return
        time.sleep(0.02)
    pytest.fail("it still runs")
