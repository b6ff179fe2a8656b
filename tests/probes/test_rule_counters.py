"""Counters of a packet filter before and after a few SYNs; the filter is on paper, the SYNs go to this machine."""

from __future__ import annotations

import json
from collections.abc import Sequence

from nocarrier.facts.arrival import Arrival, Sighting
from nocarrier.facts.packet_fate import Decision, NamedRule, PacketFate, Passage
from nocarrier.facts.rule_counters import RuleCounters
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Patience, Ran
from nocarrier.model.evidence import Case, Where
from nocarrier.model.record import replace
from nocarrier.probes import Options, Scene
from nocarrier.probes._packet_filter import NFT
from nocarrier.probes.rule_counters import SENT, bare, look
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen
from tests.probes.paper import Paper, scene

SERVER = "10.20.0.5"

RULE = NamedRule(backend="nft", family="inet", table="f", chain="in", text="drop", handle=4, number=1, packets=0)


class Filter(Paper):
    """Each SYN that is dialled is counted by the rule, unless it is lost before it comes there."""

    def __init__(self, *, reached: bool = True, counter: bool = True) -> None:
        super().__init__({})
        self.reached, self.counter, self.packets, self.dialled = reached, counter, 12, 0

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        if command != NFT:
            return Ran(errno="ENOENT")
        counter = [{"counter": {"packets": self.packets, "bytes": 0}}] if self.counter else []
        rule = {"family": "inet", "table": "f", "chain": "in", "handle": 4, "expr": [*counter, {"drop": None}]}
        chain = {"family": "inet", "table": "f", "name": "in", "hook": "input", "prio": 0, "policy": "accept"}
        return Ran(status=0, out=json.dumps({"nftables": [{"chain": chain}, {"rule": rule}]}).encode())

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        self.dialled += len(dials)
        self.packets += len(dials) * self.reached
        return tuple(Dialled(stage="connect", expired=True) for _ in dials)


def watched(machine: Filter, end: Decision | None = None) -> list[RuleCounters]:
    passage = Passage(hook="input", what="syn", ends=(end or Decision(fate="drop", rule=RULE),))
    fate = PacketFate(address="10.20.0.5", port=8080, passages=(passage,))
    told = look(scene(machine, "tcp://10.20.0.5:8080", [fate]), machine, Where.SERVER)
    return [one.facts for one in told if isinstance(one.facts, RuleCounters)]


def test_the_rise_is_told() -> None:
    (facts,) = watched(Filter())
    assert [(one.before, one.after) for one in facts.rises] == [(12, 12 + SENT)]
    assert facts.says(RULE) == "counted"


def test_what_does_not_arrive_is_not_counted() -> None:
    (facts,) = watched(Filter(reached=False))
    assert facts.says(RULE) == "still"


def test_a_rule_without_a_counter_says_nothing() -> None:
    (facts,) = watched(Filter(counter=False))
    assert facts.says(RULE) == "no counter"


def test_where_no_rule_stops_anything_nothing_is_sent() -> None:
    machine = Filter()
    assert watched(machine, Decision(fate="accept")) == []
    assert machine.dialled == 0


def test_where_the_rule_has_no_counter_nothing_is_sent() -> None:
    machine = Filter()
    (facts,) = watched(machine, Decision(fate="drop", rule=replace(RULE, packets=None)))
    assert (facts.sent, facts.says(RULE), machine.dialled) == (0, "no counter", 0)


def test_what_comes_in_from_another_address_is_walked_from_there() -> None:
    machine = Filter()
    opening = Sighting(
        kind="opening", way="in", device="eth0", port=8080, attempts=5, source="10.20.0.1", target=SERVER, ttl=63
    )
    passage = Passage(hook="input", what="syn", ends=(Decision(fate="accept"),))
    evidence = (
        seen(TcpAttempt(address=SERVER, port=8080, connected=False, expired=True, local_address="10.10.0.7")),
        seen(PacketFate(address=SERVER, port=8080, passages=(passage,)), Where.SERVER),
        seen(Arrival(address=SERVER, port=8080, attempts=5, others=1, seen=(opening,)), Where.SERVER),
    )
    case = Case(target=parse_target(f"tcp://{SERVER}:8080"), evidence=evidence)
    told = [one.facts for one in look(Scene(case, Options(), machine, machine, 1e12), machine, Where.SERVER)]
    fate, counters = told
    assert isinstance(fate, PacketFate)
    assert isinstance(counters, RuleCounters)
    assert fate.source == "10.20.0.1"
    assert fate.stops(("input",)) is not None
    assert counters.says(RULE) == "counted"


def test_the_state_of_a_counter_is_left_out_of_its_rule() -> None:
    assert bare("tcp dport 80 counter packets 3 bytes 180 drop") == "tcp dport 80 counter drop"
    assert bare("tcp dport 80 drop") == "tcp dport 80 drop"
    assert bare("counter name x drop") == "counter name x drop"
