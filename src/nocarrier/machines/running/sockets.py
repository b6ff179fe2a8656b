"""What the kernel tells everybody of TCP sockets: which wait for an answer, and which have just ceased to be.

sock_diag(7). A multicast group (SKNLGRP_INET_TCP_DESTROY, include/uapi/linux/sock_diag.h) tells of every socket of the
network namespace that is destroyed, with its addresses and its counters, but not whose it was: by then its owner is no longer
known (net/core/sock.c, sock_i_uid of an orphan); anybody may listen
(net/core/sock_diag.c, NL_CFG_F_NONROOT_RECV), and the socket's program does not notice. ``bytes_acked`` counts the
SYN (net/ipv4/tcp_input.c, tcp_rcv_synsent_state_process): where it is 0, nobody ever took the connection.

A connect that blocked and failed leaves the socket without its port (tcp_disconnect): the event then has 0 there.
"""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Iterator

from nocarrier.model.record import Record
from nocarrier.readings.inet_diag import NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, SYN_SENT, dump_request
from nocarrier.readings.rtnetlink import attributes, messages

DESTROYED = (1, 3)
"SKNLGRP_INET_TCP_DESTROY and its twin for IPv6."
SOL_NETLINK, ADD_MEMBERSHIP = 270, 1
SO_COOKIE = 57
INFO = 2
"INET_DIAG_INFO: struct tcp_info."
BYTES_ACKED = 120
"Where tcpi_bytes_acked stands in it (include/uapi/linux/tcp.h)."
BUFFER = 1 << 22


class Told(Record):
    """One socket. ``acknowledged``: something that it sent was; ``cookie`` is its alone (SO_COOKIE, socket(7))."""

    cookie: int
    state: int
    address: str
    port: int
    inode: int
    acknowledged: bool


def listening() -> socket.socket:
    """A socket on which this thread's namespace tells of TCP sockets that cease to be. Raises OSError."""
    kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG)
    try:
        kernel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        kernel.bind((0, 0))
        for group in DESTROYED:
            kernel.setsockopt(SOL_NETLINK, ADD_MEMBERSHIP, group)
    except BaseException:
        kernel.close()
        raise
    return kernel


def waiting(states: int = 1 << SYN_SENT) -> Iterator[Told]:
    """The sockets of this thread's namespace in these states (a bit each); those that wait for an answer. Raises OSError."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG) as kernel:
        kernel.settimeout(1.0)
        for family in (socket.AF_INET, socket.AF_INET6):
            kernel.sendto(dump_request(family, states), (0, 0))
            done = False
            while not done:
                data = kernel.recv(1 << 17)
                yield from decoded(data)
                done = any(kind in (2, 3) for kind, _ in messages(data))  # NLMSG_ERROR, NLMSG_DONE


def decoded(data: bytes) -> Iterator[Told]:
    """Every socket of a datagram: struct inet_diag_msg, and attributes behind it."""
    for kind, payload in messages(data):
        if kind != SOCK_DIAG_BY_FAMILY or len(payload) < 72:
            continue
        family, state = payload[0], payload[1]
        (port,) = struct.unpack_from(">H", payload, 6)
        low, high = struct.unpack_from("=II", payload, 44)
        (inode,) = struct.unpack_from("=I", payload, 68)
        info = attributes(payload[72:]).get(INFO, b"")
        yield Told(
            cookie=low | high << 32,
            state=state,
            address=_address(family, payload[24:40]),
            port=port,
            inode=inode,
            acknowledged=len(info) < BYTES_ACKED + 8 or any(info[BYTES_ACKED : BYTES_ACKED + 8]),
        )


def cookies(data: bytes) -> Iterator[int]:
    """The cookies of the sockets of a datagram: all that is looked at of those that are nobody's business."""
    for kind, payload in messages(data):
        if kind == SOCK_DIAG_BY_FAMILY and len(payload) >= 72:
            yield int.from_bytes(payload[44:52], sys.byteorder)


def _address(family: int, raw: bytes) -> str:
    """An IPv4 address inside an IPv6 one is what was dialled (RFC 4291, section 2.5.5.2)."""
    if family == socket.AF_INET:
        return socket.inet_ntoa(raw[:4])
    return (
        socket.inet_ntop(socket.AF_INET6, raw).removeprefix("::ffff:")
        if _mapped(raw)
        else socket.inet_ntop(family, raw)
    )


def _mapped(raw: bytes) -> bool:
    return raw[:12] == bytes(10) + b"\xff\xff"


def cookie_of(descriptor: int) -> int:
    """The cookie of a socket that this process has open, 0 where it is none of TCP. Closes it."""
    with socket.socket(fileno=descriptor) as one:
        if one.type != socket.SOCK_STREAM or one.family not in (socket.AF_INET, socket.AF_INET6):
            return 0
        return int.from_bytes(one.getsockopt(socket.SOL_SOCKET, SO_COOKIE, 8), sys.byteorder)
