"""What a proxy's rules are asked with, and regular expressions of a stranger, matched within bounds."""

from __future__ import annotations

import re

from nocarrier.model.record import Record

MOST_PATTERN, MOST_TEXT = 300, 512
_NESTED = re.compile(r"[*+}][^()]*\)[*+{]")
"An expression that is repeated inside of one that is repeated: it may take a time that is exponential in the text."


class Request(Record, kw_only=True):
    """One request as it reaches a proxy.

    ``address`` and ``port`` are those that the connection came to (the address is empty where it is not known),
    ``named`` the Host header and ``host`` its name alone, in lower case; ``target`` the path with its query. ``upgrade``
    is the value of the header of that name.
    """

    address: str
    port: int
    named: str
    target: str = "/"
    tls: bool = False
    upgrade: str = ""
    client: str = ""

    @property
    def host(self) -> str:
        """The host name without its port."""
        if self.named.startswith("["):
            return self.named.partition("]")[0].lstrip("[").lower()
        return self.named.partition(":")[0].lower()

    @property
    def path(self) -> str:
        """The path without its query."""
        return self.target.partition("?")[0]


def matches(pattern: str, text: str, *, ignore_case: bool = False) -> re.Match[str] | None:
    """Where the expression matches; None also where it cannot be tried in bounded time."""
    if len(pattern) > MOST_PATTERN or len(text) > MOST_TEXT or _NESTED.search(pattern):
        return None
    try:
        return re.search(pattern, text, re.IGNORECASE if ignore_case else 0)
    except (re.error, OverflowError, RecursionError):
        return None


def substituted(text: str, found: re.Match[str]) -> str:
    """The text with ``$1`` to ``$9`` replaced by what the expression's groups matched."""

    def group(name: re.Match[str]) -> str:
        number = int(name[1])
        return (found[number] or "") if number <= found.re.groups else ""

    return re.sub(r"\$(\d)", group, text)
