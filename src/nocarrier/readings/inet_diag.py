"""sock_diag(7) for TCP: requests as bytes, answers as sockets.

Source: include/uapi/linux/inet_diag.h. ``inet_diag_req_v2`` is ``u8 family, protocol, ext, pad; u32 states`` and an
``inet_diag_sockid`` of 48 bytes; ``inet_diag_msg`` is ``u8 family, state, timer, retrans``, the same sockid, and
``u32 expires, rqueue, wqueue, uid, inode``, followed by attributes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from nocarrier.facts.addresses import unpacked
from nocarrier.model.record import Record
from nocarrier.readings.rtnetlink import DUMP, attributes, message, messages

NETLINK_SOCK_DIAG = 4
SOCK_DIAG_BY_FAMILY = 20
IPPROTO_TCP, IPPROTO_UDP = 6, 17
SKV6ONLY = 11
SYN_SENT, LISTEN = 2, 10
UNCONNECTED = 7
"The state of a UDP socket that takes datagrams from everybody (TCP_CLOSE; net/ipv4/udp.c)."


class DiagSocket(Record):
    """One socket; addresses as text, ``state`` as in include/net/tcp_states.h."""

    state: int
    source: str
    source_port: int
    destination: str
    destination_port: int
    inode: int
    queued: int
    backlog: int
    v6only: bool | None
    device: int = 0
    "The number of the link that it is bound to (SO_BINDTODEVICE, socket(7)); 0: none."


def dump_request(family: int, states: int, protocol: int = IPPROTO_TCP) -> bytes:
    """All sockets of one address family (2 or 10) and protocol in these states (a bit each)."""
    request = struct.pack("=BBBxI", family, protocol, 0, states) + bytes(48)
    return message(SOCK_DIAG_BY_FAMILY, DUMP, request)


def listeners_request(family: int) -> bytes:
    """All listening TCP sockets of one address family."""
    return dump_request(family, 1 << LISTEN)


def receivers_request(family: int) -> bytes:
    """All UDP sockets of one address family that are connected to nobody."""
    return dump_request(family, 1 << UNCONNECTED, IPPROTO_UDP)


def decode_sockets(data: bytes) -> Iterator[DiagSocket]:
    """Every socket of an answer."""
    for kind, payload in messages(data):
        if kind == SOCK_DIAG_BY_FAMILY and len(payload) >= 72:
            yield _socket(payload)


def _socket(payload: bytes) -> DiagSocket:
    family, state = payload[0], payload[1]
    source_port, destination_port = struct.unpack_from(">HH", payload, 4)
    _, queued, backlog, _, inode = struct.unpack_from("=IIIII", payload, 52)
    only = attributes(payload[72:]).get(SKV6ONLY)
    return DiagSocket(
        state=state,
        source=unpacked(payload[8 : 12 if family == 2 else 24]),
        source_port=source_port,
        destination=unpacked(payload[24 : 28 if family == 2 else 40]),
        destination_port=destination_port,
        inode=inode,
        queued=queued,
        backlog=backlog,
        v6only=bool(only[0]) if only else None,
        device=struct.unpack_from("=I", payload, 40)[0],
    )
