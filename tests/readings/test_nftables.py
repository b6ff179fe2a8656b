"""`nft -j list ruleset` and `nft -a list ruleset`, as nft 1.0.6 printed them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.ruleset import Choice, Comparison, Ruleset, Span, Unreadable, Verdict
from nocarrier.readings.nftables import decode_listing, decode_ruleset

HERE = Path(__file__).parent / "firewall"


def ruleset(name: str) -> Ruleset:
    found = decode_ruleset((HERE / f"{name}.nft.json").read_bytes(), (HERE / f"{name}.nft.txt").read_text())
    assert found is not None
    return found


def test_chains_have_their_hook_priority_and_policy() -> None:
    chains = {one.name: one for one in ruleset("filter").chains}
    assert (chains["input"].hook, chains["input"].priority, chains["input"].policy) == ("input", 0, "drop")
    assert chains["web"].hook == ""


def test_a_rule_reads_as_in_the_listing_and_has_its_counter() -> None:
    rules = {rule.handle: rule for one in ruleset("filter").chains for rule in one.rules}
    assert rules[33].text == (
        "tcp dport != { 22, 80 } tcp sport 1024-65535 counter packets 3 bytes 180 reject with icmpx admin-prohibited"
    )
    assert rules[33].packets == 3
    assert isinstance(rules[33].verdict, Verdict)
    assert rules[33].verdict.rejection is not None
    assert rules[33].verdict.rejection.v4 == (3, 13)
    assert rules[33].verdict.rejection.v6 == (1, 1)
    assert rules[33].steps[0] == Comparison(
        keys=("tcp.dport",), items=((Span(22, 22),), (Span(80, 80),)), negated=True
    )


def test_named_sets_concatenations_and_verdict_maps_are_resolved() -> None:
    rules = {rule.handle: rule for one in ruleset("filter").chains for rule in one.rules}
    assert rules[28].steps == (
        Comparison(
            keys=("ip.saddr", "tcp.dport"),
            items=((Span(10 << 24, (11 << 24) - 1), Span(80, 90)), (Span(0x0A010001, 0x0A010001), Span(443, 443))),
        ),
    )
    assert isinstance(rules[18].verdict, Choice)
    assert rules[18].verdict.entries[1] == ((Span(8080, 8080),), Verdict(kind="jump", chain="web"))


def test_what_no_packet_answers_stays_unreadable() -> None:
    rules = {rule.handle: rule for one in ruleset("filter").chains for rule in one.rules}
    assert Unreadable("limit") in rules[39].steps
    assert Unreadable("ct count") in rules[40].steps
    assert Unreadable("meter") in rules[62].steps
    assert Unreadable("set") in rules[63].steps
    assert not any(isinstance(test, Unreadable) for test in rules[60].steps)


def test_rewriting_rules_say_where_to() -> None:
    rules = {rule.text: rule.verdict for one in ruleset("nat").chains for rule in one.rules}
    assert rules["tcp dport 8081 dnat to 10.1.1.1:90"] == Verdict(kind="dnat", address="10.1.1.1", port=90)
    assert rules["tcp dport 8080 redirect to :80"] == Verdict(kind="redirect", port=80)


def test_a_newer_dialect_is_no_error() -> None:
    text = (
        b'{"nftables": [{"chain": {"family": "inet", "table": "t", "name": "c", "hook": "input", "prio": 0}},'
        b'{"rule": {"family": "inet", "table": "t", "chain": "c", "handle": 4, "expr": ['
        b'{"match": {"op": "==", "left": {"quantum": {"key": "spin"}}, "right": "up"}}, "jump {", {"novel": 1}]}}]}'
    )
    found = decode_ruleset(text)
    assert found is not None
    rule = found.chains[0].rules[0]
    assert rule.steps == (Unreadable("quantum"), Unreadable("novel"))
    assert rule.verdict == Verdict(kind="unknown", what="jump")


def test_what_is_no_ruleset_is_none() -> None:
    assert decode_ruleset(b"Operation not permitted") is None
    assert decode_ruleset(b'{"nftables": 1}') is None


@given(st.binary(max_size=200), st.text(max_size=200))
def test_garbage_never_breaks_it(data: bytes, listing: str) -> None:
    decode_ruleset(data, listing)
    decode_ruleset(b'{"nftables":[' + data + b"]}", listing)
    assert all(handle >= 0 for _, _, handle in decode_listing(listing).texts)


def test_dormant_tables_and_foreign_links_are_left_out() -> None:
    objects = (
        b'{"nftables": [{"chain": {"family": "netdev", "table": "l", "name": "i", "hook": "ingress", "prio": 0}},'
        b'{"chain": {"family": "inet", "table": "off", "name": "c", "hook": "input", "prio": 0}}]}'
    )
    listing = (
        'table netdev l {\n\tchain i { # handle 1\n\t\ttype filter hook ingress devices = { "eth1", eth2 } priority filter;\n'
        "\t}\n}\ntable inet off {\n\tflags dormant\n}\n"
    )
    found = decode_ruleset(objects, listing)
    assert found is not None
    assert [(one.name, one.devices) for one in found.chains] == [("i", ("eth1", "eth2"))]
    unread = decode_ruleset(objects)
    assert unread is not None
    assert unread.chains[0].devices == ("",), "which links is not known"


def test_a_counter_in_front_of_a_test_is_not_the_rules_own() -> None:
    text = (
        b'{"nftables": [{"chain": {"family": "inet", "table": "t", "name": "c", "hook": "input", "prio": 0}},'
        b'{"rule": {"family": "inet", "table": "t", "chain": "c", "handle": 4, "expr": [{"counter": {"packets": 3}},'
        b'{"match": {"op": "==", "left": {"meta": {"key": "mark"}}, "right": 1}}, {"drop": null}]}}]}'
    )
    found = decode_ruleset(text)
    assert found is not None
    assert found.chains[0].rules[0].packets is None
