"""``python -m nocarrier.lab.hold HOW ADDRESS PORT [COUNT]``: a client program that uses up local ports.

HOW is ``open`` (keeps its connections), ``closed`` (closes each at once, which leaves it in TIME_WAIT), ``abandoned``
(never closes what the peer has closed: CLOSE_WAIT), or ``bound`` (binds ports of ADDRESS and connects nowhere). It takes
COUNT of them, or as many as there are, and goes into the background, where it keeps what it has until it is killed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import time

EVERY = 1 << 20
"More than any range holds."
FINISHED_BY = 5.0
"Seconds that the peer is given to close its ends."


def take(how: str, address: str, port: int, count: int) -> list[socket.socket]:
    """The sockets, until the kernel has no port left to give."""
    taken: list[socket.socket] = []
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    for _ in range(count):
        held = socket.socket(family, socket.SOCK_STREAM)
        try:
            if how == "bound":
                held.bind((address, 0))
            else:
                held.connect((address, port))
        except OSError:
            held.close()
            break
        taken.append(held)
        if how == "closed":
            close_first(held)
    return taken


def close_first(held: socket.socket) -> None:
    """Close, and wait for the peer's end: then the kernel has the connection in TIME_WAIT.

    One by one, for a peer whose accept queue is full would answer with resets later, and each frees a port.
    """
    held.shutdown(socket.SHUT_WR)
    held.settimeout(FINISHED_BY)
    with contextlib.suppress(OSError):
        held.recv(1)
    held.close()


def finish(how: str, taken: list[socket.socket]) -> None:
    """Bring them into the state that was asked for."""
    if how == "abandoned":
        deadline = time.monotonic() + FINISHED_BY
        for held in taken:
            held.settimeout(max(0.01, deadline - time.monotonic()))
            with contextlib.suppress(OSError):
                held.sendall(b"GET / HTTP/1.0\r\n\r\n")
                while held.recv(1 << 16):
                    pass


def main(words: list[str]) -> int:
    """Take the ports; the parent ends once they are taken, the child keeps them."""
    how, address, port = words[0], words[1], int(words[2])
    taken = take(how, address, port, int(words[3]) if len(words) > 3 else EVERY)
    finish(how, taken)
    if os.fork() == 0:
        while True:
            signal.pause()
    return 0 if taken else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
