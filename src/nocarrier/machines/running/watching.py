"""Watches a command's connects, from the companion.

Where the kernel allows it without changing anything for the command, every connect is seen as it is made (`seccomp`): by
which process, with which environment, in which namespace. Elsewhere what the kernel tells everybody has to do (`sockets`):
connects that wait for an answer are found in the command's processes by looking now and then, and of those that fail at
once it is known that somebody in this network made them. What became of a connect is told by the end of its socket, in
both cases.
"""

from __future__ import annotations

import os
import select
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from threading import Event, Thread

from nocarrier.machines.running.connects import VARIABLES
from nocarrier.model.annotations import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from nocarrier.machines.running.kept import Kept
    from nocarrier.machines.running.ledger import Ledger
    from nocarrier.machines.running.seccomp import Abi, Asked
    from nocarrier.machines.running.sockets import Told

When = Literal["auto", "always", "never"]

RESOLVER = 53
"A connect to it is the resolver's (RFC 7766), not what the command is after."
LOOK_AGAIN = 0.1
"Seconds between two looks at what waits for an answer. What fails sooner is not caught by it."
AT_FIRST, LATER = 10.0, 0.5
"Seconds after which it is looked less often, and how often: a connect in vain waits longer than that."
LAST_WORDS = 0.3
"Seconds that the kernel has at the end to tell of the last sockets."
AT_A_TIME, WINDOW = 24, 0.1
"Of one thread's connects to one place, so many within so many seconds are looked at more closely; it is a loop."
MOST_LATELY = 256
OVERHEARD_IN = 0.05
"The same, where it is not known whether there is any to tell of."
LONGEST_ENVIRONMENT = 1 << 18
SYN_SENT = 2
ALIVE = sum(1 << state for state in (1, 2, 4, 5, 8, 9, 11))
"States (include/net/tcp_states.h) of a socket that dialled and still is: all but SYN_RECV, TIME_WAIT, CLOSE and LISTEN."
MOST_ALIVE = 20_000


