"""Where a held connection is in the server's socket table."""

from __future__ import annotations

from nocarrier.facts.landing import Landing
from nocarrier.machines import Dial, Dialled
from nocarrier.probes.landing import examine
from nocarrier.readings.inet_diag import DiagSocket

DIAL = Dial(transport="tcp", address="10.20.0.5", port=8080, timeout=1, receive=1, receive_for=1)
HELD = Dialled(stage="exchange", local_address="10.10.0.7", local_port=4000, expired=True)


def end(port: int, peer: str, peer_port: int = 4000) -> DiagSocket:
    return DiagSocket(
        state=1,
        source="10.20.0.5",
        source_port=port,
        destination=peer,
        destination_port=peer_port,
        inode=7,
        queued=0,
        backlog=0,
        v6only=None,
    )


def at(*ends: DiagSocket, dialled: Dialled = HELD) -> int | None:
    facts: Landing | None = examine(DIAL, dialled, ends)
    return facts.at if facts is not None else None


def test_it_ends_where_it_was_dialled() -> None:
    assert at(end(53, "10.10.0.7", 4001), end(8080, "10.10.0.7")) == 8080


def test_the_clients_address_may_be_translated() -> None:
    assert at(end(8080, "::ffff:10.20.0.1")) == 8080


def test_another_clients_port_proves_nothing() -> None:
    by_chance = examine(DIAL, HELD, (end(8080, "10.20.0.1"),))
    own = examine(DIAL, HELD, (end(8080, "10.20.0.1"), end(8080, "::ffff:10.10.0.7")))
    assert by_chance is not None
    assert not by_chance.ours
    assert own is not None
    assert own.ours
    assert at(end(8080, "10.20.0.1"), end(53, "10.10.0.7")) == 53


def test_it_ends_on_another_port() -> None:
    assert at(end(53, "::ffff:10.10.0.7"), end(8080, "10.10.0.7", 4001)) == 53


def test_another_clients_on_another_port_is_not_it() -> None:
    assert at(end(53, "10.20.0.1")) == 0


def test_one_that_ended_is_in_no_table() -> None:
    ended = Dialled(stage="exchange", local_address="10.10.0.7", local_port=4000, closed=True)
    assert at(dialled=ended) is None
    assert at(end(8080, "10.10.0.7"), dialled=ended) == 8080
