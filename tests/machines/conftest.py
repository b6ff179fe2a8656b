"""Namespaces, peers and far sides that the tests of machines look at; each ends with its test."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

SERVE = """
import socket, sys, time
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
sys.stdin.read()
"""


def needs(*programs: str) -> None:
    """Skip, by name, where a program is missing."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


@pytest.fixture
def need() -> Callable[[str], str]:
    """The path of a program; the test is skipped, by name, where it is missing."""

    def found(program: str) -> str:
        needs(program)
        return str(shutil.which(program))

    return found


@pytest.fixture
def root() -> None:
    """Skip where the test is not run by root."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root")


@pytest.fixture
def namespace(root: None) -> Iterator[SimpleNamespace]:
    """A named network namespace, its own /etc/hosts; process ``pid`` in it listens on ``port`` of its loopback."""
    needs("ip")
    name = f"machines-{os.getpid()}"
    files = Path("/etc/netns") / name
    subprocess.run(["ip", "netns", "add", name], check=True)
    try:
        subprocess.run(["ip", "-n", name, "link", "set", "lo", "up"], check=True)
        files.mkdir(parents=True)
        (files / "hosts").write_text("192.0.2.7 only-in-there\n")
        command = ["ip", "netns", "exec", name, sys.executable, "-c", SERVE]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            yield SimpleNamespace(name=name, pid=server.pid, port=int(server.stdout.readline()))
            server.kill()
    finally:
        subprocess.run(["ip", "netns", "delete", name], check=True)
        shutil.rmtree(files, ignore_errors=True)


@pytest.fixture
def busybox(tmp_path: Path) -> Path:
    """A directory with the programs of busybox and nothing else."""
    needs("busybox")
    directory = tmp_path / "busybox"
    directory.mkdir()
    program = shutil.which("busybox")
    for applet in subprocess.run(["busybox", "--list"], capture_output=True, text=True, check=True).stdout.split():
        (directory / applet).symlink_to(str(program))
    return directory


@pytest.fixture
def sshd(root: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., SimpleNamespace]]:
    """Start an OpenSSH server on a port of 127.0.0.1, and let ``ssh`` know it as ``far``.

    Called with the PATH that logins get, or the command that they are given. ``ssh`` is one in front of the real one that adds ``-F``, for OpenSSH takes
    its configuration from the home directory of the password database, whatever $HOME is. Lines of that
    configuration may be appended to ``config``.
    """
    needs("ssh", "ssh-keygen")
    server = shutil.which("sshd", path="/usr/sbin:/sbin") or pytest.skip("openssh-server is not installed")
    made = not Path("/run/sshd").exists()
    Path("/run/sshd").mkdir(exist_ok=True)  # its privilege separation directory, which only its service makes
    running: list[subprocess.Popen[bytes]] = []
    for key in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / key)], check=True)
    bin_directory = tmp_path / "bin"
    bin_directory.mkdir()
    wrapper = bin_directory / "ssh"
    wrapper.write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F {tmp_path}/ssh_config "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_directory}:{os.environ['PATH']}")

    def start(path: str = "/usr/bin:/bin", forced: str = "") -> SimpleNamespace:
        login = f'PATH={path}; eval "$SSH_ORIGINAL_COMMAND"'  # whatever the user's shell makes of PATH
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        settings = tmp_path / "sshd_config"
        settings.write_text(
            f"ListenAddress 127.0.0.1:{port}\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/user.pub\n"
            f"StrictModes no\nUsePAM no\nPidFile none\nPermitRootLogin yes\nPasswordAuthentication no\n"
            f"KbdInteractiveAuthentication no\nForceCommand {forced or login}\n"
        )
        running.append(subprocess.Popen([server, "-D", "-e", "-f", str(settings)], stderr=subprocess.DEVNULL))
        host_key = (tmp_path / "host.pub").read_text()
        (tmp_path / "known_hosts").write_text(f"[127.0.0.1]:{port} {host_key}")
        config = tmp_path / "ssh_config"
        config.write_text(
            f"Host far\n  HostName 127.0.0.1\n  Port {port}\n  IdentityFile {tmp_path}/user\n  IdentitiesOnly yes\n"
            f"  UserKnownHostsFile {tmp_path}/known_hosts\n  GlobalKnownHostsFile /dev/null\n"
        )
        wait_for(port)
        other_key = (tmp_path / "user.pub").read_text()
        return SimpleNamespace(
            port=port, config=config, known_hosts=tmp_path / "known_hosts", other_key=other_key, pid=running[-1].pid
        )

    yield start
    for process in running:
        process.terminate()
        process.wait(10)
    if made:
        with contextlib.suppress(OSError):
            Path("/run/sshd").rmdir()


def wait_for(port: int) -> None:
    """Until something listens on that port of 127.0.0.1."""
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1.0):
            return
        time.sleep(0.02)
    pytest.fail(f"nothing listens on {port}")


@pytest.fixture
def container(root: None, tmp_path: Path) -> Iterator[SimpleNamespace]:
    """A container without a network, from an image that holds busybox and nothing else."""
    needs("podman", "busybox", "runc")
    tree, name = tmp_path / "tree", f"machines-{os.getpid()}"
    program = shutil.which("busybox")
    libraries = subprocess.run(["ldd", str(program)], capture_output=True, text=True).stdout.split()
    for file in (str(program), *(word for word in libraries if word.startswith("/"))):
        (tree / file[1:]).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, tree / file[1:])
    for applet in ("sh", "cat", "sleep", "ls", "grep"):
        (tree / "bin").mkdir(exist_ok=True)
        (tree / "bin" / applet).symlink_to(str(program))
    (tree / "etc").mkdir()
    (tree / "etc/mark").write_text("contained\n")
    archive = tmp_path / "tree.tar"
    subprocess.run(["tar", "-C", str(tree), "-cf", str(archive), "."], check=True)
    subprocess.run(
        ["podman", "import", "--quiet", str(archive), f"localhost/{name}"], check=True, capture_output=True
    )
    limits = ["--ulimit", "nofile=20000:20000", "--ulimit", "nproc=1000:1000"]
    command = ["podman", "--runtime", "runc", "run", "--detach", "--name", name, "--network", "none", *limits]
    try:
        ran = subprocess.run([*command, f"localhost/{name}", "sleep", "600"], capture_output=True, text=True)
        if ran.returncode:
            pytest.skip(f"podman runs no container here: {ran.stderr.strip()[-200:]}")
        yield SimpleNamespace(name=name)
    finally:
        subprocess.run(["podman", "rm", "--force", "--time", "0", name], capture_output=True)
        subprocess.run(["podman", "rmi", "--force", f"localhost/{name}"], capture_output=True)


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[socket.socket], None]], int]]:
    """Start a listener on 127.0.0.1 whose connections are handled by a function; returns its port."""
    listeners: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def start(handle: Callable[[socket.socket], None]) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)
        threads.append(threading.Thread(target=accept, args=(listener, handle)))
        threads[-1].start()
        return int(listener.getsockname()[1])

    def accept(listener: socket.socket, handle: Callable[[socket.socket], None]) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with connection, contextlib.suppress(OSError):
                    handle(connection)

    yield start
    for listener in listeners:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
    for thread in threads:
        thread.join(5.0)
