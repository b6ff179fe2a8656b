"""One socket from its making to the moment at which it is connected, and a poll loop's view of many of them.

What is done with a connection stands in dialling.py and conversing.py. A far machine that has Python gets the text of
these files (machines/far_python.py). So they need nothing beyond Python 3.7 and plain records from this package.
"""

from __future__ import annotations

import contextlib
import errno as errnos
import os
import select
import socket
import struct
import sys
import time

from nocarrier.machines import Queued

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from nocarrier.machines import Dial, Talk
    from nocarrier.model.annotations import Any

IP_RECVERR, IPV6_RECVERR = 11, 25
MSG_ERRQUEUE = 0x2000
LINUX = sys.platform == "linux"
RETRY = 0.01
"Seconds between attempts at a unix socket whose queue is full."
UNREAD = 16
"Pieces of an answer that are read to the end and thrown away."
CHUNK = 1 << 16
IN_PROGRESS = (errnos.EINPROGRESS,) if os.name == "posix" else (errnos.EINPROGRESS, errnos.EWOULDBLOCK)
"EWOULDBLOCK says this on Windows only; elsewhere it is EAGAIN, a failure (connect(2))."
SHORT = ("EMFILE", "ENFILE")


def errno_name(number: int | None) -> str:
    """The symbol of an errno; unknown ones keep their number (``E1234``)."""
    return errnos.errorcode.get(number or 0, f"E{number or 0}")


