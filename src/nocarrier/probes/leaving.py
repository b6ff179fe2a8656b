"""Are this machine's own packets thrown away before they leave, or the answers to them? Told by its counters, without
any privilege.

A packet is counted as requested before the output hook and as transmitted after the last one (net/ipv4/ip_output.c:
``__ip_local_out``, ``ip_finish_output2``; OutTransmits since Linux 6.4). Whatever its own filter drops or rejects is
missing between the two. What comes in is counted as received before the prerouting hook, and as delivered after the
input hook (net/ipv4/ip_input.c: ``ip_rcv_core``, ``ip_protocol_deliver_rcu``): an answer that its own filter throws
away is missing there. Other programs' packets count too, so each moment of attempts is compared with a quiet one.
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
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.probes import Observation, Scene
from nocarrier.readings.snmp import decode_snmp, decode_snmp6

ACCOUNTED = ("InDelivers", "ForwDatagrams", "OutForwDatagrams", "InHdrErrors", "InAddrErrors", "InUnknownProtos",
             "InDiscards", "InTruncatedPkts", "InTooBigErrors", "InNoRoutes")  # fmt: skip
"What becomes of packets that come in, as far as it is counted (RFC 4293); a packet filter's drops are in none of them."
TRIPS, LONGEST = 1.5, 0.1
"Round trips that an attempt is given for an answer, and seconds at most."
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
            facts = _rounds(scene, machine, attempt)
            yield Observation(facts, summary(facts))
            return


def _rounds(scene: Scene, machine: Machine, attempt: TcpAttempt) -> Leaving:
    held = noise = thrown = noise_in = 0
    wait = min(LONGEST, max(WAIT, TRIPS * (scene.round_trip or 0.0)))
    dials = [Dial(transport="tcp", address=attempt.address, port=attempt.port, timeout=wait)] * AT_ONCE
    for _ in range(ROUNDS):
        before = _missing(machine, attempt.family)
        started = time.perf_counter()
        machine.dial(dials)
        lasted = time.perf_counter() - started
        between = _missing(machine, attempt.family)
        time.sleep(lasted)
        after = _missing(machine, attempt.family)
        held += min(max(0, between.out - before.out), AT_ONCE)
        noise += max(0, after.out - between.out)
        thrown += min(max(0, between.into - before.into), AT_ONCE)
        noise_in += max(0, after.into - between.into)
    return Leaving(
        address=attempt.address,
        port=attempt.port,
        rounds=ROUNDS * AT_ONCE,
        held_back=held,
        noise=noise,
        thrown_away=thrown,
        noise_in=noise_in,
    )


class _Missing(Record):
    """Packets so far that were requested and not transmitted, and that were received and given to nobody."""

    out: int
    into: int


def _missing(machine: Machine, family: int) -> _Missing:
    if family == 4:
        counters = decode_snmp(machine.read("/proc/net/snmp").text)
        prefix = ""
    else:
        counters = decode_snmp6(machine.read("/proc/net/snmp6").text)
        prefix = "Ip6"
    requests, transmits = (counters.get(f"{prefix}{name}") for name in ("OutRequests", "OutTransmits"))
    if requests is None or transmits is None:
        raise CannotLook("its kernel does not count the packets that it hands to a link (Linux 6.4 does)")
    came = counters.get(f"{prefix}InReceives", 0)
    accounted = sum(counters.get(f"{prefix}{name}", 0) for name in ACCOUNTED)
    return _Missing(requests - transmits, came - accounted)


def summary(facts: Leaving) -> Prose:
    """What was counted, in a line."""
    if facts.answers_thrown_away:
        return say(
            "{thrown} packets came in for {rounds} attempts and were given to no program",
            thrown=facts.thrown_away,
            rounds=facts.rounds,
        )
    return say("{held} of {rounds} attempts never left this machine", held=facts.held_back, rounds=facts.rounds)
