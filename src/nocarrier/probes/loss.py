"""How many single packets get lost on the way to the target and back?

Asked where a connection was made though an earlier packet of it had no answer, where a second one was not made or
brought no byte, and where nothing came of the target's
port while some of the others answered and some did not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.loss import Loss, Share
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene, unsent
from nocarrier.probes.contrast import UNLIKELY

AFTER = (TcpAttempt, Contrast)
FEW, MANY = 6, 32
"Packets to each port: to see whether any is answered at all, and how many are."
SPACE = 0.02
"Seconds between two of many: a burst would find short queues full and limits exhausted, and say nothing of the way."
ROUND_TRIPS, SHORT, LONG = 4.0, 0.12, 0.25
"An answer is waited for so many round trips, and no less than these seconds for few, for many."
LONGEST = 0.9
"Seconds that an answer is waited for at most: the kernel sends its SYN again after 1 s (RFC 6298)."


class _Reason(Record):
    """The attempt that gives reason to look, and the seconds that an answer takes. ``hangs``: the connection stands."""

    attempt: TcpAttempt
    round_trip: float
    hangs: bool = False


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the first address that gives reason to look."""
    reason = _reason(scene)
    if reason is None:
        return
    attempt, patience = reason.attempt, ROUND_TRIPS * reason.round_trip
    soon = min(max(SHORT, patience), LONGEST, scene.remaining())
    if reason.hangs:
        # Nothing is sent to a program that may hang before it is known that packets get lost: it would keep them all.
        facts = _tried(machine, attempt, 0, 2 * FEW, 0.0, soon)
        more = facts.other.some
    else:
        facts = _tried(machine, attempt, FEW, FEW, 0.0, soon)
        more = facts.own.answered > 0
    if more:
        facts = _tried(machine, attempt, MANY, MANY, SPACE, min(max(LONG, patience), LONGEST, scene.remaining()))
    yield Observation(facts, summary(facts))


def _reason(scene: Scene) -> _Reason | None:
    attempts = [seen.facts for seen in scene.case.every(TcpAttempt)]
    late = [one for one in attempts if one.connected and one.passed_over]
    made = [one for one in attempts if one.connected]
    second = next((seen.facts for seen in scene.case.every(Exchange)), None)
    if late or (made and second is not None and second.unmade):
        attempt = (late or made)[0]
        return _Reason(attempt, attempt.waited_ms / 1e3)
    if made and second is not None and second.silent:
        return _Reason(made[0], made[0].waited_ms / 1e3, hangs=True)
    mixed = {seen.facts.address: seen.facts for seen in scene.case.every(Contrast) if _mixed(seen.facts)}
    silent = next((one for one in attempts if one.expired and one.address in mixed), None)
    return None if silent is None else _Reason(silent, mixed[silent.address].round_trip_ms / 1e3)


def _mixed(facts: Contrast) -> bool:
    """Some ports answered and some did not: filters do that, and loss."""
    return bool(facts.answering) and any(other.how == "silent" for other in facts.others)


def _tried(machine: Machine, attempt: TcpAttempt, own: int, other: int, space: float, wait: float) -> Loss:
    beside = next(port for port in UNLIKELY if port != attempt.port)
    planned = sorted(
        (number, port) for port, count in ((attempt.port, own), (beside, other)) for number in range(count)
    )
    got = machine.dial(
        [
            Dial(transport="tcp", address=attempt.address, port=port, timeout=wait, after=number * space)
            for number, port in planned
        ]
    )
    shares = {
        port: share([one for one, (_, asked) in zip(got, planned, strict=True) if asked == port])
        for port in (attempt.port, beside)
    }
    return Loss(
        address=attempt.address,
        port=attempt.port,
        own=shares[attempt.port],
        beside=beside,
        other=shares[beside],
        wait_ms=round(wait * 1e3, 1),
    )


def share(got: Sequence[Dialled]) -> Share:
    """An answer is a connection or a reset; what could not even be sent is left out."""
    sent = [one for one in got if not unsent(one)]
    answered = sum(one.connected or one.errno == "ECONNREFUSED" for one in sent)
    return Share(sent=len(sent), answered=answered)


def summary(facts: Loss) -> Prose:
    """How many of how many, in a line."""
    return say(
        "{there} answered {answered} of {sent} single packets, port {beside} {others} of {sent_there}",
        there=endpoint(facts.address, facts.port),
        answered=facts.own.answered,
        sent=facts.own.sent,
        beside=facts.beside,
        others=facts.other.answered,
        sent_there=facts.other.sent,
    )
