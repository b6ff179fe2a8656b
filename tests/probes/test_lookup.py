"""What a name or an address becomes before it is dialled."""

from __future__ import annotations

import pytest

from nocarrier.facts.lookup import Lookup
from nocarrier.machines import Resolved
from nocarrier.model.evidence import Where
from nocarrier.probes import lookup
from tests.probes.paper import Paper, scene


class Resolving(Paper):
    """A machine whose resolver knows one name."""

    def resolve(self, name: str, timeout: float) -> Resolved:
        return Resolved(addresses=("fd20::5", "::ffff:10.20.0.5", "10.20.0.5"))


def looked(target: str) -> Lookup:
    machine = Resolving({})
    (seen,) = lookup.look(scene(machine, target), machine, Where.CLIENT)
    assert isinstance(seen.facts, Lookup)
    return seen.facts


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("[::ffff:10.20.0.5]", "10.20.0.5"),
        ("[::FFFF:a14:5]", "10.20.0.5"),
        ("[0:0:0:0:0:ffff:a14:5]", "10.20.0.5"),
        ("[fd20::ffff:5]", "fd20::ffff:5"),
        ("[fe80::1%eth0]", "fe80::1%eth0"),
        ("10.20.0.5", "10.20.0.5"),
    ],
)
def test_a_mapped_address_is_the_one_that_packets_go_to(host: str, address: str) -> None:
    found = looked(f"tcp://{host}:8080")
    assert (found.addresses, found.literal) == ((address,), True)


def test_a_name_that_has_a_mapped_address_has_the_one_behind_it() -> None:
    assert looked("tcp://shop.example:8080").addresses == ("fd20::5", "10.20.0.5")