class Connecting:
    """A socket on its way to a peer. What `asked` says of the connection is done; a subclass says what comes then."""

    def __init__(self, asked: Dial | Talk) -> None:
        self.asked = asked
        self.queued: list[Queued] = []
        self.socket: socket.socket | None = None
        self.local: tuple[str, int] = ("", 0)
        self.rewind()

    def rewind(self) -> None:
        """As before `start`."""
        self.begun = False
        self.stage = "socket"
        self.errno = ""
        self.expired = False
        self.done = False
        self.retry = 0.0
        self.started = self.ended = time.perf_counter()
        self.deadline = self.started + self.asked.timeout

    @property
    def wakes(self) -> float:
        """When it wants its turn at the latest."""
        return min(self.retry, self.deadline) if self.retry else self.deadline

    @property
    def wants(self) -> tuple[bool, bool]:
        """Whether it waits to read, and to write."""
        if self.retry:
            return False, False
        return self.stage == "exchange", self.stage == "connect"

    def start(self) -> None:
        """Up to and including connect(2)."""
        self.begun = True
        try:
            self._open()
        except socket.gaierror:  # its numbers are no errno; and what is no address is not looked up
            self._fail(errnos.EINVAL)
        except (OSError, UnicodeError, ValueError, OverflowError) as error:
            self._fail(getattr(error, "errno", None) or errnos.EINVAL)

    def _open(self) -> None:
        asked = self.asked
        family, remote = _sockaddr(asked)
        self.socket = connection = self._made(family)
        connection.setblocking(False)
        self._prepare(connection)
        self.stage = "bind"
        if asked.source or asked.source_port:
            address = asked.source or ("::" if family == socket.AF_INET6 else "0.0.0.0")
            connection.bind(_sockaddr_of(address, asked.source_port)[1])
        self.stage = "connect"
        self.started = time.perf_counter()
        self.deadline = self.started + asked.timeout
        self._connect(connection, remote)

    def _made(self, family: int) -> socket.socket:
        """The socket itself. Raises OSError."""
        return socket.socket(family, socket.SOCK_STREAM)

    def _prepare(self, connection: socket.socket) -> None:
        """Let the kernel keep the messages of other machines in the socket's error queue. Raises OSError."""
        if LINUX and connection.family == socket.AF_INET6:
            connection.setsockopt(socket.IPPROTO_IPV6, IPV6_RECVERR, 1)
        elif LINUX and connection.family == socket.AF_INET:
            connection.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)

    def _connect(self, connection: socket.socket, remote: str | tuple[object, ...]) -> None:
        self.retry = 0.0
        error = connection.connect_ex(remote)
        if error in IN_PROGRESS:
            return
        if error == errnos.EAGAIN and self.asked.transport == "unix":
            # The listener's queue is full; a blocking connect would wait (unix(7)), and nothing tells the end of it.
            self.retry = time.perf_counter() + RETRY
        elif error:
            self._fail(error)
        else:
            self._arrived()

    def ready(self) -> None:
        """The socket can be written (while connecting), or read, or both."""
        assert self.socket is not None
        if self.stage == "connect":
            self._see_whether_connected(self.socket)
        else:
            self._go_on(self.socket)

    def _go_on(self, connection: socket.socket) -> None:
        """Read and write what there is to; the connection stands."""
        raise NotImplementedError

    def turn(self, now: float) -> None:
        """The clock went on to ``now``."""
        if self.done:
            return
        if now >= self.deadline:
            self._expire()
        elif self.retry and now >= self.retry:
            assert self.socket is not None
            self._connect(self.socket, _sockaddr(self.asked)[1])

    def _see_whether_connected(self, connection: socket.socket) -> None:
        error = _error_of(connection)
        if not error and not self._has_peer(connection):
            if self._read_error_queue():
                return
            error = _error_of(connection) or errnos.ENOTCONN  # the reset may have come between the two questions
        if error in (errnos.ECONNRESET, errnos.EPIPE):
            # A reset before the handshake's end is ECONNREFUSED (net/ipv4/tcp_input.c, tcp_reset): this one came later.
            self.errno = errno_name(error)
            self._arrived()
        elif error:
            self._fail(error)
        else:
            self._arrived()

    def _has_peer(self, connection: socket.socket) -> bool:
        """Whether it is connected: poll(2) also reports an error queue that is not empty."""
        try:
            connection.getpeername()
        except OSError:
            return False
        return True

    def _arrived(self) -> None:
        self.stage = "exchange"
        self._now()
        self._note_local()
        self._connected()

    def _connected(self) -> None:
        """The connection stands; ``errno`` is set where it was reset at once."""
        raise NotImplementedError

    def _expire(self) -> None:
        """Its time is over: while connecting that is a time-out."""
        self.expired = True
        self.done = True
        if self.stage == "connect":
            self._now()
            self._note_local()
            self._read_error_queue()

    def _fail(self, number: int | None) -> None:
        if self.stage != "exchange":
            self._now()
        self.errno = errno_name(number)
        self.done = True
        self._note_local()
        self._read_error_queue()

    def _now(self) -> None:
        self.ended = time.perf_counter()

    def _note_local(self) -> None:
        if self.socket is None or self.asked.transport == "unix" or self.local[1]:
            return
        try:
            name = self.socket.getsockname()
            self.local = (str(name[0]), int(name[1]))
        except OSError:
            pass

    def _read_error_queue(self) -> bool:
        """Whether there was anything in it."""
        if self.socket is None or not LINUX or self.asked.transport == "unix":
            return False
        before = len(self.queued)
        for _ in range(8):
            try:
                _, ancillary, _, _ = self.socket.recvmsg(512, 512, MSG_ERRQUEUE)
            except OSError:
                break
            self.queued += [Queued(level=level, data=data) for level, _, data in ancillary]
        return len(self.queued) > before

    def hang_up(self) -> None:
        """Close: with a reset where nothing was said, so that no TIME_WAIT is left behind (nor where it would keep a fixed
        local port from the next connection), else as a polite client does.

        There are servers that end altogether for a reset which they do not expect.
        """
        if self.socket is None:
            return
        made = self.stage == "exchange" and self.asked.transport == "tcp"
        if made and self._talked() and not self.asked.source_port:
            _read_the_rest(self.socket)
            made = False
        end(self.socket, reset=made)
        self.socket = None

    def _talked(self) -> bool:
        """Whether the peer may have begun to answer."""
        return bool(getattr(self.asked, "send", b"") or getattr(self.asked, "steps", ()))


def _error_of(connection: socket.socket) -> int:
    """What the kernel noted of it since the last question (SO_ERROR, socket(7)); 0 for nothing."""
    return connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)


def end(connection: socket.socket, reset: bool) -> None:
    """Close with a reset where a handshake was made, so that no TIME_WAIT is left behind."""
    if reset:
        with contextlib.suppress(OSError):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _read_the_rest(connection: socket.socket) -> None:
    """What is left unread would make the kernel send a reset all the same (net/ipv4/tcp.c: __tcp_close)."""
    with contextlib.suppress(OSError):
        for _ in range(UNREAD):
            if not connection.recv(CHUNK):
                break


def start(call: Connecting, waiting: MutableMapping[int, Any]) -> bool:
    """Start a call; False where it has to wait for the descriptor of another of ours."""
    call.start()
    if call.errno in SHORT and call.stage == "socket" and waiting:
        call.rewind()
        return False
    if call.done:
        call.hang_up()
    else:
        assert call.socket is not None
        waiting[call.socket.fileno()] = call
    return True


