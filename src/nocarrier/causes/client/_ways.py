"""What the causes of a packet that never left share: the attempts that ended inside this machine."""

from __future__ import annotations

from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence

INSIDE = frozenset({
    "ENETUNREACH", "EHOSTUNREACH", "EINVAL", "EACCES", "EADDRNOTAVAIL", "EAFNOSUPPORT", "ENETDOWN", "ENODEV",
})  # fmt: skip
"Errors that the kernel gives by itself, before a packet leaves."
LOOPBACK = "lo"


def unsent(case: Case) -> tuple[Evidence[TcpAttempt], ...]:
    """The attempts, IPv4 first, where every one of them ended inside this machine; none where one got further.

    An address that another machine answered for, or refused, tells more than one to which there was no way. Of the
    families IPv4 is taken for the one that is meant to work: many machines have no IPv6 beyond their own link.
    """
    attempts = tuple(case.every(TcpAttempt))
    if not all(seen.facts.errno in INSIDE and seen.facts.said is None for seen in attempts):
        return ()
    return tuple(sorted(attempts, key=lambda seen: seen.facts.family))


def route_to(case: Case, address: str) -> Evidence[Route] | None:
    """The route that was found for one address."""
    return next((seen for seen in case.every(Route) if seen.facts.address == address), None)


def lost(case: Case) -> tuple[Evidence[TcpAttempt], Evidence[Route]] | None:
    """The first attempt that ended inside this machine for which the kernel finds no way either, with its answer."""
    for seen in unsent(case):
        route = route_to(case, seen.facts.address)
        if seen.facts.stage == "connect" and route is not None and route.facts.errno:
            return seen, route
    return None


def is_down(link: Interface) -> bool:
    """Switched off, or without a carrier."""
    return not (link.up and link.carrier)


def down_link(interfaces: Interfaces, address: str) -> tuple[Interface, bool] | None:
    """The link that is down and in the way of ``address``, and whether that is sure; None where none is.

    Sure: its own network holds the address, or no link at all is up that has any address. Otherwise a link that is
    down and has an address of the family may be the one over which there was a route.
    """
    links = interfaces.interfaces
    for link in links:
        if is_down(link) and _holds(link, address):
            return link, True
    others = [link for link in links if link.name != LOOPBACK]
    down = sorted((link for link in others if is_down(link)), key=lambda link: (not link.addresses, link.up))
    if not down:
        return None
    if not any(not is_down(link) and _global(link) for link in others):
        return down[0], True
    six = ":" in address
    asleep = [link for link in down if any((":" in own) == six for own in _global(link))]
    return (asleep[0], False) if asleep and not _leads_out(links, six) else None


def _leads_out(links: tuple[Interface, ...], six: bool) -> bool:
    """Whether some link that is up has an address of the family."""
    return any(
        not is_down(link) and link.name != LOOPBACK and any((":" in own) == six for own in _global(link))
        for link in links
    )


def _global(link: Interface) -> tuple[str, ...]:
    return tuple(own for own in link.addresses if not own.startswith("fe80:"))


def _holds(link: Interface, address: str) -> bool:
    """Whether the address lies in one of the link's networks; all that is the machine's own goes over loopback."""
    from ipaddress import ip_address, ip_interface

    there = ip_address(address.partition("%")[0])
    if link.name == LOOPBACK and there.is_loopback:
        return True
    return any(there in ip_interface(own).network for own in link.addresses)
