"""What the causes about names share: the failed look-up, what the nameservers said, and the usual evidence."""

from __future__ import annotations

from nocarrier.facts.dns import Dns
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.facts.target_shape import TargetShape
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Decider, Fix, Need, on_client
from nocarrier.model.prose import say
from nocarrier.model.shell import quoted

NAMES: tuple[Need, ...] = on_client(ResolverConfig, HostsFile, Dns)
"What every cause about names reads."

NOT_KNOWN = frozenset({"EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY"})
"getaddrinfo(3): asked, and there is no such name or address. The others say that it could not be asked."


def unresolved(case: Case) -> Evidence[Lookup] | None:
    """The look-up of a well-formed name that ended without any address."""
    lookup = case.seen(Lookup)
    if lookup is None or lookup.facts.literal or lookup.facts.addresses or case.seen(TargetShape) is not None:
        return None
    return lookup


def dns_is_asked(case: Case) -> bool:
    """Whether this machine asks DNS for hosts at all (nsswitch.conf(5))."""
    hosts = case.seen(HostsFile)
    return hosts is None or bool({"dns", "resolve"} & set(hosts.facts.sources))


def unread_file(case: Case) -> Evidence[HostsFile] | None:
    """The hosts file, where it is asked and this user may not read it: neither may the C library, for this user."""
    hosts = case.seen(HostsFile)
    return hosts if hosts is not None and hosts.facts.errno and "files" in hosts.facts.sources else None


def read_it_first(hosts: HostsFile) -> Decider:
    """What the hosts file says of the name, told by somebody who may read it."""
    return Decider(
        question=say("Does {path}, which this user may not read, name {name}?", path=hosts.path, name=hosts.name),
        command=f"sudo grep -nwF -- {hosts.name} {hosts.path}",
    )


def let_read(path: str) -> Fix:
    """Programs of every user look names up, and each reads these files itself (hosts(5), resolv.conf(5))."""
    return Fix(
        where="client",
        text=say("Let every user read {path}; who looks a name up has to.", path=path),
        commands=(f"chmod a+r {path}",),
    )


def shown(name: str) -> str:
    """A name as people write it: an IDN in its own letters behind the ASCII form (RFC 5890, section 2.3.2.1)."""
    labels = [_unicode(label) for label in name.split(".")]
    written = ".".join(labels)
    return name if written == name else f"{name} ({written})"


def _unicode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        written = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    return written if written.isprintable() else label


def ask_directly(case: Case, server: str = "") -> tuple[Decider, ...]:
    """The command that shows what the nameserver itself says."""
    at = f"@{server} " if server else ""
    return (
        Decider(
            question=say("What does the nameserver itself say of {name}?", name=case.target.host),
            command=f"dig {at}{quoted(case.target.host)}",
        ),
    )


def listed(servers: tuple[str, ...]) -> str:
    """The servers in a row."""
    return ", ".join(servers)
