"""This machine, as this process sees it."""

from __future__ import annotations

import contextlib
import errno as errnos
import os
import select
import socket
import struct
import sys
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

from nocarrier.machines import Answered, CannotLook, Dial, Dialled, FileRead, Queued, Ran, Resolved

IP_RECVERR, IPV6_RECVERR = 11, 25
IP_MINTTL, IPV6_MINHOPCOUNT = 21, 73
MSG_ERRQUEUE = 0x2000
LINUX = sys.platform == "linux"


def errno_name(number: int | None) -> str:
    """The symbol of an errno; unknown ones keep their number (``E1234``)."""
    return errnos.errorcode.get(number or 0, f"E{number or 0}")


class Local:
    """The machine (and network namespace) of the calling thread."""

    def __init__(self, where: str = "local://") -> None:
        self.where = where
        self._running: set[subprocess.Popen[bytes]] = set()

    def prefetch(self, files: Sequence[str], commands: Sequence[tuple[str, ...]]) -> None:
        """Nothing: everything here is near."""

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        """See `Machine.read`. ``/proc/net`` is the calling thread's, which may have entered a namespace."""
        try:
            with open(_of_this_thread(path), "rb", buffering=0, opener=_at_once) as file:
                chunks = []
                while limit > 0 and (chunk := file.read(min(limit, 1 << 16))):
                    chunks.append(chunk)
                    limit -= len(chunk)
                return FileRead(data=b"".join(chunks))
        except OSError as error:
            return FileRead(errno=errno_name(error.errno))
        except ValueError:
            return FileRead(errno="EINVAL")

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        """See `Machine.run`."""
        import subprocess  # 17 ms, and a healthy connection runs no commands

        from nocarrier.machines.commands import converse, end

        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                env={**os.environ, "LC_ALL": "C", "PATH": _path()},
                start_new_session=True,
            )
        except OSError as error:
            return Ran(errno=errno_name(error.errno))
        except ValueError:  # a NUL in an argument
            return Ran(errno="EINVAL")
        self._running.add(process)
        try:
            with process:
                try:
                    return converse(process, stdin, timeout)
                except BaseException:
                    end(process)
                    raise
        finally:
            self._running.discard(process)

    def listdir(self, path: str) -> tuple[str, ...]:
        """See `Machine.listdir`."""
        try:
            return tuple(sorted(os.listdir(_of_this_thread(path))))
        except (OSError, ValueError):
            return ()

    def readlink(self, path: str) -> str:
        """See `Machine.readlink`."""
        try:
            return os.readlink(_of_this_thread(path))
        except (OSError, ValueError):
            return ""

    def dial(self, dials: Sequence[Dial]) -> tuple[Dialled, ...]:
        """See `Machine.dial`: non-blocking sockets, one poll loop."""
        calls = [_Call(dial) for dial in dials]
        try:
            _carry_out(calls)
        finally:
            for call in calls:
                call.hang_up()
        return tuple(call.outcome() for call in calls)

    def owners(self, inodes: frozenset[int]) -> tuple[tuple[int, int], ...]:
        """See `Machine.owners`: every descriptor of every process that may be looked at."""
        wanted = {f"socket:[{inode}]": inode for inode in inodes}
        found: list[tuple[int, int]] = []
        for pid in self.listdir("/proc") if wanted else ():
            if not pid.isdigit():
                continue
            for number in self.listdir(f"/proc/{pid}/fd"):
                inode = wanted.get(self.readlink(f"/proc/{pid}/fd/{number}"))
                if inode is not None:
                    found.append((inode, int(pid)))
        return tuple(dict.fromkeys(found))

    def resolve(self, name: str, timeout: float) -> Resolved:
        """See `Machine.resolve`. getaddrinfo(3) has no deadline, so a thread waits for it and may be left."""
        box: list[Resolved] = []
        started = time.perf_counter()
        asker = threading.Thread(target=lambda: box.append(_getaddrinfo(name)), daemon=True)
        asker.start()
        asker.join(timeout)
        took = (time.perf_counter() - started) * 1e3
        if not box:
            return Resolved(error="EAI_TIMEOUT", took_ms=took)
        found = box[0]
        return Resolved(addresses=found.addresses, canonical=found.canonical, error=found.error, took_ms=took)

    def netlink(self, protocol: int, request: bytes) -> Answered:
        """See `Machine.netlink`."""
        if not LINUX:
            raise CannotLook("this system has no netlink")
        try:
            with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol) as kernel:
                kernel.settimeout(2.0)
                kernel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
                kernel.sendto(request, (0, 0))
                return _netlink_answer(kernel, dump=bool(struct.unpack_from("=H", request, 6)[0] & 0x300))
        except OSError as error:
            return Answered(errno=errno_name(error.errno))

    def close(self) -> None:
        """End commands that still run; nothing else is held."""
        if self._running:
            from nocarrier.machines.commands import end_all

            end_all(self._running)


