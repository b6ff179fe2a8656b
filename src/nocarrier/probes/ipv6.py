"""Is IPv6 switched on, and on which links?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.ipv6 import Ipv6
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene

CONF = "/proc/sys/net/ipv6/conf"
ADDRESSES, BOOT = "/proc/net/if_inet6", "/proc/cmdline"
FILES = (ADDRESSES, BOOT, f"{CONF}/all/disable_ipv6", f"{CONF}/default/disable_ipv6", f"{CONF}/lo/disable_ipv6")


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The kernel's switches."""
    if machine.read("/proc/self/status", 64).errno:
        raise CannotLook(say("whether IPv6 is switched on can only be read on Linux"))
    present = not machine.read(ADDRESSES, 64).errno
    words = machine.read(BOOT, 1 << 14).text.split()
    names = machine.listdir(CONF) if present else ()
    off = [name for name in names if machine.read(f"{CONF}/{name}/disable_ipv6", 8).text.strip() == "1"]
    facts = Ipv6(
        present=present,
        by_boot="ipv6.disable=1" in words,
        all_off="all" in off,
        default_off="default" in off,
        off=tuple(name for name in off if name not in ("all", "default")),
    )
    yield Observation(facts, summary(facts))


def summary(facts: Ipv6) -> Prose:
    """The switches in a line."""
    if not facts.present:
        return say("this kernel runs without IPv6")
    if facts.all_off:
        return say("IPv6 is switched off (net.ipv6.conf.all.disable_ipv6 = 1)")
    if facts.off:
        return say("IPv6 is switched off on {links}", links=", ".join(facts.off))
    return say("IPv6 is switched on")
