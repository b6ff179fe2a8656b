"""``/etc/resolv.conf`` and ``/etc/nsswitch.conf`` → whom a machine asks for names, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.facts.resolver_config import MOST_NAMESERVERS, PassedOver, ResolverConfig
from nocarrier.readings.target import is_address

MOST_NDOTS, MOST_TIMEOUT, MOST_ATTEMPTS = 15, 30, 5
"RES_MAXNDOTS, RES_MAXRETRANS and RES_MAXRETRY of glibc's <resolv.h>."

MOST_OF_LINE = 80
_BLANKS, _BETWEEN = r"[ \t]+", r"""[\s,;=#"'\[\]]+"""


def is_dns_name(name: str) -> bool:
    """Whether a name is one for DNS: no address, and not localhost, which is every machine itself (RFC 6761)."""
    bare = name.removesuffix(".")
    return bool(bare) and not is_address(name) and bare != "localhost" and not bare.endswith(".localhost")


def decode_resolv_conf(text: str, path: str, hostname: str = "") -> ResolverConfig:
    """resolv.conf(5); what is malformed is passed over, as glibc does (resolv/res_init.c). Never raises.

    A word counts at the beginning of its line only, with a blank or a tab behind it; a carriage return before the end of
    the line is part of what stands there. Without ``search`` and ``domain`` the domain of the machine's own name is
    searched.
    """
    servers: list[str] = []
    search: list[str] | None = None
    options: list[str] = []
    passed_over: PassedOver | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] in "#;":
            continue
        word, *rest = _words(line)
        if word == "nameserver" and rest and is_address(rest[0].partition("%")[0]):
            servers.append(rest[0])
        elif "nameserver" in line.lower():
            passed_over = passed_over or _passed_over(number, line)
        elif word in ("search", "domain") and rest:
            search = rest[:1] if word == "domain" else rest  # the last of the two counts
        elif word == "options":
            options += rest
    if search is None:
        search = [hostname.partition(".")[2]]
    domains = (domain.strip(".").lower() for domain in search)
    return ResolverConfig(
        path=path,
        nameservers=tuple(dict.fromkeys(servers[:MOST_NAMESERVERS])) or ("127.0.0.1",),
        assumed=not servers,
        passed_over=None if servers else passed_over,
        search=tuple(dict.fromkeys(domain for domain in domains if domain)),
        ndots=_number(options, "ndots", 1, MOST_NDOTS),
        timeout=_number(options, "timeout", 5, MOST_TIMEOUT),
        attempts=_number(options, "attempts", 2, MOST_ATTEMPTS),
        options=tuple(options),
    )


def _words(line: str) -> list[str]:
    """At most 64, the first of them empty where the line begins with a blank."""
    return re.split(_BLANKS, line.rstrip(" \t"), maxsplit=63)


def _passed_over(number: int, line: str) -> PassedOver | None:
    """A line that was meant to name one; None for a comment behind a blank, which says nothing."""
    bare = line.strip()
    if bare[:1] in "#;":
        return None
    word, *rest = bare.split()
    address = next((one for one in _alone(bare) if is_address(one)), "")
    if word != "nameserver":
        return PassedOver(number, bare[:MOST_OF_LINE], "word", address)
    if not rest or not is_address(rest[0].partition("%")[0]):
        return PassedOver(number, bare[:MOST_OF_LINE], "address", address)
    return PassedOver(number, bare[:MOST_OF_LINE], "blank" if line[:1].isspace() else "return", address)


def _alone(line: str) -> Iterator[str]:
    """What stands in a line between marks, also without a port."""
    for part in re.split(_BETWEEN, line):
        yield part
        yield part.partition(":")[0]


def _number(options: list[str], name: str, usual: int, most: int) -> int:
    values = [option.partition(":")[2] for option in options if option.startswith(f"{name}:")]
    valid = [int(value[:9]) for value in values if value.isascii() and value.isdigit()]
    return min(valid[-1], most) if valid else usual


def decode_host_sources(text: str) -> tuple[str, ...]:
    """The services of the line ``hosts:`` of nsswitch.conf(5), without the actions in brackets. Never raises."""
    for line in text.split("\n"):
        database, colon, services = line.partition("#")[0].partition(":")
        if colon and database.strip() == "hosts":
            return tuple(_without_actions(services).split())
    return ("files", "dns")


def _without_actions(services: str) -> str:
    """``files [NOTFOUND=return] dns`` without the bracket."""
    kept, _, rest = services.partition("[")
    while rest:
        after = rest.partition("]")[2]
        between, _, rest = after.partition("[")
        kept += f" {between}"
    return kept
