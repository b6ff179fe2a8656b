"""The packet filter of a machine, read by its own tools; by the kernel's word alone where it holds no table."""

from __future__ import annotations

from nocarrier.machines import CannotLook, Machine
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.record import Record
from nocarrier.readings.nf_tables import NETLINK_NETFILTER, says_no_table, tables_request

if TYPE_CHECKING:
    from nocarrier.facts.ruleset import Ruleset

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


class Filter(Record):
    """A packet filter as far as it could be read; ``read`` is None where there is no table, and so no rule."""

    read: Ruleset | None
    whole: bool

    @property
    def ruleset(self) -> Ruleset:
        """Its rules."""
        from nocarrier.facts.ruleset import Ruleset

        return self.read or Ruleset()


def read_filter(machine: Machine) -> Filter:
    """Everything that can be read. Raises `CannotLook` without the privilege, or where no tool can read it."""
    if _no_tables(machine):
        return _of_the_old_kind(machine)
    from nocarrier.facts.ruleset import Ruleset
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


def _of_the_old_kind(machine: Machine) -> Filter:
    """The rules of the legacy back end, where it is in use: there are no others."""
    in_use = [machine.read(path, 4096) for path in IN_USE.values()]
    if all(names.errno == "ENOENT" or (not names.errno and not names.text.strip()) for names in in_use):
        return Filter(None, True)
    from nocarrier.facts.ruleset import Ruleset

    return Filter(Ruleset().with_iptables(_dumps(machine, Ruleset())[0]), True)


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
    from nocarrier.facts.ruleset import Ruleset

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
    from nocarrier.facts.ruleset import Ruleset
    from nocarrier.readings.iptables import decode_iptables_save

    return Ruleset(chains=(*found.chains, *decode_iptables_save(dump, version).chains))
