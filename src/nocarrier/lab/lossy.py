"""A router's bad line, in user space: drops a share of the packets that it forwards, each way, and delays the rest.

    python -m nocarrier.lab.lossy --there eth0 --lose 0.2 0.1 --delay 0.04 --seed 7 --ready PATH

Of what comes in on ``eth0`` a fifth is lost, of everything else a tenth; what is not arrives 40 ms late. Both IP
versions and every protocol are treated alike, and neither headers nor hops are touched. Which packets are lost depends
on the seed and on their order alone. When the line is in place, a unix socket listens at PATH.

`model.scenario.lossy_router` is the host that runs this. It ends with the lab; from then on the router, whose rules
point to a queue that nobody reads, forwards nothing.
"""

from __future__ import annotations

import argparse
import random
import select
import socket
import subprocess
import time
from collections import deque

from nocarrier.lab.queue import ACCEPT, DROP, PacketQueues

THERE, BACK = 0, 1
"The queue of what comes in on the near interface, and that of everything else."


def rules(near: str) -> list[tuple[str, ...]]:
    """The commands that put everything which is forwarded on one of the two queues."""
    ways = (("-i", near, THERE), ("!", "-i", near, BACK))
    return [
        (program, "-w", "-t", "mangle", "-A", "FORWARD", *map(str, way), "-j", "NFQUEUE", "--queue-num", str(queue))
        for program in ("iptables", "ip6tables")
        for *way, queue in ways
    ]


class Line:
    """What is lost and what is late. Times are seconds of any clock that only goes forward."""

    def __init__(self, lose: tuple[float, float], delay: float, seed: int) -> None:
        self._lose = lose
        self._delay = delay
        self._chances = [random.Random(f"{seed} {way}") for way in (THERE, BACK)]
        self._late: deque[tuple[float, int, int]] = deque()

    def enter(self, queue: int, packet: int, now: float) -> bool:
        """A packet comes in on a queue; False: it is lost."""
        if self._chances[queue].random() < self._lose[queue]:
            return False
        self._late.append((now + self._delay, queue, packet))
        return True

    def leaving(self, now: float) -> list[tuple[int, int]]:
        """Pairs (queue, packet) whose time has come."""
        found = []
        while self._late and self._late[0][0] <= now:
            _, queue, packet = self._late.popleft()
            found.append((queue, packet))
        return found

    def quiet_for(self, now: float) -> float | None:
        """Seconds until the next packet is to leave; None: there is none."""
        return max(0.0, self._late[0][0] - now) if self._late else None


def run(line: Line, queues: PacketQueues) -> None:
    """Judge packets for ever."""
    while True:
        select.select([queues], [], [], line.quiet_for(time.monotonic()))
        for queue, packet in queues.waiting():
            if not line.enter(queue, packet, time.monotonic()):
                queues.judge(queue, packet, DROP)
        for queue, packet in line.leaving(time.monotonic()):
            queues.judge(queue, packet, ACCEPT)


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(prog="nocarrier.lab.lossy")
    parser.add_argument("--there", required=True, metavar="INTERFACE")
    parser.add_argument("--lose", required=True, nargs=2, type=float, metavar="SHARE")
    parser.add_argument("--delay", default=0.0, type=float, metavar="SECONDS")
    parser.add_argument("--seed", default=0, type=int)
    parser.add_argument("--ready", required=True, metavar="PATH")
    asked = parser.parse_args()
    queues = PacketQueues((THERE, BACK))
    for command in rules(asked.there):
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    with socket.socket(socket.AF_UNIX) as told:
        told.bind(asked.ready)
        told.listen()
        run(Line(tuple(asked.lose), asked.delay, asked.seed), queues)


if __name__ == "__main__":
    main()
