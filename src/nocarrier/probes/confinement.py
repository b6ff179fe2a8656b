"""What confines the client's process?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.confinement import Confinement
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.process_limits import pid_of
from nocarrier.readings.confinement import decode_hooks, decode_seccomp, decode_unified_cgroup
from nocarrier.readings.process import decode_cgroup

ENFORCE = "/sys/fs/selinux/enforce"
CGROUPS = "/sys/fs/cgroup"
FILES = (ENFORCE,)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The process that was pointed out, or this one."""
    pid = pid_of(machine)
    process = f"/proc/{pid}" if pid else "/proc/self"
    status = machine.read(f"{process}/status", 1 << 14)
    if status.errno:
        raise CannotLook(say("what confines a process can only be read on Linux"))
    groups = machine.read(f"{process}/cgroup", 1 << 14).text
    cgroup = decode_unified_cgroup(groups)
    enforcing = machine.read(ENFORCE, 8)
    facts = Confinement(
        seccomp=decode_seccomp(status.text),
        label=machine.read(f"{process}/attr/current", 1024).text.rstrip("\0\n"),
        selinux_enforcing=None if enforcing.errno else enforcing.text.strip() == "1",
        cgroup=cgroup,
        unit=decode_cgroup(groups)[0],
        hooks=_hooks(machine, cgroup),
    )
    yield Observation(facts, summary(facts))


def _hooks(machine: Machine, cgroup: str) -> tuple[str, ...]:
    """Needs root and bpftool; without them the list is simply empty."""
    for root in (f"{CGROUPS}{cgroup}", f"{CGROUPS}/unified{cgroup}") if cgroup else ():
        ran = machine.run(("bpftool", "-j", "cgroup", "show", root.rstrip("/"), "effective"), timeout=1.0)
        if ran.status == 0:
            return decode_hooks(ran.out)
    return ()


def summary(facts: Confinement) -> Prose:
    """What confines it, in a line."""
    if facts.seccomp:
        return say("a system-call filter (seccomp) is active in the client's process")
    if facts.apparmor:
        return say("the AppArmor profile {profile} confines the client's process", profile=facts.apparmor)
    if facts.selinux_enforcing:
        return say("SELinux enforces; the client's process runs as {label}", label=facts.label)
    if facts.hooks:
        return say("BPF programs of its control group see its connects: {hooks}", hooks=", ".join(facts.hooks))
    return say("no filter, profile or context of the client's process is seen")
