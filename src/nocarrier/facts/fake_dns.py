"""Whether the address of the target was made up by a program on the way that will take the connection itself.

Such a program (Clash, sing-box, Surge …) answers every question with the next address of a range that nobody else uses,
remembers which name it stands for, and takes what is sent there over a TUN device.
"""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

RANGES: dict[str, str] = {
    # RFC 2544: for benchmarks. The default of Clash, mihomo, Surge, sing-box, V2Ray and Xray.
    "198.18.0.0/15": "benchmark",
    # sing-box, V2Ray, Xray: the beginning of the unassigned half of the unique local addresses (RFC 4193, section 3.1).
    "fc00::/18": "unassigned",
    # Shadowrocket, older guides for Clash: the former class E (RFC 1112, section 4).
    "240.0.0.0/4": "reserved",
    # mihomo's and Stash's guides for IPv6: documentation (RFC 3849) and discard-only (RFC 6666) addresses.
    "2001:db8::/32": "documentation",
    "100::/64": "discard",
}
"""Ranges from which such tools take their addresses by default → what the range is for. No server of the public network
has an address in one of them."""


class Tool(Record, kw_only=True):
    """One such program: what its process is called, and how a name is excluded. ``{name}`` is the target's."""

    label: str
    processes: tuple[str, ...]
    setting: str


TOOLS = (
    Tool(
        label="mihomo / Clash",
        processes=("mihomo", "clash", "clash-meta", "verge-mihomo", "clash-verge-se", "clash-verge", "clash-linux"),
        setting="dns:\n  fake-ip-filter:\n    - '+.{name}'",
    ),
    Tool(
        label="sing-box",
        processes=("sing-box",),
        setting='{{"dns": {{"rules": [{{"domain_suffix": ["{name}"], "server": "local"}}]}}}}',
    ),
    Tool(
        label="Xray",
        processes=("xray",),
        setting='{{"dns": {{"servers": [{{"address": "localhost", "domains": ["domain:{name}"], "skipFallback": true}}]}}}}',
    ),
    Tool(
        label="V2Ray",
        processes=("v2ray", "v2raya_core"),
        setting='{{"dns": {{"servers": [{{"address": "localhost", "domains": ["domain:{name}"], "skipFallback": true}}]}}}}',
    ),
    Tool(
        label="dae",
        processes=("dae", "dae-wing"),
        setting="dns {{ routing {{ request {{ qname({name}) -> asis }} }} }}",
    ),
    Tool(label="Surge", processes=("Surge",), setting="[General]\nalways-real-ip = {name}"),
)
"Process names are those of proc_pid_comm(5): at most 15 letters."


class Running(Record, kw_only=True):
    """A process of one of `TOOLS`."""

    pid: int
    name: str
    tool: str


class FakeDns(Facts, kw_only=True):
    """What speaks for and against an address being made up.

    ``range`` is the one of `RANGES` that holds ``address``. ``controls`` are the addresses that ``server`` gives two
    names which cannot exist (RFC 6761, section 6.4): one for each where it makes them up. ``real`` are the addresses
    that a server beside it (``upstream``) has for the target's name, ``real_connects`` those of them that take the
    connection. ``tunnels`` are this machine's TUN devices, ``device`` the link over which the address is routed.
    """

    address: str
    range: str
    server: str = ""
    controls: tuple[str, ...] = ()
    upstream: str = ""
    real: tuple[str, ...] = ()
    real_connects: tuple[str, ...] = ()
    tunnels: tuple[str, ...] = ()
    device: str = ""
    running: tuple[Running, ...] = ()

    @property
    def made_up(self) -> bool:
        """The server gives names that do not exist an address of the range, each another one."""
        return len(set(self.controls)) == 2

    @property
    def denied(self) -> bool:
        """Another server has other addresses for the name."""
        return bool(self.real)
