"""Has the listener on the target's port room for another connection, and does it count the client's own attempts?

Where a queue looks full the client sends a few more SYNs at once while the server's counters are read, beside quiet
moments of equal length: other clients' attempts count too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nocarrier.facts.accept_queue import AcceptQueue, Counted, QueueingSocket, Round
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.hops import Hops
from nocarrier.facts.listeners import Listener
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.unix_path import UnixPath
from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes._trial import in_vain, rounds
from nocarrier.readings.inet_diag import LISTEN, NETLINK_SOCK_DIAG, decode_sockets
from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp
from nocarrier.readings.queues import (
    SYN_RECV,
    ListeningQueue,
    decode_netstat,
    decode_queues,
    decode_ss,
    decode_unix_queues,
    half_open_request,
    queues_request,
    unix_queues_request,
)

AFTER = (TcpAttempt, UnixAttempt, UnixPath, Contrast, Hops, Arrival, OtherAddresses)
MOST_SOURCES = 3
NETSTAT = "/proc/net/netstat"
SETTINGS = (
    "/proc/sys/net/core/somaxconn",
    "/proc/sys/net/ipv4/tcp_max_syn_backlog",
    "/proc/sys/net/ipv4/tcp_syncookies",
    "/proc/sys/net/ipv4/tcp_abort_on_overflow",
)
SS = ("ss", "-Hltnm")
TABLES = ("/proc/net/tcp", "/proc/net/tcp6")


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the first address from which nothing came back."""
    local = scene.case.seen(UnixAttempt)
    if local is not None:
        yield from _of_a_path(scene, machine, local.facts)
        return
    attempt = in_vain(scene)
    if attempt is None:
        return
    before = _taking(machine, attempt)
    if not before:
        return
    sources = _half_open(machine, attempt.port)
    half_open = sum(sources.values())
    settings = [_number(machine, path) for path in SETTINGS]
    tried = tuple(_rounds(scene, machine, attempt)) if _suspicious(before, half_open, settings[1]) else ()
    after = {_key(queue): queue.queued for queue in _taking(machine, attempt)} if tried else {}
    facts = AcceptQueue(
        address=attempt.address,
        port=attempt.port,
        sockets=tuple(_socket(queue, after.get(_key(queue), queue.queued)) for queue in before),
        half_open=half_open,
        half_open_from=tuple(sources.most_common(MOST_SOURCES)),
        somaxconn=settings[0],
        max_syn_backlog=settings[1],
        syncookies=settings[2],
        abort_on_overflow=settings[3],
        rounds=tried,
    )
    yield Observation(facts, summary(facts))


def _of_a_path(scene: Scene, machine: Machine, attempt: UnixAttempt) -> Iterator[Observation]:
    """A unix socket's queue: its connect(2) waits, or says EAGAIN, where that is full (unix(7))."""
    if attempt.connected or not (attempt.expired or attempt.errno == "EAGAIN"):
        return
    found = unix_queues(scene, machine, attempt.path)
    if found:
        sockets = tuple(_socket(queue, queue.queued) for queue in found)
        settings = _number(machine, SETTINGS[0])
        facts = AcceptQueue(address=attempt.path, port=0, sockets=sockets, somaxconn=settings)
        yield Observation(facts, summary(facts))


def unix_queues(scene: Scene, machine: Machine, path: str) -> list[ListeningQueue]:
    """The listening sockets of a path, also where a symbolic link leads to it."""
    seen = scene.case.seen(UnixPath)
    last = seen.facts.last if seen else None
    names = {path, last.path if last else path}
    answer = machine.netlink(NETLINK_SOCK_DIAG, unix_queues_request())
    return [queue for queue in decode_unix_queues(answer.data) if queue.address in names]


def _taking(machine: Machine, attempt: TcpAttempt | Exchange) -> list[ListeningQueue]:
    """The listeners that a connection to the dialled address reaches."""
    return [
        queue
        for queue in _queues(machine)
        if queue.port == attempt.port
        and Listener(address=queue.address, port=queue.port, v6only=queue.v6only).takes(attempt.address) is not False
    ]


def _queues(machine: Machine) -> list[ListeningQueue]:
    """By netlink; else from ss(8), which asks the same; else from the tables under /proc, which tell no backlog."""
    try:
        answers = [machine.netlink(NETLINK_SOCK_DIAG, queues_request(family)) for family in (2, 10)]
        if not any(answer.errno for answer in answers):
            return [queue for answer in answers for queue in decode_queues(answer.data)]
    except CannotLook:
        pass
    ran = machine.run(SS)
    if ran.status == 0:
        return decode_ss(ran.text)
    sockets = [found for path in TABLES for found in decode_proc_net_tcp(machine.read(path, 16 << 20).text)]
    return [
        ListeningQueue(found.source, found.source_port, found.queued, None, None, found.inode, None)
        for found in sockets
        if found.state == LISTEN
    ]


