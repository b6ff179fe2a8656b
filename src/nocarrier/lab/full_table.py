"""Fills the table of tracked connections of the namespace it runs in, to the last entry, and keeps it full.

    python -m nocarrier.lab.full_table READY [LEAVE]

The entries are made over ctnetlink (linux/netfilter/nfnetlink_conntrack.h) as connections of two addresses that
nobody has (RFC 5737), established and assured, so that the kernel does not make room by dropping one
(net/netfilter/nf_conntrack_core.c: early_drop). Others that were there before it does drop (gc_worker), and their
place is taken. LEAVE are left free; a unix socket listens at READY when it is done. Measured on Linux 6.18: 262,144 entries take
1.9 s and 100 MB of the kernel's memory without extensions, which are switched off in this namespace first. They go
with it. The limit itself belongs to the whole machine and is not touched.
"""

from __future__ import annotations

import socket
import struct
import sys
import time

SETTINGS = "/proc/sys/net/netfilter/nf_conntrack_"
EXTENSIONS = ("events", "acct", "timestamp")
MOST = 1 << 19
"Entries that are made at most: 200 MB."
NETLINK_NETFILTER = 12
NEW, REQUEST_CREATE, NESTED = 1 << 8, 0x0401, 0x8000
"NFNL_SUBSYS_CTNETLINK with IPCTNL_MSG_CT_NEW; NLM_F_REQUEST and NLM_F_CREATE; NLA_F_NESTED."
SEEN_REPLY_ASSURED_CONFIRMED = 0x0E
ESTABLISHED = 3
BATCH = 256
SETTLING, PAUSE = 3.0, 0.02
"Seconds in which the kernel drops what it may, and between looks at the count."
PORTS = 0x1234, 0x5678
"Stand in the pattern where the ports of each entry go."


def pattern() -> bytes:
    """The message that makes one entry."""
    here, there = socket.inet_aton("198.51.100.1"), socket.inet_aton("198.51.100.2")
    body = (
        struct.pack(">BBH", socket.AF_INET, 0, 0)
        + _way(1, here, there, *PORTS)
        + _way(2, there, here, *reversed(PORTS))
        + _attribute(3, struct.pack(">I", SEEN_REPLY_ASSURED_CONFIRMED))
        + _attribute(4 | NESTED, _attribute(1 | NESTED, _attribute(1, bytes([ESTABLISHED]))))
        + _attribute(7, struct.pack(">I", 432000))
    )
    return struct.pack("=IHHII", len(body) + 16, NEW, REQUEST_CREATE, 0, 0) + body


def _way(kind: int, source: bytes, target: bytes, source_port: int, target_port: int) -> bytes:
    """A tuple: CTA_TUPLE_ORIG (1) or CTA_TUPLE_REPLY (2), over TCP."""
    addresses = _attribute(1, source) + _attribute(2, target)
    ports = _attribute(2, struct.pack(">H", source_port)) + _attribute(3, struct.pack(">H", target_port))
    protocol = _attribute(1, bytes([socket.IPPROTO_TCP])) + ports
    return _attribute(kind | NESTED, _attribute(1 | NESTED, addresses) + _attribute(2 | NESTED, protocol))


def _attribute(kind: int, value: bytes) -> bytes:
    return struct.pack("=HH", len(value) + 4, kind) + value + bytes(-len(value) % 4)


class Filler:
    """Makes entries, each other than all before. Raises OSError where the kernel refuses."""

    def __init__(self) -> None:
        self._one = pattern()
        places = [[at for at in range(len(self._one)) if self._one.startswith(_port(port), at)] for port in PORTS]
        self._sources, self._targets = places
        self._kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER)
        self._made = 0

    def fill(self, count: int) -> None:
        """So many more."""
        put = struct.Struct(">H").pack_into
        for start in range(self._made, self._made + count, BATCH):
            entries = range(start, min(start + BATCH, self._made + count))
            batch = bytearray(self._one * len(entries))
            for place, number in enumerate(entries):
                for at in self._sources:
                    put(batch, place * len(self._one) + at, number & 0xFFFF)
                for at in self._targets:
                    put(batch, place * len(self._one) + at, 1 + (number >> 16))
            self._kernel.send(batch)
        self._made += max(0, count)


def _port(number: int) -> bytes:
    return struct.pack(">H", number)


def _setting(name: str) -> int:
    with open(SETTINGS + name, encoding="ascii") as file:
        return int(file.read())


def main() -> None:
    """See the head of this file."""
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for name in EXTENSIONS:
        with open(SETTINGS + name, "w", encoding="ascii") as file:
            file.write("0")
    most = _setting("max")
    if not 0 < most <= MOST:
        raise SystemExit(f"{most} entries are more than the lab makes")
    filler = Filler()
    until = time.monotonic() + SETTLING
    with socket.socket(socket.AF_UNIX) as told:
        while True:
            filler.fill(most - wanted - _setting("count"))
            if until and time.monotonic() > until:
                until = 0.0
                told.bind(sys.argv[1])
                told.listen()
            time.sleep(PAUSE)


if __name__ == "__main__":
    main()
