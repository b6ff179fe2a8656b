"""What does this machine's hosts file say of the name, and when is the file asked?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.hosts_file import HostsEntry, HostsFile
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.hosts import decode_hosts
from nocarrier.readings.nearness import near
from nocarrier.readings.resolv_conf import decode_host_sources
from nocarrier.readings.target import is_address

HOSTS = "/etc/hosts"
NSSWITCH = "/etc/nsswitch.conf"
FILES = (HOSTS, NSSWITCH)
MOST_BYTES = 16 << 20
"Lists that block advertisements run to hundreds of thousands of lines."
MOST_ENTRIES = 16


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The entries of the name and of names near it; nothing where the target is an address."""
    host = scene.case.target.host
    if is_address(host):
        return
    read = machine.read(HOSTS, MOST_BYTES)
    # A final dot makes a name that no entry is compared equal to.
    entries = decode_hosts(read.text)
    facts = HostsFile(
        path=HOSTS,
        name=host,
        entries=tuple(entry for entry in entries if host in entry.names)[:MOST_ENTRIES],
        near=_near(host, entries),
        total=len(entries),
        sources=decode_host_sources(machine.read(NSSWITCH, 1 << 16).text),
        errno="" if read.errno == "ENOENT" else read.errno,
    )
    yield Observation(facts, summary(facts))


def _near(host: str, entries: tuple[HostsEntry, ...]) -> tuple[HostsEntry, ...]:
    bare = host.removesuffix(".")
    found = (entry for entry in entries if any(name != host and near(bare, name) for name in entry.names))
    return tuple(entry for entry, _ in zip(found, range(MOST_ENTRIES), strict=False))


def summary(facts: HostsFile) -> Prose:
    """The entry of the name in a line."""
    if facts.errno:
        return say("{path} cannot be read ({errno})", path=facts.path, errno=facts.errno)
    if not facts.entries:
        return say("{path} does not name {name}", path=facts.path, name=facts.name)
    entry = facts.entries[0]
    return say(
        "{path}:{line} gives {name} the address {address}",
        path=facts.path,
        line=entry.line,
        name=facts.name,
        address=entry.address,
    )
