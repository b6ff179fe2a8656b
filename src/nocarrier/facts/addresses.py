"""IP addresses between bytes and text, for those that read tables of the kernel on every diagnosis.

`ipaddress` does the same and more, and takes a millisecond to load and ten times as long for each.
"""

from __future__ import annotations


def packed(text: str) -> bytes:
    """The 4 or 16 bytes of an address without a zone. Raises ValueError where it is none."""
    parts = text.split(".")
    if len(parts) == 4 and all(map(_is_octet, parts)):
        return bytes(map(int, parts))
    from ipaddress import ip_address

    return ip_address(text).packed


def _is_octet(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) < 4 and int(part) < 256 and (part == "0" or part[0] != "0")


def unpacked(raw: bytes) -> str:
    """The text of 4 or 16 bytes (RFC 5952), with an IPv4 address in it as such (its section 5): ``::ffff:10.0.0.5``.

    Empty for any other number of bytes.
    """
    if len(raw) == 4:
        return ".".join(map(str, raw))
    if len(raw) != 16:
        return ""
    if raw.startswith(bytes(10) + b"\xff\xff"):
        return f"::ffff:{unpacked(raw[12:])}"
    words = [f"{raw[at] << 8 | raw[at + 1]:x}" for at in range(0, 16, 2)]
    start, length = _longest_run_of_zeros(words)
    if length < 2:
        return ":".join(words)
    return f"{':'.join(words[:start])}::{':'.join(words[start + length :])}"


def _longest_run_of_zeros(words: list[str]) -> tuple[int, int]:
    """Where it begins and how long it is; the first of several."""
    best = (0, 0)
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end] == "0":
            end += 1
        if end - at > best[1]:
            best = (at, end - at)
        at = max(end, at + 1)
    return best


def unmapped(address: str) -> str:
    """The IPv4 address that an IPv4-mapped one stands for, however it is written; any other as it is."""
    if ":" not in address or "ffff:" not in address.lower():
        return address
    from ipaddress import AddressValueError, IPv6Address

    try:
        mapped = IPv6Address(address.partition("%")[0]).ipv4_mapped
    except AddressValueError:
        return address
    return address if mapped is None else str(mapped)
