"""Who listens on this machine, and what do we know of those programs?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.facts.interfaces import Interface
from nocarrier.facts.listeners import Listener, Listeners, Program
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.readings.inet_diag import (
    LISTEN,
    NETLINK_SOCK_DIAG,
    UNCONNECTED,
    DiagSocket,
    decode_sockets,
    listeners_request,
    receivers_request,
)
from nocarrier.readings.process import decode_cgroup, decode_command
from nocarrier.readings.rtnetlink import (
    NETLINK_ROUTE,
    addresses_request,
    decode_interfaces,
    decode_link_names,
    links_request,
)

TCP_TABLES = ("/proc/net/tcp", "/proc/net/tcp6")
UDP_TABLES = ("/proc/net/udp", "/proc/net/udp6")
FILES = TCP_TABLES


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """All listeners of the target's transport, with the programs behind them where this user may see them."""
    udp = scene.case.target.transport == "udp"
    sockets = listening_sockets(machine, udp=udp)
    programs = _programs(machine, frozenset(found.inode for found in sockets))
    links = _links(machine, sockets)
    facts = Listeners(
        listeners=tuple(_listener(found, programs.get(found.inode), links) for found in sockets),
        programs_seen=all(found.inode in programs for found in sockets),
    )
    yield Observation(facts, summary(facts, scene.case.target.port))


def listening_sockets(machine: Machine, *, udp: bool) -> list[DiagSocket]:
    """Sockets that listen, or take datagrams from everybody. Raises `CannotLook` where no table can be read."""
    waiting = UNCONNECTED if udp else LISTEN
    return [found for found in _sockets(machine, udp=udp) if found.state == waiting and found.source_port]


def listeners_on(machine: Machine, port: int) -> tuple[Listener, ...]:
    """Who takes TCP connections on one port. Raises `CannotLook` where no table can be read."""
    found = [one for one in listening_sockets(machine, udp=False) if one.source_port == port]
    programs = _programs(machine, frozenset(one.inode for one in found))
    links = _links(machine, found)
    return tuple(_listener(one, programs.get(one.inode), links) for one in found)


def _links(machine: Machine, sockets: Iterable[DiagSocket]) -> dict[int, Interface]:
    """The machine's links by number, where a socket is bound to one."""
    if not any(found.device for found in sockets):
        return {}
    links = machine.netlink(NETLINK_ROUTE, links_request()).data
    addressed = decode_interfaces(links, machine.netlink(NETLINK_ROUTE, addresses_request()).data)
    numbers = {name: number for number, name in decode_link_names(links).items()}
    return {numbers[link.name]: link for link in addressed if link.name in numbers}


def _sockets(machine: Machine, *, udp: bool) -> Iterable[DiagSocket]:
    """By netlink, which also tells IPV6_V6ONLY; else from the tables under /proc."""
    request = receivers_request if udp else listeners_request
    try:
        answers = [machine.netlink(NETLINK_SOCK_DIAG, request(family)) for family in (2, 10)]
        if not any(answer.errno for answer in answers):
            return [found for answer in answers for found in decode_sockets(answer.data)]
    except CannotLook:
        pass
    tables = [machine.read(path, 16 << 20) for path in (UDP_TABLES if udp else TCP_TABLES)]
    if tables[0].errno:
        raise CannotLook(say("its socket tables cannot be read"))
    from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp

    return [found for table in tables for found in decode_proc_net_tcp(table.text)]


def _programs(machine: Machine, inodes: frozenset[int]) -> dict[int, Program]:
    """Socket inode → program. Of several processes that share a socket, the oldest is named: the master."""
    try:
        pairs = machine.owners(inodes, oldest=True)
    except CannotLook:
        return {}
    masters: dict[int, int] = {}
    for inode, pid in pairs:
        masters[inode] = min(pid, masters.get(inode, pid))
    pids = frozenset(masters.values())
    machine.prefetch(
        [f"/proc/{pid}/{name}" for pid in pids for name in ("comm", "cmdline", "cgroup")],
        [],
        [f"/proc/{pid}/{name}" for pid in pids for name in ("cwd", "exe")],
    )
    known = {pid: _program(machine, pid) for pid in pids}
    return {inode: known[pid] for inode, pid in masters.items()}


def _program(machine: Machine, pid: int) -> Program:
    unit, container = decode_cgroup(machine.read(f"/proc/{pid}/cgroup", 1 << 14).text)
    return Program(
        pid=pid,
        name=machine.read(f"/proc/{pid}/comm", 64).text.strip(),
        command=decode_command(machine.read(f"/proc/{pid}/cmdline", 1 << 14).data),
        directory=machine.readlink(f"/proc/{pid}/cwd"),
        executable=machine.readlink(f"/proc/{pid}/exe"),
        unit=unit,
        container=container,
    )


def _listener(found: DiagSocket, program: Program | None, links: dict[int, Interface]) -> Listener:
    link = links.get(found.device)
    return Listener(
        address=found.source,
        port=found.source_port,
        v6only=found.v6only,
        queued=found.queued,
        backlog=found.backlog,
        program=program,
        device=link.name if link else "",
        device_addresses=tuple(own.partition("/")[0] for own in link.addresses) if link else (),
    )


def summary(facts: Listeners, port: int | None) -> Prose:
    """The listeners on the target's port, in a line."""
    here = facts.on(port) if port is not None else ()
    if not here:
        return say(
            "no program listens on {port}; {count} other listeners", port=port or 0, count=len(facts.listeners)
        )
    return say("on {port} listens {listeners}", port=port or 0, listeners=", ".join(map(described, here)))


def described(listener: Listener) -> str:
    """``127.0.0.1:8080 (php, pid 812)``."""
    bound = endpoint(listener.bound, listener.port)
    program = listener.program
    return f"{bound} ({program.name}, pid {program.pid})" if program else bound
