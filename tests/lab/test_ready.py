"""Readiness is read from the kernel's tables, without connecting."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from nocarrier.lab.ready import is_ready


@pytest.mark.parametrize(("family", "address", "shown"), [(2, "127.0.0.1", "127.0.0.1"), (10, "::1", "[::1]")])
def test_a_listener_is_seen_by_port_and_by_address(family: int, address: str, shown: str) -> None:
    with socket.socket(family) as listener:
        listener.bind((address, 0))
        port = listener.getsockname()[1]
        assert not is_ready(f"tcp:{port}")
        listener.listen()
        assert is_ready(f"tcp:{port}")
        assert is_ready(f"tcp:{shown}:{port}")
        assert not is_ready(f"tcp:127.0.0.9:{port}")
        assert not is_ready(f"udp:{port}")


def test_a_udp_socket_is_seen() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as bound:
        bound.bind(("127.0.0.1", 0))
        assert is_ready(f"udp:127.0.0.1:{bound.getsockname()[1]}")


def test_a_unix_socket_is_seen_by_its_path(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener:
        assert not is_ready(f"unix:{path}")
        listener.bind(path)
        assert is_ready(f"unix:{path}")
