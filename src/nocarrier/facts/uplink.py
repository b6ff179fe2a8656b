"""What is known of this machine's way out: who configures its network, and which routers it may use."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Router(Record, kw_only=True):
    """A machine on a link that may be the router.

    ``told_by`` is the file that names it (a DHCP lease, the network's configuration), or empty: it is the first or
    last address of the link's network and answers.
    """

    address: str
    device: str
    told_by: str = ""


class Uplink(Facts, kw_only=True):
    """``manager`` is ``NetworkManager``, ``systemd-networkd``, ``ifupdown``, or empty where none is seen.

    ``routers``: the ones that a file names stand first.
    """

    manager: str = ""
    routers: tuple[Router, ...] = ()
