"""From addresses to links: pure, so every shape is tried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.lab.topology import Topology, plan
from nocarrier.model.scenario import Host, client, router, server


def ports(topology: Topology) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(port.host, port.name): port.addresses for segment in topology.segments for port in segment.ports}


def test_the_usual_three_hosts_are_joined_by_two_cables_that_carry_both_families() -> None:
    topology = plan((client(), router(), server()))
    assert [[port.host for port in segment.ports] for segment in topology.segments] == [
        ["client", "router"],
        ["router", "server"],
    ]
    assert ports(topology) == {
        ("client", "eth0"): ("10.10.0.7/24", "fd10::7/64"),
        ("router", "eth0"): ("10.10.0.1/24", "fd10::1/64"),
        ("router", "eth1"): ("10.20.0.1/24", "fd20::1/64"),
        ("server", "eth0"): ("10.20.0.5/24", "fd20::5/64"),
    }


def test_a_router_keeps_its_ipv6_address_on_the_cable_of_a_client_that_has_none() -> None:
    topology = plan((client(addresses=("10.10.0.7/24",)), router(), server()))
    assert ports(topology)["router", "eth0"] == ("10.10.0.1/24", "fd10::1/64")
    assert ports(topology)["client", "eth0"] == ("10.10.0.7/24",)


def test_three_hosts_in_one_network_share_one_segment() -> None:
    hosts = tuple(Host(name=name, addresses=(f"10.0.0.{at}/24",)) for at, name in enumerate("abc", 1))
    (segment,) = plan(hosts).segments
    assert [port.host for port in segment.ports] == ["a", "b", "c"]


def test_a_host_alone_in_a_network_has_an_interface_for_it() -> None:
    topology = plan(
        (Host(name="a", addresses=("10.0.0.1/24", "192.168.7.1/24")), Host(name="b", addresses=("10.0.0.2/24",)))
    )
    assert ports(topology)["a", "eth1"] == ("192.168.7.1/24",)


def test_loopback_and_single_addresses_need_no_cable() -> None:
    topology = plan((Host(name="a", addresses=("127.0.0.2/8", "10.9.9.9/32", "fd00::1/128")),))
    assert topology.segments == ()
    assert topology.loopback == {"a": ("127.0.0.2/8", "10.9.9.9/32", "fd00::1/128")}


def test_a_link_local_address_stands_on_the_first_interface() -> None:
    topology = plan(
        (Host(name="a", addresses=("10.0.0.1/24", "fe80::1/64")), Host(name="b", addresses=("10.0.0.2/24",)))
    )
    assert ports(topology)["a", "eth0"] == ("10.0.0.1/24", "fe80::1/64")


def test_a_link_local_address_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="no network"):
        plan((Host(name="a", addresses=("fe80::1/64",)),))


@given(
    st.lists(
        st.lists(st.tuples(st.booleans(), st.integers(0, 4)).map(lambda pick: pick), unique=True, max_size=6),
        min_size=1,
        max_size=5,
    )
)
def test_every_address_is_on_exactly_one_interface_and_every_name_once(shape: list[list[tuple[bool, int]]]) -> None:
    hosts = tuple(
        Host(
            name=f"h{at}",
            addresses=tuple(f"fd{net}::{at + 1}/64" if six else f"10.{net}.0.{at + 1}/24" for six, net in wanted),
        )
        for at, wanted in enumerate(shape)
    )
    topology = plan(hosts)
    found = [
        (port.host, port.name, address)
        for segment in topology.segments
        for port in segment.ports
        for address in port.addresses
    ]
    assert sorted((host, address) for host, _, address in found) == sorted(
        (host.name, address) for host in hosts for address in host.addresses
    )
    names = [(port.host, port.name) for segment in topology.segments for port in segment.ports]
    macs = [port.mac for segment in topology.segments for port in segment.ports]
    assert len(set(names)) == len(names)
    assert len(set(macs)) == len(macs)
    for segment in topology.segments:
        assert len({port.host for port in segment.ports}) == len(segment.ports)
