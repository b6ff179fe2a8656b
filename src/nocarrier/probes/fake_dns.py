"""Was the target's address made up?"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address, ip_network

from nocarrier.facts.dns import DnsAnswer
from nocarrier.facts.fake_dns import RANGES, TOOLS, FakeDns, Running
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.facts.route import Route
from nocarrier.machines import CannotLook, Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.dns import put
from nocarrier.readings.resolv_conf import decode_resolv_conf

AFTER = (Lookup, ResolverConfig, Route)
NOBODYS = ("one.nocarrier.invalid.", "two.nocarrier.invalid.")
"Names that no server may know."
BESIDE = ("/run/systemd/resolve/resolv.conf", "/run/NetworkManager/no-stub-resolv.conf", "/etc/resolv.conf.bak",
          "/etc/resolv.conf.orig", "/etc/resolvconf/resolv.conf.d/original", "/run/resolvconf/resolv.conf.bak")  # fmt: skip
"Where the nameservers stand that were there before such a tool put itself in their place."
FILES = BESIDE
WAIT, CONNECT_WAIT = 0.75, 0.6
MOST_SERVERS = 4
NAMES = {name: tool.label for tool in TOOLS for name in tool.processes}


def range_of(address: str) -> str:
    """The range of `RANGES` that holds an address; empty where none does."""
    bare = ip_address(address.partition("%")[0])
    return next((each for each in RANGES if bare in ip_network(each)), "")


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation where a name has an address of such a range; else nothing."""
    lookup = scene.case.seen(Lookup)
    if lookup is None or lookup.facts.literal:
        return
    address = next((each for each in lookup.facts.addresses if range_of(each)), "")
    if not address:
        return
    facts = _examined(scene, machine, address)
    yield Observation(facts, summary(facts))


def _examined(scene: Scene, machine: Machine, address: str) -> FakeDns:
    config = scene.case.seen(ResolverConfig)
    servers = config.facts.nameservers if config is not None else ()
    kind = "AAAA" if ":" in address else "A"
    name = scene.case.target.host.removesuffix(".") + "."
    mine = [
        DnsAnswer(server=server, transport="udp", name=one, kind=kind) for server in servers[:1] for one in NOBODYS
    ]
    others = [
        DnsAnswer(server=server, transport="udp", name=name, kind=kind)
        for server in _upstreams(scene, machine, servers)
    ]
    answers = put(machine, [*mine, *others], scene.remaining(WAIT)) if mine or others else ()
    controls = tuple(each for one in answers[: len(mine)] for each in one.addresses[:1] if range_of(each))
    real = next(
        (one for one in answers[len(mine) :] if one.addresses and not any(range_of(each) for each in one.addresses)),
        None,
    )
    route = next((seen.facts for seen in scene.case.every(Route) if seen.facts.address == address), None)
    return FakeDns(
        address=address,
        range=range_of(address),
        server=servers[0] if servers else "",
        controls=controls,
        upstream=real.server if real is not None else "",
        real=real.addresses if real is not None else (),
        real_connects=_connecting(scene, machine, real.addresses[:4]) if real is not None else (),
        tunnels=_tunnels(machine),
        device=route.device if route is not None else "",
        running=_running(machine),
    )


def _upstreams(scene: Scene, machine: Machine, servers: tuple[str, ...]) -> list[str]:
    """Nameservers beside the one that is asked: further ones, those of before, and the gateway."""
    found = list(servers[1:])
    config = scene.case.seen(ResolverConfig)
    found += config.facts.upstream if config is not None else ()
    for path in BESIDE:
        read = machine.read(path, 1 << 14)
        if not read.errno:
            found += decode_resolv_conf(read.text, path).nameservers
    found += [seen.facts.gateway for seen in scene.case.every(Route) if seen.facts.gateway]
    wanted = (one for one in dict.fromkeys(found) if one not in servers[:1] and not range_of(one))
    return [one for one, _ in zip(wanted, range(MOST_SERVERS), strict=False)]


def _connecting(scene: Scene, machine: Machine, addresses: tuple[str, ...]) -> tuple[str, ...]:
    port = scene.case.target.port
    if port is None or not addresses:
        return ()
    wait = scene.remaining(CONNECT_WAIT)
    dialled = machine.dial([Dial(transport="tcp", address=one, port=port, timeout=wait) for one in addresses])
    return tuple(address for address, one in zip(addresses, dialled, strict=True) if one.connected)


def _tunnels(machine: Machine) -> tuple[str, ...]:
    """Links that a program feeds (Documentation/networking/tuntap.rst): they have flags of their own in /sys."""
    links = machine.listdir("/sys/class/net")[:64]
    return tuple(link for link in links if not machine.read(f"/sys/class/net/{link}/tun_flags", 32).errno)


def _running(machine: Machine) -> tuple[Running, ...]:
    try:
        pids = machine.called(frozenset(name[:15] for name in NAMES))
    except CannotLook:
        return ()
    short = {name[:15]: label for name, label in NAMES.items()}
    found = ((pid, machine.read(f"/proc/{pid}/comm", 64).text.strip()) for pid in pids[:8])
    return tuple(Running(pid=pid, name=name, tool=short[name]) for pid, name in found if name in short)


def summary(facts: FakeDns) -> Prose:
    """What speaks for it, in a line."""
    if facts.made_up:
        return say(
            "{server} gives names that do not exist an address of {range}, too",
            server=facts.server,
            range=facts.range,
        )
    if facts.denied:
        return say(
            "{upstream} gives the name {real}, not {address}",
            upstream=facts.upstream,
            real=", ".join(facts.real[:2]),
            address=facts.address,
        )
    return say(
        "{address} is of {range}, and nothing says that it was made up", address=facts.address, range=facts.range
    )
