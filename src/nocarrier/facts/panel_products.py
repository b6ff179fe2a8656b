"""The hosting panels, as data: how each is known, which rules of a packet filter are its own, where one clicks."""

from __future__ import annotations

import re

from nocarrier.facts.front_ends import of_front_end
from nocarrier.facts.packet_fate import FrontEnd, NamedRule
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record


class Product(Record, kw_only=True):
    """One hosting panel.

    It is known by any of the files in ``marks``, none of which holds a secret in its first bytes. The rules of the
    packet filter are its own where it manages the front end that wrote them (``manages``), where they stand in
    ``chains`` (a regular expression), or where its ``script`` has them. ``page`` is where one opens a port in it.
    """

    slug: str
    label: str
    marks: tuple[str, ...]
    page: Prose
    manages: frozenset[FrontEnd] = frozenset()
    chains: str = ""
    scripts: tuple[str, ...] = ()

    def owns(self, rule: NamedRule, manager: FrontEnd) -> bool:
        """Whether the rule is one that this panel makes, by the chain it stands in."""
        if self.chains and re.fullmatch(self.chains, rule.chain):
            return True
        return manager in self.manages and of_front_end(rule, manager)


PRODUCTS: tuple[Product, ...] = (
    Product(
        slug="plesk",
        label="Plesk",
        marks=("/usr/local/psa/version", "/opt/psa/version", "/etc/psa/psa.conf"),
        scripts=(
            "/usr/local/psa/var/modules/firewall/firewall-active.sh",
            "/opt/psa/var/modules/firewall/firewall-active.sh",
        ),
        page=say("Tools & Settings > Firewall, Add Rule"),
    ),
    Product(
        slug="cpanel",
        label="cPanel & WHM",
        marks=("/usr/local/cpanel/version", "/etc/wwwacct.conf", "/etc/systemd/system/cpanel.service"),
        manages=frozenset({"csf"}),
        page=say("WHM > Plugins > ConfigServer Security & Firewall > Firewall Configuration, TCP_IN"),
    ),
    Product(
        slug="directadmin",
        label="DirectAdmin",
        marks=("/usr/local/directadmin/conf/directadmin.conf", "/etc/systemd/system/directadmin.service"),
        manages=frozenset({"csf"}),
        page=say("Admin Level > ConfigServer Security & Firewall > Firewall Configuration, TCP_IN"),
    ),
    Product(
        slug="cyberpanel",
        label="CyberPanel",
        marks=("/usr/local/CyberCP/version.txt", "/etc/systemd/system/lscpd.service"),
        manages=frozenset({"csf", "firewalld"}),
        page=say("Security > Firewall, Add Rule"),
    ),
    Product(
        slug="bt",
        label="aaPanel/BT",
        marks=("/www/server/panel/data/port.pl", "/etc/init.d/bt", "/etc/systemd/system/BT-FirewallServices.service"),
        manages=frozenset({"ufw", "firewalld"}),
        chains=r"IN_BT(_.*)?",
        page=say("Security > Firewall > Port rule, Add port rule"),
    ),
    Product(
        slug="1panel",
        label="1Panel",
        marks=(
            "/etc/systemd/system/1panel.service",
            "/etc/systemd/system/1panel-core.service",
            "/etc/systemd/system/1panel-agent.service",
        ),
        manages=frozenset({"ufw", "firewalld"}),
        chains=r"1PANEL(_.*)?",
        page=say("Host > Firewall > Port, Create rule"),
    ),
)
"""Where each lays its files and chains: plesk.com/kb (firewall-active.sh); csf.pl; 1Panel's agent/constant and its
unit files; BaoTa's script/init_firewall.sh and class/firewallModel/firewallBase.py."""


def product_of(slug: str) -> Product:
    """One panel by its slug. Raises KeyError for an unknown one."""
    return {product.slug: product for product in PRODUCTS}[slug]