def _of_this_thread(path: str) -> str:
    """The same path, where /proc/net is the calling thread's and not the process' (proc(5))."""
    if path == "/proc/net" or path.startswith("/proc/net/"):
        return "/proc/thread-self" + path[5:]
    return path


def _at_once(path: str, flags: int) -> int:
    """Open without waiting: a named pipe would wait for a writer, for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _path() -> str:
    """The user's PATH, with the administrator's directories that an ordinary user's often lacks."""
    path = os.environ.get("PATH", os.defpath)
    extra = [place for place in ("/usr/sbin", "/sbin") if place not in path.split(os.pathsep)]
    return os.pathsep.join([path, *extra]) if os.name == "posix" else path


def _netlink_answer(kernel: socket.socket, *, dump: bool) -> Answered:
    """All datagrams of one answer: a dump ends with NLMSG_DONE, anything else with its first datagram."""
    parts: list[bytes] = []
    while True:
        part = kernel.recv(1 << 17)
        parts.append(part)
        if not dump or _holds_the_end(part):
            return Answered(data=b"".join(parts))


def _holds_the_end(datagram: bytes) -> bool:
    """Whether a message of type NLMSG_ERROR (2) or NLMSG_DONE (3) is in the datagram."""
    at = 0
    while at + 16 <= len(datagram):
        length, kind = struct.unpack_from("=IH", datagram, at)
        if kind in (2, 3) or length < 16:
            return True
        at += (length + 3) & ~3
    return False


def _getaddrinfo(name: str) -> Resolved:
    """The addresses in getaddrinfo's own order, which is RFC 6724's as this machine is configured."""
    try:
        answers = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    except socket.gaierror as error:
        known = {getattr(socket, sym): sym for sym in dir(socket) if sym.startswith("EAI_")}
        return Resolved(error=known.get(error.errno, f"EAI_{error.errno}"))
    except (UnicodeError, OSError):
        return Resolved(error="EAI_NONAME")
    canonical = next((answer[3] for answer in answers if answer[3]), "")
    return Resolved(addresses=tuple(dict.fromkeys(_shown(answer[4]) for answer in answers)), canonical=canonical)


def _shown(sockaddr: tuple[object, ...]) -> str:
    """The address of a sockaddr, with its zone where it has one."""
    address = str(sockaddr[0])
    scope = sockaddr[3] if len(sockaddr) == 4 else 0
    if not scope or "%" in address:
        return address
    try:
        return f"{address}%{socket.if_indextoname(int(str(scope)))}"
    except OSError:
        return address


