"""Whether a daemon is ready, read from the kernel's tables: a connection to find out would be seen by it."""

from __future__ import annotations

import socket
import struct

LISTENING = "0A"
"TCP_LISTEN of include/net/tcp_states.h, as /proc/net/tcp prints it."


def is_ready(ready: str) -> bool:
    """``tcp:PORT``, ``tcp:ADDRESS:PORT``, ``udp:…`` or ``unix:PATH``, in the caller's network namespace."""
    kind, _, place = ready.partition(":")
    if kind == "unix":
        return any(line.split()[-1] == place for line in _lines("unix"))
    address, _, port = place.rpartition(":")
    wanted = _hexadecimal(address.strip("[]")) if address else ""
    for table in (kind, f"{kind}6"):
        for line in _lines(table):
            local, state = line.split()[1:4:2]
            at, _, on = local.partition(":")
            if int(on, 16) == int(port) and wanted in ("", at) and (kind == "udp" or state == LISTENING):
                return True
    return False


def _lines(table: str) -> list[str]:
    """The entries of a table of /proc/net; none where the kernel has no such protocol."""
    try:
        with open(f"/proc/thread-self/net/{table}", encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()[1:]
    except FileNotFoundError:
        return []


def _hexadecimal(address: str) -> str:
    """An address as /proc/net/tcp prints it: 32-bit words in the machine's own byte order."""
    packed = socket.inet_pton(socket.AF_INET6 if ":" in address else socket.AF_INET, address)
    words = struct.unpack(f"={len(packed) // 4}I", packed)
    return "".join(f"{word:08X}" for word in words)
