"""Which connections a listener takes."""

from __future__ import annotations

import pytest

from nocarrier.facts.listeners import Listener


@pytest.mark.parametrize(
    ("listener", "taken", "not_taken"),
    [
        (Listener(address="0.0.0.0", port=80), ("10.0.0.5", "127.0.0.1"), ("fd00::5",)),
        (Listener(address="::", port=80, v6only=False), ("10.0.0.5", "fd00::5"), ()),
        (Listener(address="10.0.0.5", port=80), ("10.0.0.5",), ("10.0.0.6", "127.0.0.1")),
        (
            Listener(address="0.0.0.0", port=80, device="eth1", device_addresses=("10.0.1.5", "fd01::5")),
            ("10.0.1.5",),
            ("10.0.0.5", "127.0.0.1", "fd01::5"),
        ),
        (
            Listener(address="0.0.0.0", port=80, device="lo", device_addresses=("127.0.0.1",)),
            ("127.0.0.1", "127.0.0.2"),
            ("10.0.0.5",),
        ),
    ],
    ids=["every address", "both families", "one address", "one link", "the loopback link"],
)
def test_what_it_takes(listener: Listener, taken: tuple[str, ...], not_taken: tuple[str, ...]) -> None:
    assert [listener.takes(address) for address in taken] == [True] * len(taken)
    assert [listener.takes(address) for address in not_taken] == [False] * len(not_taken)


def test_a_link_narrows_every_address() -> None:
    bound = Listener(address="0.0.0.0", port=80, device="eth1", device_addresses=("10.0.1.5",))
    assert (bound.any_address, bound.loopback, bound.bound) == (False, False, "0.0.0.0%eth1")
    assert Listener(address="0.0.0.0", port=80, device="lo").loopback
