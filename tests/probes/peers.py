"""Servers at this process' own address (`own_address.py`) that take every connection and do one thing with it."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator

from tests.own_address import HOST

Behaviour = Callable[[socket.socket], object]


def resets(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def closes(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def listens(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # the client ends with a reset
        while connection.recv(1 << 16):
            pass


def says(words: bytes) -> Behaviour:
    def speak(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            connection.sendall(words)
            listens(connection)

    return speak


@contextlib.contextmanager
def serving(behaviour: Behaviour, most: int = 1000) -> Iterator[int]:
    """The port of a server that takes ``most`` connections and then is gone."""
    server = socket.create_server((HOST, 0))

    def one(connection: socket.socket) -> None:
        with connection:
            behaviour(connection)

    def serve() -> None:
        with server:
            for _ in range(most):
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()


@contextlib.contextmanager
def hung() -> Iterator[int]:
    """The port of a server that listens and never takes a connection."""
    with socket.create_server((HOST, 0)) as server:
        yield server.getsockname()[1]
