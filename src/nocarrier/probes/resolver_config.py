"""Whom does this machine ask for names?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.readings.resolv_conf import decode_resolv_conf, is_dns_name

RESOLV_CONF = "/etc/resolv.conf"
HOSTNAME = "/proc/sys/kernel/hostname"
UPSTREAM = "/run/systemd/resolve/resolv.conf"
FILES = (RESOLV_CONF, HOSTNAME, UPSTREAM)
MOST_BYTES = 1 << 16


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """resolv.conf as the C library reads it; nothing where the target is no name of DNS."""
    if not is_dns_name(scene.case.target.host):
        return
    facts = read_config(machine)
    yield Observation(facts, summary(facts))


def read_config(machine: Machine) -> ResolverConfig:
    """Read and decode it, and the file of systemd-resolved where its stub is asked."""
    read = machine.read(RESOLV_CONF, MOST_BYTES)
    hostname = machine.read(HOSTNAME, 256).text.strip()
    facts = replace(decode_resolv_conf(read.text, RESOLV_CONF, hostname), errno=read.errno, hostname=hostname)
    if not facts.stub:
        return facts
    behind = machine.read(UPSTREAM, MOST_BYTES)
    if behind.errno:
        return facts
    upstream = decode_resolv_conf(behind.text, UPSTREAM)
    return facts if upstream.assumed else replace(facts, upstream=upstream.nameservers)


def summary(facts: ResolverConfig) -> Prose:
    """The servers in a line."""
    if facts.errno:
        return say("{path} cannot be read ({errno})", path=facts.path, errno=facts.errno)
    if facts.passed_over is not None:
        return say("line {number} of {path} names no nameserver", number=facts.passed_over.number, path=facts.path)
    if facts.assumed:
        return say("{path} names no nameserver", path=facts.path)
    servers = ", ".join(facts.nameservers)
    if facts.search:
        return say(
            "names are asked of {servers}; searched in {domains}", servers=servers, domains=" ".join(facts.search)
        )
    return say("names are asked of {servers}", servers=servers)
