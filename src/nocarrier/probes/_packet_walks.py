"""The packets of one attempt, walked through a packet filter."""

from __future__ import annotations

from ipaddress import ip_address

from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.later_fate import LaterFate
from nocarrier.facts.packet_fate import Decision, PacketFate, Passage
from nocarrier.facts.private import is_loopback
from nocarrier.facts.route import Route
from nocarrier.facts.ruleset import CT_STATES, TCP_FLAGS, Ruleset
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Scene
from nocarrier.probes._packet_filter import read_filter
from nocarrier.probes.route import find_route
from nocarrier.readings.firewall_front_end import front_end
from nocarrier.readings.packet_way import Routed, Way
from nocarrier.readings.walked_packet import Packet


def walked(scene: Scene, machine: Machine, where: Where, attempt: TcpAttempt, source: str = "") -> PacketFate:
    """The fate of one attempt's packets; ``source`` is where the server sees them come from, if not from the client."""
    seen = scene.once(machine, read_filter)
    first = _Attempted(scene, machine, seen.ruleset, attempt, source)
    return PacketFate(
        address=attempt.address,
        port=attempt.port,
        passages=first.out() if where is Where.CLIENT else first.into(),
        front_end=front_end(seen.ruleset),
        whole=seen.whole,
        source=source,
    )


def followed(scene: Scene, machine: Machine, attempt: TcpAttempt) -> LaterFate | None:
    """The fate, on the server's machine, of what follows the handshake; None where the connection is translated there."""
    seen = scene.once(machine, read_filter)
    first, later = (_Attempted(scene, machine, seen.ruleset, attempt) for _ in range(2))
    if any(passage.sent_to for passage in first.into()):
        return None
    return LaterFate(
        address=attempt.address,
        port=attempt.port,
        passages=later.into(flags=TCP_FLAGS["ack"] | TCP_FLAGS["psh"], state=CT_STATES["established"], targeted=True),
        front_end=front_end(seen.ruleset),
        whole=seen.whole,
    )


def departing(scene: Scene, machine: Machine, attempt: TcpAttempt) -> Packet:
    """The first packet of an attempt, as the client's machine makes it."""
    return _Attempted(scene, machine, Ruleset(), attempt).made_here()


class _Attempted:
    """One attempt's first packet, as it is on one machine."""

    def __init__(
        self, scene: Scene, machine: Machine, ruleset: Ruleset, attempt: TcpAttempt, source: str = ""
    ) -> None:
        self._source = source
        self._scene = scene
        self._machine = machine
        self._attempt = attempt
        self._way = Way(ruleset, self._onward)
        route = (seen.facts for seen in scene.case.every(Route) if seen.facts.address == attempt.address)
        self._route = next(route, None)

    def out(self) -> tuple[Passage, ...]:
        """On the client's machine: the SYN leaves, the SYN-ACK comes back."""
        return self._way.out(self.made_here())

    def made_here(self) -> Packet:
        """The SYN as the client's machine makes it."""
        attempt, route = self._attempt, self._route
        here = bool(route and route.is_here) or is_loopback(attempt.address)
        user, group = _owner(self._machine)
        return self._syn(
            saddr=_number(attempt.local_address),
            daddr=_number(attempt.address),
            oif="lo" if here else route.device if route else "",
            socket=True,
            uid=user,
            gid=group,
            source_kind="local",
            target_kind="local" if here else route.kind if route else "",
        )

    def into(self, **known: object) -> tuple[Passage, ...]:
        """On the server's machine: the SYN comes in, the SYN-ACK leaves; or a packet of which more is ``known``."""
        attempt = self._attempt
        here = self._scene.server is self._scene.client or is_loopback(attempt.address)
        interfaces = self._scene.case.seen(Interfaces, Where.SERVER)
        own = here or bool(interfaces and interfaces.facts.has(attempt.address))
        source = self._source or (attempt.local_address if here or not self._translated() else "")
        syn = self._syn(
            saddr=_number(source),
            daddr=_number(attempt.address) if own else None,
            iif="lo" if here else self._device_toward(source),
            # Whoever translates the address may translate the port.
            **({"sport": None} if self._source else {}),
            socket=here,
            source_kind="local" if here else "unicast",
            target_kind="local" if own else "",
            targeted=here,
        )
        return self._way.into(replace(syn, **known))

    def _onward(self, address: int) -> Routed:
        route = find_route(self._machine, str(ip_address(address)))
        return Routed(route.device, route.kind, route.is_here)

    def _syn(self, **known: object) -> Packet:
        attempt = self._attempt
        usual = Packet(
            version=6 if attempt.family == 6 else 4,
            saddr=None,
            daddr=None,
            sport=attempt.local_port or None,
            dport=attempt.port,
        )
        return replace(usual, **known)

    def _translated(self) -> bool:
        """Whether the client's address may be another one by the time it is here: private there, public here."""
        source, target = self._attempt.local_address.partition("%")[0], self._attempt.address.partition("%")[0]
        return bool(source) and ip_address(source).is_private and not ip_address(target).is_private

    def _device_toward(self, source: str) -> str:
        """The link on which packets of the client come in, taken to be the one on which answers leave."""
        if not source:
            return ""
        try:
            return find_route(self._machine, source).device
        except CannotLook:
            return ""


def _number(address: str) -> int | None:
    bare = address.partition("%")[0]
    return int(ip_address(bare)) if bare else None


def _owner(machine: Machine) -> tuple[int | None, int | None]:
    """The user and the group as whom this runs there (proc_pid_status(5), Uid and Gid: the effective ones)."""
    found: dict[str, int] = {}
    for line in machine.read("/proc/self/status", 4096).text.splitlines():
        name, _, numbers = line.partition(":")
        if name in ("Uid", "Gid"):
            found[name] = int(numbers.split()[1])
    return found.get("Uid"), found.get("Gid")


def stopping(facts: PacketFate) -> Prose | None:
    """The first thing that stops the packet, or may."""
    for passage in facts.passages:
        stopping = [end for end in passage.ends if end.fate != "accept"]
        if not stopping:
            continue
        words = _words(passage.hook, stopping[0])
        if passage.certain:
            return say("{fate} at {hook}, table {table}, chain {chain}: {rule}", **words)
        return say("perhaps {fate} at {hook}, table {table}, chain {chain}: {rule}", **words)
    return None


def summary(facts: PacketFate) -> Prose:
    """What stops the packet, or may; else where it goes."""
    stopped = stopping(facts)
    if stopped is not None:
        return stopped
    there = endpoint(facts.address, facts.port)
    moved = next((one for one in facts.passages if one.what == "syn" and one.sent_by is not None), None)
    if moved is not None and moved.sent_by is not None:
        return say("{there} is sent on to {to}: {rule}", there=there, to=moved.sent_to, rule=moved.sent_by.text)
    return say("no rule of its packet filter stops the way to {there}", there=there)


def _words(hook: str, end: Decision) -> dict[str, str]:
    rule = end.rule
    return {
        "fate": end.fate,
        "hook": hook,
        "table": f"{rule.family} {rule.table}" if rule else "?",
        "chain": rule.chain if rule else "?",
        "rule": rule.text if rule else "?",
    }
