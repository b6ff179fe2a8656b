"""This machine, as this process sees it."""

from __future__ import annotations

import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator, Sequence

from nocarrier.model.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

from nocarrier.machines import (
    Answered,
    CannotLook,
    Dial,
    Dialled,
    FileRead,
    Patience,
    Ran,
    Resolved,
    Talk,
    Talked,
    Tap,
    Tapping,
    needed,
)
from nocarrier.machines.connecting import LOOK, Kept, errno_name
from nocarrier.machines.dialling import carry_out
from nocarrier.machines.resolving import resolved
from nocarrier.model.prose import say

LINUX = sys.platform == "linux"


class Local:
    """The machine (and network namespace) of the calling thread."""

    def __init__(self, where: str = "local://") -> None:
        self.where = where
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False
        self._kept = Kept()

    def prefetch(self, files: Sequence[str], commands: Sequence[tuple[str, ...]], links: Sequence[str] = ()) -> None:
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
                if self._closed:
                    end(process)
                    self._check_open()
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

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        """See `Machine.dial`."""
        dialled = carry_out(dials, patience, self._kept)
        self._check_open()
        return dialled

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        """See `Machine.converse`."""
        from nocarrier.machines.conversing import carry_out_talks

        talked = carry_out_talks(talks, self._kept)
        self._check_open()
        return talked

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        """See `Machine.owners`: every descriptor of every process that may be looked at, the oldest processes first."""
        wanted = {f"socket:[{inode}]": inode for inode in inodes}
        found: dict[tuple[int, int], None] = {}
        pids = sorted(int(name) for name in self.listdir("/proc") if name.isdigit()) if wanted else ()
        for pid in pids:
            if oldest and len({inode for inode, _ in found}) == len(wanted):
                break
            found |= dict.fromkeys((wanted[link], pid) for link in _descriptors(pid) if link in wanted)
        return tuple(found)

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        """See `Machine.called`."""
        return tuple(int(pid) for pid in self.listdir("/proc") if pid.isdigit() and _short_name(pid) in names)

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`: this program's own."""
        return tuple((name, os.environ[name]) for name in sorted(names) if name in os.environ)

    def resolve(self, name: str, timeout: float) -> Resolved:
        """See `Machine.resolve`. getaddrinfo(3) has no deadline, so a thread waits for it and may be left."""
        box: list[Resolved] = []
        started = time.perf_counter()
        asker = threading.Thread(target=lambda: box.append(resolved(name)), daemon=True)
        asker.start()
        while asker.is_alive() and not self._closed and (left := started + timeout - time.perf_counter()) > 0:
            asker.join(min(left, LOOK))
        self._check_open()
        took = (time.perf_counter() - started) * 1e3
        if not box:
            return Resolved(error="EAI_TIMEOUT", took_ms=took)
        found = box[0]
        return Resolved(addresses=found.addresses, canonical=found.canonical, error=found.error, took_ms=took)

    def netlink(self, protocol: int, request: bytes) -> Answered:
        """See `Machine.netlink`."""
        if not LINUX:
            raise CannotLook(say("this system has no netlink"))
        try:
            with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol) as kernel:
                kernel.settimeout(2.0)
                kernel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
                kernel.sendto(request, (0, 0))
                return _netlink_answer(kernel, dump=bool(struct.unpack_from("=H", request, 6)[0] & 0x300))
        except TimeoutError:
            return Answered(errno="ETIMEDOUT")
        except OSError as error:
            return Answered(errno=errno_name(error.errno))

    def tap(self, tap: Tap) -> Tapping:
        """See `Machine.tap`. The links are those of the calling thread's namespace."""
        if not LINUX:
            raise CannotLook(say("this system lets nobody watch packets this way"))
        from nocarrier.machines.tapping import Listening

        try:
            return Listening(tap)
        except PermissionError as error:
            raise CannotLook(say("watching packets is not permitted"), needed("CAP_NET_RAW")) from error
        except OSError as error:
            raise CannotLook(say("packets cannot be watched: {why}", why=errno_name(error.errno))) from error

    def _check_open(self) -> None:
        """Raises CannotLook where it was closed, by another thread, meanwhile: what came back is no answer."""
        if self._closed:
            raise CannotLook(say("{where} is closed", where=self.where))

    def close(self) -> None:
        """End commands that still run, and run no more; and connections that were kept."""
        self._closed = True
        self._kept.finish()
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


def _descriptors(pid: int) -> Iterator[str]:
    """What the descriptors of a process refer to (proc_pid_fd(5)), as far as we may see. All of a machine's are asked."""
    try:
        numbers = os.listdir(f"/proc/{pid}/fd")
    except OSError:
        return
    for number in numbers:
        try:
            yield os.readlink(f"/proc/{pid}/fd/{number}")
        except OSError:  # closed in between
            continue


def _short_name(pid: str) -> str:
    """The name of a process as the kernel keeps it; empty where it is gone. All of a machine's are asked: no frills."""
    try:
        file = os.open(f"/proc/{pid}/comm", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        return os.read(file, 64).decode("utf-8", "replace").rstrip("\n")
    except OSError:  # it ended in between: ESRCH
        return ""
    finally:
        os.close(file)


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
