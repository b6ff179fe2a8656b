"""What is written as an address: how it is found, in which other ways it is written, and what it tells of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_FOUR = "|".join(
    rf"(?<!\d)(?<!\d{mark})\d{{1,3}}(?:{mark}\d{{1,3}}){{3}}(?!\d)(?!{mark}\d+{mark}\d)" for mark in (r"\.", "-", "_")
)
"An IPv4 address: ``10.0.0.5.nip.io``, ``ip-10-0-0-5``, ``10.0.0.5.443`` with the port as BSD's netstat(1) adds it."
_THREE = "|".join(
    rf"(?<!\d)(?<!\d{mark})\d{{1,3}}(?:{mark}\d{{1,3}}){{2}}(?!{mark}?\d)" for mark in (r"\.", "-", "_")
)
"What a network of 24 bits begins with, or a version."
_HEX = "[0-9a-fA-F]"
_GROUP = f"{_HEX}{{1,4}}"
_SIX = (
    rf"(?<![^\W_])(?:[23]{_HEX}{{3}}|[fF][cCdDeE]{_HEX}{{2}})"
    rf"(?:(?:-{_GROUP}){{7}}|(?:-{_GROUP}){{0,5}}--{_GROUP}(?:-{_GROUP}){{0,5}})(?![^\W_])"
)
"An IPv6 address in a name, which takes no colon."
IN_A_WORD = re.compile(f"(?P<four>{_FOUR})|(?P<three>{_THREE})|(?P<six>{_SIX})")
HARDWARE = re.compile(r"(?i)[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4,5}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}")
REVERSE = re.compile(r"(?i)((?:\d{1,3}\.){4})in-addr\.arpa|((?:[0-9a-f]\.){32})ip6\.arpa")
"The names under which addresses are looked up (RFC 1035, section 3.5; RFC 3596, section 2.5)."
_OF_PROC = re.compile(r"[0-9A-F]{8}|[0-9A-F]{32}")
"An address in /proc/net/tcp and tcp6: words of 32 bits in the order of the machine (net/ipv4/tcp_ipv4.c, get_tcp4_sock)."
_PORT_OF_PROC = re.compile(r":[0-9A-F]{4}(?![0-9A-Fa-f:])")
_COLONS = re.compile(
    rf"(?<![0-9a-fA-F:.])(?::(?!:{_HEX}))?"
    rf"({_HEX}{{0,4}}(?::{_HEX}{{0,4}}){{1,7}}:(?:{_HEX}{{1,4}}|(?<=[^:]::))(?:(?:\.\d{{1,3}}){{3}})?)"
)
_VERSION = re.compile(
    r"(?i)(?:(?<![a-z])v|(?:openresty|varnish|kong|oracle|big-ip)/|(?:openssl|clickhouse|otp)[/ ]v?"
    r"|\b(?:version|release)[ :]{1,2}v?)$"
)
"What stands before four numbers that are the version of a program."
BEFORE = 24
"Characters in front of a word that are looked at."

_LINK_LOCAL = (ip_network("169.254.0.0/16"), ip_network("fe80::/10"))
_SHARED = (ip_network("100.64.0.0/10"),)
"What providers translate addresses from (RFC 6598)."
_TEST = tuple(
    map(
        ip_network,
        ("198.18.0.0/15", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
    )
)
"For benchmarks (RFC 2544), and the made-up answers of proxy tools; for documentation (RFC 5737, 3849, 9637)."
_PRIVATE = tuple(
    map(
        ip_network,
        ("0.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "240.0.0.0/4",
         "64:ff9b:1::/48", "100::/64", "fc00::/7", "fec0::/10"),
    )
)  # fmt: skip
"What no router of the internet forwards (RFC 1918, 4193, 6890)."
_KINDS = (("linklocal", _LINK_LOCAL), ("shared", _SHARED), ("test", _TEST), ("private", _PRIVATE))


def address_of(text: str) -> Address | None:
    """The address that is written so; zeros in front of a number are no octal here."""
    if text[:1].isdigit() and text.count(".") == 3 and ":" not in text:
        text = ".".join(number.lstrip("0") or "0" for number in text.split("."))
    try:
        return ip_address(text)
    except ValueError:
        return None


def address_in(found: re.Match[str]) -> Address | None:
    """The address that `IN_A_WORD` found."""
    if found["four"]:
        return address_of(re.sub("[-_]", ".", found[0]))
    return address_of(found[0].replace("-", ":")) if found["six"] else None


def reversed_address(found: re.Match[str]) -> Address | None:
    """The address of a name that `REVERSE` found."""
    if found[1]:
        return address_of(".".join(reversed(found[1].rstrip(".").split("."))))
    return _hexadecimal(found[2].replace(".", "")[::-1])


def address_of_proc(word: str, after: str) -> Address | None:
    """The address that a table of the kernel has so, with its port ``after`` it."""
    if _OF_PROC.fullmatch(word) is None or _PORT_OF_PROC.match(after) is None:
        return None
    return _hexadecimal(_other_order(word))


def _hexadecimal(digits: str) -> Address:
    return IPv4Address(int(digits, 16)) if len(digits) == 8 else IPv6Address(int(digits, 16))


def _other_order(digits: str) -> str:
    """Each word of 32 bits with its bytes the other way round, as a little-endian machine writes it."""
    words = (digits[at : at + 8] for at in range(0, len(digits), 8))
    return "".join(word[at : at + 2] for word in words for at in (6, 4, 2, 0))


def addresses_in(text: str) -> Iterator[Address]:
    """The addresses of a text that are written as addresses mostly are."""
    for found in IN_A_WORD.finditer(text):
        if is_version(text, found.start()):
            continue
        reverse = REVERSE.match(text, found.start())
        yield from filter(None, (reversed_address(reverse) if reverse else address_in(found),))
    for found in _COLONS.finditer(text):
        yield from filter(None, (address_of(found[1]),))


def is_version(text: str, at: int) -> bool:
    """Whether the four numbers there are a program's version."""
    return _VERSION.search(text[max(at - BEFORE, 0) : at]) is not None


def other_spellings(address: Address) -> Iterator[str]:
    """How else the address is written, in one word, and in lower case."""
    if isinstance(address, IPv6Address):
        digits = address.exploded.replace(":", "")
        yield from (digits, _other_order(digits), address.exploded.replace(":", "-"))
        yield str(address).replace(":", "-")
        return
    digits = f"{int(address):08x}"
    octets = str(address).split(".")
    yield from (digits, f"0x{digits}", _other_order(digits), str(int(address)))
    yield from (mark.join(octets) for mark in ".-_")


def network_of(address: Address) -> Network:
    """The neighbourhood of an address: 24 bits, or 64 in IPv6."""
    return ip_network((address, 24 if address.version == 4 else 64), strict=False)


def tells_nothing(address: Address) -> bool:
    """Whether everybody has it: loopback, wildcard and multicast addresses, and netmasks."""
    return address.is_loopback or address.is_unspecified or address.is_multicast or _is_mask(address)


def _is_mask(address: Address) -> bool:
    """``255.255.255.0``: ones, then zeros; the broadcast address has ones only."""
    zeros = 0xFFFFFFFF - int(address)
    return address.version == 4 and zeros <= 0xFFFFFF and zeros & (zeros + 1) == 0


def kind_of(network: Network) -> str:
    """What the addresses of a neighbourhood tell of themselves, as the beginning of their pseudonyms."""
    first = network.network_address
    kind = next((kind for kind, ranges in _KINDS if any(first in one for one in ranges)), "public")
    return kind if network.version == 4 else f"{kind}6"
