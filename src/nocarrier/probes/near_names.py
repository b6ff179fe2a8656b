"""Which names like the target's do exist? Asked only of the hosts file and of one configured nameserver."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.dns import Dns, DnsAnswer
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.near_names import NearName, NearNames
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.probes.dns import put
from nocarrier.readings.known_hosts import decode_known_hosts
from nocarrier.readings.nearness import mistaken, near, slips

AFTER = (Lookup, HostsFile, Dns)
WAIT = 0.5
"Seconds; the server has already answered within one round trip."
MOST_NAMES = 30
MOST_FOUND = 6
KNOWN_HOSTS = "/etc/ssh/ssh_known_hosts"
ENVIRONMENT = "/proc/self/environ"
FILES = (KNOWN_HOSTS, ENVIRONMENT)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """Only where the name did not resolve; nameservers are asked only where they say that it does not exist."""
    case = scene.case
    lookup, hosts, dns = case.seen(Lookup, where), case.seen(HostsFile, where), case.seen(Dns, where)
    if lookup is None or hosts is None or lookup.facts.addresses:
        return
    name = scene.case.target.host.removesuffix(".")
    known = _in_hosts(name, hosts.facts)
    servers = dns.facts.answering if dns is not None and dns.facts.nowhere else ()
    asked: tuple[str, ...] = _candidates(name, machine)[:MOST_NAMES] if servers else ()
    known += _in_dns(scene, machine, servers[0], asked) if asked else []
    found = _dialled(scene, machine, _best(name, known))
    shown = ", ".join(f"{each.name} ({each.addresses[0]})" for each in found)
    facts = NearNames(names=found, tried=len(asked))
    if found:
        yield Observation(facts, say("near it do exist: {names}", names=shown))
    else:
        yield Observation(facts, say("none of {count} names near it exists", count=len(asked)))


def _in_hosts(name: str, hosts: HostsFile) -> list[NearName]:
    return [
        NearName(name=other, addresses=(entry.address,), source="hosts")
        for entry in hosts.near
        for other in entry.names
        if near(name, other)
    ]


def _candidates(name: str, machine: Machine) -> tuple[str, ...]:
    """Names that this user has connected to by ssh come first: they were right once."""
    known = [other for other in _ssh_names(machine) if near(name, other)]
    return tuple(dict.fromkeys([*known, *mistaken(name)]))


def _ssh_names(machine: Machine) -> list[str]:
    """The names in the machine's and the user's known_hosts."""
    variables = machine.read(ENVIRONMENT, 1 << 17).text.split("\0")
    home = next((each[5:] for each in variables if each.startswith("HOME=/")), "")
    paths = [KNOWN_HOSTS, *([f"{home}/.ssh/known_hosts"] if home else [])]
    return [name for path in paths for name in decode_known_hosts(machine.read(path, 1 << 20).text)]


def _in_dns(scene: Scene, machine: Machine, server: str, names: tuple[str, ...]) -> list[NearName]:
    kind = "AAAA" if scene.options.family == 6 else "A"
    questions = [DnsAnswer(server=server, transport="udp", name=f"{name}.", kind=kind) for name in names]
    return [
        NearName(name=answer.name.removesuffix("."), addresses=answer.addresses[:4], source="dns")
        for answer in put(machine, questions, scene.remaining(WAIT))
        if answer.addresses
    ]


def _best(name: str, known: list[NearName]) -> list[NearName]:
    """Each name once, the fewest slips away first."""
    once = {each.name: each for each in reversed(known)}
    return sorted(once.values(), key=lambda each: (slips(name, each.name, 4), each.name))[:MOST_FOUND]


def _dialled(scene: Scene, machine: Machine, found: list[NearName]) -> tuple[NearName, ...]:
    """Those that take connections on the target's port come first."""
    port = scene.case.target.port
    if port is None or not found:
        return tuple(found)
    wait = scene.remaining(WAIT)
    dials = [Dial(transport="tcp", address=each.addresses[0], port=port, timeout=wait) for each in found]
    outcomes = machine.dial(dials)
    marked = [replace(each, connects=was.connected) for each, was in zip(found, outcomes, strict=True)]
    return tuple(sorted(marked, key=lambda each: not each.connects))
