"""Is there room for another connection in the packet filter's table, and does it drop the client's packets?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.conntrack import Conntrack, TableRound
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes._trial import in_vain, rounds
from nocarrier.readings.conntrack import decode_dropped

AFTER = (TcpAttempt, Contrast)
COUNT = "/proc/sys/net/netfilter/nf_conntrack_count"
MOST = "/proc/sys/net/netfilter/nf_conntrack_max"
HELD_FOR = "/proc/sys/net/netfilter/nf_conntrack_tcp_timeout_established"
STATISTICS = "/proc/net/stat/nf_conntrack"
IN_A_CONTAINER = ("sh", "-c", f'[ "$(id -u)" = 0 ] && [ ! -w {MOST} ]')
"""Succeeds where not even root may write the limit: outside the first network namespace its mode is 0444
(net/netfilter/nf_conntrack_standalone.c, nf_conntrack_standalone_init_sysctl)."""
FILES = (COUNT, MOST, HELD_FOR)
NEARLY = 0.95
"The share of the table from which on a few SYNs are tried."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, around the first address from which nothing came back."""
    attempt = in_vain(scene)
    if attempt is None:
        return
    count, most = _number(machine, COUNT), _number(machine, MOST)
    if count is None or most is None:
        raise CannotLook(say("this kernel tracks no connections"))
    tried = tuple(_rounds(scene, machine, attempt)) if most and count >= most * NEARLY else ()
    facts = Conntrack(
        address=attempt.address,
        port=attempt.port,
        count=count,
        later=(_number(machine, COUNT) or 0) if tried else count,
        most=most,
        held_for=_number(machine, HELD_FOR),
        settable=not tried or machine.run(IN_A_CONTAINER).status != 0,
        rounds=tried,
    )
    yield Observation(facts, summary(facts))


def _rounds(scene: Scene, machine: Machine, attempt: TcpAttempt | Exchange) -> Iterator[TableRound]:
    def dropped() -> int:
        return decode_dropped(machine.read(STATISTICS, 1 << 18).text)

    for moment in rounds(scene, attempt, dropped, lambda before, after: after - before):
        yield TableRound(
            sent=moment.sent,
            unanswered=moment.unanswered,
            quiet=moment.between - moment.start,
            during=moment.end - moment.between,
        )


def _number(machine: Machine, path: str) -> int | None:
    text = machine.read(path, 32).text.strip()
    return int(text) if text.isdigit() else None


def summary(facts: Conntrack) -> Prose:
    """How many of how many, in a line."""
    entries = say("{count} of {most} tracked connections", count=facts.count, most=facts.most)
    if not facts.rounds:
        return entries
    return say(
        "{entries}; {unanswered} attempts got no answer, {dropped} packets were dropped meanwhile",
        entries=entries,
        unanswered=sum(one.unanswered for one in facts.rounds),
        dropped=sum(one.during for one in facts.rounds),
    )