class Watch:
    """All of a watch, in whichever process. ``when``: ``always`` gives up new privileges where that is needed."""

    def __init__(self, when: When = "auto") -> None:
        self._when = when
        self._passing: tuple[socket.socket, socket.socket] | None = None
        self._second: tuple[socket.socket, socket.socket] | None = None
        self._lifeline: tuple[int, int] | None = None
        self._destroyed: socket.socket | None = None
        self._abi: Abi | None = None
        self._listener = -1
        self._overhearing = False
        self._missed = False
        self._lately: dict[tuple[int, str, int], tuple[int, float]] = {}
        self._over = Event()
        self._attended = Event()
        if sys.platform == "linux" and when != "never":
            self._open()

    def _open(self) -> None:
        from nocarrier.machines.running import seccomp, sockets

        with suppress(OSError):
            self._destroyed = sockets.listening()
        self._abi = seccomp.abi()
        self._passing = socket.socketpair()
        self._second = socket.socketpair()
        self._lifeline = os.pipe()

    @property
    def descriptors(self) -> tuple[int, ...]:
        """What it needs to have open in the companion."""
        held = [self._passing[0].fileno()] if self._passing else []
        held += [self._lifeline[1]] if self._lifeline else []
        return (*held, *([self._destroyed.fileno()] if self._destroyed else []))

    def prepare(self) -> None:
        """In the command's process, right before its program takes its place: let its connects be asked about."""
        if self._passing is None:
            return
        from nocarrier.machines.running import seccomp

        listener = -1
        with suppress(OSError):
            if self._abi is not None and self._destroyed is not None:
                listener = seccomp.install(self._abi, without_privileges=self._when == "always")
        for one in (self._passing[1], *(self._second or ())[1:]):
            with suppress(OSError):
                socket.send_fds(one, [b"."], [listener] if listener >= 0 else [])

    def started(self) -> None:
        """In the caller, once the command runs: it answers only where the companion was killed and no longer does."""
        if self._passing is None or self._second is None or self._lifeline is None:
            return
        for one in (*self._passing, *([self._destroyed] if self._destroyed else [])):
            one.close()
        os.close(self._lifeline[1])
        descriptors: list[int] = []
        with suppress(OSError):
            self._second[0].setblocking(False)
            descriptors = socket.recv_fds(self._second[0], 1, 1)[1]
        if descriptors:
            Thread(target=_stand_in, args=(self._lifeline[0], descriptors[0]), daemon=True).start()

    def start(self) -> None:
        """In the companion, before the command is started."""
        if self._passing is None:
            self._attended.set()
            return
        from nocarrier.machines.running.kept import Kept
        from nocarrier.machines.running.ledger import Ledger

        sys.setswitchinterval(0.0005)  # whoever connects waits for a thread of ours
        self._passing[1].detach()  # it is closed already
        self._ledger: Ledger = Ledger()
        self._lookups: Ledger = Ledger()
        self._kept: Kept = Kept(self._hear)
        self._caller = os.getppid()
        if self._destroyed is not None:
            self._hear(-1, self._destroyed)
        Thread(target=self._attend, daemon=True).start()

    def _attend(self) -> None:
        try:
            _, descriptors, _, _ = socket.recv_fds(self._passing[0], 1, 1)  # type: ignore[index]
            if descriptors:
                self._listener = descriptors[0]
                self._answer()
            else:
                self._look_now_and_then()
        finally:
            self._attended.set()

    def _answer(self) -> None:
        """Whatever happens in here, every question is answered; until there is nobody left to ask one."""
        from nocarrier.machines.running import seccomp

        poll = select.poll()
        poll.register(self._listener, select.POLLIN)
        while True:
            ((_, events),) = poll.poll()
            if not events & select.POLLIN:
                return
            asked = seccomp.receive(self._listener)
            if asked is None:
                continue
            try:
                if not self._over.is_set():
                    self._note(asked)
            except Exception:
                pass
            seccomp.go_on(self._listener, asked)

    def _note(self, asked: Asked) -> None:
        from nocarrier.machines.running import seccomp, sockets

        address, port = _address(asked)
        if not port or self._looping(asked.thread, address, port):
            return
        if port == RESOLVER:
            self._note_lookup(address, asked.thread)
            return
        process = asked.thread
        try:
            copy = seccomp.copy_of(process, asked.descriptor)
        except OSError:
            process = _leader(asked.thread)
            copy = seccomp.copy_of(process, asked.descriptor)
        cookie = sockets.cookie_of(copy)
        namespace = self._kept.number(asked.thread)
        if cookie and namespace is not None:
            self._ledger.tried((address, port, namespace, True), cookie, _environment(process), process)
        elif cookie:
            self._ledger.whole = False

    def _note_lookup(self, address: str, thread: int) -> None:
        """Who asks for a name, and where: of a name that leads nowhere there is no other trace."""
        namespace = self._kept.number(thread)
        if namespace is not None:
            process = _leader(thread)
            self._lookups.tried((address, RESOLVER, namespace, True), 0, _environment(process), process)

    def _looping(self, thread: int, address: str, port: int) -> bool:
        """This thread dials this place so often that to look at each time would cost it something."""
        now = time.monotonic()
        key = (thread, address, port)
        count, since = self._lately.get(key, (0, now))
        if now - since > WINDOW:
            count, since = 0, now
        if len(self._lately) > MOST_LATELY:
            self._lately.clear()
        self._lately[key] = (count + 1, since)
        return count >= AT_A_TIME

    def _hear(self, namespace: int, kernel: socket.socket) -> None:
        Thread(target=self._listen, args=(namespace, kernel), daemon=True).start()

    def _listen(self, namespace: int, kernel: socket.socket) -> None:
        """What the kernel tells of sockets that cease to be."""
        from nocarrier.machines.running.sockets import cookies, decoded

        while not self._over.is_set():
            try:
                data = kernel.recv(1 << 16)
            except OSError:  # ENOBUFS: there were more than could be kept; they are not known
                self._missed = True
                continue
            if not self._overhearing and not any(self._ledger.knows(namespace, one) for one in cookies(data)):
                continue
            for told in decoded(data):
                if self._ledger.knows(namespace, told.cookie):
                    self._ledger.ended(namespace, told.cookie, made=told.acknowledged)
                elif self._overhearing and not told.acknowledged and _dialled(told):
                    self._ledger.overheard(told.address, told.port)

    def _look_now_and_then(self) -> None:
        """Which sockets wait for an answer, and whether they are the command's."""
        from nocarrier.machines.running.sockets import waiting

        self._overhearing = True
        known: set[int] = set()
        began = time.monotonic()
        while not self._over.wait(LOOK_AGAIN if time.monotonic() - began < AT_FIRST else LATER):
            with suppress(OSError):
                found = {told.cookie: told for told in waiting() if told.port != RESOLVER}
                new = [told for cookie, told in found.items() if cookie not in known]
                known = set(found)
                for told, process in _owned(new, self._caller):
                    self._ledger.tried(
                        (told.address, told.port, -1, True), told.cookie, _environment(process), process
                    )

    def told(self, *, patiently: bool) -> tuple[dict[str, Any], list[int]]:
        """What was seen, as JSON knows it, and descriptors of the namespaces that it names.

        ``patiently``: the kernel is given a moment to tell of the last sockets.
        """
        if self._passing is None:
            return {}, []
        began = time.monotonic()
        until = began + (LAST_WORDS if patiently else 0)
        while time.monotonic() < until:
            if not self._ledger.undecided and not (self._overhearing and time.monotonic() < began + OVERHEARD_IN):
                break
            time.sleep(0.002)
        alive: dict[tuple[int, int], bool] = {}
        if self._ledger.undecided:
            with suppress(OSError):
                alive = self._alive()
                if patiently and self._destroyed is not None and not self._missed:
                    alive |= dict.fromkeys(self._ledger.lingering(alive), False)
        self._over.set()
        connects = self._ledger.told(alive)
        told = {
            "connects": connects,
            "every": self._listener >= 0 and self._ledger.whole,
            "heard": self._destroyed is not None and self._ledger.whole,
            "lookups": self._lookups.told({}),
            "links": self._kept.links,
        }
        return told, self._kept.descriptors

    def _alive(self) -> dict[tuple[int, int], bool]:
        from nocarrier.machines.running.sockets import waiting

        return {(-1, told.cookie): told.state != SYN_SENT for told in islice(waiting(ALIVE), MOST_ALIVE)}

    def wait(self) -> None:
        """Until nobody is left who may ask."""
        self._over.set()
        if self._listener >= 0:
            self._attended.wait()