class _Call:
    """One `Dial` on its way."""

    def __init__(self, dial: Dial) -> None:
        self.dial = dial
        self.stage: str = "socket"
        self.errno = ""
        self.expired = False
        self.closed = False
        self.received = b""
        self.queued: list[Queued] = []
        self.socket: socket.socket | None = None
        self.local: tuple[str, int] = ("", 0)
        self.started = self.ended = time.perf_counter()
        self.deadline = self.started + dial.timeout
        self.done = False

    def start(self) -> None:
        """Up to and including connect(2)."""
        try:
            self._open()
        except (OSError, UnicodeError, ValueError, OverflowError) as error:
            self._fail(getattr(error, "errno", None) or errnos.EINVAL)

    def _open(self) -> None:
        dial = self.dial
        family, remote = _sockaddr(dial)
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
        error = connection.connect_ex(remote)
        if error in (errnos.EINPROGRESS, errnos.EWOULDBLOCK):
            return
        if error:
            self._fail(error)
        else:
            self._connected()

    def ready(self) -> None:
        """The socket can be written (while connecting) or read (afterwards)."""
        assert self.socket is not None
        if self.stage == "connect":
            error = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if error:
                self._fail(error)
            else:
                self._connected()
            return
        self._receive(self.socket)

    def _connected(self) -> None:
        assert self.socket is not None
        self.stage = "exchange"
        self._now()
        self._note_local()
        try:
            if self.dial.send:
                self.socket.send(self.dial.send)
        except OSError as error:
            self._fail(error.errno)
            return
        if self.dial.receive <= 0:
            self.done = True
        else:
            self.deadline = time.perf_counter() + self.dial.receive_for

    def _receive(self, connection: socket.socket) -> None:
        try:
            chunk = connection.recv(self.dial.receive - len(self.received))
        except BlockingIOError:
            return
        except OSError as error:
            self._fail(error.errno)
            return
        self.received += chunk
        self.closed = not chunk
        if not chunk or len(self.received) >= self.dial.receive or self.dial.transport == "udp":
            self.done = True
            if self.dial.transport == "udp":
                self._now()

    def expire(self) -> None:
        """Its time is over: while connecting that is a time-out, while reading simply the end."""
        self.expired = True
        self.done = True
        if self.stage == "connect" or self.dial.transport == "udp":
            self._now()
            self._note_local()
            self._read_error_queue()

    def _fail(self, number: int | None) -> None:
        self._now()
        self.errno = errno_name(number)
        self.done = True
        self._note_local()
        self._read_error_queue()

    def _now(self) -> None:
        self.ended = time.perf_counter()

    def _note_local(self) -> None:
        if self.socket is None or self.dial.transport == "unix":
            return
        try:
            name = self.socket.getsockname()
            self.local = (str(name[0]), int(name[1]))
        except OSError:
            pass

    def _read_error_queue(self) -> None:
        if self.socket is None or not LINUX or self.dial.transport == "unix":
            return
        for _ in range(8):
            try:
                _, ancillary, _, _ = self.socket.recvmsg(512, 512, MSG_ERRQUEUE)
            except OSError:
                return
            self.queued += [Queued(level=level, data=data) for level, _, data in ancillary]

    def hang_up(self) -> None:
        """Close with a reset where a handshake was made, so that no TIME_WAIT is left behind."""
        if self.socket is None:
            return
        if self.stage == "exchange" and self.dial.transport == "tcp":
            with contextlib.suppress(OSError):
                self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

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
    """Family and sockaddr of an IP address, zone id included."""
    if ":" not in address:
        return socket.AF_INET, (address, port)
    bare, _, zone = address.partition("%")
    scope = 0
    if zone:
        scope = int(zone) if zone.isdigit() else socket.if_nametoindex(zone)
    return socket.AF_INET6, (bare, port, 0, scope)


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
    if dial.ttl:
        connection.setsockopt(level, socket.IPV6_UNICAST_HOPS if six else socket.IP_TTL, dial.ttl)


def _carry_out(calls: Sequence[_Call]) -> None:
    """Start every call and attend to each until all are done."""
    for call in calls:
        call.start()
    waiting = {call.socket.fileno(): call for call in calls if not call.done and call.socket is not None}
    while waiting:
        now = time.perf_counter()
        for number, call in list(waiting.items()):
            if now >= call.deadline:
                call.expire()
                del waiting[number]
        if not waiting:
            return
        soonest = min(call.deadline for call in waiting.values())
        for number in _wait(waiting, max(0.0, soonest - time.perf_counter())):
            call = waiting[number]
            call.ready()
            if call.done:
                del waiting[number]


def _wait(waiting: dict[int, _Call], timeout: float) -> list[int]:
    """The descriptors that are ready; poll(2) where there is one, for it has no limit on their number."""
    writing = [number for number, call in waiting.items() if call.stage == "connect"]
    reading = [number for number, call in waiting.items() if call.stage != "connect"]
    if not hasattr(select, "poll"):
        readable, writable, broken = select.select(reading, writing, writing, timeout)
        return list({*readable, *writable, *broken})
    poller = select.poll()
    for number in writing:
        poller.register(number, select.POLLOUT)
    for number in reading:
        poller.register(number, select.POLLIN)
    # Rounded up: a poll that returns just before the deadline would spin.
    return [number for number, _ in poller.poll(int(timeout * 1e3) + 1)]
