"""``/etc/hosts`` → entries (hosts(5), read as glibc's nss/nss_files/files-hosts.c reads it)."""

from __future__ import annotations

from nocarrier.facts.hosts_file import HostsEntry
from nocarrier.readings.target import is_address


def decode_hosts(text: str) -> tuple[HostsEntry, ...]:
    """Every line that has an address and a name; the rest is passed over. Never raises."""
    entries = []
    for number, line in enumerate(text.split("\n"), 1):
        fields = line.partition("#")[0].split()
        if len(fields) >= 2 and is_address(fields[0].partition("%")[0]):
            names = tuple(name.lower() for name in fields[1:])
            entries.append(HostsEntry(line=number, address=_usual_form(fields[0]), names=names))
    return tuple(entries)


def _usual_form(address: str) -> str:
    """The address as the resolver prints it (RFC 5952)."""
    if ":" not in address:
        return ".".join(str(int(part)) for part in address.split("."))
    from ipaddress import IPv6Address

    return str(IPv6Address(address))
