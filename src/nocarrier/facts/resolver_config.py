"""Whom a machine asks for names."""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

STUBS = frozenset({"127.0.0.53", "127.0.0.54"})
"Where systemd-resolved answers (systemd-resolved.service(8))."

MOST_NAMESERVERS = 3
"MAXNS of <resolv.h>: glibc reads no more of them."


class PassedOver(Record):
    """A line, from 1, that was meant to name a nameserver and does not.

    ``fault``: it ends in a carriage return, begins with a blank, its first word is not ``nameserver``, or what is behind
    that is no address. ``address`` is the one that is in it, or empty.
    """

    number: int
    text: str
    fault: Literal["return", "blank", "word", "address"]
    address: str = ""


class ResolverConfig(Facts, kw_only=True):
    """resolv.conf(5). ``nameservers`` in their order, without the unused fourth and later ones.

    ``errno`` says why the file could not be read. ``upstream`` are the servers behind systemd-resolved's stub.
    ``assumed``: the file names none, so the C library asks 127.0.0.1. ``passed_over`` is then the first line that
    should have named one. ``hostname`` is this machine's own name.
    """

    path: str
    nameservers: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    ndots: int = 1
    timeout: int = 5
    attempts: int = 2
    options: tuple[str, ...] = ()
    errno: str = ""
    upstream: tuple[str, ...] = ()
    assumed: bool = False
    passed_over: PassedOver | None = None
    hostname: str = ""

    @property
    def stub(self) -> bool:
        """Whether systemd-resolved stands between programs and the real servers."""
        return any(server in STUBS for server in self.nameservers)

    def candidates(self, name: str) -> tuple[str, ...]:
        """The full names, each with its final dot, that are asked for in turn (glibc's resolv/res_query.c)."""
        if name.endswith("."):
            return (name,)
        completed = tuple(f"{name}.{domain}." for domain in self.search)
        if name.count(".") >= self.ndots:
            return (f"{name}.", *completed)
        return (*completed, f"{name}.")
