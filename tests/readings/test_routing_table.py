"""Which route or rule the kernel comes to."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.routing_table import PolicyRule, RoutingTable, TableRoute
from nocarrier.readings.routing_table import covers, decode_routes, decode_rules, longest_first, routes_of_json

MAIN = PolicyRule(priority=32766, action="lookup", table="main")


def route(kind: str, prefix: str, table: str = "main") -> TableRoute:
    length = 0 if prefix == "default" else int(prefix.partition("/")[2])
    return TableRoute(kind=kind, prefix=prefix, length=length, table=table)


@given(st.ip_addresses(v=4), st.integers(0, 32), st.ip_addresses(v=4))
def test_covers_is_what_ipaddress_says(base: object, length: int, address: object) -> None:
    network = ip_network(f"{base}/{length}", strict=False)
    there = ip_address(str(address))
    assert covers(network.network_address.packed, length, there.packed) == (there in network)


def test_the_longest_prefix_wins() -> None:
    routes = longest_first([route("unicast", "default"), route("blackhole", "10.20.0.0/16")])
    table = RoutingTable(address="10.20.0.5", routes=routes, rules=(MAIN,))
    assert table.reached() == route("blackhole", "10.20.0.0/16")
    assert table.forbidding("EINVAL") == route("blackhole", "10.20.0.0/16")
    assert table.forbidding("EACCES") is None


def test_a_rule_comes_before_the_tables_behind_it() -> None:
    rule = PolicyRule(priority=100, action="prohibit")
    table = RoutingTable(address="10.20.0.5", routes=(route("unicast", "default"),), rules=(rule, MAIN))
    assert table.reached() == rule
    assert table.forbidding("EACCES") == rule


def test_a_throw_route_goes_on_with_the_next_table() -> None:
    rules = (PolicyRule(priority=50, action="lookup", table="200"), MAIN)
    routes = (route("throw", "10.20.0.0/16", "200"), route("unicast", "default"))
    assert RoutingTable(address="10.20.0.5", routes=routes, rules=rules).reached() == routes[1]
    assert RoutingTable(address="10.20.0.5", routes=routes[:1], rules=rules).forbidding("ENETUNREACH") == routes[0]


def test_a_suppressed_default_route_does_not_count() -> None:
    rules = (PolicyRule(priority=50, action="lookup", table="main", suppress=0),)
    table = RoutingTable(address="10.20.0.5", routes=(route("blackhole", "default"),), rules=rules)
    assert table.reached() is None


@pytest.mark.parametrize(
    ("words", "kind", "length"),
    [
        ({"type": "blackhole", "dst": "10.20.0.0/16"}, "blackhole", 16),
        ({"dst": "10.20.0.5", "dev": "eth0"}, "unicast", 32),
        ({"dst": "default", "gateway": "10.10.0.1", "dev": "eth0"}, "unicast", 0),
    ],
)
def test_the_json_of_ip(words: dict[str, str], kind: str, length: int) -> None:
    (found,), count = routes_of_json("10.20.0.5", [words, {"dst": "192.168.0.0/24"}, {"dst": "nonsense/x"}])
    assert (found.kind, found.length, count) == (kind, length, 3)


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    assert decode_routes("10.20.0.5", data, {})[1] >= 0
    assert all(rule.applies is not False for rule in decode_rules("fd20::5", "", 80, data))
