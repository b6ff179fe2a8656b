"""A machine in a network namespace of its own, whose two links end in raw sockets: what goes in and comes out is ours.

    near: 10.10.0.7 … ── eth0 10.10.0.1/16 │ box │ 10.20.0.1/24 eth1 ── far: 10.20.0.5 …

The process that makes it stands in the box afterwards and never leaves it; everything is gone when it ends. A packet
that is sent into a veth pair is through the kernel when the call returns, as a rule; whoever waits for silence looks
again after a moment.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import subprocess
from collections.abc import Iterator
from ipaddress import ip_address
from typing import NamedTuple

from nocarrier.lab import kernel

NEAR, FAR = (
    {4: ("10.10.0.7", "10.10.0.99", "10.10.200.3"), 6: ("fd10::7", "fd10::63", "fd10::c8:3")},
    {
        4: ("10.20.0.5", "10.20.0.6"),
        6: ("fd20::5", "fd20::6"),
    },
)
OWN = {4: ("10.10.0.1", "10.20.0.1", "10.20.0.77"), 6: ("fd10::1", "fd20::1")}
LISTENING = range(8001, 8010)
SYN, RST, ACK = 2, 4, 16
MODULUS = 1 << 32
OUTGOING = 4
"PACKET_OUTGOING of linux/if_packet.h: our own packet, seen again."
SETTINGS = {
    "ipv4/ip_forward": "1", "ipv6/conf/all/forwarding": "1", "ipv4/icmp_ratelimit": "0", "ipv4/icmp_ratemask": "0",
    "ipv6/icmp/ratelimit": "0", "ipv4/icmp_msgs_per_sec": "1000000", "ipv4/icmp_msgs_burst": "1000000",
    "ipv4/tcp_synack_retries": "0", "ipv4/tcp_max_syn_backlog": "65535", "core/somaxconn": "65535", "ipv4/tcp_syncookies": "0",
    "ipv4/conf/all/rp_filter": "0", "ipv4/conf/default/rp_filter": "0", "ipv6/conf/all/accept_dad": "0",
    "ipv6/conf/default/accept_dad": "0",
}  # fmt: skip


class Tcp(NamedTuple):
    """The header fields that matter here."""

    source: str
    target: str
    sport: int
    dport: int
    flags: int
    number: int = 1
    "Its sequence number."
    taken: int = 0
    "What it acknowledges."


class Icmp(NamedTuple):
    """An ICMP message about one of our packets."""

    type: int
    code: int
    sport: int


class Box:
    """The links, and the sockets that are their other ends."""

    def __init__(self) -> None:
        kernel.unshare(kernel.NEW_NETWORK)
        outside = os.open("/proc/self/ns/net", os.O_RDONLY)
        kernel.unshare(kernel.NEW_NETWORK)
        inside = os.open("/proc/self/ns/net", os.O_RDONLY)
        anchor = subprocess.Popen(["sleep", "60"])
        try:
            kernel.enter(outside, kernel.NEW_NETWORK)
            self.near = self._pair("c0", "eth0", anchor.pid, "02:00:00:00:00:01", "02:00:00:00:01:00")
            self.far = self._pair("s0", "eth1", anchor.pid, "02:00:00:00:00:02", "02:00:00:00:02:00")
        finally:
            kernel.enter(inside, kernel.NEW_NETWORK)
            anchor.kill()
            anchor.wait()
        self._settle()
        self._listeners = list(self._listen())
        os.close(outside)
        os.close(inside)

    @staticmethod
    def _pair(outer: str, inner: str, into: int, mac: str, inner_mac: str) -> socket.socket:
        _ip("link", "add", outer, "address", mac, "type", "veth", "peer", "name", inner, "address", inner_mac)
        _ip("link", "set", inner, "netns", str(into))
        _write(f"ipv6/conf/{outer}/disable_ipv6", "1")
        _ip("link", "set", outer, "up")
        raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))  # ETH_P_ALL
        raw.bind((outer, 0))
        raw.setblocking(False)
        return raw

    @staticmethod
    def _settle() -> None:
        for name, value in SETTINGS.items():
            with contextlib.suppress(FileNotFoundError):
                _write(name, value)
        _ip("link", "set", "lo", "up")
        for device, mac, own, peers in (
            ("eth0", "02:00:00:00:00:01", ("10.10.0.1/16", "fd10::1/64"), (*NEAR[4], *NEAR[6])),
            ("eth1", "02:00:00:00:00:02", ("10.20.0.1/24", "fd20::1/64", "10.20.0.77/24"), (*FAR[4], *FAR[6])),
        ):
            _write(f"ipv4/conf/{device}/rp_filter", "0")
            _ip("link", "set", device, "up")
            for address in own:
                _ip("addr", "add", address, "dev", device, *(("nodad",) if ":" in address else ()))
            for peer in peers:
                _ip("neigh", "replace", peer, "lladdr", mac, "dev", device, "nud", "permanent")

    @staticmethod
    def _listen() -> Iterator[socket.socket]:
        for port in LISTENING:
            listener = socket.socket(socket.AF_INET6)
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
            listener.bind(("::", port))
            listener.listen(65535)
            yield listener

    def send(self, end: socket.socket, packet: Tcp) -> None:
        """Put a TCP packet on the wire toward the box."""
        macs = (
            (b"\x02\0\0\0\x01\0", b"\x02\0\0\0\0\x01")
            if end is self.near
            else (b"\x02\0\0\0\x02\0", b"\x02\0\0\0\0\x02")
        )
        end.send(macs[0] + macs[1] + _frame(packet))

    def received(self, end: socket.socket, wait: float = 0.0) -> list[Tcp | Icmp]:
        """What came out of the box at that end; waits for the first at most so many seconds."""
        found: list[Tcp | Icmp] = []
        if wait:
            select.select([end], [], [], wait)
        while True:
            try:
                frame, address = end.recvfrom(4096)
            except BlockingIOError:
                return found
            if address[2] != OUTGOING:
                seen = _decoded(frame)
                found += [seen] if seen is not None else []


def _ip(*words: str) -> None:
    subprocess.run(("ip", *words), check=True)


def _write(name: str, value: str) -> None:
    with open(f"/proc/sys/net/{name}", "w") as file:
        file.write(value)


def _frame(packet: Tcp) -> bytes:
    source, target = ip_address(packet.source).packed, ip_address(packet.target).packed
    header = struct.pack(
        "!HHIIBBHHH", packet.sport, packet.dport, packet.number, packet.taken, 6 << 4, packet.flags, 64240, 0, 0
    )
    body = header + b"\x02\x04\x05\xb4"
    pseudo = (
        source
        + target
        + struct.pack("!HH" if len(source) == 4 else "!II", *((6, 24) if len(source) == 4 else (24, 6)))
    )
    body = body[:16] + struct.pack("!H", _checksum(pseudo + body)) + body[18:]
    if len(source) == 16:
        return b"\x86\xdd" + struct.pack("!IHBB", 6 << 28, len(body), 6, 64) + source + target + body
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(body), 1, 0x4000, 64, 6, 0) + source + target
    return b"\x08\x00" + head[:10] + struct.pack("!H", _checksum(head)) + head[12:] + body


def _checksum(data: bytes) -> int:
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def _decoded(frame: bytes) -> Tcp | Icmp | None:
    kind = frame[12:14]
    if kind == b"\x08\x00":
        at, protocol = 14 + (frame[14] & 15) * 4, frame[23]
        source, target = frame[26:30], frame[30:34]
    elif kind == b"\x86\xdd":
        at, protocol, source, target = 54, frame[20], frame[22:38], frame[38:54]
    else:
        return None
    if protocol == 6:
        sport, dport, number, taken = struct.unpack_from("!HHII", frame, at)
        return Tcp(str(ip_address(source)), str(ip_address(target)), sport, dport, frame[at + 13], number, taken)
    if protocol in (1, 58) and len(frame) >= at + (30 if protocol == 1 else 50):
        inner = at + 8 + (20 if protocol == 1 else 40)
        return Icmp(frame[at], frame[at + 1], struct.unpack_from("!H", frame, inner)[0])
    return None