def answer(listener: int, note: Callable[[Asked], None]) -> None:
    """Whatever happens in here, every question is answered; until there is nobody left to ask one."""
    from nocarrier.machines.running import seccomp

    seccomp.take_turns(listener)
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    while True:
        ((_, events),) = poll.poll()
        if not events & select.POLLIN:
            return
        asked = seccomp.receive(listener)
        if asked is None:
            continue
        with suppress(Exception):  # what cannot be read is not known; the answer is what counts
            note(asked)
        seccomp.go_on(listener, asked)


def _stand_in(lifeline: int, listener: int) -> None:
    os.read(lifeline, 1)  # it ends when nobody holds the other end any more
    answer(listener, lambda _: None)


def _dialled(told: Told) -> bool:
    return told.address not in ("0.0.0.0", "::") and told.port != RESOLVER


def _address(asked: Asked) -> tuple[str, int]:
    """Address and port of struct sockaddr_in or sockaddr_in6 in the memory of whoever asks; port 0: it is another."""
    memory = os.open(f"/proc/{asked.thread}/mem", os.O_RDONLY | os.O_CLOEXEC)
    try:
        raw = os.pread(memory, min(asked.length, 28), asked.pointer)
    finally:
        os.close(memory)
    family = int.from_bytes(raw[:2], sys.byteorder)
    port = int.from_bytes(raw[2:4], "big")
    if family == socket.AF_INET and len(raw) >= 8:
        return socket.inet_ntoa(raw[4:8]), port
    if family == socket.AF_INET6 and len(raw) >= 24:
        text = socket.inet_ntop(family, raw[8:24])
        return text.removeprefix("::ffff:") if "." in text else text, port
    return "", 0


def _leader(thread: int) -> int:
    """The process that a thread is of."""
    with open(f"/proc/{thread}/status", "rb", buffering=0) as file:
        return int(file.read(512).partition(b"Tgid:")[2].split(None, 1)[0])


def _environment(process: int) -> dict[str, str] | None:
    """What it was started with of `VARIABLES` (proc_pid_environ(5)); None where that may not be read."""
    try:
        with open(f"/proc/{process}/environ", "rb", buffering=0) as file:
            text = file.read(LONGEST_ENVIRONMENT)
            if b"_proxy=" not in text and b"_PROXY=" not in text:
                return {}
            pairs = (entry.partition(b"=") for entry in text.split(b"\0"))
            return {
                os.fsdecode(name): os.fsdecode(value) for name, _, value in pairs if os.fsdecode(name) in VARIABLES
            }
    except OSError:
        return None


def _owned(sockets: list[Told], caller: int) -> Iterator[tuple[Told, int]]:
    """Those of these sockets that a process below ``caller`` has open, and which."""
    wanted = {f"socket:[{told.inode}]": told for told in sockets if told.inode}
    for process in _below(caller) if wanted else ():
        with suppress(OSError):
            for number in os.listdir(f"/proc/{process}/fd"):
                with suppress(OSError):
                    told = wanted.pop(os.readlink(f"/proc/{process}/fd/{number}"), None)
                    if told is not None:
                        yield told, process


def _below(process: int) -> Iterator[int]:
    """Its children and theirs (proc_pid_task(5), children)."""
    ahead = [process]
    while ahead:
        current = ahead.pop()
        with suppress(OSError):
            for thread in os.listdir(f"/proc/{current}/task"):
                with open(f"/proc/{current}/task/{thread}/children", "rb") as file:
                    children = [int(one) for one in file.read().split()]
                ahead += children
                yield from children
