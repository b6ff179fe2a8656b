"""Where an answer of HTTP sends its client."""

from __future__ import annotations

from nocarrier.model.target import looks_like_address

LONGEST = 1024


def authority_of(location: str) -> str:
    """The host, with its port, that a Location field names; empty for one on the same server (RFC 3986, section 4.2)."""
    text = location.strip()[:LONGEST]
    scheme, found, rest = text.partition("//")
    if not found or scheme.lower() not in ("", "http:", "https:"):
        return ""
    authority = rest
    for mark in "/?#":
        authority = authority.partition(mark)[0]
    return authority.rpartition("@")[2].lower()


def page_of(location: str) -> str:
    """The page without query and fragment, which may hold what identifies the user."""
    text = location.strip()[:LONGEST].partition("#")[0].partition("?")[0]
    return "".join(letter for letter in text if letter.isprintable())


def leads_away(location: str, host: str) -> bool:
    """Whether it leads to a host that has nothing to do with this one: no two of their last labels are the same."""
    there = authority_of(location)
    name = there[1:].partition("]")[0] if there.startswith("[") else there.partition(":")[0]
    if not name or name == host.lower():
        return False
    return _family(name) != _family(host.lower())


def _family(name: str) -> str:
    """The last two labels; an address is its own family."""
    if looks_like_address(name):
        return name
    return ".".join(name.removesuffix(".").split(".")[-2:])
