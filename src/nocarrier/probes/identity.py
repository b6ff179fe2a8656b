"""Which machine, and which of its network namespaces, is this?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.identity import Identity
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene

BOOT_ID = "/proc/sys/kernel/random/boot_id"
NAMESPACE = "/proc/thread-self/ns/net"
FILES = (BOOT_ID,)
LINKS = (NAMESPACE,)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The two names that tell one network stack from every other."""
    facts = Identity(boot=machine.read(BOOT_ID, 64).text.strip(), namespace=machine.readlink(NAMESPACE))
    if not facts.boot or not facts.namespace:
        raise CannotLook(say("this system does not say which machine it is"))
    yield Observation(facts, say("network namespace {namespace}", namespace=facts.namespace))
