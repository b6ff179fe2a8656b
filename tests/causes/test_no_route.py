"""No route is proven only where the policy rules were read: one of them may be what forbids it."""

from __future__ import annotations

import pytest

from nocarrier.causes.client.no_route import judge
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.route import Route
from nocarrier.facts.routing_table import PolicyRule, RoutingTable
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Certainty, Found
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

MAIN = PolicyRule(priority=32766, action="lookup", table="main")


@pytest.mark.parametrize(("rules_seen", "certainty"), [(True, Certainty.PROVEN), (False, Certainty.LIKELY)])
def test_rules_that_were_only_assumed_prove_nothing(rules_seen: bool, certainty: Certainty) -> None:
    lo = Interface(name="lo", up=True, carrier=True, addresses=("127.0.0.1/8",))
    case = Case(
        target=parse_target("tcp://10.9.9.9:80"),
        evidence=(
            seen(TcpAttempt(address="10.9.9.9", port=80, connected=False, errno="ENETUNREACH")),
            seen(Route(address="10.9.9.9", errno="ENETUNREACH")),
            seen(RoutingTable(address="10.9.9.9", rules=(MAIN,), rules_seen=rules_seen)),
            seen(Interfaces(interfaces=(lo,))),
        ),
    )
    judgement = judge(case)
    assert isinstance(judgement, Found)
    assert judgement.certainty is certainty
