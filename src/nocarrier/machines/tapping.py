"""Watching the packets of all links, by a packet socket (packet(7)) with a filter in the kernel.

The kernel gives every packet to such a socket: what comes in before the packet filters see it, what goes out after
they have let it pass (net/core/dev.c: __netif_receive_skb_core, dev_queue_xmit_nit). So what is seen coming in did
arrive, and what is seen going out did leave. What is not wanted is dropped by a classic BPF program (filter.rst in
the kernel's documentation) before it takes room; what is wanted waits in the socket until somebody reads it.

A far machine that has Python gets this file as text (machines/far_tap.py). So it needs nothing beyond Python 3.7
and two plain records from this package.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import time
from collections.abc import Sequence

from nocarrier.machines import Captured, Packet, Tap

ETH_P_ALL = 3
SO_ATTACH_FILTER = 26
SOL_PACKET, PACKET_STATISTICS = 263, 6
KINDS = {0: "here", 1: "broadcast", 2: "multicast", 3: "other", 4: "out"}
"sll_pkttype (include/uapi/linux/if_packet.h)."
ROOM = 4 << 20
"Bytes of packets that may wait; each takes about 800 of them, however small (net/core/skbuff.c, truesize)."
KEPT = 128
"Bytes of a packet that are kept: an ICMP error with the headers it quotes fits, over IPv6 too."

LOAD_BYTE, LOAD_HALF, LOAD_WORD = 0x30, 0x28, 0x20
LOAD_BYTE_X, LOAD_HALF_X, LOAD_WORD_X = 0x50, 0x48, 0x40
SET_X, HEADER_LENGTH_TO_X = 0x01, 0xB1
SHIFT_RIGHT = 0x74
IF_EQUAL, IF_AT_LEAST, IF_ANY_BIT = 0x15, 0x35, 0x45
RETURN = 0x06
"Codes of classic BPF (include/uapi/linux/bpf_common.h)."


class Listening:
    """A packet socket that keeps what ``tap`` asks for. Raises OSError (EPERM without CAP_NET_RAW)."""

    def __init__(self, tap: Tap) -> None:
        self._most = tap.packets
        self._packets: list[Packet] = []
        self._missed = 0
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(ETH_P_ALL))
        try:
            self._socket.setblocking(False)
            _attach(self._socket, program(tap.transport, tap.ports, tap.segments))
            self._make_room()
            self._forget()
        except BaseException:
            self._socket.close()
            raise

    def _make_room(self) -> None:
        """SO_RCVBUFFORCE (33) goes beyond the system's limit, and needs CAP_NET_ADMIN; the limit does without."""
        for option in (socket.SO_RCVBUF, 33):
            with contextlib.suppress(OSError):
                self._socket.setsockopt(socket.SOL_SOCKET, option, ROOM)

    def _forget(self) -> None:
        """Drop what came in before the filter was in place."""
        with contextlib.suppress(OSError):
            while True:
                self._socket.recv(1)

    def read(self, after: float = 0.0) -> Captured:
        """See `Tapping.read`."""
        time.sleep(after)
        with contextlib.suppress(BlockingIOError):
            while len(self._packets) < self._most:
                data, (device, _, kind, _, sender) = self._socket.recvfrom(KEPT)
                self._packets.append(
                    Packet(
                        device=device,
                        kind=KINDS.get(kind, "other"),  # type: ignore[arg-type]
                        data=data,
                        sender=b"" if KINDS.get(kind) == "out" else sender,
                    )
                )
        self._missed += struct.unpack("II", self._socket.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))[1]
        full = len(self._packets) >= self._most
        return Captured(packets=tuple(self._packets), missed=max(self._missed, int(full)))

    def close(self) -> None:
        """Let go of the socket, and of what still waits in it."""
        self._socket.close()


def _attach(watcher: socket.socket, code: bytes) -> None:
    """``struct sock_fprog`` is a number of instructions and where they stand."""
    from ctypes import addressof, create_string_buffer

    held = create_string_buffer(code)
    watcher.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("HP", len(code) // 8, addressof(held)))


def program(transport: str, ports: Sequence[int], segments: Sequence[int]) -> bytes:
    """What `Tap` wants, as instructions ``u16 code; u8 jump_if_true, jump_if_false; u32 operand``.

    The packet begins with its IP header. Later fragments have no ports, and extension headers of IPv6 are not gone
    through: neither occurs in a SYN that a system sends by itself.
    """
    either = [(IF_EQUAL, port, "keep", "") for port in ports]
    at_an_end = ["ports", (LOAD_HALF_X, 0, "", ""), *either, (LOAD_HALF_X, 2, "", ""), *either, (RETURN, 0, "", "")]
    announced = [(IF_EQUAL, 0x02040000 | size, "keep", "") for size in segments]
    tcp = [
        (LOAD_BYTE_X, 13, "", ""), (IF_ANY_BIT, 0x06, "", "drop"),  # SYN or RST (RFC 9293, section 3.1)
        (LOAD_BYTE_X, 12, "", ""), (SHIFT_RIGHT, 4, "", ""), (IF_AT_LEAST, 6, "", "ports"),
        (LOAD_WORD_X, 20, "", ""), *announced,  # Linux announces the segment size first (net/ipv4/tcp_output.c)
    ] if transport == "tcp" else []  # fmt: skip
    number = 6 if transport == "tcp" else 17
    return _assembled([
        (LOAD_BYTE, 0, "", ""), (SHIFT_RIGHT, 4, "", ""), (IF_EQUAL, 4, "", "six"),
        (LOAD_HALF, 6, "", ""), (IF_ANY_BIT, 0x1FFF, "drop", ""),
        (HEADER_LENGTH_TO_X, 0, "", ""), (LOAD_BYTE, 9, "", ""), (IF_EQUAL, number, "transport", ""),
        (IF_EQUAL, 1, "", "drop"),
        # Destination unreachable, time exceeded, parameter problem (RFC 792).
        (LOAD_BYTE_X, 0, "", ""), (IF_EQUAL, 3, "keep", ""), (IF_EQUAL, 11, "keep", ""),
        (IF_EQUAL, 12, "keep", "drop"),
        "six", (IF_EQUAL, 6, "", "drop"),
        (SET_X, 40, "", ""), (LOAD_BYTE, 6, "", ""), (IF_EQUAL, number, "transport", ""),
        (IF_EQUAL, 58, "", "drop"),
        (LOAD_BYTE_X, 0, "", ""), (IF_AT_LEAST, 128, "drop", "keep"),  # below 128 are errors (RFC 4443, section 2.1)
        "transport", *tcp, *at_an_end,
        "keep", (RETURN, KEPT, "", ""),
        "drop", (RETURN, 0, "", ""),
    ])  # fmt: skip


def _assembled(lines: Sequence[object]) -> bytes:
    """A text is a label; an instruction names where it jumps, the empty name being the next one."""
    places: dict[str, int] = {}
    instructions: list[tuple[int, int, str, str]] = []
    for line in lines:
        if isinstance(line, str):
            places[line] = len(instructions)
        else:
            instructions.append(line)  # type: ignore[arg-type]
    code = b""
    for at, (operation, operand, yes, no) in enumerate(instructions):
        jumps = [places[name] - at - 1 if name else 0 for name in (yes, no)]
        code += struct.pack("=HBBI", operation, *jumps, operand)
    return code
