"""Do both families of a name connect, when each is tried again with patience?

The first attempt moved on quickly, because another address connected. A family is called broken only after several
connections, begun at once, each of which had time for a second SYN (RFC 6298: after 1 s): at 20 % loss each way all ten
of those SYNs are lost once in 25 000 times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.families import Families, FamilyResult, broken_family
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene, unsent

AFTER = (TcpAttempt,)
WAIT = 1.3
TIMES, MOST_ADDRESSES = 5, 2
"Connections for each address, and how many addresses of a family are dialled."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """Only where one family failed and the other did not."""
    attempts = [seen.facts for seen in scene.case.every(TcpAttempt)]
    family = broken_family(attempts)
    if family is None:
        return
    first = [one.address for one in attempts if one.family == family][:MOST_ADDRESSES]
    other = [one.address for one in attempts if one.family != family and one.connected][:MOST_ADDRESSES]
    port, wait = attempts[0].port, scene.remaining(WAIT)
    addresses = [address for address in (*first, *other) for _ in range(TIMES)]
    got = machine.dial([_dial(scene, address, port, wait) for address in addresses])
    sent = len(first) * TIMES
    facts = Families(first=_result(family, first, got[:sent]), other=_result(10 - family, other, got[sent:]))
    yield Observation(facts, summary(facts))


def _dial(scene: Scene, address: str, port: int, wait: float) -> Dial:
    return Dial(transport="tcp", address=address, port=port, timeout=wait, source=scene.source_toward(address))


def _result(family: int, addresses: Sequence[str], got: Sequence[Dialled]) -> FamilyResult:
    return FamilyResult(
        family=family,
        addresses=tuple(addresses),
        begun=sum(not unsent(one) for one in got),
        connected=sum(one.connected for one in got),
    )


def summary(facts: Families) -> Prose:
    """Both in a line."""
    return say(
        "IPv{first}: {connected} of {begun} connect; IPv{other}: {others} of {total}",
        first=facts.first.family,
        connected=facts.first.connected,
        begun=facts.first.begun,
        other=facts.other.family,
        others=facts.other.connected,
        total=facts.other.begun,
    )
