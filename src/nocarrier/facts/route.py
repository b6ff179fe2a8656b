"""How a machine would send a packet to an address."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Route(Facts, kw_only=True):
    """The kernel's answer to "how would you send to this address" (rtnetlink(7), RTM_GETROUTE).

    ``kind`` is ``unicast``, ``local``, ``broadcast``, ``multicast``, ``blackhole``, ``unreachable``, ``prohibit``,
    or empty where the look-up failed with ``errno`` (``ENETUNREACH``: there is none). ``gateway`` is empty for
    what is on the link.
    """

    address: str
    kind: str = ""
    errno: str = ""
    device: str = ""
    gateway: str = ""
    source: str = ""
    by_default: bool | None = None
    "Whether only a default route covers the address; None where it cannot be seen."

    prefix: str = ""
    "What the entry of the table covers, ``default`` or ``10.20.0.0/16``; empty where it cannot be seen."
    preferred: str = ""
    "The source address that the entry prescribes (``src`` of ip-route(8)); empty where it leaves it to the kernel."
    metric: int = 0
    table: str = "main"

    @property
    def is_here(self) -> bool:
        """The address belongs to the machine itself."""
        return self.kind == "local"
