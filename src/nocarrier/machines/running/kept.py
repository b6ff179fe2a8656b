"""The namespaces that a command's processes were in, kept when these are gone."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

MOST = 8


def links(path: str) -> list[str]:
    """The names of the links that proc_net_dev(5) tells of; none where it cannot be read."""
    with suppress(OSError), open(path, "rb") as file:
        return sorted(line.partition(b":")[0].strip().decode() for line in file.read().splitlines() if b":" in line)
    return []


class Kept:
    """Network namespaces other than our own, each with the mounts and the root directory of who was met in it first."""

    def __init__(self, listen: Callable[[int, socket.socket], None]) -> None:
        self._own = os.stat("/proc/self/ns/net").st_ino
        self._known: dict[int, int] = {}
        self._listen = listen
        self.descriptors: list[int] = []
        "Three for each: its network, its mounts, its root."
        self.links: list[list[str]] = []
        "The links that each network had."

    def number(self, process: int) -> int | None:
        """Which of them this process is in, -1 where it is our own; None where it cannot be told or kept."""
        try:
            identity = os.stat(f"/proc/{process}/ns/net").st_ino
        except OSError:
            return None
        if identity == self._own:
            return -1
        if identity not in self._known:
            if len(self._known) >= MOST or not self._keep(process):
                return None
            self._known[identity] = len(self._known)
            self._listen_in(self._known[identity])
        return self._known[identity]

    def _keep(self, process: int) -> bool:
        opened: list[int] = []
        try:
            for name, flags in (("ns/net", os.O_RDONLY), ("ns/mnt", os.O_RDONLY), ("root", os.O_PATH)):
                opened.append(os.open(f"/proc/{process}/{name}", flags | os.O_CLOEXEC))
        except OSError:
            for number in opened:
                os.close(number)
            return False
        self.descriptors += opened
        self.links.append(links(f"/proc/{process}/net/dev"))
        return True

    def _listen_in(self, number: int) -> None:
        """A socket belongs to the namespace that the thread which makes it is in, whoever reads it later."""
        made: list[socket.socket] = []

        def enter() -> None:
            from nocarrier.machines import namespaces
            from nocarrier.machines.running.sockets import listening

            with suppress(OSError):
                namespaces.join(self.descriptors[3 * number], namespaces.CLONE_NEWNET)
                made.append(listening())

        thread = Thread(target=enter)
        thread.start()
        thread.join()
        if made:
            self._listen(number, made[0])
