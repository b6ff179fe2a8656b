"""A few SYNs of the client beside quiet moments of equal length, while somebody's counters are read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial
from nocarrier.model.annotations import Generic, TypeVar
from nocarrier.model.record import Record
from nocarrier.probes import Scene

Counters = TypeVar("Counters")

ROUNDS, WAIT = 2, 0.3
"Rounds, and the seconds that each quiet and each busy moment lasts where no more is known of the way."
ROUND_TRIPS, AT_LEAST = 4.0, 0.08
"The same where an answer of that host was timed: a SYN is there after half a round trip."
PATIENCE = 4
"How often a quiet moment is waited for: what other probes of ours have under way ends meanwhile."
FEWEST, MOST = 8, 32
"SYNs of one round; more where the counters rise by themselves."


class Moments(Record, Generic[Counters]):
    """The counters before a quiet moment, between, and after the busy one, in which ``sent`` SYNs left."""

    start: Counters
    between: Counters
    end: Counters
    sent: int
    unanswered: int


def in_vain(scene: Scene) -> TcpAttempt | Exchange | None:
    """The first TCP connection that got no answer; the second one to an address also where the first was made."""
    attempts: list[TcpAttempt | Exchange] = [seen.facts for seen in scene.case.every(TcpAttempt)]
    seconds = [seen.facts for seen in scene.case.every(Exchange) if seen.facts.unmade]
    return next((one for one in (*attempts, *seconds) if one.expired), None)


def rounds(
    scene: Scene,
    attempt: TcpAttempt | Exchange,
    count: Callable[[], Counters],
    noise: Callable[[Counters, Counters], int],
) -> Iterator[Moments[Counters]]:
    """``noise`` says by how many packets the counters differ."""
    size, lasting = FEWEST, min(_moment(scene, attempt.address), scene.remaining())
    for _ in range(ROUNDS):
        for _ in range(PATIENCE):
            start = count()
            time.sleep(lasting)
            between = count()
            if not noise(start, between):
                break
        dial = Dial(
            transport="tcp",
            address=attempt.address,
            port=attempt.port,
            timeout=lasting,
            source=scene.source_toward(attempt.address),
        )
        dialled = scene.client.dial([dial] * size)
        unanswered = sum(one.expired and not one.connected for one in dialled)
        yield Moments(start, between, count(), size, unanswered)
        size = max(FEWEST, min(MOST, 8 * noise(start, between)))


def _moment(scene: Scene, address: str) -> float:
    """How many seconds a moment lasts."""
    timed = [seen.facts.round_trip_ms for seen in scene.case.every(Contrast) if seen.facts.address == address]
    return min(WAIT, max(AT_LEAST, ROUND_TRIPS * max(timed) / 1e3)) if any(timed) else WAIT
