"""Does the program on the server take the client's connection, and read what is sent?

First the queue of the listening socket is read: the connections that were just made stand in it if nobody has taken
them, also those that have ended since (net/ipv4/inet_connection_sock.c: a child leaves it by accept(2) only). Where it
is empty and no answer was due, that is all. Else a connection is held open from the client while the server's socket
table is read. Each connection to a program that takes none fills its queue further, so there is only this one.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence

from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.probes.exchange import opened
from nocarrier.readings.inet_diag import LISTEN, NETLINK_SOCK_DIAG, DiagSocket, decode_sockets, dump_request
from nocarrier.readings.limits import decode_file_nr
from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp

AFTER = (TcpAttempt, Exchange)
ESTABLISHED, CLOSE_WAIT = 1, 8
"include/net/tcp_states.h"
LISTENING = 1 << LISTEN
ALL = 1 << ESTABLISHED | 1 << CLOSE_WAIT | LISTENING
TABLES = ("/proc/net/tcp", "/proc/net/tcp6")
FILE_NR = "/proc/sys/fs/file-nr"
BUSY = 0.05
"Seconds in which a program that is merely busy has emptied its queue."
HELD = 1.5
"Seconds after which a connection that is held is looked at."
BEYOND = 0.3
"Seconds that it is held beyond that: to read the table of a far machine takes a round trip."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the first address that took a connection."""
    attempt = next((seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.connected), None)
    answer = scene.case.seen(Exchange)
    if attempt is None or answer is None:
        return
    if scene.openings is not None and any(one.answered for one in scene.openings.opened):
        return  # a program takes connections, and answers in another language
    listening = listening_on(machine, attempt.port)
    if answer.facts.fine and any(found.queued for found in listening):
        time.sleep(BUSY)
        listening = listening_on(machine, attempt.port)
    if answer.facts.fine and not any(found.queued for found in listening):
        facts = Acceptance(address=attempt.address, port=attempt.port, listeners=_inodes(listening))
    else:
        before = sum(found.queued for found in listening)
        facts = replace(_held(scene, machine, attempt, min(HELD, scene.remaining() * 0.4)), before=before)
    yield Observation(facts, summary(facts))


def listening_on(machine: Machine, port: int) -> list[DiagSocket]:
    """The sockets that listen on the port. Raises `CannotLook` where its tables cannot be read."""
    return [found for found in sockets_in(machine, LISTENING) if found.source_port == port and found.state == LISTEN]


def _inodes(listening: Iterable[DiagSocket]) -> tuple[int, ...]:
    return tuple(found.inode for found in listening)


def _held(scene: Scene, server: Machine, attempt: TcpAttempt, wait: float) -> Acceptance:
    """Hold a connection, and look at the server's sockets after ``wait`` seconds, or once it has ended."""
    dial = replace(opened(scene, attempt), receive_for=wait + BEYOND)
    outcome: list[Dialled] = []
    done = threading.Event()

    def hold() -> None:
        try:
            outcome.extend(scene.client.dial([dial]))
        except CannotLook:
            pass  # nothing is held then, and nothing will be found
        finally:
            done.set()

    holder = threading.Thread(target=hold, daemon=True)
    holder.start()
    done.wait(wait)
    sockets = tuple(sockets_in(server, ALL))
    holder.join(dial.timeout + dial.receive_for)
    facts = examine(
        dial,
        outcome[0] if outcome else Dialled(stage="socket"),
        [found for found in sockets if found.source_port == attempt.port],
        wait,
    )
    holders, elsewhere = _programs(server, attempt.port, sockets)
    open_files, most_files = decode_file_nr(server.read(FILE_NR, 128).text)
    return replace(
        facts, taken=facts.taken + elsewhere, holders=holders, open_files=open_files, most_files=most_files
    )


