"""What a rule's counter adds to the walk, on cases put together by hand."""

from __future__ import annotations

from typing import Any

from nocarrier.causes.client import firewall_blocks_outgoing, firewall_blocks_replies
from nocarrier.causes.server import connection_limited, server_firewall_drops
from nocarrier.facts.arrival import Arrival, Sighting
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.packet_fate import Decision, NamedRule, PacketFate, Passage
from nocarrier.facts.rule_counters import Rise, RuleCounters
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Found, RuledOut
from nocarrier.model.record import replace
from tests.causes.cases import made, seen

SERVER = "10.20.0.5"
RULE = NamedRule(
    backend="nft", family="inet", table="f", chain="in", text="tcp dport 8080 counter packets 6 bytes 360 drop",
    handle=4, number=1, packets=6,
)  # fmt: skip
OTHER = replace(RULE, handle=5, number=2, text="counter packets 0 bytes 0 drop", packets=0)
DROP, PASS = Decision(fate="drop", rule=RULE), Decision(fate="accept")
OWN = seen(
    Interfaces(interfaces=(Interface(name="eth0", up=True, carrier=True, addresses=(SERVER,)),)), Where.SERVER
)  # fmt: skip


def walked(*ends: Decision, where: Where = Where.SERVER, doubts: tuple[str, ...] = ()) -> Evidence[Any]:
    hook = "input" if where is Where.SERVER else "output"
    passage = Passage(hook=hook, what="syn", ends=ends, doubts=doubts)
    return seen(PacketFate(address=SERVER, port=8080, passages=(passage,)), where)


def counted(*rises: tuple[NamedRule, int | None, int | None], where: Where = Where.SERVER) -> Evidence[Any]:
    told = tuple(Rise(rule=rule, before=before, after=after) for rule, before, after in rises)
    return seen(RuleCounters(address=SERVER, port=8080, sent=3, rises=told), where)


def silence(*extra: Evidence[Any]) -> Case:
    case = made({SERVER: "ETIMEDOUT"}, None, extra=(OWN, *extra))
    attempt = next(case.every(TcpAttempt))
    quiet = replace(attempt.facts, errno="", expired=True, waited_ms=3500.0)
    return replace(
        case, evidence=tuple(replace(one, facts=quiet) if one is attempt else one for one in case.evidence)
    )


def certainty(case: Case) -> Certainty | None:
    found = server_firewall_drops.judge(case)
    return found.certainty if isinstance(found, Found) else None


def test_a_rule_that_counts_our_packets_is_proven_by_both() -> None:
    case = silence(walked(DROP), counted((RULE, 6, 9)))
    assert certainty(case) is Certainty.PROVEN
    counters = case.seen(RuleCounters, Where.SERVER)
    assert counters is not None
    assert certainty(case.without(counters)) is Certainty.LIKELY, "it has a counter, and nobody watched it"


def test_a_counter_that_stands_still_clears_the_rule() -> None:
    judged = server_firewall_drops.judge(silence(walked(DROP), counted((RULE, 6, 6))))
    assert isinstance(judged, RuledOut)
    assert "stood still" in str(judged.why)


def test_one_of_three_may_be_lost_but_one_alone_may_be_somebody_elses() -> None:
    assert certainty(silence(walked(DROP), counted((RULE, 6, 8)))) is Certainty.PROVEN
    assert certainty(silence(walked(DROP), counted((RULE, 6, 7)))) is Certainty.LIKELY


def test_a_rule_without_a_counter_is_known_by_the_walk_alone() -> None:
    bare = Decision(fate="drop", rule=replace(RULE, packets=None))
    assert certainty(silence(walked(bare))) is Certainty.PROVEN
    assert certainty(silence(walked(bare), counted((replace(RULE, packets=None), None, None)))) is Certainty.PROVEN


def test_where_the_walk_cannot_tell_the_one_rule_that_counted_is_it() -> None:
    undecided = walked(PASS, DROP, doubts=("meta length > 1000 accept",))
    assert certainty(silence(undecided)) is None
    assert certainty(silence(undecided, counted((RULE, 6, 9)))) is Certainty.PROVEN
    assert certainty(silence(undecided, counted((RULE, 6, 9), (OTHER, 0, 3)))) is None, "two rules counted"
    assert certainty(silence(undecided, counted((RULE, 6, 6), (OTHER, 0, 3)))) is None, "the walk does not know it"


def test_what_a_limit_keeps_out_is_the_limits() -> None:
    case = silence(walked(PASS, DROP, doubts=("limit rate 10/second accept",)), counted((RULE, 6, 9)))
    assert isinstance(server_firewall_drops.judge(case), RuledOut)
    found = connection_limited.judge(case)
    assert isinstance(found, Found)
    assert found.certainty is Certainty.PROVEN
    assert "limit rate 10/second accept" in str(found.summary)


def test_a_limit_that_only_writes_to_the_log_is_none() -> None:
    case = silence(walked(DROP, doubts=("limit rate 3/minute log",)), counted((RULE, 6, 9)))
    assert certainty(case) is Certainty.PROVEN
    assert not isinstance(connection_limited.judge(case), Found)


def test_what_comes_in_and_meets_one_doubtful_rule_is_likely_its() -> None:
    opening = Sighting(
        kind="opening", way="in", device="eth0", port=8080, attempts=5, source="10.10.0.7", target=SERVER, ttl=63
    )
    came = seen(Arrival(address=SERVER, port=8080, attempts=5, others=1, seen=(opening,)), Where.SERVER)
    doubtful = walked(PASS, DROP, doubts=("meta length 40-80 drop",))
    assert certainty(silence(doubtful, came)) is Certainty.LIKELY
    other = Decision(fate="drop", rule=OTHER)
    assert certainty(silence(walked(PASS, DROP, other, doubts=("meta length 40-80 drop",)), came)) is None
    assert certainty(silence(walked(PASS, DROP, doubts=("limit rate over 3/second drop",)), came)) is None


def test_the_newest_walk_counts_for_it_starts_where_the_packets_came_from() -> None:
    passing, dropping = walked(PASS), walked(DROP)
    again = replace(dropping, facts=replace(dropping.facts, source="10.20.0.1"))
    found = server_firewall_drops.judge(silence(passing, again, counted((RULE, 6, 9))))
    assert isinstance(found, Found)
    assert "from 10.20.0.1" in str(found.summary)


def test_on_the_client_a_still_counter_lowers_and_a_rising_one_confirms() -> None:
    here = walked(DROP, where=Where.CLIENT)
    for after, expected in ((9, Certainty.PROVEN), (6, Certainty.POSSIBLE)):
        found = firewall_blocks_outgoing.judge(silence(here, counted((RULE, 6, after), where=Where.CLIENT)))
        assert isinstance(found, Found)
        assert found.certainty is expected


def test_answers_that_never_came_were_not_thrown_away_here() -> None:
    passage = Passage(hook="input", what="answer", ends=(DROP,))
    back = seen(PacketFate(address=SERVER, port=8080, passages=(passage,)))
    found = firewall_blocks_replies.judge(silence(back, counted((RULE, 6, 6), where=Where.CLIENT)))
    assert isinstance(found, Found)
    assert found.certainty is Certainty.POSSIBLE
    assert "none came" in str(found.summary)
