"""Who swallows it in front of a machine of a cloud: the cloud's filter, another device, or the machine itself."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.causes.path import firewall_drops_on_path
from nocarrier.causes.server import security_group_blocks, server_firewall_drops
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.arrival import Arrival, Sighting
from nocarrier.facts.cloud import Cloud
from nocarrier.facts.cloud_providers import PROVIDERS
from nocarrier.facts.packet_fate import Decision, NamedRule, PacketFate, Passage
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Found, RuledOut
from nocarrier.model.record import replace
from tests.causes.cases import listening, made, seen

CAUSES = [module.CAUSE for module in (security_group_blocks, firewall_drops_on_path, server_firewall_drops)]
GROUP, PATH, DROPS = "security-group-blocks", "firewall-drops-on-path", "server-firewall-drops"
OWN, PUBLIC = "10.20.0.5", "203.0.113.10"
LIKELY, POSSIBLE, PROVEN = Certainty.LIKELY, Certainty.POSSIBLE, Certainty.PROVEN
AWS = Cloud(
    provider="aws",
    hardware="Amazon EC2",
    asked="169.254.169.254",
    told={
        "instance": ("i-0a1b2c3d4e5f67890",),
        "region": ("eu-central-1",),
        "public": (PUBLIC,),
        "group": ("sg-01",),
    },
    own=True,
)
DROP = NamedRule(backend="nft", family="inet", table="f", chain="in", text="tcp dport 8080 drop", handle=3, number=1)


def opening(port: int, way: Any = "in") -> Sighting:
    return Sighting(
        kind="opening", way=way, device="eth0", port=port, attempts=3, source="198.51.100.7", target=OWN, ttl=60
    )


def watched(address: str, *sightings: Sighting) -> list[Evidence[Any]]:
    left = Arrival(address=address, port=8080, attempts=3, others=2, seen=(opening(8080, "out"), opening(22, "out")))
    came = Arrival(address=address, port=8080, attempts=3, others=2, seen=sightings)
    return [seen(left), seen(came, Where.SERVER)]


def silence(address: str, cloud: Cloud | None, *extra: Evidence[Any], rule: NamedRule | None = None) -> Case:
    end = Decision(fate="drop", rule=rule) if rule else Decision(fate="accept")
    fate = PacketFate(address=address, port=8080, passages=(Passage(hook="input", what="syn", ends=(end,)),))
    more = [seen(fate, Where.SERVER), *extra, *([seen(cloud, Where.SERVER)] if cloud else [])]
    case = made({address: "ETIMEDOUT"}, listening("0.0.0.0"), extra=more)
    attempt = next(case.every(TcpAttempt))
    quiet = replace(attempt.facts, errno="", expired=True, waited_ms=3500.0, local_address="10.10.0.7")
    return replace(
        case, evidence=tuple(replace(one, facts=quiet) if one is attempt else one for one in case.evidence)
    )


def verdicts(case: Case) -> dict[str, Certainty]:
    suspects, _ = judge(case, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


@pytest.mark.parametrize("address", [OWN, PUBLIC])
def test_what_never_arrives_at_a_cloud_s_machine_is_likely_its_filter(address: str) -> None:
    case = silence(address, AWS, *watched(address, opening(22)))
    assert verdicts(case)[GROUP] is LIKELY
    assert verdicts(case).get(PATH, POSSIBLE) is POSSIBLE
    assert DROPS not in verdicts(case)


def test_without_the_other_port_the_public_address_still_tells_whose_it_is() -> None:
    assert verdicts(silence(PUBLIC, AWS, *watched(PUBLIC)))[GROUP] is LIKELY


def test_an_address_that_nobody_tells_of_leads_there_perhaps() -> None:
    untold = replace(AWS, told={"instance": ("i-0a1b2c3d4e5f67890",)})
    assert verdicts(silence(PUBLIC, untold, *watched(PUBLIC)))[GROUP] is POSSIBLE
    assert verdicts(silence(PUBLIC, untold, *watched(PUBLIC, opening(22))))[GROUP] is LIKELY
    assert GROUP not in verdicts(silence("198.51.100.99", AWS, *watched("198.51.100.99")))


def test_what_arrives_is_not_the_cloud_s() -> None:
    case = silence(PUBLIC, AWS, *watched(PUBLIC, opening(8080)), rule=DROP)
    assert verdicts(case) == {DROPS: PROVEN}
    assert isinstance(security_group_blocks.judge(case), RuledOut)


def test_no_cloud_no_accusation_and_then_the_path_is_proven() -> None:
    case = silence(OWN, Cloud(hardware="Dell Inc."), *watched(OWN, opening(22)))
    assert verdicts(case) == {PATH: PROVEN}
    assert isinstance(security_group_blocks.judge(case), RuledOut)


def test_where_nobody_asked_about_a_cloud_the_path_is_not_proven() -> None:
    assert verdicts(silence(OWN, None, *watched(OWN, opening(22)))) == {PATH: LIKELY}


def test_an_imitated_service_is_not_believed() -> None:
    unsure = replace(AWS, hardware="", own=False)
    assert verdicts(silence(OWN, unsure, *watched(OWN, opening(22)))) == {PATH: LIKELY}


def test_where_nobody_watched_the_server_s_rules_leave_it_possible() -> None:
    assert verdicts(silence(PUBLIC, AWS))[GROUP] is POSSIBLE
    assert GROUP not in verdicts(silence(PUBLIC, AWS, rule=DROP))


def test_the_fix_has_this_client_this_port_and_this_group() -> None:
    found = security_group_blocks.judge(silence(PUBLIC, AWS, *watched(PUBLIC, opening(22))))
    assert isinstance(found, Found)
    assert found.fixes[0].commands == (
        "aws ec2 authorize-security-group-ingress --region eu-central-1 --group-id sg-01 --protocol tcp --port 8080"
        " --cidr 198.51.100.7/32",
    )
    assert found.fixes[0].risk is None


def test_a_client_behind_a_translation_is_everybody() -> None:
    found = security_group_blocks.judge(silence(PUBLIC, AWS, *watched(PUBLIC)))
    assert isinstance(found, Found)
    assert found.fixes[0].commands[0].endswith("--cidr 0.0.0.0/0")
    assert found.fixes[0].risk is not None


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.slug)
def test_what_the_metadata_does_not_tell_is_named(provider: Any) -> None:
    bare = Cloud(provider=provider.slug, hardware="x", told={"public": (PUBLIC,)})
    found = security_group_blocks.judge(silence(PUBLIC, bare, *watched(PUBLIC)))
    assert isinstance(found, Found)
    text, commands = found.fixes[0].text.render(), " ".join(found.fixes[0].commands)
    for word in ("$REGION", "$INSTANCE", "$NAME", "$PROJECT", "$NETWORK"):
        assert (word in commands) == (word in text)
    assert '"$GROUP"' not in commands or "GROUP=" in commands
