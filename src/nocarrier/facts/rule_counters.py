"""Counters of a machine's packet filter before and after a few packets of ours: which rule they met."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.facts.packet_fate import Decision, NamedRule
from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Rise(Record, kw_only=True):
    """One rule (or policy) that can stop the packets, and its counter; None where it has none."""

    rule: NamedRule
    before: int | None
    after: int | None

    @property
    def by(self) -> int:
        """How far it rose."""
        return (self.after or 0) - (self.before or 0)


class RuleCounters(Facts, kw_only=True):
    """The stopping rules that the walk came upon, and others whose counter rose, while ``sent`` SYNs were sent."""

    address: str
    port: int
    sent: int
    rises: tuple[Rise, ...]

    def says(self, rule: NamedRule) -> Literal["counted", "still", "unclear", "no counter"]:
        """Whether our packets met the rule: most of them were counted, none was, or it does not tell."""
        seen = next((one for one in self.rises if one.rule.place == rule.place), None)
        if seen is None or seen.before is None or seen.after is None:
            return "no counter"
        if seen.by == 0:
            return "still"
        return "counted" if self._most(seen) else "unclear"

    def culprit(self, ends: Sequence[Decision]) -> Decision | None:
        """Of several possible ends the one whose rule counted our packets, where it is the only rule that did."""
        rose = [one for one in self.rises if one.by > 0]
        if len(rose) != 1 or not self._most(rose[0]):
            return None
        return next((end for end in ends if end.rule is not None and end.rule.place == rose[0].rule.place), None)

    def _most(self, seen: Rise) -> bool:
        """A packet or two may be lost on the way; other senders' may be counted too."""
        return seen.by * 2 > self.sent
