"""What does this machine's own resolver make of the name?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.lookup import Lookup
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.model.target import WILDCARDS
from nocarrier.probes import Observation, Scene
from nocarrier.readings.target import is_address

LONGEST_WAIT = 6.0
"Seconds; resolv.conf(5) asks each server for 5 s by default."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One lookup; a literal address is only noted."""
    target = scene.case.target
    if is_address(target.host):
        yield _literal(scene)
        return
    resolved = machine.resolve(target.host, scene.remaining(LONGEST_WAIT))
    facts = Lookup(
        name=target.host,
        addresses=tuple(address for address in resolved.addresses if _wanted(address, scene.options.family)),
        canonical=resolved.canonical,
        error=resolved.error,
    )
    if facts.addresses:
        summary = say("{name} is {addresses}", name=facts.name, addresses=", ".join(facts.addresses))
    elif resolved.addresses:
        summary = say("{name} has no IPv{family} address", name=facts.name, family=scene.options.family or 4)
    elif facts.error == "EAI_TIMEOUT":
        summary = say("no answer for {name}", name=facts.name)
    else:
        summary = say("{name} does not resolve ({error})", name=facts.name, error=facts.error)
    yield Observation(facts, summary, resolved.took_ms)


def _literal(scene: Scene) -> Observation:
    target = scene.case.target
    host = target.host
    if target.listening and host in WILDCARDS:
        host = "::1" if ":" in host else "127.0.0.1"
    address = f"{host}%{target.zone}" if target.zone else host
    addresses = (address,) if _wanted(address, scene.options.family) else ()
    if not addresses:
        summary = say("{address} is not IPv{family}", address=address, family=scene.options.family or 4)
    else:
        summary = say("{address} is an address already", address=address)
    return Observation(Lookup(name=target.host, addresses=addresses, literal=True), summary, 0.0)


def _wanted(address: str, family: int | None) -> bool:
    return family is None or (6 if ":" in address else 4) == family