def _programs(machine: Machine, port: int, sockets: Sequence[DiagSocket]) -> tuple[tuple[int, ...], int]:
    """The processes that listen on the port, and how many connections to other ports they hold."""
    listening = {found.inode: found.source_port for found in sockets if found.state == LISTEN}
    ports = frozenset(listening.values()) - {port}
    held = frozenset(found.inode for found in sockets if found.state != LISTEN and found.source_port in ports)
    ours = frozenset(inode for inode, at in listening.items() if at == port)
    try:
        pairs = machine.owners(ours | held - {0})
    except CannotLook:
        return (), 0
    programs = {pid for inode, pid in pairs if inode in ours}
    return tuple(sorted(programs)), len({inode for inode, pid in pairs if inode in held and pid in programs})


def sockets_in(machine: Machine, states: int) -> Iterable[DiagSocket]:
    """The sockets in these states, by netlink; from the tables under /proc those in any state."""
    try:
        answers = [machine.netlink(NETLINK_SOCK_DIAG, dump_request(family, states)) for family in (2, 10)]
        if not any(answer.errno for answer in answers):
            return [found for answer in answers for found in decode_sockets(answer.data)]
    except CannotLook:
        pass
    machine.prefetch(TABLES, [])
    tables = [machine.read(path, 16 << 20) for path in TABLES]
    if tables[0].errno:
        raise CannotLook(say("its socket tables cannot be read"))
    return [found for table in tables for found in decode_proc_net_tcp(table.text)]


def established(machine: Machine) -> list[DiagSocket]:
    """Its connections. Raises `CannotLook` where its tables cannot be read."""
    return [found for found in sockets_in(machine, 1 << ESTABLISHED | 1 << CLOSE_WAIT) if found.state != LISTEN]


def examine(dial: Dial, dialled: Dialled, sockets: Sequence[DiagSocket], wait: float) -> Acceptance:
    """What the server's sockets on the port say of the connection that was held for ``wait`` seconds."""
    listening = [found for found in sockets if found.state == LISTEN]
    connected = [found for found in sockets if found.state in (ESTABLISHED, CLOSE_WAIT)]
    own = next((found for found in connected if _is(found, dial, dialled)), None)
    return Acceptance(
        address=dial.address,
        port=dial.port,
        made=dialled.connected,
        found=own is not None,
        accepted=own is not None and own.inode != 0,
        sent=len(dial.send),
        unread=own.queued if own else 0,
        answered=bool(dialled.received),
        held_ms=round(wait * 1e3, 1),
        taken=sum(found.inode != 0 for found in connected if found is not own),
        waiting=sum(found.queued for found in listening),
        backlog=max((found.backlog for found in listening), default=0),
        inode=own.inode if own else 0,
        listeners=_inodes(listening),
    )


def _is(found: DiagSocket, dial: Dial, dialled: Dialled) -> bool:
    """Whether it is the server's end of the connection that was held."""
    return (
        found.destination_port == dialled.local_port
        and _bare(found.destination) == _bare(dialled.local_address)
        and _bare(found.source) == _bare(dial.address)
    )


def _bare(address: str) -> str:
    return address.partition("%")[0].lower().removeprefix("::ffff:")


def summary(facts: Acceptance) -> Prose:
    """What became of it, in a line."""
    seconds = round(facts.held_ms / 1e3, 1)
    if not facts.held_ms:
        return say("no connection waits to be taken on {port}", port=facts.port)
    if not facts.made:
        return say("no further connection is made; {count} wait to be taken", count=facts.waiting)
    if not facts.found:
        return say("the client's connection is not in its socket table")
    if facts.left_waiting:
        return say(
            "no program took the connection in {seconds} s; {count} wait", seconds=seconds, count=facts.waiting
        )
    if facts.left_unread:
        return say(
            "a program took the connection and in {seconds} s read none of the {sent} bytes sent",
            seconds=seconds,
            sent=facts.sent,
        )
    return say("a program took the connection, and read what was sent")
