"""Tests of what the kernel tells of sockets, against sockets of the test's own."""

from __future__ import annotations

import socket
import sys
import time

import pytest

if sys.platform != "linux":
    pytest.skip("sock_diag is Linux'", allow_module_level=True)

from nocarrier.machines.running.sockets import Told, cookie_of, cookies, decoded, listening, waiting


def told_of(kernel: socket.socket, cookie: int) -> Told:
    """What is told of the end of one socket, of all that end meanwhile."""
    kernel.settimeout(0.5)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            data = kernel.recv(1 << 16)
        except TimeoutError:
            continue
        if cookie in cookies(data):
            return next(told for told in decoded(data) if told.cookie == cookie)
    raise AssertionError("nothing is told of it")


def cookie(one: socket.socket) -> int:
    return cookie_of(socket.dup(one.fileno()))


@pytest.mark.parametrize("blocking", [True, False])
def test_a_refused_connect_was_never_acknowledged(blocking: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with listening() as kernel:
        with socket.socket() as one:
            one.settimeout(None if blocking else 5)
            own = cookie(one)
            assert one.connect_ex(("127.0.0.1", port))
        told = told_of(kernel, own)
    assert (told.address, told.port, told.acknowledged) == ("127.0.0.1", 0 if blocking else port, False)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_one_that_was_taken_was(family: socket.AddressFamily) -> None:
    address = "127.0.0.1" if family == socket.AF_INET else "::1"
    try:
        server = socket.create_server((address, 0), family=family)
    except OSError:
        pytest.skip(f"no {address} here")
    with server, listening() as kernel:
        with socket.create_connection(server.getsockname()[:2]) as one:
            own = cookie(one)
            alive = {told.cookie: told.state for told in waiting(1 << 1)}
            assert alive[own] == 1
        told = told_of(kernel, own)
    assert (told.address, told.acknowledged) == (address, True)


def test_only_sockets_that_dial_over_tcp_have_a_cookie_here() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        assert cookie(one) == 0
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert cookie(ours) == 0