def _half_open(machine: Machine, port: int) -> Counter[str]:
    """The other ends of connections to the port whose handshake is not complete, and how many each has."""
    try:
        answers = [machine.netlink(NETLINK_SOCK_DIAG, half_open_request(family)) for family in (2, 10)]
        found = [each for answer in answers for each in decode_sockets(answer.data)]
    except CannotLook:
        found = [each for path in TABLES for each in decode_proc_net_tcp(machine.read(path, 16 << 20).text)]
    return Counter(each.destination for each in found if each.state == SYN_RECV and each.source_port == port)


def _suspicious(queues: list[ListeningQueue], half_open: int, max_syn_backlog: int | None) -> bool:
    """Worth a few more SYNs: a queue that is full or about to be, or whose limit is unknown."""
    limits = [limit for limit in (max_syn_backlog, *(queue.backlog for queue in queues)) if limit is not None]
    crowded = half_open > 0 and bool(limits) and half_open * 2 >= min(limits)
    return crowded or any(queue.backlog is None or queue.queued >= max(queue.backlog, 1) for queue in queues)


def _rounds(scene: Scene, machine: Machine, attempt: TcpAttempt | Exchange) -> Iterator[Round]:
    def noise(before: _Counters, after: _Counters) -> int:
        rose = after.since(before)
        return max(rose.overflows, rose.syn_queue_full)

    for moment in rounds(scene, attempt, lambda: _Counters(machine, attempt), noise):
        yield Round(
            sent=moment.sent,
            unanswered=moment.unanswered,
            quiet=moment.between.since(moment.start),
            during=moment.end.since(moment.between),
        )


class _Counters:
    """The server's counters at one moment."""

    def __init__(self, machine: Machine, attempt: TcpAttempt | Exchange) -> None:
        drops = [queue.dropped for queue in _taking(machine, attempt)]
        machine.prefetch([NETSTAT], [])
        self.netstat = decode_netstat(machine.read(NETSTAT, 1 << 16).text)
        self.dropped = None if None in drops or not drops else sum(drop or 0 for drop in drops)

    def since(self, earlier: _Counters) -> Counted:
        """What was counted in between."""

        def rose(name: str) -> int:
            return max(0, self.netstat.get(name, 0) - earlier.netstat.get(name, 0))

        known = self.dropped is not None and earlier.dropped is not None
        return Counted(
            dropped=max(0, (self.dropped or 0) - (earlier.dropped or 0)) if known else None,
            overflows=rose("ListenOverflows"),
            listen_drops=rose("ListenDrops"),
            syn_queue_full=rose("TCPReqQFullDrop"),
            cookies=rose("TCPReqQFullDoCookies"),
        )


def _socket(queue: ListeningQueue, later: int) -> QueueingSocket:
    return QueueingSocket(
        address=queue.address,
        queued=queue.queued,
        later=later,
        backlog=queue.backlog,
        dropped=queue.dropped,
        inode=queue.inode,
    )


def _key(queue: ListeningQueue) -> tuple[str, int]:
    return queue.address, queue.inode


def _number(machine: Machine, path: str) -> int | None:
    text = machine.read(path, 32).text.strip()
    return int(text) if text.isdigit() else None


def summary(facts: AcceptQueue) -> Prose:
    """The fullest queue, and what was counted, in a line."""
    socket = max(facts.sockets, key=lambda one: one.queued)
    there = endpoint(socket.address, facts.port) if facts.port else socket.address
    if socket.backlog is None and socket.queued == 1:
        queue = say("1 connection waits at {there}", there=there)
    elif socket.backlog is None:
        queue = say("{count} connections wait at {there}", count=socket.queued, there=there)
    elif socket.queued == 1:
        queue = say("1 connection waits at {there}, whose queue takes {most}", there=there, most=socket.backlog + 1)
    else:
        queue = say(
            "{count} connections wait at {there}, whose queue takes {most}",
            count=socket.queued,
            there=there,
            most=socket.backlog + 1,
        )
    if facts.half_open:
        queue = say("{queue}; {count} are half open", queue=queue, count=facts.half_open)
    if not facts.rounds:
        return queue
    # A socket counts SYNs that come twice as well; the machine counts those of its other sockets.
    counted = sum(
        min(one.during.listen_drops, one.during.dropped)
        if one.during.dropped is not None
        else one.during.listen_drops
        for one in facts.rounds
    )
    return say(
        "{queue}; of {sent} attempts {unanswered} got no answer, {counted} were counted as dropped",
        queue=queue,
        sent=sum(one.sent for one in facts.rounds),
        unanswered=facts.unanswered,
        counted=counted,
    )
