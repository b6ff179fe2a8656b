"""Carrying out dials: non-blocking sockets and one poll loop. What comes before a connection stands in connecting.py."""

from __future__ import annotations

import os
import socket
import struct
import time

from nocarrier.machines import Dialled
from nocarrier.machines.connecting import CHUNK, LINUX, LOOK, SHORT, Connecting, Watch, errno_name, start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from nocarrier.machines import Dial, Patience
    from nocarrier.machines.connecting import Kept

IP_MINTTL, IPV6_MINHOPCOUNT = 21, 73
IP_OPTIONS = 4
SHORTAGE = (*SHORT, "ENOBUFS", "ENOMEM", "EAGAIN", "EADDRNOTAVAIL", "EADDRINUSE")
"What a further socket of a question may fail for by itself: no answer to it."
DATAGRAMS = ("udp", "ping")
LISTEN = 0.01
"Seconds between looks at what another thread said of the patience."
ECHO_REPLY = (0, 129)
"Types of an echo reply (RFC 792; RFC 4443, section 4.2)."


def carry_out(
    dials: Sequence[Dial], patience: Patience | None = None, kept: Kept | None = None
) -> tuple[Dialled, ...]:
    """All of them at once; returns when the last has ended.

    Where they are more than this process may have descriptors, the rest waits until earlier ones have ended. A
    connection that is to be kept is put into ``kept``.
    """
    calls = [_Call(dial, kept) for dial in dials]
    try:
        _attend(calls, patience, kept)
    finally:
        for call in calls:
            call.hang_up()
    return tuple(call.outcome() for call in calls)


def _attend(calls: Sequence[_Call], patience: Patience | None, kept: Kept | None) -> None:
    """Start every call at its time and attend to each until all are done, or the machine is closed.

    What is due is judged by the time before the last look: what came while this process was held up is read first. It is
    not taken for silence, and nothing more is asked where it was the answer.
    """
    ahead = sorted(calls, key=lambda call: call.dial.after)
    ahead.reverse()
    waiting: dict[int, _Call] = {}
    watch = Watch()
    now = begun = time.perf_counter()
    questions = _Questions(calls, patience, begun)
    while ahead or waiting:
        if kept is not None and kept.over:
            _leave(calls)
            return
        while ahead and begun + ahead[-1].dial.after <= now and start(ahead[-1], waiting):
            ahead.pop()
        now = time.perf_counter()
        soonest = [call.wakes for call in waiting.values()] + [begun + call.dial.after for call in ahead[-1:]]
        soonest += [moment for moment in (questions.wakes(now),) if moment is not None]
        soonest += [now + LOOK] if kept is not None else []
        if soonest:
            for number in watch.ready(waiting, max(0.0, min(soonest) - now)):
                waiting[number].ready()
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


class _Call(Connecting):
    """One `Dial` on its way."""

    def __init__(self, dial: Dial, kept: Kept | None = None) -> None:
        self.dial = dial
        self._kept = kept
        self.closed = False
        self.received = b""
        self.left = False
        super().__init__(dial)

    def rewind(self) -> None:
        """See `Connecting.rewind`."""
        super().rewind()
        self.unsent = self.echo = b""

    @property
    def wants(self) -> tuple[bool, bool]:
        """See `Connecting.wants`."""
        reads, writes = super().wants
        return reads, writes or (reads and bool(self.unsent))

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
        if self.errno == "EPROTO":  # a parameter problem, which any router on the way may have with the packet
            return self._said_by_the_host()
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

    def _made(self, family: int) -> socket.socket:
        if self.dial.transport == "ping":
            return _ping_socket(family)
        return socket.socket(family, socket.SOCK_DGRAM if self.dial.transport == "udp" else socket.SOCK_STREAM)

    def _prepare(self, connection: socket.socket) -> None:
        super()._prepare(connection)
        _set_options(connection, self.dial)

    def _connected(self) -> None:
        assert self.socket is not None
        self.deadline = self.ended + self.dial.receive_for
        self.unsent = b"" if self.errno else self._first_words(self.socket)
        if self.unsent:
            self._send(self.socket)
        elif self.dial.receive <= 0:
            self.done = True

    def _go_on(self, connection: socket.socket) -> None:
        if self.unsent:
            self._send(connection)
        if not self.done:
            self._receive(connection)

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
        super()._expire()
        if self.stage == "exchange" and self.dial.transport in DATAGRAMS:
            self._now()
            self._note_local()
            self._read_error_queue()

    def _fail(self, number: int | None) -> None:
        if self.dial.transport in DATAGRAMS:
            self._now()
        super()._fail(number)

    def hang_up(self) -> None:
        """See `Connecting.hang_up`; but a connection that is wanted again is kept."""
        if self.socket is not None and self.dial.keep and self._kept is not None and self._stands:
            self._kept.put(self.dial, self.socket)
            self.socket = None
        super().hang_up()

    @property
    def _stands(self) -> bool:
        return self.stage == "exchange" and not (self.errno or self.closed or self.left)

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


def _set_options(connection: socket.socket, dial: Dial) -> None:
    """The hop limits and the largest segment, where they are asked for. Raises OSError."""
    if connection.family not in (socket.AF_INET, socket.AF_INET6):
        return
    six = connection.family == socket.AF_INET6
    level = socket.IPPROTO_IPV6 if six else socket.IPPROTO_IP
    if LINUX and dial.min_ttl:
        connection.setsockopt(level, IPV6_MINHOPCOUNT if six else IP_MINTTL, dial.min_ttl)
    if LINUX and dial.spoilt_at and not six:
        connection.setsockopt(level, IP_OPTIONS, _spoiling(dial.spoilt_at))
    if dial.segment and LINUX and dial.transport == "tcp":
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, dial.segment)
    if dial.ttl:
        connection.setsockopt(level, socket.IPV6_UNICAST_HOPS if six else socket.IP_TTL, dial.ttl)


def _spoiling(hop: int) -> bytes:
    """An IPv4 option with which a packet becomes a wrong one at that hop, though it is a good one until there.

    The timestamp option (RFC 791, section 3.1: type 68, length, pointer, overflow and flag) has no room from the
    beginning, so each machine it comes through adds one to the four bits of its overflow counter. Whoever finds 15
    there answers with an ICMP parameter problem. Linux does so while it receives the packet: after the prerouting hook
    and the look-up of the route, before the input hook (net/ipv4/ip_input.c: ip_rcv_options; net/ipv4/ip_options.c).
    """
    return bytes((68, 4, 5, (16 - hop) << 4))
