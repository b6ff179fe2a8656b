"""Which socket holds the local port that the client wants to bind?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.bound_port import BoundPort, Holder
from nocarrier.facts.listeners import Program
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import WILDCARDS, endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.readings.inet_diag import LISTEN, NETLINK_SOCK_DIAG, DiagSocket, decode_sockets, dump_request
from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp
from nocarrier.readings.process import decode_command
from nocarrier.readings.socket_counts import refused

TABLES = ("/proc/net/tcp", "/proc/net/tcp6")
ALL_STATES = 0x3FFF
STATES = {
    1: "ESTAB", 2: "SYN-SENT", 3: "SYN-RECV", 4: "FIN-WAIT-1", 5: "FIN-WAIT-2", 6: "TIME-WAIT", 7: "UNCONN",
    8: "CLOSE-WAIT", 9: "LAST-ACK", 10: "LISTEN", 11: "CLOSING", 12: "SYN-RECV", 13: "BOUND",
}  # fmt: skip
"include/net/tcp_states.h, named as ss(8) does."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """Only where a fixed port is wanted."""
    address, port = scene.options.source, scene.options.source_port
    if not port:
        return
    facts = holders(machine, address, port)
    yield Observation(facts, summary(facts))


def holders(machine: Machine, address: str, port: int) -> BoundPort:
    """The sockets in the way of whoever wants to bind this."""
    found = [held for held in _sockets(machine) if held.source_port == port and _same(held.source, address)]
    programs = _programs(machine, frozenset(held.inode for held in found if held.inode))
    there = tuple(
        Holder(
            state=STATES.get(held.state, str(held.state))
            if held.destination_port or held.state == LISTEN
            else "BOUND",
            local=endpoint(held.source, held.source_port),
            peer=endpoint(held.destination, held.destination_port) if held.destination_port else "",
            program=programs.get(held.inode),
        )
        for held in found
    )
    return BoundPort(address=address, port=port, holders=there[:8])


def _same(bound: str, address: str) -> bool:
    """A socket on every address stands in the way of each of them, and each of one that wants them all."""
    return bound in WILDCARDS or address in WILDCARDS or bound.removeprefix("::ffff:") == address.partition("%")[0]


def _sockets(machine: Machine) -> Iterator[DiagSocket]:
    try:
        answers = [machine.netlink(NETLINK_SOCK_DIAG, dump_request(family, ALL_STATES)) for family in (2, 10)]
        if not any(answer.errno or refused(answer.data) for answer in answers):
            for answer in answers:
                yield from decode_sockets(answer.data)
            return
    except CannotLook:
        pass
    for path in TABLES:
        yield from decode_proc_net_tcp(machine.read(path, 16 << 20).text)


def _programs(machine: Machine, inodes: frozenset[int]) -> dict[int, Program]:
    try:
        pairs = machine.owners(inodes)
    except CannotLook:
        return {}
    return {
        inode: Program(
            pid=pid,
            name=machine.read(f"/proc/{pid}/comm", 64).text.strip(),
            command=decode_command(machine.read(f"/proc/{pid}/cmdline", 1 << 14).data),
        )
        for inode, pid in pairs
    }


def summary(facts: BoundPort) -> Prose:
    """Who holds it, in a line."""
    there = endpoint(facts.address, facts.port)
    if not facts.holders:
        return say("no socket on {there} is seen", there=there)
    holder = facts.holders[0]
    if holder.program is not None:
        return say(
            "{there} is held by {name} (pid {pid}), {state}",
            there=there,
            name=holder.program.name,
            pid=holder.program.pid,
            state=holder.state,
        )
    return say("{there} is held by a socket in {state}", there=there, state=holder.state)
