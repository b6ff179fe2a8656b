"""Which names and addresses are mistaken for each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.known_hosts import decode_known_hosts
from nocarrier.readings.nearness import mistaken, near, near_addresses, slips

words = st.text("abcde.", max_size=12)


@pytest.mark.parametrize(
    ("name", "other", "apart"),
    [("shop", "shop", 0), ("shpo", "shop", 1), ("sop", "shop", 1), ("shopp", "shop", 1), ("ship", "shop", 1),
     ("shop", "warehouse", 3), ("", "ab", 2)],
)  # fmt: skip
def test_slips(name: str, other: str, apart: int) -> None:
    assert slips(name, other) == apart


@given(words, words)
def test_slips_are_symmetric_and_bounded(name: str, other: str) -> None:
    assert slips(name, other) == slips(other, name) <= 3
    assert (slips(name, other) == 0) == (name == other)


@pytest.mark.parametrize(
    ("name", "other", "is_near"),
    [
        ("shpo.example", "shop.example", True),
        ("www.shop.example", "shop.example", True),
        ("db1", "db1.corp.example", True),
        ("shop.example", "warehouse.example", False),
        ("db1", "web", False),
        ("db1.corp.example", "db2.corp.example", True),
        ("blk.corp.example", "old.corp.example", False),
        ("a.corp.example", "b.corp.example", False),
        ("shpo.exmaple", "shop.example", True),
        ("warehuose.exmaple", "warehouse.example", True),
        ("shopexample.com", "shop.example.com", True),
        ("shop.example", "shop.example", False),
    ],
)
def test_near(name: str, other: str, is_near: bool) -> None:
    assert near(name, other) is is_near


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("shpo.example", "shop.example"),
        ("shopp.example", "shop.example"),
        ("shop.example.con", "shop.example.com"),
        ("www.shop.example", "shop.example"),
        ("shop.example", "www.shop.example"),
        ("my_shop.example", "my-shop.example"),
        ("shop.exmaple", "shop.example"),
    ],
)
def test_what_was_meant_is_among_the_names_tried(typed: str, meant: str) -> None:
    assert meant in mistaken(typed)


@given(st.text("ab.-_01", min_size=1, max_size=30))
def test_names_tried_are_few_and_whole(name: str) -> None:
    tried = mistaken(name)
    assert len(tried) <= 24
    assert name not in tried
    assert all(all(each.split(".")) for each in tried)


def test_addresses_only_of_private_networks() -> None:
    assert "10.20.0.5" in near_addresses("10.20.0.6")
    assert "192.168.1.21" in near_addresses("192.168.1.12")
    assert near_addresses("8.8.8.8") == ()
    assert near_addresses("fd00::1") == ()
    assert near_addresses("127.0.0.1") == ()


@given(st.ip_addresses(v=4).map(str))
def test_addresses_stay_in_their_network(address: str) -> None:
    found = near_addresses(address)
    assert len(found) <= 8
    assert address not in found
    assert all(each.rpartition(".")[0] == address.rpartition(".")[0] for each in found)


def test_known_hosts() -> None:
    text = (
        "# mine\nshop.example,10.0.0.5 ssh-ed25519 AAAA\n[Gate.Example]:2222 ssh-rsa AAAA\n|1|a=|b= ssh-rsa A\n"
        "@cert-authority *.example ssh-rsa A\n*.example ssh-rsa A\n!no.example ssh-rsa A\n\n"
    )
    assert decode_known_hosts(text) == ("shop.example", "gate.example")


@given(st.text(max_size=200))
def test_any_text_is_a_known_hosts_file(text: str) -> None:
    assert all(name and name == name.lower() for name in decode_known_hosts(text))
