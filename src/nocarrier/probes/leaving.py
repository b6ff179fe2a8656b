"""Are this machine's own packets thrown away before they leave? Told by its counters, without any privilege.

A packet is counted as requested before the output hook and as transmitted after the last one (net/ipv4/ip_output.c:
``__ip_local_out``, ``ip_finish_output2``; OutTransmits since Linux 6.4). Whatever its own filter drops or rejects is
missing between the two. Other programs' packets count too, so each moment of attempts is compared with a quiet one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from nocarrier.facts.arrival import Arrival
from nocarrier.facts.hops import Hops
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.snmp import decode_snmp, decode_snmp6

AFTER = (TcpAttempt, PacketFate, Hops, Arrival, OtherAddresses)
ROUNDS, AT_ONCE, WAIT = 4, 3, 0.012
"""Rounds, attempts in each, and the seconds that each may take: its first packet goes at once. Short moments and more
than one packet in each tell our own from a busy machine's."""


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """For addresses of which nothing, or a plain reset, came back, where the rules could not be read."""
    if scene.case.seen(PacketFate, where) is not None:
        return
    for seen in scene.case.every(TcpAttempt):
        attempt = seen.facts
        if attempt.expired or attempt.reset:
            facts = _rounds(machine, attempt)
            yield Observation(
                facts,
                say(
                    "{held} of {rounds} attempts never left this machine",
                    held=facts.held_back,
                    rounds=facts.rounds,
                ),
            )
            return


def _rounds(machine: Machine, attempt: TcpAttempt) -> Leaving:
    held = noise = 0
    dials = [Dial(transport="tcp", address=attempt.address, port=attempt.port, timeout=WAIT)] * AT_ONCE
    for _ in range(ROUNDS):
        before = _missing(machine, attempt.family)
        started = time.perf_counter()
        machine.dial(dials)
        lasted = time.perf_counter() - started
        between = _missing(machine, attempt.family)
        time.sleep(lasted)
        held += min(max(0, between - before), AT_ONCE)
        noise += max(0, _missing(machine, attempt.family) - between)
    return Leaving(address=attempt.address, port=attempt.port, rounds=ROUNDS * AT_ONCE, held_back=held, noise=noise)


def _missing(machine: Machine, family: int) -> int:
    """Packets requested and not transmitted so far."""
    if family == 4:
        counters = decode_snmp(machine.read("/proc/net/snmp").text)
        requests, transmits = counters.get("OutRequests"), counters.get("OutTransmits")
    else:
        counters = decode_snmp6(machine.read("/proc/net/snmp6").text)
        requests, transmits = counters.get("Ip6OutRequests"), counters.get("Ip6OutTransmits")
    if requests is None or transmits is None:
        raise CannotLook("its kernel does not count the packets that it hands to a link (Linux 6.4 does)")
    return requests - transmits
