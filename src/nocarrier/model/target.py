"""What the user wants to reach, parsed once."""

from __future__ import annotations

from nocarrier.model.prose import Prose
from nocarrier.model.record import Record, replace

WILDCARDS = frozenset({"0.0.0.0", "::"})
"""Where a server listens on every address, and with port 0 on any free one (bind(2)). Nobody dials these on purpose: blockers of
advertisements answer so to names that they do not like."""


class Target(Record, kw_only=True):
    """One destination.

    ``host`` is a name or an address without brackets, lower case, in its ASCII form; ``zone`` the IPv6 zone id
    (RFC 4007), ``path`` the path of a URL or of a unix socket. ``port`` is None only for ``unix``.
    """

    input: str
    scheme: str
    host: str
    port: int | None
    path: str = ""
    zone: str = ""
    listening: bool = False
    "It was written as a server's listening address: a wildcard then means this machine."
    misshapen: Prose | None = None
    "Why the host is no host, where it is none; such a target is diagnosed, not dialled."
    corrected: str = ""
    "The target that was meant, where its misshape tells."
    user: str = ""
    "Who logs in, where the URL says so before its host (RFC 3986, section 3.2.1)."
    password: bool = False
    "A password stood beside the user. It is kept nowhere."

    @property
    def transport(self) -> str:
        """``tcp``, ``udp`` or ``unix``."""
        return self.scheme if self.scheme in ("udp", "unix") else "tcp"

    @property
    def scoped_host(self) -> str:
        """The host with its zone, where it has one (RFC 4007, section 11)."""
        return f"{self.host}%{self.zone}" if self.zone else self.host

    @property
    def endpoint(self) -> str:
        """``host:port`` (brackets around IPv6), or the path of a unix socket."""
        return self.path if self.port is None else endpoint(self.scoped_host, self.port)

    @property
    def url(self) -> str:
        """The target as a URL that this program takes again."""
        if self.scheme == "unix":
            return f"unix://{self.path}"
        return f"{self.scheme}://{self.endpoint}{self.path}"

    def at(self, *, host: str | None = None, port: int | None = None, scheme: str | None = None) -> str:
        """The URL of this target with another host, port or scheme."""
        moved = replace(
            self,
            host=self.host if host is None else host,
            zone=self.zone if host is None else "",
            port=self.port if port is None else port,
            scheme=self.scheme if scheme is None else scheme,
        )
        return moved.url


def endpoint(address: str, port: int) -> str:
    """``address:port``, with brackets around an IPv6 address (RFC 3986, section 3.2.2)."""
    return f"{bracketed(address)}:{port}"


def ssh_place(host: str, user: str = "") -> str:
    """The machine over ssh, as ``--server`` and ``--from`` take it."""
    return f"ssh://{user}@{bracketed(host)}" if user else f"ssh://{bracketed(host)}"


def looks_like_address(host: str) -> bool:
    """A literal address as far as its form tells, and no name; `readings.target` says whether it is one."""
    return ":" in host or host.replace(".", "").isdigit()


def bracketed(host: str) -> str:
    """The host as it stands in a URL."""
    return f"[{host}]" if ":" in host else host
