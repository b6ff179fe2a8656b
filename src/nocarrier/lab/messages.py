"""What a lab and its keeper say to each other: one JSON object a datagram on a socket pair."""

from __future__ import annotations

import socket

import msgspec

LONGEST = 1 << 18


class Built(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The scenario stands, with every daemon ready. ``programs`` is a directory for the PATH of its hosts."""

    programs: str


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It could not be built. ``forbidden``: the kernel allows no namespaces here."""

    reason: str
    forbidden: bool = False


class Run(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Start a command; its standard input, output and error come with the message as descriptors.

    ``session``: in a session of its own, out of reach of the terminal.
    """

    host: str
    argv: tuple[str, ...]
    environment: dict[str, str]
    directory: str
    session: bool


class Signal(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Send a signal to a command and, if it has a session of its own, to all in it."""

    pid: int
    number: int
    session: bool


class Started(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The command runs; ``pid`` is the keeper's number for it."""

    pid: int


class NotStarted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The command could not be started, with the errno."""

    errno: int


class Ended(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A command ended: its exit status, negative for a signal."""

    pid: int
    status: int


Order = Run | Signal
News = Built | Failed | Started | NotStarted | Ended

_orders: msgspec.json.Decoder[Order] = msgspec.json.Decoder(Order)
_news: msgspec.json.Decoder[News] = msgspec.json.Decoder(News)


def send(line: socket.socket, message: Order | News, descriptors: tuple[int, ...] = ()) -> None:
    """Send one message. Raises OSError when the other side is gone."""
    data = msgspec.json.encode(message)
    if descriptors:
        socket.send_fds(line, [data], list(descriptors))
    else:
        line.send(data)


def receive_order(line: socket.socket) -> tuple[Order, list[int]] | None:
    """The next order and its descriptors; None when the lab is gone."""
    data, descriptors, _, _ = socket.recv_fds(line, LONGEST, 3)
    return (_orders.decode(data), descriptors) if data else None


def receive_news(line: socket.socket) -> News | None:
    """The next news; None when the keeper is gone."""
    data = line.recv(LONGEST)
    return _news.decode(data) if data else None
