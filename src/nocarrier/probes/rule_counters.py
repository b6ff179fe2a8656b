"""Which rule of this machine's packet filter counts a few more SYNs of ours?

Asked only where the walk found a rule that stops them, or may: the counters are read, the SYNs sent (one a socket,
for the kernel repeats one only after a second), and the counters read again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from nocarrier.facts.arrival import Arrival
from nocarrier.facts.contrast import Contrast
from nocarrier.facts.hops import Hops
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import NamedRule, PacketFate
from nocarrier.facts.rule_counters import Rise, RuleCounters
from nocarrier.facts.ruleset import Ruleset
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes._packet_filter import read_filter
from nocarrier.probes._packet_walks import summary as walk_summary
from nocarrier.probes._packet_walks import walked
from nocarrier.readings.packet_walk import stopping_rules

AFTER = (TcpAttempt, PacketFate, Contrast, Hops, Leaving, Arrival)
SENT = 3
WAIT = 0.25
"Seconds for an answer: a SYN that is counted has been counted when it comes, or long before."
SHORTEST = 0.05
"The same where a round trip is known."
LATE = 0.5
"Seconds more where nothing was counted: the way may be long."

Counts = dict[tuple[str, str, str, str, int, int], NamedRule]


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """For the first address whose packets some rule stops, or may.

    Where they come in from another address than the client's (NAT on the way), they are walked once more from there.
    """
    for fate in [seen.facts for seen in scene.case.every(PacketFate, where)]:
        again = _from_where_it_came(scene, machine, where, fate)
        if again is not None:
            yield Observation(again, walk_summary(again))
            fate = again
        suspects = [
            end.rule for one in fate.passages for end in one.ends if end.fate in ("drop", "reject") and end.rule
        ]
        if not suspects:
            continue
        if all(rule.packets is None for rule in suspects):
            rises = tuple(Rise(rule=rule, before=None, after=None) for rule in suspects)
            facts = RuleCounters(address=fate.address, port=fate.port, sent=0, rises=rises)
            yield Observation(facts, summary(facts))
            return
        before = _counts(read_filter(machine).ruleset)
        _send(scene, fate)
        after = _counts(read_filter(machine).ruleset)
        if not _rises(suspects, before, after, only_risen=True):
            time.sleep(min(LATE, scene.remaining(LATE)))
            after = _counts(read_filter(machine).ruleset)
        facts = RuleCounters(
            address=fate.address, port=fate.port, sent=SENT, rises=_rises(suspects, before, after, only_risen=False)
        )
        yield Observation(facts, summary(facts))
        return


def _from_where_it_came(scene: Scene, machine: Machine, where: Where, fate: PacketFate) -> PacketFate | None:
    arrival = scene.case.seen(Arrival, where)
    attempt = next((seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == fate.address), None)
    if where is Where.CLIENT or arrival is None or attempt is None or arrival.facts.address != fate.address:
        return None
    came = arrival.facts.first("opening", "in")
    if came is None or not attempt.local_address or came.source == attempt.local_address.partition("%")[0]:
        return None
    return walked(scene, machine, where, attempt, came.source)


def _send(scene: Scene, fate: PacketFate) -> None:
    dial = Dial(
        transport="tcp",
        address=fate.address,
        port=fate.port,
        timeout=scene.for_an_answer(SHORTEST, WAIT),
        source=scene.options.source if (":" in scene.options.source) == (":" in fate.address) else "",
    )
    scene.client.dial([dial] * SENT)


def _counts(ruleset: Ruleset) -> Counts:
    return {rule.place: rule for rule in stopping_rules(ruleset)}


def _rises(suspects: Sequence[NamedRule], before: Counts, after: Counts, *, only_risen: bool) -> tuple[Rise, ...]:
    """The suspects, and every other rule that stops packets and counted some."""
    places = dict.fromkeys([rule.place for rule in suspects] + list(after))
    own = {rule.place: rule for rule in suspects}
    rises = []
    for place in places:
        rule = after.get(place) or own.get(place)
        if rule is None:
            continue
        old, new = before.get(place), after.get(place)
        rise = Rise(rule=rule, before=old.packets if old else None, after=new.packets if new else None)
        if rise.by > 0 or (place in own and not only_risen):
            rises.append(rise)
    return tuple(rises)


def summary(facts: RuleCounters) -> Prose:
    """The counter that rose, or that none did."""
    rose = [one for one in facts.rises if one.by > 0]
    if rose:
        return say(
            "while {sent} SYNs were sent, the counter of {rule} rose from {before} to {after}",
            sent=facts.sent,
            rule=bare(rose[0].rule.text),
            before=rose[0].before or 0,
            after=rose[0].after or 0,
        )
    if all(one.before is None for one in facts.rises):
        return say("the rule has no counter: {rule}", rule=bare(facts.rises[0].rule.text))
    return say("while {sent} SYNs were sent, no counter of a rule that would stop them moved", sent=facts.sent)


def bare(text: str) -> str:
    """A rule of nft without the state of its counter, which is told beside it."""
    words = text.split()
    if "counter" not in words:
        return text
    at = words.index("counter")
    told = words[at + 1 : at + 5]
    numbers = told[0::2] == ["packets", "bytes"] and all(word.isdecimal() for word in told[1::2])
    return " ".join(words[: at + 1] + words[at + 5 :]) if numbers else text
