"""What the counters of a packet filter say about the rule that the walk names.

the rule counted our packets         that rule stops them
it has a counter, and it stood still     they do not come to it: something before it stops them, here or on the way
it has no counter                    the walk alone speaks
the walk cannot tell, one rule counted   that rule stops them
"""

from __future__ import annotations

from nocarrier.causes._firewall import for_everybody
from nocarrier.facts.packet_fate import Decision, NamedRule, PacketFate
from nocarrier.facts.rule_counters import RuleCounters
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty
from nocarrier.model.record import Record

LIMITS = (
    "limit",
    "recent",
    "hitcount",
    "ct count",
    "quota",
    "meter",
    "add @",
    "update @",
    "set add",
    "set update",
    "hashlimit",
)
"Words of tests that hold for some packets of a sender and not for others: what they keep out is connection-limited."


class Weighed(Record):
    """The rule that stops the packets, how sure that is, and what says so. ``still``: its counter did not move."""

    decision: Decision
    rule: NamedRule
    certainty: Certainty
    because: tuple[Evidence[Any], ...]
    still: bool = False


def weighed(
    case: Case,
    where: Where,
    rules: Evidence[PacketFate],
    stop: Decision | None,
    hooks: tuple[str, ...],
    what: str = "syn",
) -> Weighed | None:
    """The certain ``stop`` of the walk with what its counter says; without one, the rule that counted instead."""
    counters = next(
        (one for one in case.every(RuleCounters, where) if one.facts.address == rules.facts.address), None
    )
    if stop is not None and stop.rule is not None:
        return _confirmed(rules, stop, stop.rule, counters)
    if counters is None:
        return None
    ends = [end for end in rules.facts.ends(hooks, what) if end.fate in ("drop", "reject")]
    culprit = counters.facts.culprit(ends)
    if culprit is None or culprit.rule is None:
        return None
    sure = for_everybody(rules.facts, culprit) and not limited(rules.facts)
    certainty = Certainty.PROVEN if sure else Certainty.LIKELY
    return Weighed(culprit, culprit.rule, certainty, (rules, counters))


def limited(facts: PacketFate) -> bool:
    """The walk could not tell because of a rule that holds for some packets of a sender and not for others."""
    return any(word in doubt for one in facts.passages for doubt in one.doubts for word in LIMITS)


def _confirmed(
    rules: Evidence[PacketFate], stop: Decision, rule: NamedRule, counters: Evidence[RuleCounters] | None
) -> Weighed:
    sure = Certainty.PROVEN if for_everybody(rules.facts, stop) else Certainty.LIKELY
    if counters is None:
        return Weighed(stop, rule, sure if rule.packets is None else Certainty.LIKELY, (rules,))
    said = counters.facts.says(rule)
    if said == "no counter":
        return Weighed(stop, rule, sure, (rules,))
    if said == "counted":
        return Weighed(stop, rule, sure, (rules, counters))
    if said == "still":
        return Weighed(stop, rule, Certainty.POSSIBLE, (rules, counters), still=True)
    return Weighed(stop, rule, Certainty.LIKELY, (rules, counters))
