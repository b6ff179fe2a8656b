"""What Linux tells of the queues of listening sockets: sock_diag(7), ss(8), /proc/net/netstat."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from nocarrier.model.record import Record, replace
from nocarrier.readings.inet_diag import IPPROTO_TCP, LISTEN, SOCK_DIAG_BY_FAMILY, dump_request
from nocarrier.readings.inet_diag import decode_sockets as decode_inet
from nocarrier.readings.rtnetlink import DUMP, attributes, message, messages

SKMEMINFO, SK_MEMINFO_DROPS = 7, 8
"INET_DIAG_SKMEMINFO, and the place of sk_drops in it (include/uapi/linux/sock_diag.h)."
SYN_RECV = 3
AF_UNIX = 1
SHOW_NAME, SHOW_QUEUE = 0x01, 0x10
"UDIAG_SHOW_NAME, UDIAG_SHOW_RQLEN; the attributes are UNIX_DIAG_NAME (0) and UNIX_DIAG_RQLEN (4)."
NAME, QUEUE = 0, 4


class ListeningQueue(Record):
    """One listening socket: ``queued`` of at most ``backlog`` (and one more), and the SYNs that it dropped."""

    address: str
    port: int
    queued: int
    backlog: int | None
    dropped: int | None
    inode: int
    v6only: bool | None


def queues_request(family: int) -> bytes:
    """All listening TCP sockets of a family, with their memory information, which holds what they dropped."""
    header = struct.pack("=BBBxI", family, IPPROTO_TCP, 1 << (SKMEMINFO - 1), 1 << LISTEN)
    return message(SOCK_DIAG_BY_FAMILY, DUMP, header + bytes(48))


def half_open_request(family: int) -> bytes:
    """All TCP sockets of a family whose handshake is not complete."""
    return dump_request(family, 1 << SYN_RECV)


def decode_queues(data: bytes) -> Iterator[ListeningQueue]:
    """Every listening socket of an answer to `queues_request`."""
    payloads = (payload for kind, payload in messages(data) if kind == SOCK_DIAG_BY_FAMILY and len(payload) >= 72)
    for socket, payload in zip(decode_inet(data), payloads, strict=True):
        if socket.state == LISTEN:
            yield ListeningQueue(
                address=socket.source,
                port=socket.source_port,
                queued=socket.queued,
                backlog=socket.backlog,
                dropped=_drops(attributes(payload[72:]).get(SKMEMINFO, b"")),
                inode=socket.inode,
                v6only=socket.v6only,
            )


def _drops(raw: bytes) -> int | None:
    at = SK_MEMINFO_DROPS * 4
    return int(struct.unpack_from("=I", raw, at)[0]) if len(raw) >= at + 4 else None


def unix_queues_request() -> bytes:
    """All unix sockets that listen, with their names and queues (include/uapi/linux/unix_diag.h)."""
    request = struct.pack("=BBHIIIII", AF_UNIX, 0, 0, 1 << LISTEN, 0, SHOW_NAME | SHOW_QUEUE, 0xFFFFFFFF, 0xFFFFFFFF)
    return message(SOCK_DIAG_BY_FAMILY, DUMP, request)


def decode_unix_queues(data: bytes) -> Iterator[ListeningQueue]:
    """Every named socket of an answer to `unix_queues_request`; ``@`` begins an abstract name."""
    for kind, payload in messages(data):
        if kind != SOCK_DIAG_BY_FAMILY or len(payload) < 16:
            continue
        told = attributes(payload[16:])
        name, queue = told.get(NAME, b""), told.get(QUEUE, b"")
        if not name or len(queue) < 8:
            continue
        path = ("@" if name[:1] == b"\0" else "") + name.strip(b"\0").decode("utf-8", "replace")
        queued, backlog = struct.unpack_from("=II", queue)
        (inode,) = struct.unpack_from("=I", payload, 4)
        yield ListeningQueue(path, 0, queued, backlog, None, inode, None)


_LISTEN = re.compile(r"^LISTEN\s+(\d+)\s+(\d+)\s+(\S+):(\d+)\s")
_DROPPED = re.compile(r"skmem:\([^)]*\bd(\d+)\)")


def decode_ss(text: str) -> list[ListeningQueue]:
    """``ss -Hltnm``: a line for each listener, its memory information on the same or on the next."""
    found: list[ListeningQueue] = []
    for line in text.splitlines():
        listening = _LISTEN.match(line)
        if listening:
            queued, backlog, address, port = listening.groups()
            bare = address.strip("[]")
            # ss writes * for a socket of both families, and then [::] for one that takes IPv6 only.
            both = {"*": ("::", False), "::": ("::", True)}
            address, v6only = both.get(bare, (bare.partition("%")[0], None))
            found.append(ListeningQueue(address, int(port), int(queued), int(backlog), None, 0, v6only))
        dropped = _DROPPED.search(line)
        if dropped and found:
            found[-1] = replace(found[-1], dropped=int(dropped[1]))
    return found


def decode_netstat(text: str) -> dict[str, int]:
    """/proc/net/netstat: for each group a line of names and a line of numbers (net/ipv4/proc.c)."""
    counters: dict[str, int] = {}
    lines = text.splitlines()
    for names, numbers in zip(lines[::2], lines[1::2], strict=False):
        group, _, rest = names.partition(":")
        if numbers.startswith(f"{group}:"):
            pairs = zip(rest.split(), numbers.partition(":")[2].split(), strict=False)
            counters |= {name: int(number) for name, number in pairs if number.lstrip("-").isdigit()}
    return counters
