"""Packets that the kernel's filter holds back until this program has judged them (NFQUEUE), over raw netlink.

A rule ``-j NFQUEUE --queue-num N`` puts a packet on queue N and waits. The program that bound the queue is told an
id for each, and answers accept or drop (linux/netfilter/nfnetlink_queue.h). Nothing of a packet is copied here:
its headers, its checksums and its hops stay as they are.
"""

from __future__ import annotations

import contextlib
import socket
import struct
from collections.abc import Iterable, Iterator

NETLINK_NETFILTER = 12
SOL_NETLINK, NETLINK_NO_ENOBUFS = 270, 5
SUBSYSTEM = 3 << 8
"NFNL_SUBSYS_QUEUE of linux/netfilter/nfnetlink.h."
PACKET, VERDICT, CONFIG = SUBSYSTEM, SUBSYSTEM | 1, SUBSYSTEM | 2
REQUEST, ACKNOWLEDGE, ERROR = 1, 4, 2
"NLM_F_REQUEST, NLM_F_ACK, NLMSG_ERROR of linux/netlink.h."
COMMAND, PARAMETERS, LONGEST = 1, 2, 3
"NFQA_CFG_CMD, NFQA_CFG_PARAMS, NFQA_CFG_QUEUE_MAXLEN."
BIND, COPY_META = 1, 1
PACKET_HEADER, VERDICT_HEADER = 1, 2
DROP, ACCEPT = 0, 1
MOST_WAITING = 8192
"Packets that may wait on one queue; the kernel drops what comes beyond."


class PacketQueues:
    """Some queues of the caller's network namespace, until `close`. Needs CAP_NET_ADMIN there."""

    def __init__(self, numbers: Iterable[int]) -> None:
        """Bind them. Raises OSError where the kernel refuses or another program has one."""
        self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        self._socket.setsockopt(SOL_NETLINK, NETLINK_NO_ENOBUFS, 1)
        self._socket.bind((0, 0))
        for number in numbers:
            self._configure(number, COMMAND, struct.pack(">BBH", BIND, 0, 0))
            self._configure(number, PARAMETERS, struct.pack(">IB", 0, COPY_META))
            self._configure(number, LONGEST, struct.pack(">I", MOST_WAITING))

    def fileno(self) -> int:
        """For select(2): readable when a packet waits."""
        return self._socket.fileno()

    def waiting(self) -> Iterator[tuple[int, int]]:
        """Pairs (queue, packet id) that have come in by now."""
        with contextlib.suppress(BlockingIOError):
            while True:
                for kind, body in _messages(self._socket.recv(1 << 16, socket.MSG_DONTWAIT)):
                    if kind == PACKET:
                        # struct nfgenmsg: the queue is its res_id.
                        yield struct.unpack_from(">H", body, 2)[0], _packet_id(body)

    def judge(self, queue: int, packet: int, verdict: int) -> None:
        """Let a packet go (`ACCEPT`), or throw it away (`DROP`)."""
        header = struct.pack(">II", verdict, packet)
        with contextlib.suppress(FileNotFoundError):
            self._socket.send(_message(VERDICT, REQUEST, queue, VERDICT_HEADER, header))

    def close(self) -> None:
        """Unbind; the kernel drops what still waits."""
        self._socket.close()

    def _configure(self, queue: int, attribute: int, value: bytes) -> None:
        self._socket.send(_message(CONFIG, REQUEST | ACKNOWLEDGE, queue, attribute, value))
        for kind, body in _messages(self._socket.recv(1 << 16)):
            if kind == ERROR and (number := -struct.unpack_from("=i", body)[0]):
                raise OSError(number, f"queue {queue} could not be bound")


def _message(kind: int, flags: int, queue: int, attribute: int, value: bytes) -> bytes:
    """``struct nlmsghdr``, ``struct nfgenmsg``, and one attribute, padded to four bytes."""
    padded = value + bytes(-len(value) % 4)
    body = struct.pack(">BBH", socket.AF_UNSPEC, 0, queue) + struct.pack("=HH", len(value) + 4, attribute) + padded
    return struct.pack("=IHHII", len(body) + 16, kind, flags, 0, 0) + body


def _messages(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The messages of one datagram: type and body."""
    while len(data) >= 16:
        length, kind = struct.unpack_from("=IH", data)
        yield kind, data[16:length]
        data = data[(length + 3) & ~3 :]


def _packet_id(body: bytes) -> int:
    """The id in NFQA_PACKET_HDR, behind the ``nfgenmsg``."""
    at = 4
    while at + 4 <= len(body):
        length, kind = struct.unpack_from("=HH", body, at)
        if kind == PACKET_HEADER:
            return int(struct.unpack_from(">I", body, at + 4)[0])
        at += max((length + 3) & ~3, 4)
    raise ValueError("a packet without NFQA_PACKET_HDR")
