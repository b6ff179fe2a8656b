"""Does another address take the connection: one the name is meant to have, the server's own, or DNS's?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.dns import Dns
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.other_addresses import OtherAddress, OtherAddresses
from nocarrier.facts.private import is_loopback
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Case, Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.nearness import near_addresses

AFTER = (Lookup, TcpAttempt, Dns, Interfaces)
WAITS = True
WAITS = True
WAIT = 0.6
"Seconds; two SYNs' worth on any path, and the verdict does not need the silent ones."
SHORTEST = 0.12
MOST = 24


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """All candidates at once; nothing where there is none."""
    port = scene.case.target.port
    wanted = {
        address: origin
        for address, origin in _candidates(scene.case)
        if scene.options.family in (None, 6 if ":" in address else 4)
    }
    chosen = list(wanted.items())[:MOST]
    if port is None or not chosen:
        return
    waits = {"near": min(_round_trips(scene.case), scene.remaining()), "server": scene.for_an_answer(SHORTEST, WAIT)}
    dials = [
        Dial(transport="tcp", address=address, port=port, timeout=waits.get(origin, scene.remaining(WAIT)))
        for address, origin in chosen
    ]
    outcomes = machine.dial(dials)
    attempts = tuple(
        OtherAddress(
            address=address,
            origin=origin,
            connects=outcome.connected,
            errno="" if outcome.connected else outcome.errno or "ETIMEDOUT",
        )
        for (address, origin), outcome in zip(chosen, outcomes, strict=True)
    )
    facts = OtherAddresses(port=port, attempts=attempts)
    yield Observation(facts, summary(facts))


def _round_trips(case: Case) -> float:
    """Seconds for neighbours of an address that did answer: they are as far away; a guess is not worth a longer wait."""
    answered = (seen.facts.waited_ms for seen in case.every(TcpAttempt) if not seen.facts.expired)
    return min(WAIT, 0.005 + 4 * next(answered, 0.0) / 1e3)


def _candidates(case: Case) -> Iterator[tuple[str, str]]:
    """Addresses that were not dialled yet, each with its origin; the telling ones last, for the last one counts."""
    lookup = case.seen(Lookup)
    if lookup is None or not lookup.facts.addresses:
        return
    known = set(lookup.facts.addresses)
    yield from ((address, "near") for address in _near(case, lookup.facts) if address not in known)
    yield from ((address, "dns") for address in _in_dns(case) if address not in known)
    server = case.seen(Interfaces, Where.SERVER)
    own = server.facts.addresses if server is not None and case.server_named else ()
    yield from ((address, "server") for address in own if address not in known and _dialable(address))
    yield from ((address, "expected") for address in case.expected_addresses if address not in known)


def _near(case: Case, lookup: Lookup) -> tuple[str, ...]:
    """Neighbours of a typed address that refused, in private networks, where the server's side cannot tell."""
    refused = any(seen.facts.refused for seen in case.every(TcpAttempt))
    looked_at = case.server_named or case.seen(Interfaces, Where.SERVER) is not None
    if not lookup.literal or looked_at or not refused:
        return ()
    return near_addresses(lookup.addresses[0])


def _in_dns(case: Case) -> Iterator[str]:
    dns = case.seen(Dns)
    if dns is None:
        return
    for name in dns.facts.asked:
        for server in dns.facts.servers:
            yield from dns.facts.addresses_of(name, server)


def _dialable(address: str) -> bool:
    """Neither loopback nor link-local: those mean another machine when dialled from elsewhere."""
    return not is_loopback(address) and not address.startswith(("fe80:", "169.254."))


def summary(facts: OtherAddresses) -> Prose:
    """What takes connections in place of the dialled address, in a line."""
    open_ones = [each.address for each in facts.attempts if each.connects]
    if len(open_ones) == 1:
        return say("{address} takes connections on {port}", address=open_ones[0], port=facts.port)
    if open_ones:
        return say("{addresses} take connections on {port}", addresses=", ".join(open_ones), port=facts.port)
    return say(
        "none of {count} other addresses takes connections on {port}", count=len(facts.attempts), port=facts.port
    )
