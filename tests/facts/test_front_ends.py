"""Whose rule it is, by the chain it stands in."""

from __future__ import annotations

import pytest

from nocarrier.facts.front_ends import kept_in, of_front_end, zone_of
from nocarrier.facts.packet_fate import FrontEnd, NamedRule


def rule(
    chain: str, text: str = "", *, table: str = "filter", backend: str = "iptables", family: str = "ip"
) -> NamedRule:
    return NamedRule(
        backend=backend,  # type: ignore[arg-type]
        family=family,
        table=table,
        chain=chain,
        text=text or f"-A {chain} -j DROP",
        policy=text == "policy drop",
    )


@pytest.mark.parametrize(
    ("made", "manager", "file"),
    [
        (rule("ufw-user-input"), "ufw", "/etc/ufw/user.rules"),
        (rule("ufw6-user-input", family="ip6"), "ufw", "/etc/ufw/user6.rules"),
        (rule("ufw-after-input"), "ufw", "/etc/ufw/after.rules"),
        (rule("INPUT", "policy drop"), "ufw", "/etc/default/ufw"),
        (rule("ufw-skip-to-policy-input"), "ufw", "/etc/default/ufw"),
        (rule("IN_work"), "firewalld", ""),
        (rule("filter_IN_my-zone_deny", table="firewalld", backend="nft"), "firewalld", ""),
        (rule("filter_INPUT", table="firewalld", backend="nft"), "firewalld", ""),
        (rule("LOGDROPIN"), "csf", "/etc/csf/csf.conf"),
        (rule("DENYIN"), "csf", "/etc/csf/csf.deny"),
    ],
)  # fmt: skip
def test_a_rule_of_the_front_end_and_its_file(made: NamedRule, manager: FrontEnd, file: str) -> None:
    assert of_front_end(made, manager)
    assert kept_in(made, manager) == file


@pytest.mark.parametrize(
    ("made", "manager"),
    [
        (rule("INPUT", "-A INPUT -p tcp -m tcp --dport 8080 -j DROP"), "ufw"),
        (rule("INPUT", "-A INPUT -p tcp -m tcp --dport 8080 -j DROP"), "firewalld"),
        (rule("INPUT", "-A INPUT -p tcp -m tcp --dport 8080 -j DROP"), "csf"),
        (rule("input", "tcp dport 8080 drop", backend="nft"), "ufw"),
        (rule("web"), "csf"),
        (rule("INPUT", "policy drop"), "none"),
    ],
)
def test_a_rule_beside_the_front_end_is_not_its_own(made: NamedRule, manager: FrontEnd) -> None:
    assert not of_front_end(made, manager)
    assert kept_in(made, manager) == ""


def test_what_stands_in_before_rules_is_written_by_hand_but_kept_by_ufw() -> None:
    made = rule("ufw-before-input")
    assert not of_front_end(made, "ufw")
    assert kept_in(made, "ufw") == "/etc/ufw/before.rules"


def test_the_zone_stands_in_the_chain_s_name() -> None:
    assert zone_of(rule("filter_IN_public_allow")) == "public"
    assert zone_of(rule("IN_dmz")) == "dmz"
    assert zone_of(rule("filter_INPUT")) == ""