LOOK = 0.05
"Seconds between looks at whether another thread has ended the machine that waits."


class Kept:
    """Connections that stand from one call to the next, by what was dialled; and whether all is over."""

    def __init__(self) -> None:
        self.over = False
        self._held: dict[tuple[object, ...], socket.socket] = {}

    def put(self, dial: Dial, connection: socket.socket) -> None:
        """Keep a connection; one to the same place goes."""
        before = self._held.pop(_place(dial), None)
        if before is not None:
            end(before, reset=True)
        self._held[_place(dial)] = connection
        if self.over:
            self.close()

    def take(self, talk: Talk) -> socket.socket | None:
        """The one to that place, where there is one; it is kept no longer."""
        return self._held.pop(_place(talk), None) if talk.kept else None

    def finish(self) -> None:
        """End them all, for good: calls that still wait end, too, and keep nothing."""
        self.over = True
        self.close()

    def close(self) -> None:
        """End them all."""
        while self._held:
            end(self._held.popitem()[1], reset=True)


def _place(asked: Dial | Talk) -> tuple[object, ...]:
    return asked.transport, asked.address, asked.port, asked.source, asked.source_port


def _sockaddr(asked: Dial | Talk) -> tuple[int, str | tuple[object, ...]]:
    """Family and address for connect(2)."""
    if asked.transport == "unix":
        if not hasattr(socket, "AF_UNIX"):
            raise OSError(errnos.EAFNOSUPPORT, "no unix sockets here")
        # A leading @ is how tools write the abstract namespace (unix(7)).
        return socket.AF_UNIX, "\0" + asked.address[1:] if asked.address.startswith("@") else asked.address
    return _sockaddr_of(asked.address, asked.port)


def _sockaddr_of(address: str, port: int) -> tuple[int, tuple[object, ...]]:
    """Family and sockaddr of an IP address, zone id included. Raises OSError where it is none."""
    if ":" not in address:
        socket.inet_pton(socket.AF_INET, address)
        return socket.AF_INET, (address, port)
    bare, _, zone = address.partition("%")
    socket.inet_pton(socket.AF_INET6, bare)
    return socket.AF_INET6, (bare, port, 0, _scope(zone))


def _scope(zone: str) -> int:
    """The number of a zone id (RFC 4007, section 11.2), which is an interface's name or number."""
    if not zone or zone.isdigit():
        return int(zone or 0)
    try:
        return socket.if_nametoindex(zone)
    except OSError as error:
        raise OSError(errnos.ENODEV, "no such interface") from error


class Watch:
    """Which descriptors are ready; poll(2) where there is one, for it has no limit on their number."""

    def __init__(self) -> None:
        self._poll = select.poll() if hasattr(select, "poll") else None
        self._watched: dict[int, tuple[bool, bool]] = {}

    def ready(self, waiting: Mapping[int, Connecting], timeout: float) -> list[int]:
        """Those of ``waiting`` that are ready within ``timeout`` seconds."""
        if self._poll is None:
            return _select(waiting, timeout)
        for number, call in waiting.items():
            if self._watched.get(number) != call.wants:
                self._watch(self._poll, number, call.wants)
        # Rounded up: a poll that returns just before the deadline would spin.
        return [number for number, _ in self._poll.poll(int(timeout * 1e3) + 1 if timeout else 0)]

    def _watch(self, poll: select.poll, number: int, wants: tuple[bool, bool]) -> None:
        self.forget(number)
        if any(wants):  # with no wish at all poll(2) would still report a hang-up, again and again
            self._watched[number] = wants
            poll.register(number, wants[0] * select.POLLIN | wants[1] * select.POLLOUT)

    def forget(self, number: int) -> None:
        """It is about to be closed, and its number may come again."""
        if self._poll is not None and number in self._watched:
            del self._watched[number]
            self._poll.unregister(number)


def _select(waiting: Mapping[int, Connecting], timeout: float) -> list[int]:
    """The same by select(2). On Windows a failed connect shows among the exceptions only."""
    reading = [number for number, call in waiting.items() if call.wants[0]]
    writing = [number for number, call in waiting.items() if call.wants[1]]
    if not (reading or writing):
        time.sleep(timeout)
        return []
    readable, writable, broken = select.select(reading, writing, writing, timeout)
    return list({*readable, *writable, *broken})
