"""Which rules stand for everybody, and which go by a limit or a list."""

from __future__ import annotations

import pytest

from nocarrier.facts.limits import Limit, limit_of, limited
from nocarrier.facts.packet_fate import WAY_IN, Decision, NamedRule, PacketFate, Passage


def rule(text: str, chain: str = "in", table: str = "filter") -> NamedRule:
    backend = "iptables" if text.startswith("-A") else "nft"
    return NamedRule(backend=backend, family="ip", table=table, chain=chain, text=text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("tcp dport 8080 drop", None),
        ("ip saddr 10.10.0.7 drop", None),
        ("ip saddr @blocked drop", Limit(kind="ban", name="blocked")),
        ("ip saddr != @allowed drop", None),
        ("ip6 saddr @addr6-set-sshd reject", Limit(kind="ban", name="addr6-set-sshd", jail="sshd")),
        ("ip saddr @addr-set-web-auth reject", Limit(kind="ban", name="addr-set-web-auth", jail="web-auth")),
        ("-A INPUT -m set --match-set f2b-web src -j DROP", Limit(kind="ban", name="f2b-web", jail="web")),
        ("-A INPUT -m set ! --match-set office src -j DROP", None),
        ("-A DENY -m set --match-set chain_DENY src -j DROP", None),
        ("tcp dport 22 limit rate over 3/minute burst 5 packets drop", Limit(kind="rate")),
        ("ct state new add @m { ip saddr ct count over 20 } drop", Limit(kind="count", most=20)),
        ("-A INPUT -m connlimit --connlimit-above 4 --connlimit-mask 32 -j DROP", Limit(kind="count", most=4)),
        ("-A INPUT -m hashlimit --hashlimit-above 5/sec --hashlimit-name w -j DROP", Limit(kind="rate")),
        ("-A INPUT -m recent --update --seconds 60 --hitcount 4 --name SSH --rsource -j DROP",
         Limit(kind="rate", name="SSH")),
    ],
)  # fmt: skip
def test_what_a_rule_goes_by(text: str, limit: Limit | None) -> None:
    assert limit_of(rule(text)) == limit


def test_a_chain_of_fail2ban_is_a_ban_whatever_its_rules_say() -> None:
    banned = rule("-A f2b-sshd -s 10.10.0.7/32 -j REJECT", chain="f2b-sshd")
    assert limit_of(banned) == Limit(kind="ban", name="f2b-sshd", jail="sshd")


def fate(*ends: Decision, doubts: tuple[str, ...] = ()) -> PacketFate:
    return PacketFate(
        address="10.20.0.5", port=80, passages=(Passage(hook="input", what="syn", ends=ends, doubts=doubts),)
    )


PASSES = Decision(fate="accept")


def test_a_drop_behind_a_limit_that_accepts_is_the_limits() -> None:
    limit = "-A INPUT -p tcp -m limit --limit 5/min -j ACCEPT"
    dropped = Decision(fate="drop", rule=rule("-A INPUT -j DROP"))
    found = limited(fate(PASSES, dropped, doubts=(limit,)), WAY_IN)
    assert found is not None
    assert (found.by, found.certain, found.limit.kind) == (limit, False, "rate")
    assert limited(fate(PASSES, dropped, doubts=(limit, "-A INPUT -m string --string x -j ACCEPT")), WAY_IN) is None
    assert limited(fate(dropped), WAY_IN) is None


def test_a_list_that_surely_holds_the_client() -> None:
    found = limited(
        fate(Decision(fate="drop", rule=rule("ip saddr @blocked counter packets 3 bytes 180 drop"))), WAY_IN
    )
    assert found is not None
    assert (found.certain, found.shown) == (True, "ip saddr @blocked drop")
