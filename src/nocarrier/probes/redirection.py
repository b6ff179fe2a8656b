"""Does the client's own packet filter send the connection elsewhere?

A machine's own packets meet the output hook, where REDIRECT and DNAT change their target. TPROXY stands in prerouting
only, which they do not meet: so a rule marks them, and a policy rule of the routes leads what is marked back in over
the loopback link (Documentation/networking/tproxy.rst).
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.listeners import Listener
from nocarrier.facts.packet_fate import Passage
from nocarrier.facts.redirection import Redirection
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes._packet_filter import COMMANDS, FILES, Filter, read_filter
from nocarrier.probes._packet_walks import departing
from nocarrier.probes.listeners import listeners_on
from nocarrier.readings.packet_walk import walk
from nocarrier.readings.rtnetlink import NETLINK_ROUTE, decode_route, route_request
from nocarrier.readings.walked_packet import Packet

__all__ = ["AFTER", "COMMANDS", "FILES", "look", "summary"]

AFTER = (TcpAttempt, Route)
MOST_ADDRESSES = 4


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation for each address that was dialled, whether it connected or not."""
    attempts = [seen.facts for seen in scene.case.every(TcpAttempt)][:MOST_ADDRESSES]
    if not attempts:
        return
    seen = scene.once(machine, read_filter)
    for attempt in attempts:
        facts = _followed(machine, seen, departing(scene, machine, attempt), attempt)
        yield Observation(facts, summary(facts))


def _followed(machine: Machine, seen: Filter, packet: Packet, attempt: TcpAttempt) -> Redirection:
    passage, after = walk(seen.ruleset, packet, "output")
    if passage.sent_by is not None:
        return _sent(machine, seen, passage, attempt, 0)
    mark = after.mark or 0
    if mark and mark != packet.mark and _leads_back(machine, attempt.address, mark):
        arriving = replace(after, iif="lo", oif=None, socket=None)
        passage, _ = walk(seen.ruleset, arriving, "prerouting")
        if passage.sent_by is not None:
            return _sent(machine, seen, passage, attempt, mark)
    return Redirection(address=attempt.address, port=attempt.port, whole=seen.whole)


def _sent(machine: Machine, seen: Filter, passage: Passage, attempt: TcpAttempt, mark: int) -> Redirection:
    address, _, digits = passage.sent_to.rpartition(":")
    assert passage.sent_by is not None
    port = int(digits) if digits.isdigit() else 0
    elsewhere = "dnat" if address and address != "?" else ""
    kind = elsewhere or ("tproxy" if "tproxy" in passage.sent_by.text.lower() else "redirect")
    return Redirection(
        address=attempt.address,
        port=attempt.port,
        rule=passage.sent_by,
        kind=kind,  # type: ignore[arg-type]
        to_address=address if elsewhere else "",
        to_port=port,
        certain=not passage.doubts and passage.certain is not None,
        mark=mark,
        listeners=None if elsewhere else _listeners(machine, port or attempt.port),
        whole=seen.whole,
    )


def _listeners(machine: Machine, port: int) -> tuple[Listener, ...] | None:
    try:
        return listeners_on(machine, port)
    except CannotLook:
        return None


def _leads_back(machine: Machine, address: str, mark: int) -> bool:
    """Whether what is marked so is routed to this machine itself."""
    try:
        answered = machine.netlink(NETLINK_ROUTE, route_request(address, mark=mark))
    except CannotLook:
        return False
    return not answered.errno and decode_route(address, answered.data, {}).is_here


def summary(facts: Redirection) -> Prose:
    """The rule in a line."""
    there = endpoint(facts.address, facts.port)
    if facts.rule is None:
        return say("no rule of its packet filter sends {there} elsewhere", there=there)
    words = {"there": there, "to": facts.there, "rule": facts.rule.text}
    if not facts.certain:
        return say("perhaps {there} is sent on to {to}: {rule}", **words)
    return say("{there} is sent on to {to}: {rule}", **words)
