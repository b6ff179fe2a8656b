"""Is the client in a container, and does the host or a sibling take what its localhost refuses?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.containment import Containment, Place
from nocarrier.facts.private import is_loopback
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Dial, Machine
from nocarrier.machines.contained import Contained
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.probes.containers import COMMAND
from nocarrier.probes.route import find_route

AFTER = (TcpAttempt,)
MARKS = {"podman": "/run/.containerenv", "docker": "/.dockerenv"}
"Files that the engines put into a container (podman-run(1); docker's init layer)."
MOUNTS = "/proc/self/mountinfo"
OWN_MOUNT = "/etc/hostname"
"Both engines lay a file of their own over it, which hardly anybody else does."
NAMES = ("host.containers.internal", "host.docker.internal")
ANYWHERE = "192.0.2.1"
"An address of nobody (RFC 5737): the route to it is the default route."
WAIT = 0.5
STAYS = 0.2
"Seconds."
MOST = 16


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, where a loopback address refused."""
    refused = [seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.reset]
    if not refused or not all(is_loopback(attempt.address) for attempt in refused):
        return
    engine = _engine(machine)
    if not engine:
        yield Observation(Containment(inside=False, port=refused[0].port), say("the client is in no container"))
        return
    contained = isinstance(machine, Contained) and bool(machine.container)
    places = [*_host(machine), *_siblings(scene, machine)][:MOST]
    dials = [_dial(place.address, refused[0].port, scene.remaining(WAIT)) for place in places]
    facts = Containment(
        inside=True,
        port=refused[0].port,
        engine=engine,
        entered=machine.where if contained else "",
        places=tuple(
            replace(place, takes=got.connected and not got.closed and not got.errno)
            for place, got in zip(places, machine.dial(dials), strict=True)
        ),
    )
    yield Observation(facts, summary(facts))


def _dial(address: str, port: int, wait: float) -> Dial:
    """Connect, and see whether it stays: the proxy of a port that this very container publishes hangs up at once."""
    return Dial(transport="tcp", address=address, port=port, timeout=wait, receive=1, receive_for=STAYS)


def _engine(machine: Machine) -> str:
    """Whose container it is; empty where it is none."""
    entered = machine.where.partition("://")[0]
    if entered in MARKS:
        return entered
    # The mark alone says little: a virtual machine may have been made from the image of a container.
    if not any(line.split()[4:5] == [OWN_MOUNT] for line in machine.read(MOUNTS, 1 << 18).text.splitlines()):
        return ""
    return next((engine for engine, mark in MARKS.items() if not machine.read(mark, 1).errno), "")


def _host(machine: Machine) -> Iterator[Place]:
    """The host, by the names that its engine gives it, or as the gateway."""
    known: set[str] = set()
    for line in machine.read("/etc/hosts", 1 << 16).text.splitlines():
        address, *names = line.partition("#")[0].split() or [""]
        name = next((name for name in NAMES if name in names), "")
        if name and address not in known:
            known.add(address)
            yield Place(name=name, address=address, kind="host", takes=False)
    gateway = find_route(machine, ANYWHERE).gateway
    if gateway and gateway not in known:
        yield Place(name=gateway, address=gateway, kind="host", takes=False)


def _siblings(scene: Scene, machine: Machine) -> Iterator[Place]:
    """The other containers, where the engine can be asked."""
    host = machine.host if isinstance(machine, Contained) else None
    if host is None:
        return
    from nocarrier.readings.containers import decode_engines

    try:
        found = decode_engines(host.run(COMMAND, timeout=scene.remaining(2.0)).out)
    except CannotLook:
        return
    for one in found:
        if not isinstance(machine, Contained) or one.name != machine.container:
            for address in one.addresses[:1]:
                yield Place(name=one.compose or one.name, address=address, kind="sibling", takes=False)


def summary(facts: Containment) -> Prose:
    """What was found outside, in a line."""
    if not facts.taking:
        return say("the client is in a container; nobody outside takes {port} either", port=facts.port)
    shown = ", ".join(f"{place.name} ({place.address})" for place in facts.taking[:3])
    return say("the client is in a container; {places} takes {port}", places=shown, port=facts.port)
