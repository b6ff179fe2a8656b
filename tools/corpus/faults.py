"""The servers that misbehave, each on a port: ``faults.py server`` and ``faults.py router``; a program of its own.

The ports are those of `tools.corpus.symptoms`, which this file does not import: it runs in the lab without the project.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
"RFC 6455, section 1.3."
Act = Callable[[socket.socket], None]


def closes(peer: socket.socket) -> None:
    """Ends the connection in order, before a byte is read or written."""
    peer.shutdown(socket.SHUT_WR)
    peer.settimeout(0.5)
    while peer.recv(4096):
        pass


def resets(peer: socket.socket) -> None:
    """Waits for the first bytes, or a moment, and resets: lingering for 0 s makes close(2) send a RST (tcp(7))."""
    peer.settimeout(0.5)
    with contextlib.suppress(TimeoutError):
        peer.recv(1)
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silent(peer: socket.socket) -> None:
    """Reads whatever comes, and says nothing."""
    while peer.recv(4096):
        pass


def smtp(peer: socket.socket) -> None:
    """Greets as a mail server, and understands nothing."""
    peer.sendall(b"220 mail.shop.example ESMTP ready\r\n")
    for _ in range(20):
        if not peer.recv(4096):
            return
        peer.sendall(b"500 5.5.1 Command unrecognized\r\n")


def echo(peer: socket.socket) -> None:
    """Sends back what comes (RFC 862)."""
    while said := peer.recv(4096):
        peer.sendall(said)


def shake(peer: socket.socket, *, accept: bytes | None = None, headers: bytes = b"Upgrade: websocket\r\n") -> None:
    """Answers a handshake with 101; with another ``accept`` than is right where one is given."""
    asked = request(peer)
    key = next(
        (line[18:].strip() for line in asked.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key:")), b""
    )
    right = base64.b64encode(hashlib.sha1(key + MAGIC).digest())
    peer.sendall(
        b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n" + headers
        + b"Sec-WebSocket-Accept: " + (accept or right) + b"\r\n\r\n"
    )  # fmt: skip


def request(peer: socket.socket) -> bytes:
    """What a client of HTTP sends, up to the empty line."""
    asked = b""
    while b"\r\n\r\n" not in asked and len(asked) < 65536:
        piece = peer.recv(4096)
        if not piece:
            break
        asked += piece
    return asked


def wrong_accept(peer: socket.socket) -> None:
    """101 with the answer to another key."""
    shake(peer, accept=base64.b64encode(b"not the right answer"))
    silent(peer)


def no_upgrade(peer: socket.socket) -> None:
    """101 without the header that says to what."""
    shake(peer, headers=b"")
    silent(peer)


def drops_after(peer: socket.socket) -> None:
    """A WebSocket that ends without a close frame."""
    shake(peer)
    time.sleep(0.3)
    peer.shutdown(socket.SHUT_WR)


def closing(code: int, reason: bytes) -> Act:
    """A WebSocket that is closed with this code."""

    def act(peer: socket.socket) -> None:
        shake(peer)
        time.sleep(0.2)
        body = struct.pack("!H", code) + reason
        peer.sendall(b"\x88" + bytes((len(body),)) + body)
        peer.recv(4096)

    return act


def answering(status: str, headers: str = "", body: str = "") -> Act:
    """A proxy that answers every request so."""

    def act(peer: socket.socket) -> None:
        request(peer)
        peer.sendall(
            f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()
        )

    return act


PORTS: dict[str, dict[int, Act]] = {
    "server": {
        2101: closes, 2102: resets, 2103: silent, 2124: smtp, 2125: echo, 2131: wrong_accept, 2132: no_upgrade,
        2133: drops_after, 2134: closing(1008, b"policy violation"), 2135: closing(1011, b"internal error"),
    },
    "router": {
        3129: answering("407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="proxy"\r\n'),
        3130: answering("403 Forbidden", "Via: 1.1 proxy (squid/6.6)\r\n", "Access Denied.\n"),
        3131: answering("502 Bad Gateway", "", "Host is unreachable\n"),
    },
}  # fmt: skip


def serve(server: socket.socket, act: Act) -> None:
    """One thread a connection; what its peer does to it is no concern."""

    def one(peer: socket.socket) -> None:
        with peer, contextlib.suppress(OSError):
            act(peer)

    while True:
        threading.Thread(target=one, args=(server.accept()[0],), daemon=True).start()


def failing_resolver() -> None:
    """A name server that answers every question with SERVFAIL (RFC 1035, section 4.1.1)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("0.0.0.0", 53))
        while True:
            asked, peer = server.recvfrom(4096)
            server.sendto(asked[:2] + b"\x81\x82" + asked[4:6] + b"\0\0\0\0\0\0" + asked[12:], peer)


def main() -> None:
    """All ports of one machine; the last one that is opened, ``ready``, says that the others are."""
    name = sys.argv[1]
    if name == "server":
        threading.Thread(target=failing_resolver, daemon=True).start()
    servers = [
        (socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=64), act)
        for port, act in PORTS[name].items()
    ]
    for server, act in servers:
        threading.Thread(target=serve, args=(server, act), daemon=True).start()
    serve(socket.create_server(("0.0.0.0", 2100)), closes)


if __name__ == "__main__":
    main()
