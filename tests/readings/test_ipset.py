"""`ipset save`, as ipset 7.17 printed it, in the place of the rules that name its sets."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.ruleset import Comparison, Ruleset, Unreadable
from nocarrier.readings.ipset import decode_ipset_save, with_sets
from nocarrier.readings.iptables import decode_iptables_save

SAVED = """\
create near hash:ip family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x5a1b
add near 10.10.0.7
create web hash:ip,port family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x5a1b
add web 10.10.0.7,tcp:8001
add web 10.10.0.7,udp:8002
create nets hash:net family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0x5a1b
add nets fd10::/64
create but hash:net family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x5a1b
add but 10.0.0.0/8
add but 10.1.0.0/16 nomatch
create many list:set size 8
add many near
"""


def ruleset(*rules: str, version: int = 4) -> Ruleset:
    text = "\n".join(("*filter", ":INPUT ACCEPT [0:0]", *(f"-A INPUT {rule}" for rule in rules), "COMMIT"))
    return with_sets(decode_iptables_save(text, version), decode_ipset_save(SAVED))


def step(rule: str, version: int = 4) -> Any:
    return ruleset(rule, version=version).chains[0].rules[0].steps[0]


def test_items_stand_in_the_place_of_the_name() -> None:
    near = step("-m set --match-set near src -j DROP")
    assert isinstance(near, Comparison)
    assert (near.keys, near.items[0][0].low, near.negated) == (("ip.saddr",), 0x0A0A0007, False)
    assert step("-m set ! --match-set near dst -j DROP").negated
    assert step("-m set --match-set nets dst -j DROP", 6).keys == ("ip6.daddr",)


def test_of_several_protocols_only_tcp_is_met() -> None:
    web = step("-m set --match-set web src,dst -j DROP")
    assert web.keys == ("ip.saddr", "th.dport")
    assert [item[1].low for item in web.items] == [8001]


def test_exceptions_other_kinds_and_other_shapes_are_unreadable() -> None:
    for rule in ("but src", "many src", "web src", "unheard-of src"):
        assert isinstance(step(f"-m set --match-set {rule} -j DROP"), Unreadable)


def test_a_set_to_which_packets_add_may_have_grown() -> None:
    found = ruleset("-m set --match-set near src -j DROP", "-j SET --add-set near src")
    assert found.chains[0].rules[0].steps[0].growing  # type: ignore[union-attr]


@given(st.text(max_size=200))
def test_garbage_never_breaks_it(text: str) -> None:
    decode_ipset_save(text)
    sets = decode_ipset_save(f"create near hash:ip family inet\nadd near {text}\n")
    with_sets(
        decode_iptables_save("*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -m set --match-set near src -j DROP", 4), sets
    )
