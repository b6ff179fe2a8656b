"""One family fails and the other connects: what is certain, and what stands beside it."""

from __future__ import annotations

import pytest

from nocarrier.causes.path import address_family_broken, firewall_drops_on_path
from nocarrier.causes.server import server_firewall_drops, wrong_address_family
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.diagnosis.symptom import ending
from nocarrier.facts.contrast import Contrast, OtherPort
from nocarrier.facts.families import Families, FamilyResult
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.model.evidence import Case, Facts
from nocarrier.model.judgement import Certainty, Found, Symptom
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

SIX, FOUR = "fd20::5", "10.20.0.5"
CAUSES = [
    module.CAUSE
    for module in (address_family_broken, firewall_drops_on_path, server_firewall_drops, wrong_address_family)
]
MINE = "address-family-broken"
PROVEN, LIKELY, POSSIBLE = Certainty.PROVEN, Certainty.LIKELY, Certainty.POSSIBLE
CONNECTS = TcpAttempt(address=FOUR, port=8080, connected=True)
SILENT = TcpAttempt(address=SIX, port=8080, connected=False, expired=True, waited_ms=400)
REFUSED = TcpAttempt(address=SIX, port=8080, connected=False, errno="ECONNREFUSED")
NO_ROUTE = IcmpWord(origin="fd10::1", version=6, type=1, code=0)
SAID = TcpAttempt(address=SIX, port=8080, connected=False, errno="ENETUNREACH", said=NO_ROUTE)
NEVER_SENT = TcpAttempt(address=SIX, port=8080, connected=False, errno="ENETUNREACH")


def case(first: TcpAttempt, *more: Facts) -> Case:
    facts = (Lookup(name="shop.example", addresses=(SIX, FOUR)), first, CONNECTS, *more)
    evidence = tuple(seen(fact, number=number) for number, fact in enumerate(facts, 1))
    return Case(target=parse_target("tcp://shop.example:8080"), evidence=evidence)


def again(connected: int = 0) -> Families:
    return Families(
        first=FamilyResult(family=6, addresses=(SIX,), begun=5, connected=connected),
        other=FamilyResult(family=4, addresses=(FOUR,), begun=5, connected=5),
    )


def verdicts(made: Case) -> list[tuple[str, Certainty]]:
    suspects, _ = judge(made, CAUSES)
    return [(suspect.cause.slug, suspect.found.certainty) for suspect in rank(suspects)]


def test_it_comes_first_and_what_may_have_broken_it_stays() -> None:
    around = Contrast(address=SIX, again="silent", others=(OtherPort(port=22, transport="tcp", how="reset"),))
    assert verdicts(case(SILENT, again(), around)) == [
        (MINE, PROVEN),
        ("server-firewall-drops", POSSIBLE),
        ("firewall-drops-on-path", POSSIBLE),
    ]


def test_a_routers_word_breaks_a_family_too_and_is_told() -> None:
    made = case(SAID, again())
    assert verdicts(made) == [(MINE, PROVEN)]
    found = address_family_broken.judge(made)
    assert isinstance(found, Found)
    assert "fd10::1" in str(found.summary)


@pytest.mark.parametrize("piece", [0, 1, 3])
def test_proof_rests_on_every_piece(piece: int) -> None:
    made = case(SILENT, again())
    assert dict(verdicts(made.without(made.evidence[piece]))).get(MINE) is not PROVEN


def test_it_connected_when_tried_again() -> None:
    assert MINE not in dict(verdicts(case(SILENT, again(connected=1))))


def test_a_refusal_is_another_cause() -> None:
    assert MINE not in dict(verdicts(case(REFUSED)))


@pytest.mark.parametrize(
    ("first", "symptom", "degraded"),
    [
        (SILENT, Symptom.TIMED_OUT, True),
        (SAID, Symptom.UNREACHABLE, True),
        (REFUSED, Symptom.REFUSED, True),
        (NEVER_SENT, Symptom.NONE, False),
    ],
)
def test_what_bites(first: TcpAttempt, symptom: Symptom, degraded: bool) -> None:
    end = ending(case(first))
    assert (end.symptom, end.degraded) == (symptom, degraded)


def test_each_family_has_its_fix() -> None:
    found = address_family_broken.judge(case(SILENT, again()))
    assert isinstance(found, Found)
    assert found.fixes[0].commands == ("nocarrier -4 tcp://shop.example:8080",)
    assert "gai.conf" in found.fixes[1].commands[0]
    assert str(found.fixes[2].text).startswith("Take the AAAA records of shop.example")
