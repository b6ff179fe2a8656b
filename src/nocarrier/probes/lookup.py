"""What does this machine's own resolver make of the name?"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from nocarrier.facts.addresses import unmapped
from nocarrier.facts.lookup import Lookup
from nocarrier.machines import CannotLook, Machine, Resolved
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.target import WILDCARDS
from nocarrier.probes import Observation, Scene
from nocarrier.readings.target import is_address

if TYPE_CHECKING:
    from nocarrier.facts.dns import Dns


PATIENCE = 1.0
"Seconds after which the nameservers are asked directly whether waiting is of any use."
SLOW_WAIT = 2.5
"Seconds more for a server that is there and still looks for the answer."
LONGEST_WAIT = 6.0
"Seconds; resolv.conf(5) waits 5 s for each server by default, so a dead one in front of a live one takes that long."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One lookup; a literal address is only noted.

    getaddrinfo(3) takes 5 s a try where no nameserver answers. Once it is slow the servers are asked directly:
    if none of them answers, that is seen in 2.5 s and waiting is over; else it is given the time it needs.
    """
    target = scene.case.target
    if is_address(target.host):
        yield _literal(scene)
        return
    from nocarrier.facts.dns import Dns

    started = time.perf_counter()
    resolved = machine.resolve(target.host, scene.remaining(PATIENCE))
    if resolved.error != "EAI_TIMEOUT":
        yield _looked_up(scene, resolved)
        return
    servers = list(_nameservers(scene, machine, where))
    wait = next((_worth(seen.facts) for seen in servers if isinstance(seen.facts, Dns)), LONGEST_WAIT)
    if wait:
        resolved = machine.resolve(target.host, scene.remaining(wait))
    took = (time.perf_counter() - started) * 1e3
    yield _looked_up(scene, replace(resolved, took_ms=took), late=True)
    yield from servers


def _worth(dns: Dns) -> float:
    """Seconds that it is worth to wait for getaddrinfo(3) after what the servers said themselves."""
    if any(answer.rcode for answer in dns.answers):
        return LONGEST_WAIT
    return SLOW_WAIT if dns.answering else 0.0


def _nameservers(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """What the configured nameservers say themselves; nothing where they cannot be asked from here."""
    from nocarrier.probes import dns, resolver_config
    from nocarrier.readings.resolv_conf import is_dns_name

    config = resolver_config.read_config(machine)
    if not is_dns_name(scene.case.target.host):
        return
    try:
        facts = dns.ask(scene, machine, config, scene.case.target.host)
    except CannotLook:
        return
    yield Observation(config, resolver_config.summary(config), 0.0)
    yield Observation(facts, dns.summary(facts))


def _looked_up(scene: Scene, resolved: Resolved, *, late: bool = False) -> Observation:
    target = scene.case.target
    facts = Lookup(
        name=target.host,
        addresses=_dialled(address for address in resolved.addresses if _wanted(address, scene.options.family)),
        canonical=resolved.canonical,
        error=resolved.error,
        late=late,
    )
    if facts.addresses:
        summary = say("{name} is {addresses}", name=facts.name, addresses=", ".join(facts.addresses))
    elif resolved.addresses:
        summary = say("{name} has no IPv{family} address", name=facts.name, family=scene.options.family or 4)
    elif facts.error == "EAI_TIMEOUT":
        summary = say("no answer for {name}", name=facts.name)
    else:
        summary = say("{name} does not resolve ({error})", name=facts.name, error=facts.error)
    return Observation(facts, summary, resolved.took_ms)


def _literal(scene: Scene) -> Observation:
    target = scene.case.target
    host = target.host
    if target.listening and host in WILDCARDS:
        host = "::1" if ":" in host else "127.0.0.1"
    address = f"{host}%{target.zone}" if target.zone else host
    addresses = _dialled((address,) if _wanted(address, scene.options.family) else ())
    if addresses and addresses[0] != address:
        summary = say("{mapped} is {address}, to programs of IPv6", mapped=address, address=addresses[0])
    elif not addresses:
        summary = say("{address} is not IPv{family}", address=address, family=scene.options.family or 4)
    else:
        summary = say("{address} is an address already", address=address)
    return Observation(Lookup(name=target.host, addresses=addresses, literal=True), summary, 0.0)


def _dialled(addresses: Iterable[str]) -> tuple[str, ...]:
    """The addresses that packets go to: an IPv4-mapped one is a way to write an IPv4 address for a socket of IPv6, and
    no packet ever has it (RFC 4291, section 2.5.5.2; RFC 4038, section 4.2)."""
    return tuple(dict.fromkeys(unmapped(address) for address in addresses))


def _wanted(address: str, family: int | None) -> bool:
    return family is None or (6 if ":" in address else 4) == family
