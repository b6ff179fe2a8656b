"""Faults on loopback, made of real sockets, that every client library is let loose on."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial

NAME = "-nocarrier-test.invalid"
"""A name that the C library knows to be none by its hyphen (RFC 952), so that no nameserver is asked, nor knows (RFC 6761,
section 6.4)."""
HTTP_404 = b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot found"

Answer = Callable[[socket.socket], None]


@contextmanager
def refused() -> Iterator[int]:
    """A port that is bound, so that nobody else takes it, and on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@contextmanager
def _served(answer: Answer) -> Iterator[int]:
    """A port whose every connection is given to ``answer``, in a thread of its own, until the block ends."""
    over = threading.Event()
    open_ones: list[socket.socket] = []

    def serve(listener: socket.socket) -> None:
        while not over.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            open_ones.append(connection)
            threading.Thread(target=_answered, args=(answer, connection), daemon=True).start()

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        server = threading.Thread(target=serve, args=(listener,), daemon=True)
        server.start()
        try:
            yield listener.getsockname()[1]
        finally:
            over.set()
            listener.shutdown(socket.SHUT_RDWR)
            server.join(5)
            for connection in open_ones:
                connection.close()


def _answered(answer: Answer, connection: socket.socket) -> None:
    with connection, suppress(OSError):  # the client may go away first
        answer(connection)


def _keep_silent(connection: socket.socket) -> None:
    connection.settimeout(30)
    while connection.recv(4096):
        pass


def _reset(connection: socket.socket, wait: float) -> None:
    """Read what the client says and reset the connection (SO_LINGER with no time, RFC 9293, section 3.10.7)."""
    connection.settimeout(wait)
    with suppress(TimeoutError):  # of a client that waits for the server to speak first
        connection.recv(1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _hang_up(connection: socket.socket, wait: float) -> None:
    connection.settimeout(wait)
    with suppress(TimeoutError):
        connection.recv(65536)
    connection.close()


def _say_404(connection: socket.socket, wait: float) -> None:
    connection.settimeout(wait)
    with suppress(TimeoutError):
        connection.recv(65536)
    connection.sendall(HTTP_404)
    connection.shutdown(socket.SHUT_WR)
    connection.settimeout(1)
    while connection.recv(4096):
        pass


def silent() -> AbstractContextManager[int]:
    """It takes connections and says nothing."""
    return _served(_keep_silent)


def closed(wait: float = 0.1) -> AbstractContextManager[int]:
    """It closes every connection once the client spoke, or did not for ``wait`` seconds."""
    return _served(partial(_hang_up, wait=wait))


def reset(wait: float = 0.1) -> AbstractContextManager[int]:
    """It resets every connection once the client spoke, or did not for ``wait`` seconds."""
    return _served(partial(_reset, wait=wait))


def not_found(wait: float = 0.1) -> AbstractContextManager[int]:
    """An HTTP server that has nothing; it speaks after ``wait`` seconds where the client does not."""
    return _served(partial(_say_404, wait=wait))
