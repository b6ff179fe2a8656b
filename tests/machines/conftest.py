"""Namespaces, peers and far sides that the tests of machines look at; each ends with its test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
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
