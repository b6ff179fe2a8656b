"""An OpenSSH server on a free port of 127.0.0.1, and a ``ssh`` that knows it as ``far``, while the block lasts."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PRIVILEGE_SEPARATION = Path("/run/sshd")
"The directory that only sshd's service makes."


def missing() -> str:
    """Why it cannot be had here, or empty."""
    if os.geteuid() != 0:
        return "needs root"
    return "" if _server() and shutil.which("ssh") else "needs openssh-server and openssh-client"


@contextmanager
def far_side() -> Iterator[None]:
    """OpenSSH takes its configuration from the user's home, whatever $HOME is: so a ``ssh`` that adds -F leads the PATH."""
    made = not PRIVILEGE_SEPARATION.exists()
    PRIVILEGE_SEPARATION.mkdir(exist_ok=True)
    before = os.environ["PATH"]
    with tempfile.TemporaryDirectory() as name:
        port = _configure(Path(name))
        server = subprocess.Popen(
            [_server(), "-D", "-e", "-f", f"{name}/sshd_config"], stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )
        os.environ["PATH"] = f"{name}/bin:{before}"
        try:
            _wait_for(port)
            yield
        finally:
            os.environ["PATH"] = before
            server.terminate()
            server.wait()
            if made:
                with suppress(OSError):
                    PRIVILEGE_SEPARATION.rmdir()


def _server() -> str:
    return shutil.which("sshd", path="/usr/sbin:/sbin") or ""


def _configure(place: Path) -> int:
    for key in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(place / key)], check=True)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    (place / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {place}/host\nAuthorizedKeysFile {place}/user.pub\nStrictModes no\n"
        "UsePAM no\nPidFile none\nPermitRootLogin yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
    )
    (place / "known_hosts").write_text(f"[127.0.0.1]:{port} {(place / 'host.pub').read_text()}")
    (place / "ssh_config").write_text(
        f"Host far\n  HostName 127.0.0.1\n  Port {port}\n  User root\n  IdentityFile {place}/user\n"
        f"  IdentitiesOnly yes\n  UserKnownHostsFile {place}/known_hosts\n  GlobalKnownHostsFile /dev/null\n"
    )
    (place / "bin").mkdir()
    wrapper = place / "bin" / "ssh"
    wrapper.write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F {place}/ssh_config "$@"\n')
    wrapper.chmod(0o755)
    return port


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    raise TimeoutError(f"no sshd on port {port}")
