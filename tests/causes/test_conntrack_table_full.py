"""A full table, on whichever side, and whose packets it drops."""

from __future__ import annotations

import pytest

from nocarrier.causes.server.conntrack_table_full import judge
from nocarrier.facts.conntrack import Conntrack, TableRound
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Found, Judgement, RuledOut, Silent
from nocarrier.model.record import replace
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

QUIET = TcpAttempt(address="10.20.0.5", port=8080, connected=False, expired=True, waited_ms=3500)
COUNTED = TableRound(sent=8, unanswered=8, quiet=0, during=8)
MISSED = TableRound(sent=8, unanswered=8, quiet=0, during=0)
BUSY = TableRound(sent=8, unanswered=8, quiet=20, during=28)
ROOM = Conntrack(address="10.20.0.5", port=8080, count=300, later=300, most=262144, held_for=432000)


def full(*rounds: TableRound) -> Conntrack:
    return replace(ROOM, count=262144, later=262144, rounds=rounds)


def judged(client: Conntrack | None, server: Conntrack | None) -> Judgement:
    tables = ((client, Where.CLIENT), (server, Where.SERVER))
    evidence = tuple(seen(table, where) for table, where in tables if table is not None)
    return judge(Case(target=parse_target("tcp://10.20.0.5:8080"), evidence=(seen(QUIET), *evidence)))


def certainty(client: Conntrack | None, server: Conntrack | None) -> Certainty | None:
    judgement = judged(client, server)
    return judgement.certainty if isinstance(judgement, Found) else None


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (full(COUNTED, COUNTED), Certainty.PROVEN),
        (full(BUSY, BUSY), Certainty.LIKELY),
        (full(), Certainty.LIKELY),
        (full(MISSED, MISSED), None),
        (replace(full(COUNTED, COUNTED), later=200_000), None),
    ],
)
def test_on_either_side(table: Conntrack, expected: Certainty | None) -> None:
    assert certainty(None, table) is expected
    assert certainty(table, ROOM) is expected


def test_the_fix_is_for_the_machine_whose_table_it_is() -> None:
    for client, server, where in ((full(COUNTED), ROOM, "client"), (ROOM, full(COUNTED), "server")):
        judgement = judged(client, server)
        assert isinstance(judgement, Found)
        assert {fix.where for fix in judgement.fixes} == {where}
        assert judgement.fixes[0].commands[0] == "sysctl -w net.netfilter.nf_conntrack_max=524288"


def test_the_surer_of_two_full_tables_is_named() -> None:
    judgement = judged(full(BUSY, BUSY), full(COUNTED, COUNTED))
    assert isinstance(judgement, Found)
    assert judgement.fixes[0].where == "server"


def test_room_there_rules_it_out_and_room_here_says_nothing() -> None:
    assert isinstance(judged(ROOM, ROOM), RuledOut)
    assert isinstance(judged(None, full(MISSED, MISSED)), RuledOut)
    assert judged(ROOM, None) == Silent()


def test_a_short_time_out_is_left_alone() -> None:
    judgement = judged(None, replace(full(COUNTED), held_for=3600))
    assert isinstance(judgement, Found)
    assert not any("timeout_established" in command for fix in judgement.fixes for command in fix.commands)


def test_in_a_container_the_limit_is_another_machines() -> None:
    judgement = judged(None, replace(full(COUNTED), settable=False))
    assert isinstance(judgement, Found)
    assert "notrack" in judgement.fixes[0].commands[0]
    assert "nf_conntrack_max" in judgement.fixes[1].commands[0]
