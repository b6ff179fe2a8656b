"""Whether what the walk said of a trip is what the kernel did."""

from __future__ import annotations

from typing import Literal, NamedTuple

from nocarrier.facts.packet_fate import Decision, NamedRule, Passage
from nocarrier.facts.ruleset import Ruleset, Verdict
from tests.lab.kernel_walk.box import ACK, SYN, Icmp, Tcp
from tests.lab.kernel_walk.counters import Place
from tests.lab.kernel_walk.rulesets import MARKED
from tests.lab.kernel_walk.trips import Seen, reset_seen


class Outcome(NamedTuple):
    """``decided``: the walk named one end for each step, and was right. ``declined``: it named several, among them
    the right one. ``stop``: the fate of the packet where it ended."""

    what: Literal["decided", "declined", "wrong"]
    stop: str = ""
    why: str = ""


def compare(sport: int, passages: tuple[Passage, ...], seen: Seen, ruleset: Ruleset) -> Outcome:
    """Step by step, to where the packet ended."""
    stopping = _risen_stops(seen, ruleset)
    declined = False
    for passage in passages:
        passed = _passed(passage, stopping, seen)
        certain = passage.certain
        if certain is not None and certain.fate == "unknown":
            return Outcome("declined", stop=f"{passage.what} {passage.hook} unknown")
        if certain is None:
            declined = True
            if not any(_fits(end, passed, stopping, seen, passage, sport) for end in passage.ends):
                return Outcome(
                    "wrong",
                    why=f"{passage.hook} {passage.what}: none of {passage.ends}, passed {passed}, rose {stopping}",
                )
        elif not _fits(certain, passed, stopping, seen, passage, sport):
            return Outcome("wrong", why=f"{passage.hook} {passage.what}: {certain}, passed {passed}, rose {stopping}")
        if not passed:
            stop = certain.fate if certain else "?"
            return Outcome("declined" if declined else "decided", stop=f"{passage.what} {passage.hook} {stop}")
    if not declined and stopping and not seen.connected:
        return Outcome("wrong", why=f"it passes, but {stopping} rose")
    return Outcome("declined" if declined else "decided", stop="passes")


def _fits(end: Decision, passed: bool, stopping: dict[Place, int], seen: Seen, passage: Passage, sport: int) -> bool:
    if end.fate == "unknown":
        return True
    if end.fate == "accept":
        return passed
    if passed or end.rule is None:
        return False
    place = place_of(end.rule)
    if end.fate == "reject":
        # The message of a rejection goes out through the rules itself, and may be stopped there.
        return stopping.get(place, 0) >= 1 and _answer_fits(end, seen, passage, sport)
    if end.rule.policy:
        return not stopping
    # A rule with a verdict map counts what it lets pass too.
    return stopping == {place: 1} or (not stopping and seen.risen.get(place, 0) >= 1)


def _answer_fits(end: Decision, seen: Seen, passage: Passage, sport: int) -> bool:
    """What was seen of it, if anything, is what the rule sends. (To a program of the box it comes over lo.)"""
    messages = {
        (one.type, one.code)
        for one in (*seen.near, *seen.far)
        # Another message may be about the answer of a rejection, which was rejected itself.
        if isinstance(one, Icmp) and (one.sport == sport) is (passage.what == "syn")
    }
    if messages:
        return end.icmp in messages
    return end.tcp_reset or not reset_seen(seen)


def place_of(rule: NamedRule) -> Place:
    """Where its counter is found."""
    return Place(rule.backend == "iptables-legacy", rule.family, rule.table, rule.chain, rule.number)


def _risen_stops(seen: Seen, ruleset: Ruleset) -> dict[Place, int]:
    """The rules that drop or reject and counted something."""
    stops = {
        Place(chain.backend == "iptables-legacy", chain.family, chain.table, chain.name, rule.number)
        for chain in ruleset.chains
        for rule in chain.rules
        if isinstance(rule.verdict, Verdict) and rule.verdict.kind in ("drop", "reject")
    }
    return {place: by for place, by in seen.risen.items() if place in stops and by}


def _passed(passage: Passage, stopping: dict[Place, int], seen: Seen) -> bool:
    """Whether the packet came through this hook: by the marker there.

    Where a link's own hooks have none, by what came after, or because no rule of theirs counted.
    """
    number, wanted = (1, SYN) if passage.what == "syn" else (2, SYN | ACK)
    marker = passage.hook if passage.hook in MARKED else "prerouting"
    if passage.hook != "egress" and seen.risen.get(Place(False, "inet", "seen", marker, number), 0) > 0:
        return True
    if passage.hook in MARKED:
        return False
    left = (isinstance(one, Tcp) and one.flags & (SYN | ACK) == wanted for one in (*seen.near, *seen.far))
    # The rules of a link may count something else too: the answer of a rejection on its way out.
    return not any(place.chain == f"at_{passage.hook}" for place in stopping) or (
        passage.hook == "egress" and any(left)
    )
