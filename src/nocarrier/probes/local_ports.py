"""How full is the range of local ports, toward what was dialled?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nocarrier.facts.listeners import Program
from nocarrier.facts.local_ports import LocalPorts, PortUse
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.readings.inet_diag import NETLINK_SOCK_DIAG, dump_request
from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp
from nocarrier.readings.process import decode_command
from nocarrier.readings.socket_counts import (
    LISTEN,
    Held,
    Range,
    busiest,
    decode_range,
    decode_reserved,
    held_of_dump,
    held_of_sockets,
    packed,
    refused,
    tally,
)

AFTER = (TcpAttempt, Route)
SETTINGS = "/proc/sys/net/ipv4"
RANGE, RESERVED = f"{SETTINGS}/ip_local_port_range", f"{SETTINGS}/ip_local_reserved_ports"
TW_REUSE, TW_BUCKETS = f"{SETTINGS}/tcp_tw_reuse", f"{SETTINGS}/tcp_max_tw_buckets"
TABLES = ("/proc/net/tcp", "/proc/net/tcp6")
FILES = (RANGE, RESERVED, TW_REUSE, TW_BUCKETS)
ALL_STATES = 0x3FFF
"A bit for each state up to TCP_BOUND_INACTIVE (13)."
LOOKED_UP = 400
"Sockets whose owner is looked up: enough to see who has most of them."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One count over the whole socket table."""
    found = decode_range(machine.read(RANGE, 256).text)
    if found is None:
        raise CannotLook(say("its range of local ports cannot be read"))
    ports = Range(*found, _reserved(machine, *found))
    attempts = [seen.facts for seen in scene.case.every(TcpAttempt, where) if not seen.facts.connected]
    if not attempts:
        return
    sockets = _sockets(machine)
    facts = _facts(scene, machine, where, ports, attempts, sockets)
    yield Observation(facts, summary(facts))


def _facts(
    scene: Scene, machine: Machine, where: Where, ports: Range, attempts: list[TcpAttempt], sockets: list[Held]
) -> LocalPorts:
    sources = {attempt.address: _source(scene, where, attempt) for attempt in attempts}
    uses = tuple(
        tally(sockets, ports, sources[attempt.address], attempt.address.partition("%")[0], attempt.port)
        for attempt in attempts
    )
    crowd = busiest(sockets, ports)
    holder, count = _holder(machine, sockets, ports, uses[0])
    return LocalPorts(
        low=ports.low,
        high=ports.high,
        reserved=len(ports.reserved),
        uses=uses,
        of_source=tally(sockets, ports, sources[attempts[0].address], "", 0),
        busiest=tally(sockets, ports, "", *crowd) if crowd else None,
        holder=holder,
        holder_sockets=count,
        listening=tuple(sorted({held.source_port for held in sockets if _stands_in_the_way(held, ports)})),
        tw_reuse=_number(machine, TW_REUSE),
        tw_buckets=_number(machine, TW_BUCKETS),
    )


def _stands_in_the_way(held: Held, ports: Range) -> bool:
    return held.state == LISTEN and 1024 <= held.source_port < ports.low


def _source(scene: Scene, where: Where, attempt: TcpAttempt) -> str:
    """The address the connection would have come from: the one asked for, or the one the route prefers."""
    asked = scene.options.source
    if asked and (":" in asked) == (":" in attempt.address):
        return asked
    routes = [seen.facts for seen in scene.case.every(Route, where) if seen.facts.address == attempt.address]
    return routes[0].source if routes else ""


def _reserved(machine: Machine, low: int, high: int) -> frozenset[int]:
    listed = decode_reserved(machine.read(RESERVED, 1 << 16).text)
    return frozenset(port for port in listed if low <= port <= high)


def _sockets(machine: Machine) -> list[Held]:
    """By netlink, which is quick for tens of thousands; else from the tables under /proc."""
    try:
        answers = [machine.netlink(NETLINK_SOCK_DIAG, dump_request(family, ALL_STATES)) for family in (2, 10)]
        if not any(answer.errno or refused(answer.data) for answer in answers):
            return [held for answer in answers for held in held_of_dump(answer.data)]
    except CannotLook:
        pass
    tables = [machine.read(path, 16 << 20) for path in TABLES]
    if tables[0].errno:
        raise CannotLook(say("its socket tables cannot be read"))
    return [held for table in tables for held in held_of_sockets(decode_proc_net_tcp(table.text))]


def _holder(machine: Machine, sockets: list[Held], ports: Range, use: PortUse) -> tuple[Program | None, int]:
    """The program that has most of the sockets toward the destination; a socket in TIME_WAIT has none any more."""
    there = packed(use.destination)
    inodes = [
        held.inode
        for held in sockets
        if held.inode
        and ports.lends(held.source_port)
        and held.destination == there
        and held.destination_port == use.destination_port
    ]
    try:
        owners = Counter(pid for _, pid in machine.owners(frozenset(inodes[:LOOKED_UP])))
    except CannotLook:
        return None, 0
    if not owners:
        return None, 0
    pid, _ = owners.most_common(1)[0]
    program = Program(
        pid=pid,
        name=machine.read(f"/proc/{pid}/comm", 64).text.strip(),
        command=decode_command(machine.read(f"/proc/{pid}/cmdline", 1 << 14).data),
    )
    # Beyond what was looked up, its share is taken to be the same.
    share = owners[pid] / min(len(inodes), LOOKED_UP)
    return program, round(share * len(inodes))


def _number(machine: Machine, path: str) -> int | None:
    text = machine.read(path, 64).text.strip()
    return int(text) if text.isascii() and text.isdigit() else None


def summary(facts: LocalPorts) -> Prose:
    """How many of the ports are held toward the destination."""
    use = facts.uses[0]
    return say(
        "{held} of {usable} local ports ({low}-{high}) are held toward {there}: {established} established, "
        "{time_wait} in TIME_WAIT",
        held=use.ports,
        usable=facts.usable,
        low=facts.low,
        high=facts.high,
        there=endpoint(use.destination, use.destination_port),
        established=use.established,
        time_wait=use.time_wait,
    )
