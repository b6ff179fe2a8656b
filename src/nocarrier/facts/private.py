"""Addresses that mean a machine only here, or only inside their own network."""

from __future__ import annotations


def is_loopback(address: str) -> bool:
    """127.0.0.0/8 (RFC 1122) and ::1 (RFC 4291), also as IPv4-mapped."""
    bare = address.partition("%")[0].lower()
    return bare.removeprefix("::ffff:").startswith("127.") or bare == "::1"


def private_block(address: str) -> str:
    """The block that a private address is of; empty for one that is valid everywhere.

    RFC 1918, RFC 6598 (behind carriers' NAT), RFC 3927 and RFC 4291 (link-local), RFC 4193 (unique local).
    """
    bare = address.partition("%")[0].lower()
    if ":" in bare:
        try:
            first = int(bare.partition(":")[0] or "0", 16)
        except ValueError:  # a host that a foreign text names, and no address
            return ""
        if first & 0xFE00 == 0xFC00:
            return "fc00::/7"
        return "fe80::/10" if first & 0xFFC0 == 0xFE80 else ""
    parts = bare.split(".")
    if len(parts) != 4 or not all(part.isdigit() for part in parts):
        return ""
    one, two = int(parts[0]), int(parts[1])
    if one == 10:
        return "10.0.0.0/8"
    if one == 172 and 16 <= two < 32:
        return "172.16.0.0/12"
    if (one, two) == (192, 168):
        return "192.168.0.0/16"
    if one == 100 and 64 <= two < 128:
        return "100.64.0.0/10"
    return "169.254.0.0/16" if (one, two) == (169, 254) else ""


def means_only_near(address: str) -> bool:
    """The address means a machine only here (loopback), or only in its own network."""
    return is_loopback(address) or bool(private_block(address))
