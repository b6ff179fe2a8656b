"""Which program manages a packet filter, by the names it gives to its chains and tables."""

from __future__ import annotations

from nocarrier.facts.packet_fate import FrontEnd
from nocarrier.facts.ruleset import Ruleset

CHAINS: dict[str, FrontEnd] = {
    "ufw-user-input": "ufw",
    "ufw6-user-input": "ufw",
    "INPUT_ZONES": "firewalld",
    "LOCALINPUT": "csf",
}
"ufw(8); firewalld's iptables back end; ConfigServer Security & Firewall (csf.pl)."


def front_end(ruleset: Ruleset) -> FrontEnd:
    """The first that is recognised; ``none`` where rules are written by hand."""
    if any(one.table == "firewalld" for one in ruleset.chains):
        return "firewalld"
    return next((CHAINS[one.name] for one in ruleset.chains if one.name in CHAINS), "none")
