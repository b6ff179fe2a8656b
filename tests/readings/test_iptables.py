"""`iptables-save -c` of both back ends, as iptables 1.8.9 printed it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.ruleset import Comparison, Rejection, Rule, Span, Unreadable, Verdict
from nocarrier.readings.iptables import decode_iptables_save
from nocarrier.readings.nftables import decode_ruleset

HERE = Path(__file__).parent / "firewall"


def rules(name: str, chain: str, version: int = 4, table: str = "filter") -> tuple[Rule, ...]:
    found = decode_iptables_save((HERE / name).read_text(), version)
    return next(one for one in found.chains if (one.table, one.name) == (table, chain)).rules


def test_the_header_tells_the_back_end() -> None:
    new = decode_iptables_save((HERE / "iptables-nft.save").read_text(), 4)
    old = decode_iptables_save((HERE / "iptables-legacy.save").read_text(), 4)
    assert {one.backend for one in new.chains} == {"iptables"}
    assert {one.backend for one in old.chains} == {"iptables-legacy"}


def test_chains_have_their_hook_and_policy() -> None:
    chains = {
        (one.table, one.name): one for one in decode_iptables_save((HERE / "iptables-nft.save").read_text(), 4).chains
    }
    assert (chains["filter", "FORWARD"].hook, chains["filter", "FORWARD"].policy) == ("forward", "drop")
    assert chains["filter", "web"].hook == ""
    assert chains["nat", "PREROUTING"].priority == -100


def test_a_rule_in_the_words_of_its_administrator() -> None:
    rule = rules("iptables-nft.save", "web")[0]
    assert rule.text.startswith("-A web -s 10.0.0.0/8 ! -d 10.1.0.0/16 -p tcp -m comment --comment ")
    assert rule.steps == (
        Comparison(keys=("ip.saddr",), items=((Span(10 << 24, (11 << 24) - 1),),)),
        Comparison(keys=("ip.daddr",), items=((Span(0x0A010000, 0x0A01FFFF),),), negated=True),
        Comparison(keys=("meta.l4proto",), items=((Span("tcp", "tcp"),),)),
    )
    assert rule.verdict == Verdict(kind="reject", rejection=Rejection(tcp_reset=True))


def test_lists_of_ports_and_ranges() -> None:
    rule = rules("iptables-nft.save", "INPUT")[3]
    assert rule.steps[1] == Comparison(
        keys=("th.dport",), items=((Span(80, 80),), (Span(443, 443),), (Span(8000, 8010),))
    )
    assert rule.verdict == Verdict(kind="jump", chain="web")


def test_what_only_the_kernel_can_answer_is_unreadable() -> None:
    web = rules("iptables-nft.save", "web")
    assert web[2].steps == (Unreadable("limit"),)
    assert web[2].verdict is None
    assert Unreadable("connlimit-above") in web[9].steps


def test_default_answers_of_each_family() -> None:
    assert rules("iptables-legacy.save", "INPUT")[0].verdict == Verdict(kind="reject", rejection=Rejection(v4=(3, 3)))
    assert rules("ip6tables-nft.save", "OUTPUT", 6)[0].verdict == Verdict(
        kind="reject", rejection=Rejection(v6=(1, 1))
    )


def test_rewriting_rules_say_where_to() -> None:
    rule = rules("iptables-nft.save", "OUTPUT", table="nat")[0]
    assert rule.verdict == Verdict(kind="dnat", address="10.0.0.1", port=99)


def test_tables_that_nft_shows_too_are_met_once() -> None:
    nft = decode_ruleset((HERE / "iptables-nft.nft.json").read_bytes())
    assert nft is not None
    dump = decode_iptables_save((HERE / "iptables-nft.save").read_text(), 4)
    both = nft.with_iptables(dump)
    assert {one.backend for one in both.chains if one.family == "ip"} == {"iptables"}
    assert {one.backend for one in both.chains if one.family == "ip6"} == {"nft"}
    legacy = decode_iptables_save((HERE / "iptables-legacy.save").read_text(), 4)
    assert set(nft.with_iptables(legacy).chains) == {*nft.chains, *legacy.chains}


@given(st.text(max_size=200))
def test_garbage_never_breaks_it(text: str) -> None:
    decode_iptables_save(text, 4)
    found = decode_iptables_save(f"*filter\n:INPUT ACCEPT [0:0]\n-A INPUT {text}\n", 6)
    assert found.chains[0].name == "INPUT"
