"""What does this machine's packet filter do with the first packet of each attempt that failed?

On the client's side: on its way out, and with the answer on its way in. On the server's: on its way in, to the
program or (translated) to a container, and with the answer on its way out.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.packet_fate import Decision, PacketFate, Passage
from nocarrier.facts.private import is_loopback
from nocarrier.facts.route import Route
from nocarrier.facts.ruleset import Ruleset
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record, replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes.route import find_route
from nocarrier.readings.firewall_front_end import front_end
from nocarrier.readings.nf_tables import NETLINK_NETFILTER, says_no_table, tables_request
from nocarrier.readings.packet_way import Routed, Way
from nocarrier.readings.walked_packet import Packet

AFTER = (TcpAttempt, Route, Interfaces)
NFT = ("nft", "-j", "list", "ruleset")
LISTING = ("nft", "-a", "list", "ruleset")
SAVES = {4: ("iptables-save", "-c"), 6: ("ip6tables-save", "-c")}
IN_USE = {4: "/proc/net/ip_tables_names", 6: "/proc/net/ip6_tables_names"}
"Tables of the legacy back end. Asking it loads its kernel modules: that is done only where it is in use already."
LEGACY_SAVES = {4: ("iptables-legacy-save", "-c"), 6: ("ip6tables-legacy-save", "-c")}
IPSET = ("ipset", "save")
LEGACY = {
    version: ("sh", "-c", f"grep -q . {IN_USE[version]} 2>/dev/null && exec {' '.join(command)}")
    for version, command in LEGACY_SAVES.items()
}
FILES = tuple(IN_USE.values())
COMMANDS = (NFT, LISTING, *SAVES.values(), *LEGACY.values())
IPTABLES_TABLES = frozenset(("filter", "nat", "mangle", "raw", "security"))
MOST_ADDRESSES = 4


class Filter(Record):
    """A packet filter as far as it could be read."""

    ruleset: Ruleset
    whole: bool


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One fate for each address that did not connect."""
    failed = [seen.facts for seen in scene.case.every(TcpAttempt) if not seen.facts.connected] or _let_in_once(scene)
    if not failed:
        return
    for attempt in failed[:MOST_ADDRESSES]:
        facts = walked(scene, machine, where, attempt)
        yield Observation(facts, summary(facts))


def _let_in_once(scene: Scene) -> list[TcpAttempt]:
    """The attempt that connected, where the next connection did not come about: a limit lets in so many."""
    answer = scene.case.seen(Exchange)
    if answer is None or answer.facts.fine or answer.facts.connected:
        return []
    first = (seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == answer.facts.address)
    return [replace(attempt, local_port=answer.facts.local_port) for attempt in first]


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


def departing(scene: Scene, machine: Machine, attempt: TcpAttempt) -> Packet:
    """The first packet of an attempt, as the client's machine makes it."""
    return _Attempted(scene, machine, Ruleset(), attempt).made_here()


def read_filter(machine: Machine) -> Filter:
    """Everything that can be read. Raises `CannotLook` without the privilege, or where no tool can read it."""
    if _no_tables(machine):
        return Filter(Ruleset().with_iptables(_dumps(machine, Ruleset())[0]), True)
    from nocarrier.readings.nftables import decode_ruleset

    nft = machine.run(NFT)
    ruleset = decode_ruleset(nft.out) if nft.status == 0 else None
    if ruleset is not None and ruleset.chains:
        ruleset = decode_ruleset(nft.out, machine.run(LISTING).text)
    dumps, told = _dumps(machine, ruleset)
    if ruleset is None and not told:
        if nft.errno in ("ENOENT", "ENOTDIR"):
            raise CannotLook("neither nft nor iptables-save is there to read its packet filter", "nftables")
        raise CannotLook("its packet filter can be read by root only", "root")
    # Without nft, whatever nft's own tables hold is not seen.
    whole = ruleset is not None or not machine.listdir("/sys/module/nf_tables")
    both = (ruleset or Ruleset()).with_iptables(dumps)
    return Filter(_with_sets(both, machine) if both.names_sets else both, whole)


def _with_sets(ruleset: Ruleset, machine: Machine) -> Ruleset:
    """Asked for only where rules name them."""
    from nocarrier.readings.ipset import decode_ipset_save, with_sets

    return with_sets(ruleset, decode_ipset_save(machine.run(IPSET).text))


def _no_tables(machine: Machine) -> bool:
    """The kernel holds no table of nftables at all: then nothing need be started to read them."""
    try:
        return says_no_table(machine.netlink(NETLINK_NETFILTER, tables_request()).data)
    except CannotLook:
        return False


def _dumps(machine: Machine, nft: Ruleset | None) -> tuple[Ruleset, bool]:
    """What iptables-save prints, of both families and back ends; and whether it could be asked at all."""
    found = Ruleset()
    told = False
    for version, family in ((4, "ip"), (6, "ip6")):
        shared = nft is None or any(one.family == family and one.table in IPTABLES_TABLES for one in nft.chains)
        ran = machine.run(SAVES[version]) if shared else None
        if ran is not None and ran.status == 0:
            told = True
            found = _with(found, ran.text, version)
        if any(one.backend == "iptables-legacy" for one in found.chains if one.family == family):
            continue
        in_use = machine.read(IN_USE[version], 4096).text.strip() != ""
        legacy = machine.run(LEGACY[version]) if in_use else None
        if legacy is not None and legacy.status != 0:
            # A container is looked at with our tools, but its shell knows only its own.
            legacy = machine.run(LEGACY_SAVES[version])
        if legacy is not None and legacy.status == 0:
            told = True
            found = _with(found, legacy.text, version)
    return found, told


def _with(found: Ruleset, dump: str, version: int) -> Ruleset:
    """The same rules, and those of what iptables-save printed."""
    from nocarrier.readings.iptables import decode_iptables_save

    return Ruleset(chains=(*found.chains, *decode_iptables_save(dump, version).chains))


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
        syn = self.made_here()
        return self._way.out(syn, answered=syn.target_kind != "local")

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

    def into(self) -> tuple[Passage, ...]:
        """On the server's machine: the SYN comes in, the SYN-ACK leaves."""
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
        return self._way.into(syn)

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


def summary(facts: PacketFate) -> Prose:
    """The first thing that stops the packet, or may."""
    there = endpoint(facts.address, facts.port)
    for passage in facts.passages:
        stopping = [end for end in passage.ends if end.fate != "accept"]
        if not stopping:
            continue
        words = _words(passage.hook, stopping[0])
        if passage.certain:
            return say("{fate} at {hook}, table {table}, chain {chain}: {rule}", **words)
        return say("perhaps {fate} at {hook}, table {table}, chain {chain}: {rule}", **words)
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
