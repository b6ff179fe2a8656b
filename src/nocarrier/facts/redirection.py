"""Where rules of the client's own packet filter send a connection in place of where it was dialled."""

from __future__ import annotations

from nocarrier.facts.listeners import Listener
from nocarrier.facts.packet_fate import NamedRule
from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.target import endpoint

SERVICES_OF_A_CLUSTER = ("KUBE-", "cali-", "CILIUM_")
"Chains in which an orchestrator turns a service's address, which nobody has, into that of one of its programs."


class Redirection(Facts, kw_only=True):
    """The first packet of one attempt, and the rule that sends it elsewhere; without a ``rule`` none does.

    ``kind``: ``redirect`` and ``tproxy`` keep it on this machine, ``dnat`` sends it to ``to_address``. ``to_port`` is the
    port there, 0 where it is kept or not known. ``certain``: the packet surely meets the rule. ``mark`` is what another
    rule marks it with, so that it is routed back here (0: none). ``listeners`` are those on ``to_port`` of this machine,
    None where it leaves. ``whole``: the whole packet filter could be read.
    """

    address: str
    port: int
    rule: NamedRule | None = None
    kind: Literal["", "redirect", "dnat", "tproxy"] = ""
    to_address: str = ""
    to_port: int = 0
    certain: bool = False
    mark: int = 0
    listeners: tuple[Listener, ...] | None = None
    whole: bool = True

    @property
    def stays(self) -> bool:
        """What it meets is a port of this machine."""
        return self.kind in ("redirect", "tproxy")

    @property
    def nobody_there(self) -> bool:
        """It is kept here, for a port on which nobody listens."""
        return self.stays and self.listeners == ()

    @property
    def there(self) -> str:
        """``10.0.0.9:8080``, or the port of this machine."""
        return endpoint(self.to_address, self.to_port) if self.to_address else str(self.to_port or self.port)

    @property
    def of_a_cluster(self) -> bool:
        """An orchestrator made the rule: the address is meant to be translated."""
        return self.rule is not None and self.rule.chain.startswith(SERVICES_OF_A_CLUSTER)
