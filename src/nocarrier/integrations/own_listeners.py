"""Whether a server is this very process: its tests may count what it is asked, and it prints where they do."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

from nocarrier.model.target import WILDCARDS, Target
from nocarrier.readings.inet_diag import LISTEN
from nocarrier.readings.proc_net_tcp import decode_proc_net_tcp
from nocarrier.readings.target import is_address
from nocarrier.readings.unix_sockets import decode_proc_net_unix


def served_here(target: Target) -> bool:
    """Whether a listening socket of this process is the target's. False also where that cannot be seen (no /proc)."""
    own = set(_own_sockets())
    if target.scheme == "unix":
        return any(one.inode in own for one in decode_proc_net_unix(_table("unix")) if one.path == target.path)
    listening = {
        one.source
        for name in ("tcp", "tcp6")
        for one in decode_proc_net_tcp(_table(name))
        if one.state == LISTEN and one.source_port == target.port and one.inode in own
    }
    if target.host == "localhost":
        return bool(listening)
    return target.host in listening or (bool(listening & WILDCARDS) and _is_local(target.host))


def _own_sockets() -> Iterator[int]:
    """The inodes of all sockets that this process holds."""
    folder = "/proc/self/fd"
    try:
        numbers = os.listdir(folder)
    except OSError:
        return
    for number in numbers:
        try:
            held = os.readlink(f"{folder}/{number}")
        except OSError:  # closed meanwhile
            continue
        if held.startswith("socket:["):
            yield int(held[len("socket:[") : -1])


def _is_local(address: str) -> bool:
    """Whether it is an address of this machine: only such a one can be bound (bind(2), EADDRNOTAVAIL)."""
    if not is_address(address):
        return False
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as bound:
            bound.bind((address, 0))
    except OSError:
        return False
    return True


def _table(name: str) -> str:
    try:
        with open(f"/proc/self/net/{name}", encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
