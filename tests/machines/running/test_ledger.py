"""Tests of what is kept of many connects."""

from __future__ import annotations

import os

from nocarrier.machines.running.ledger import MOST, MOST_OVERHEARD, Ledger


def test_what_became_of_each_in_the_order_last_tried() -> None:
    ledger = Ledger()
    for number, place in enumerate([("a", 1), ("b", 2), ("a", 1), ("c", 3), ("d", 4)], 1):
        ledger.tried((*place, -1, True), number, {}, 7)
    ledger.ended(-1, 1, made=True)
    ledger.ended(-1, 3, made=False)
    assert ledger.knows(-1, 2)
    assert not ledger.knows(0, 2)
    told = ledger.told({(-1, 4): True, (-1, 5): False})
    assert [(one["address"], one["made"], one["pending"], one["times"]) for one in told] == [
        ("b", None, False, 1),
        ("a", False, False, 2),
        ("c", True, False, 1),
        ("d", None, True, 1),
    ]


def test_a_socket_that_only_its_packet_holds_still_waits() -> None:
    """Nobody tells of its end before the next hop's address is given up, and whoever made it is gone."""
    ledger = Ledger()
    ledger.tried(("a", 1, -1, True), 1, {}, 1 << 30)
    ledger.tried(("b", 2, -1, True), 2, {}, os.getpid())
    ledger.tried(("c", 3, 0, True), 3, {}, 1 << 30)
    ledger.tried(("d", 4, -1, True), 4, {}, 1 << 30)
    assert ledger.lingering({(-1, 4): True}) == [(-1, 1)]


def test_it_is_bounded_and_says_so() -> None:
    ledger = Ledger()
    for port in range(MOST_OVERHEARD + 1):
        ledger.overheard("a", port)
    assert (len(ledger.told({})), ledger.whole) == (MOST_OVERHEARD, False)
    ledger = Ledger()
    for port in range(MOST + 5):
        ledger.tried(("a", port, -1, True), port, None, 0)
    assert (len(ledger.told({})), ledger.whole) == (MOST, False)
    assert ledger.told({})[-1]["port"] == MOST + 4
