"""What was tried, and what became of it, while it is being gathered."""

from __future__ import annotations

import os
import time
from threading import Lock

from nocarrier.model.annotations import Any

MOST = 512
"Different places that are remembered, the last ones."
MOST_OVERHEARD = 64
MOST_SOCKETS = 1 << 14
WAITED, JUST_NOW = 0.3, 0.5
"Seconds that a connect has waited that did not fail by itself, and in which a command that is interrupted ends."

OWN = -1
"The number of our own namespace."
Place = tuple[str, int, int, bool]
"Address, port, number of the namespace (-1: our own), and whether it is certainly the command's."


class _Entry:
    def __init__(self) -> None:
        self.times = 0
        self.made: bool | None = None
        self.environment: dict[str, str] | None = None
        self.process = 0
        self.began = 0.0
        self.ended = 0.0

    @property
    def cut_short(self) -> bool:
        """It was waited for, in vain, until just now: the end of the command was its end."""
        waited, ago = self.ended - self.began, time.monotonic() - self.ended
        return self.made is False and waited >= WAITED and ago <= JUST_NOW


class Ledger:
    """Threads write into it; `told` is asked at the end."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._entries: dict[Place, _Entry] = {}
        self._of_cookie: dict[tuple[int, int], _Entry] = {}
        self.whole = True
        "Nothing had to be forgotten."

    def tried(self, place: Place, cookie: int, environment: dict[str, str] | None, process: int) -> None:
        """This was dialled just now; ``cookie`` 0 where the socket could not be told apart."""
        with self._lock:
            entry = self._entry(place)
            entry.environment = environment if environment is not None else entry.environment
            entry.process = process
            entry.began = time.monotonic()
            if cookie:
                self._of_cookie[place[2], cookie] = entry
                if len(self._of_cookie) > MOST_SOCKETS:  # what became of the oldest nobody told
                    self._of_cookie.pop(next(iter(self._of_cookie)))

    def knows(self, namespace: int, cookie: int) -> bool:
        """Whether this socket is one of those that were dialled."""
        return (namespace, cookie) in self._of_cookie

    def ended(self, namespace: int, cookie: int, *, made: bool) -> None:
        """What became of one of these sockets."""
        with self._lock:
            entry = self._of_cookie.pop((namespace, cookie), None)
            if entry is not None:
                entry.made = made
                entry.ended = time.monotonic()

    def overheard(self, address: str, port: int) -> None:
        """Somebody in this network failed to connect there."""
        with self._lock:
            place = (address, port, -1, False)
            if place in self._entries or sum(not certain for _, _, _, certain in self._entries) < MOST_OVERHEARD:
                self._entry(place).made = False
            else:
                self.whole = False

    def _entry(self, place: Place) -> _Entry:
        entry = self._entries.pop(place, None) or _Entry()
        self._entries[place] = entry  # the last one tried stands last
        entry.times += 1
        if len(self._entries) > MOST:
            self._entries.pop(next(iter(self._entries)))
            self.whole = False
        return entry

    @property
    def undecided(self) -> bool:
        """Of some of them it is not known what became of them."""
        return bool(self._of_cookie)

    def lingering(self, alive: dict[tuple[int, int], bool]) -> list[tuple[int, int]]:
        """Sockets of our own namespace that are gone and whose end nobody told, nor will their process, which is gone too.

        What holds such a socket is its SYN, which waits until the next hop's hardware address is known (net/core/neighbour.c,
        arp_queue): for seconds where there is no such machine.
        """
        with self._lock:
            return [
                key
                for key, entry in self._of_cookie.items()
                if key[0] == OWN
                and key not in alive
                and entry.process
                and not os.path.exists(f"/proc/{entry.process}")
            ]

    def told(self, alive: dict[tuple[int, int], bool]) -> list[dict[str, Any]]:
        """All of it in the order in which it was last tried.

        ``alive`` are sockets that still are, by namespace and cookie, and whether they are connected.
        """
        with self._lock:
            pending = set[int]()
            for key, entry in self._of_cookie.items():
                if alive.get(key):
                    entry.made = True
                elif key in alive:
                    pending.add(id(entry))
            return [
                {
                    "address": address,
                    "port": port,
                    "made": entry.made,
                    "pending": id(entry) in pending or entry.cut_short,
                    "certain": certain,
                    "times": entry.times,
                    "environment": entry.environment,
                    "namespace": namespace,
                    "process": entry.process,
                }
                for (address, port, namespace, certain), entry in self._entries.items()
            ]
