"""One connection's first packets through the box: in, through, or out; what the kernel did with them."""

from __future__ import annotations

import contextlib
import os
import random
import socket
import struct
from ipaddress import ip_address
from typing import Any, Literal, NamedTuple

from nocarrier.facts.packet_fate import Passage
from nocarrier.facts.ruleset import Ruleset
from nocarrier.machines.local import Local
from nocarrier.probes.route import find_route
from nocarrier.readings.packet_way import Routed, Way
from nocarrier.readings.walked_packet import Packet
from tests.lab.kernel_walk.box import ACK, FAR, MODULUS, NEAR, OWN, RST, SYN, Box, Icmp, Tcp
from tests.lab.kernel_walk.counters import Place

Kind = Literal["in", "through", "out"]
USERS = (0, 1000, 999)


class Trip(NamedTuple):
    """What is sent: by whom, to whom, which way. ``user`` opens the socket of one that goes out."""

    kind: Kind
    version: Literal[4, 6]
    source: str
    target: str
    sport: int
    dport: int
    user: int = 0


class Seen(NamedTuple):
    """What the kernel did: what came out at both ends, and by how much each counter rose."""

    near: tuple[Tcp | Icmp, ...]
    far: tuple[Tcp | Icmp, ...]
    risen: dict[Place, int]
    connected: bool = False


def planned(chance: random.Random, versions: tuple[Literal[4, 6], ...], sport: int) -> Trip:
    """A trip at random; ``sport`` is its own."""
    version = chance.choice(versions)
    kind: Kind = chance.choice(("in", "in", "through", "out"))
    dport = chance.randrange(8001, 8007)
    if kind == "out":
        return Trip(kind, version, OWN[version][1], chance.choice(FAR[version]), sport, dport, chance.choice(USERS))
    target = OWN[version][0] if kind == "in" else chance.choice(FAR[version])
    return Trip(kind, version, chance.choice(NEAR[version]), target, sport, dport)


def walked(ruleset: Ruleset, trip: Trip) -> tuple[Passage, ...]:
    """What the walk says, by the very code that the diagnosis uses."""
    machine = Local()

    def onward(address: int) -> Routed:
        route = find_route(machine, str(ip_address(address)))
        return Routed(route.device, route.kind, route.is_here)

    known: dict[str, Any] = {"target_kind": "local" if trip.kind == "in" else "unicast"}
    if trip.kind == "out":
        known |= {"source_kind": "local", "oif": "eth1", "socket": True, "uid": trip.user, "gid": trip.user}
    else:
        known |= {"source_kind": "unicast", "iif": "eth0", "socket": False}
    syn = Packet(
        version=trip.version, saddr=int(ip_address(trip.source)), daddr=int(ip_address(trip.target)),
        sport=trip.sport, dport=trip.dport, **known,
    )  # fmt: skip
    way = Way(ruleset, onward)
    return way.out(syn) if trip.kind == "out" else way.into(syn)


class Traveller:
    """Sends packets and keeps what came back until it is asked."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self._near: list[Tcp | Icmp] = []
        self._far: list[Tcp | Icmp] = []
        self._client: socket.socket | None = None

    def depart(self, trip: Trip) -> None:
        """The SYN; and, where it came out at an end of ours, its SYN-ACK."""
        self.seen(0.0)
        self._near, self._far = [], []
        if trip.kind == "out":
            self._client = _connecting(trip)
        else:
            self._box.send(self._box.near, Tcp(trip.source, trip.target, trip.sport, trip.dport, SYN))
        self._answer(trip)

    def _answer(self, trip: Trip) -> None:
        for end, kept in ((self._box.far, self._far), (self._box.near, self._near)):
            came = self._box.received(end)
            kept += came
            for packet in came:
                if isinstance(packet, Tcp) and packet.flags & (SYN | ACK) == SYN:
                    back = Tcp(
                        packet.target,
                        packet.source,
                        packet.dport,
                        packet.sport,
                        SYN | ACK,
                        1,
                        (packet.number + 1) % MODULUS,
                    )
                    self._box.send(end, back)
                    return

    def seen(self, wait: float) -> tuple[tuple[Tcp | Icmp, ...], tuple[Tcp | Icmp, ...]]:
        """All that came out so far; waits so many seconds for more."""
        self._near += self._box.received(self._box.near, wait)
        self._far += self._box.received(self._box.far, 0.0)
        return tuple(self._near), tuple(self._far)

    def connected(self) -> bool:
        """Whether the connection of one that went out was made."""
        if self._client is None:
            return False
        with contextlib.suppress(OSError):
            return struct.unpack_from("B", self._client.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 8))[0] == 1
        return False

    def arrive(self, trip: Trip) -> None:
        """Let go of what is left of it."""
        if self._client is not None:
            self._client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._client.close()
            self._client = None


def _connecting(trip: Trip) -> socket.socket:
    """A socket that belongs to the trip's user (the file's owner is the one who opens it)."""
    os.setegid(trip.user)
    os.seteuid(trip.user)
    try:
        client = socket.socket(socket.AF_INET if trip.version == 4 else socket.AF_INET6)
    finally:
        os.seteuid(0)
        os.setegid(0)
    client.setblocking(False)
    client.bind((trip.source, trip.sport))
    with contextlib.suppress(OSError):
        client.connect((trip.target, trip.dport))
    return client


def reset_seen(seen: Seen) -> bool:
    """A RST came out at the near end."""
    return any(isinstance(one, Tcp) and one.flags & RST for one in seen.near)
