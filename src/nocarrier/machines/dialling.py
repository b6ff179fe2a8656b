"""Carrying out dials: non-blocking sockets and one poll loop.

A far machine that has Python gets this file as text (machines/far_python.py). So it needs nothing beyond Python 3.7
and four plain records from this package.
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
from collections.abc import Sequence

from nocarrier.machines import Dial, Dialled, Patience, Queued

IP_RECVERR, IPV6_RECVERR = 11, 25
IP_MINTTL, IPV6_MINHOPCOUNT = 21, 73
MSG_ERRQUEUE = 0x2000
LINUX = sys.platform == "linux"
RETRY = 0.01
"Seconds between attempts at a unix socket whose queue is full."
CHUNK = 1 << 16
IN_PROGRESS = (errnos.EINPROGRESS,) if os.name == "posix" else (errnos.EINPROGRESS, errnos.EWOULDBLOCK)
"EWOULDBLOCK says this on Windows only; elsewhere it is EAGAIN, a failure (connect(2))."
SHORT = ("EMFILE", "ENFILE")
SHORTAGE = (*SHORT, "ENOBUFS", "ENOMEM", "EAGAIN", "EADDRNOTAVAIL", "EADDRINUSE")
"What a further socket of a question may fail for by itself: no answer to it."
DATAGRAMS = ("udp", "ping")
LISTEN = 0.01
"Seconds between looks at what another thread said of the patience."
ECHO_REPLY = (0, 129)
"Types of an echo reply (RFC 792; RFC 4443, section 4.2)."


def errno_name(number: int | None) -> str:
    """The symbol of an errno; unknown ones keep their number (``E1234``)."""
    return errnos.errorcode.get(number or 0, f"E{number or 0}")


def carry_out(dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
    """All of them at once; returns when the last has ended.

    Where they are more than this process may have descriptors, the rest waits until earlier ones have ended.
    """
    calls = [_Call(dial) for dial in dials]
    try:
        _attend(calls, patience)
    finally:
        for call in calls:
            call.hang_up()
    return tuple(call.outcome() for call in calls)


def _attend(calls: Sequence[_Call], patience: Patience | None) -> None:
    """Start every call at its time and attend to each until all are done."""
    begun = time.perf_counter()
    questions = _Questions(calls, patience, begun)
    ahead = sorted(calls, key=lambda call: call.dial.after)
    ahead.reverse()
    waiting: dict[int, _Call] = {}
    watch = _Watch()
    while ahead or waiting:
        now = time.perf_counter()
        while ahead and begun + ahead[-1].dial.after <= now and _start(ahead[-1], waiting):
            ahead.pop()
        soonest = [call.wakes for call in waiting.values()] + [begun + call.dial.after for call in ahead[-1:]]
        soonest += [moment for moment in (questions.wakes(now),) if moment is not None]
        if soonest:
            for number in watch.ready(waiting, max(0.0, min(soonest) - now)):
                waiting[number].ready()
        # With the time of before: what came while this process was held up is read first, and not taken for silence.
        for call in waiting.values():
            call.turn(now)
        questions.settle(now)
        for number, call in list(waiting.items()):
            if call.done:
                watch.forget(number)
                call.hang_up()
                del waiting[number]
        ahead = [call for call in ahead if not call.done]


class _Questions:
    """Which dials ask the same thing, and when it need not be asked any longer.

    A question is closed once one of its dials has an answer; or once its host is known to live and each of its packets
    has had time for an answer; or where somebody set an end.
    """

    def __init__(self, calls: Sequence[_Call], patience: Patience | None, begun: float) -> None:
        self._patience = patience
        self._begun = begun
        self._connected: list[float] = []
        self._open: dict[int, list[_Call]] = {}
        for call in calls:
            if call.dial.question:
                self._open.setdefault(call.dial.question, []).append(call)

    def wakes(self, now: float) -> float | None:
        """When they want to be looked at again at the latest."""
        return now + LISTEN if self._open and self._patience is not None else None

    def settle(self, now: float) -> None:
        """Close what is answered or has been waited for long enough by ``now``."""
        for number, group in list(self._open.items()):
            askers = [call for call in group if not call.dial.witness]
            if any(call.answered(first=call is askers[0]) for call in askers):
                self._connected += [call.ended - call.started for call in askers if call.stage == "exchange"]
                _leave(group)
            elif self._over(group, askers, now):
                _give_up(group)
            elif all(call.done for call in askers):
                _leave(group)
            else:
                continue
            del self._open[number]
        if self._connected:  # no need to look around at the others
            _leave([call for group in self._open.values() for call in group if call.dial.witness and not call.begun])

    def _over(self, group: Sequence[_Call], askers: Sequence[_Call], now: float) -> bool:
        patience = self._patience
        if patience is None:
            return False
        if patience.longest is not None and now >= self._begun + patience.longest:
            return True
        trips = [call.ended - call.started for call in group if call.dial.witness and call.lives]
        trips += self._connected
        if patience.round_trip is not None:
            trips.append(patience.round_trip)
        if not trips or not all(call.begun for call in askers):
            return False
        last = max(call.started for call in askers)
        return now >= last + max(patience.at_least, patience.round_trips * min(trips))


def _leave(calls: Sequence[_Call]) -> None:
    for call in calls:
        call.leave()


def _give_up(calls: Sequence[_Call]) -> None:
    for call in calls:
        if call.begun:
            call.give_up()
        else:
            call.leave()


def _start(call: _Call, waiting: dict[int, _Call]) -> bool:
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


class _Call:
    """One `Dial` on its way."""

    def __init__(self, dial: Dial) -> None:
        self.dial = dial
        self.closed = False
        self.received = b""
        self.queued: list[Queued] = []
        self.socket: socket.socket | None = None
        self.local: tuple[str, int] = ("", 0)
        self.left = False
        self.rewind()

    def rewind(self) -> None:
        """As before `start`."""
        self.begun = False
        self.stage = "socket"
        self.errno = ""
        self.expired = False
        self.done = False
        self.retry = 0.0
        self.unsent = self.echo = b""
        self.started = self.ended = time.perf_counter()
        self.deadline = self.started + self.dial.timeout

    @property
    def wakes(self) -> float:
        """When it wants its turn at the latest."""
        return min(self.retry, self.deadline) if self.retry else self.deadline

    @property
    def wants(self) -> tuple[bool, bool]:
        """Whether it waits to read, and to write."""
        if self.retry:
            return False, False
        return self.stage == "exchange", self.stage == "connect" or bool(self.unsent)

    def answered(self, first: bool) -> bool:
        """Whether this ended its question: whatever the ``first`` came to, or an answer to a further one."""
        if not self.done or self.expired or self.left:
            return False
        return first or (self.stage in ("connect", "exchange") and self.errno not in SHORTAGE)

    @property
    def lives(self) -> bool:
        """Whether the host itself answered: no message of another machine, and no failure of this one."""
        if not self.done or self.expired or self.left:
            return False
        if self.errno:
            return self.errno == "ECONNREFUSED" and (self._said_by_the_host() or not self.queued)
        return self.stage == "exchange"

    def _said_by_the_host(self) -> bool:
        """The offender behind the first entry of the error queue (ip(7), SO_EE_OFFENDER) is the address itself."""
        six = ":" in self.dial.address
        packed = socket.inet_pton(socket.AF_INET6 if six else socket.AF_INET, self.dial.address.partition("%")[0])
        at = 24 if six else 20
        return bool(self.queued) and self.queued[0].data[at : at + len(packed)] == packed

    def give_up(self) -> None:
        """Its time is over though its own deadline is not."""
        if not self.done:
            self._expire()

    def leave(self) -> None:
        """Whatever it would have come to is not wanted any more."""
        if not self.done:
            self.left = self.done = True
            if self.begun:
                self._now()

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
        dial = self.dial
        family, remote = _sockaddr(dial)
        if dial.transport == "ping":
            self.socket = connection = _ping_socket(family)
        else:
            kind = socket.SOCK_DGRAM if dial.transport == "udp" else socket.SOCK_STREAM
            self.socket = connection = socket.socket(family, kind)
        connection.setblocking(False)
        _set_options(connection, family, dial)
        self.stage = "bind"
        if dial.source or dial.source_port:
            address = dial.source or ("::" if family == socket.AF_INET6 else "0.0.0.0")
            connection.bind(_sockaddr_of(address, dial.source_port)[1])
        self.stage = "connect"
        self.started = time.perf_counter()
        self.deadline = self.started + dial.timeout
        self._connect(connection, remote)

    def _connect(self, connection: socket.socket, remote: str | tuple[object, ...]) -> None:
        self.retry = 0.0
        error = connection.connect_ex(remote)
        if error in IN_PROGRESS:
            return
        if error == errnos.EAGAIN and self.dial.transport == "unix":
            # The listener's queue is full; a blocking connect would wait (unix(7)), and nothing tells the end of it.
            self.retry = time.perf_counter() + RETRY
        elif error:
            self._fail(error)
        else:
            self._connected()

    def ready(self) -> None:
        """The socket can be written (while connecting), or read, or both."""
        assert self.socket is not None
        if self.stage == "connect":
            self._see_whether_connected(self.socket)
            return
        if self.unsent:
            self._send(self.socket)
        if not self.done:
            self._receive(self.socket)

    def turn(self, now: float) -> None:
        """The clock went on to ``now``."""
        if self.done:
            return
        if now >= self.deadline:
            self._expire()
        elif self.retry and now >= self.retry:
            assert self.socket is not None
            self._connect(self.socket, _sockaddr(self.dial)[1])

    def _see_whether_connected(self, connection: socket.socket) -> None:
        error = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error in (errnos.ECONNRESET, errnos.EPIPE):
            # A reset before the handshake's end is ECONNREFUSED (net/ipv4/tcp_input.c, tcp_reset): this one came later.
            self.errno = errno_name(error)
            self._connected()
        elif error:
            self._fail(error)
        elif self._has_peer(connection):
            self._connected()
        elif not self._read_error_queue():
            self._fail(errnos.ENOTCONN)

    def _has_peer(self, connection: socket.socket) -> bool:
        """Whether it is connected: poll(2) also reports an error queue that is not empty."""
        try:
            connection.getpeername()
        except OSError:
            return False
        return True

    def _connected(self) -> None:
        assert self.socket is not None
        self.stage = "exchange"
        self._now()
        self._note_local()
        self.deadline = self.ended + self.dial.receive_for
        self.unsent = b"" if self.errno else self._first_words(self.socket)
        if self.unsent:
            self._send(self.socket)
        elif self.dial.receive <= 0:
            self.done = True

    def _first_words(self, connection: socket.socket) -> bytes:
        if self.dial.transport == "ping" and self.dial.receive > 0:
            self.echo = _echo_request(connection.family)
            return self.echo
        return self.dial.send

    def _send(self, connection: socket.socket) -> None:
        try:
            self.unsent = self.unsent[connection.send(self.unsent) :]
        except BlockingIOError:
            return
        except OSError as error:
            if self.dial.transport in DATAGRAMS:
                self._fail(error.errno)
                return
            # What the peer said before it hung up may still be read.
            self.errno = errno_name(error.errno)
            self.unsent = b""
        if not self.unsent and self.dial.receive <= 0:
            self.done = True

    def _receive(self, connection: socket.socket) -> None:
        try:
            chunk = connection.recv(min(CHUNK, self.dial.receive - len(self.received)))
        except BlockingIOError:
            self._read_error_queue()
            return
        except OSError as error:
            self._fail(error.errno)
            return
        if self.dial.transport == "ping" and not _answers(connection, self.echo, chunk):
            return
        self.received += chunk
        if self.dial.settle:
            self.deadline = min(self.deadline, time.perf_counter() + self.dial.settle)
        if self.dial.transport in DATAGRAMS:
            self._now()
            self.done = True
            return
        self.closed = not chunk
        self.done = self.closed or len(self.received) >= self.dial.receive

    def _expire(self) -> None:
        """Its time is over: while connecting that is a time-out, while reading simply the end."""
        self.expired = True
        self.done = True
        if self.stage == "connect" or self.dial.transport in DATAGRAMS:
            self._now()
            self._note_local()
            self._read_error_queue()

    def _fail(self, number: int | None) -> None:
        if self.stage != "exchange" or self.dial.transport in DATAGRAMS:
            self._now()
        self.errno = errno_name(number)
        self.done = True
        self._note_local()
        self._read_error_queue()

    def _now(self) -> None:
        self.ended = time.perf_counter()

    def _note_local(self) -> None:
        if self.socket is None or self.dial.transport == "unix" or self.local[1]:
            return
        try:
            name = self.socket.getsockname()
            self.local = (str(name[0]), int(name[1]))
        except OSError:
            pass

    def _read_error_queue(self) -> bool:
        """Whether there was anything in it."""
        if self.socket is None or not LINUX or self.dial.transport == "unix":
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
        """Close with a reset where a handshake was made, so that no TIME_WAIT is left behind."""
        if self.socket is None:
            return
        if self.stage == "exchange" and self.dial.transport == "tcp":
            with contextlib.suppress(OSError):
                self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()
        self.socket = None

    def outcome(self) -> Dialled:
        """What became of it."""
        return Dialled(
            stage=self.stage,  # type: ignore[arg-type]
            errno=self.errno,
            expired=self.expired,
            local_address=self.local[0],
            local_port=self.local[1],
            took_ms=round((self.ended - self.started) * 1e3, 3),
            received=self.received,
            closed=self.closed,
            left=self.left,
            queued=tuple(self.queued),
        )


def _sockaddr(dial: Dial) -> tuple[int, str | tuple[object, ...]]:
    """Family and address for connect(2)."""
    if dial.transport == "unix":
        if not hasattr(socket, "AF_UNIX"):
            raise OSError(errnos.EAFNOSUPPORT, "no unix sockets here")
        # A leading @ is how tools write the abstract namespace (unix(7)).
        return socket.AF_UNIX, "\0" + dial.address[1:] if dial.address.startswith("@") else dial.address
    return _sockaddr_of(dial.address, dial.port)


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


def _ping_socket(family: int) -> socket.socket:
    """A socket for echo requests: the one that needs no privilege, or a raw one. Raises OSError where neither may be."""
    protocol = socket.IPPROTO_ICMPV6 if family == socket.AF_INET6 else socket.IPPROTO_ICMP
    try:
        return socket.socket(family, socket.SOCK_DGRAM, protocol)
    except OSError:
        return socket.socket(family, socket.SOCK_RAW, protocol)


def _echo_request(family: int) -> bytes:
    """``u8 type, code; u16 checksum, identifier, sequence`` and a few bytes (RFC 792; RFC 4443, section 4.1).

    The kernel puts the identifier in where the socket is no raw one, and the checksum where it is IPv6.
    """
    six = family == socket.AF_INET6
    rest = os.urandom(2) + b"\0\1nocarrier\0"
    words = struct.unpack("!7H", rest) if not six else ()
    total = sum(words) + (0x0800 if not six else 0)
    total = (total & 0xFFFF) + (total >> 16)
    total = (total & 0xFFFF) + (total >> 16)
    return struct.pack("!BBH", 128 if six else 8, 0, 0 if six else ~total & 0xFFFF) + rest


def _answers(connection: socket.socket, asked: bytes, came: bytes) -> bool:
    """Whether a message is the reply to our echo request. A raw IPv4 socket hands out the IP header, too (raw(7))."""
    raw = connection.type == socket.SOCK_RAW
    if raw and connection.family == socket.AF_INET and came:
        came = came[(came[0] & 0x0F) * 4 :]
    ours = came[4:8] == asked[4:8] if raw else True
    return len(came) >= 8 and came[0] in ECHO_REPLY and ours and came[8:] == asked[8:]


def _set_options(connection: socket.socket, family: int, dial: Dial) -> None:
    """The error queue, and the hop limits where they are asked for."""
    if family not in (socket.AF_INET, socket.AF_INET6):
        return
    six = family == socket.AF_INET6
    level = socket.IPPROTO_IPV6 if six else socket.IPPROTO_IP
    if LINUX:
        connection.setsockopt(level, IPV6_RECVERR if six else IP_RECVERR, 1)
        if dial.min_ttl:
            connection.setsockopt(level, IPV6_MINHOPCOUNT if six else IP_MINTTL, dial.min_ttl)
    if dial.segment and LINUX and dial.transport == "tcp":
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, dial.segment)
    if dial.ttl:
        connection.setsockopt(level, socket.IPV6_UNICAST_HOPS if six else socket.IP_TTL, dial.ttl)


class _Watch:
    """Which descriptors are ready; poll(2) where there is one, for it has no limit on their number."""

    def __init__(self) -> None:
        self._poll = select.poll() if hasattr(select, "poll") else None
        self._watched: dict[int, tuple[bool, bool]] = {}

    def ready(self, waiting: dict[int, _Call], timeout: float) -> list[int]:
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


def _select(waiting: dict[int, _Call], timeout: float) -> list[int]:
    """The same by select(2). On Windows a failed connect shows among the exceptions only."""
    reading = [number for number, call in waiting.items() if call.wants[0]]
    writing = [number for number, call in waiting.items() if call.wants[1]]
    if not (reading or writing):
        time.sleep(timeout)
        return []
    readable, writable, broken = select.select(reading, writing, writing, timeout)
    return list({*readable, *writable, *broken})
