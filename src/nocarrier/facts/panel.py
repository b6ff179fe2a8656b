"""Which hosting panels a machine has."""

from __future__ import annotations

from nocarrier.facts.packet_fate import FrontEnd, NamedRule
from nocarrier.facts.panel_products import Product, product_of
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class FoundPanel(Record, kw_only=True):
    """One panel (``slug``, see `panel_products.PRODUCTS`) and the file that tells of it.

    ``rules`` are the packet filter's rules that its own ``script`` sets, in the words of `comparable`.
    """

    slug: str
    told_by: str
    script: str = ""
    rules: tuple[str, ...] = ()

    @property
    def product(self) -> Product:
        """What is known of it."""
        return product_of(self.slug)

    def made(self, rule: NamedRule, manager: FrontEnd) -> bool:
        """Whether the rule is this panel's: by its chain, or because its script has it."""
        if rule.backend != "nft" and self.rules:
            written = f"-P {rule.chain} DROP" if rule.policy else rule.text
            if comparable(written, rule.family) in self.rules:
                return True
        return self.product.owns(rule, manager)


class Panel(Facts, kw_only=True):
    """The panels that were found; empty where none is here."""

    found: tuple[FoundPanel, ...] = ()


def comparable(rule: str, family: str) -> str:
    """A rule in one spelling, whoever printed it: ``ip -A INPUT -p tcp --dport 8080 -j DROP``.

    iptables-save names the protocol's module before its options (``-m tcp``), which people and scripts leave out.
    """
    words = rule.split()
    kept: list[str] = []
    for at, word in enumerate(words):
        module = word == "-m" and words[at + 1 : at + 2] in (["tcp"], ["udp"])
        of_module = at > 0 and words[at - 1] == "-m" and word in ("tcp", "udp")
        if not module and not of_module:
            kept.append(word)
    return " ".join((family, *kept))
