"""Which distribution is this, and what starts its services?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.os_release import decode_os_release

OS_RELEASE = ("/etc/os-release", "/usr/lib/os-release")
FIRST_PROCESS = "/proc/1/comm"
OPENRC = "/run/openrc/softlevel"
"Written by openrc-run(8) at boot; its presence is how OpenRC's own scripts tell that it runs."
FILES = (*OS_RELEASE, FIRST_PROCESS, OPENRC)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The distribution's own word, and its init's traces."""
    texts = [machine.read(path, 1 << 14) for path in OS_RELEASE]
    release = next((read.text for read in texts if not read.errno), "")
    facts = decode_os_release(release, _init(machine))
    if not facts.distribution and not facts.init:
        raise CannotLook("this system does not say which it is")
    title = facts.title or facts.distribution or "-"
    if facts.init:
        yield Observation(facts, say("{title}, services by {init}", title=title, init=facts.init))
    else:
        yield Observation(facts, say("{title}, without a service manager", title=title))


def _init(machine: Machine) -> str:
    if machine.read(FIRST_PROCESS, 64).text.strip() == "systemd":
        return "systemd"
    return "" if machine.read(OPENRC, 64).errno else "openrc"
