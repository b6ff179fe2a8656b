"""Rules out of a script that sets them."""

from __future__ import annotations

from nocarrier.facts.panel import comparable
from nocarrier.readings.firewall_script import MOST_RULES, decode_firewall_script

SCRIPT = """\
#!/bin/bash
set -e
# /sbin/iptables -A INPUT -j ACCEPT
apply_rule /sbin/iptables -F INPUT
apply_rule /sbin/iptables -P INPUT DROP
apply_rule /sbin/iptables -A INPUT -p tcp --dport 8443 -j ACCEPT
/usr/sbin/ip6tables -w -t filter -I INPUT -p udp --dport 53 -j DROP 2>/dev/null || true
/usr/sbin/iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080
/usr/sbin/iptables -A INPUT -j DROP
"""


def test_rules_and_policies_of_the_filter_table() -> None:
    assert decode_firewall_script(SCRIPT) == (
        "ip -P INPUT DROP",
        "ip -A INPUT -p tcp --dport 8443 -j ACCEPT",
        "ip6 -A INPUT -p udp --dport 53 -j DROP",
        "ip -A INPUT -j DROP",
    )


def test_one_spelling_for_a_script_and_for_iptables_save() -> None:
    saved = "-A INPUT -p tcp -m tcp --dport 8443 -m conntrack --ctstate NEW -j ACCEPT"
    assert comparable(saved, "ip") == "ip -A INPUT -p tcp --dport 8443 -m conntrack --ctstate NEW -j ACCEPT"


def test_a_script_without_end_is_bounded() -> None:
    assert len(decode_firewall_script("iptables -A INPUT -j DROP\n" * (MOST_RULES + 7))) == MOST_RULES
    assert decode_firewall_script("\x00\xff iptables") == ()
