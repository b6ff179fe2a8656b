"""Whose rule keeps the port closed: the panel's, or one beside it."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.causes.server import panel_firewall_blocks, server_firewall_drops, server_firewall_rejects
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.packet_fate import Decision, FrontEnd, NamedRule, PacketFate, Passage
from nocarrier.facts.panel import FoundPanel, Panel
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Found
from nocarrier.model.record import replace
from tests.causes.cases import listening, made, seen

CAUSES = [module.CAUSE for module in (panel_firewall_blocks, server_firewall_drops, server_firewall_rejects)]
SERVER = "10.20.0.5"
PANEL, DROPS, REJECTS = "panel-firewall-blocks", "server-firewall-drops", "server-firewall-rejects"
PROVEN, LIKELY = Certainty.PROVEN, Certainty.LIKELY
PLESK = FoundPanel(
    slug="plesk",
    told_by="/etc/psa/psa.conf",
    script="/usr/local/psa/var/modules/firewall/firewall-active.sh",
    rules=("ip -P INPUT DROP", "ip -A INPUT -p tcp --dport 22 -j ACCEPT", "ip -A INPUT -j DROP"),
)


def rule(chain: str, text: str, **more: Any) -> NamedRule:
    return NamedRule(backend="iptables", family="ip", table="filter", chain=chain, text=text, number=9, **more)


def silence(
    stop: Decision, *panels: FoundPanel, manager: FrontEnd = "none", doubts: tuple[str, ...] = (), looked: bool = True
) -> Case:
    passage = Passage(hook="input", what="syn", ends=(stop,), doubts=doubts)
    fate = PacketFate(address=SERVER, port=8080, passages=(passage,), front_end=manager)
    extra = [seen(fate, Where.SERVER)]
    extra += [seen(Panel(found=panels), Where.SERVER)] if looked else []
    case = made({SERVER: "ETIMEDOUT"}, listening("0.0.0.0"), extra=extra)
    attempt = next(case.every(TcpAttempt))
    quiet = replace(attempt.facts, errno="", expired=True, waited_ms=3500.0)
    return replace(
        case, evidence=tuple(replace(one, facts=quiet) if one is attempt else one for one in case.evidence)
    )


def verdicts(case: Case) -> dict[str, Certainty]:
    suspects, _ = judge(case, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


def drop(made: NamedRule) -> Decision:
    return Decision(fate="drop", rule=made)


LAST = rule("INPUT", "-A INPUT -j DROP")
BY_HAND = rule("INPUT", "-A INPUT -p tcp -m tcp --dport 8080 -j DROP")


def test_a_rule_of_plesk_s_script() -> None:
    assert verdicts(silence(drop(LAST), PLESK)) == {PANEL: PROVEN}
    assert verdicts(silence(drop(rule("INPUT", "policy drop", policy=True)), PLESK)) == {PANEL: PROVEN}


def test_a_rule_that_is_not_in_plesk_s_script() -> None:
    assert verdicts(silence(drop(BY_HAND), PLESK)) == {DROPS: PROVEN}
    assert verdicts(silence(drop(LAST), replace(PLESK, script="", rules=()))) == {DROPS: PROVEN}


def test_a_panel_that_does_not_manage_this_front_end() -> None:
    cpanel = FoundPanel(slug="cpanel", told_by="/etc/wwwacct.conf")
    by_ufw = drop(rule("ufw-user-input", "-A ufw-user-input -p tcp -m tcp --dport 8080 -j DROP"))
    assert verdicts(silence(by_ufw, cpanel, manager="ufw")) == {DROPS: PROVEN}
    csf = drop(rule("LOGDROPIN", "-A LOGDROPIN -j DROP"))
    assert verdicts(silence(csf, cpanel, manager="csf")) == {PANEL: PROVEN}


def test_where_nobody_looked_for_a_panel_the_rules_alone_speak() -> None:
    assert verdicts(silence(drop(LAST), looked=False)) == {DROPS: PROVEN}
    assert verdicts(silence(drop(LAST))) == {DROPS: PROVEN}


def test_a_limit_in_a_chain_of_the_panel_is_no_closed_port() -> None:
    cpanel = FoundPanel(slug="cpanel", told_by="/etc/wwwacct.conf")
    limit = rule("CONNLIMIT", "-A CONNLIMIT -m connlimit --connlimit-above 5 -j DROP")
    assert verdicts(silence(drop(limit), cpanel, manager="csf", doubts=(limit.text,))) == {PANEL: LIKELY}


def test_plesk_is_told_to_apply_and_to_confirm() -> None:
    found = panel_firewall_blocks.judge(silence(drop(LAST), PLESK))
    assert isinstance(found, Found)
    assert found.fixes[0].commands == (
        'plesk ext firewall --set-rule -name "tcp 8080" -direction input -action allow -ports 8080/tcp',
        "plesk ext firewall --apply",
        "plesk ext firewall --confirm",
    )


@pytest.mark.parametrize(
    ("chain", "text", "commands"),
    [
        (
            "LOGDROPIN",
            "-A LOGDROPIN -j DROP",
            ('sed -i -E \'/^TCP6?_IN *= *"/s/"$/,8080"/\' /etc/csf/csf.conf', "csf -r"),
        ),
        ("DENYIN", "-A DENYIN -s 10.10.0.7/32 ! -i lo -j DROP", ("csf -dr 10.10.0.7", "csf -tr 10.10.0.7")),
        ("DENYIN", "-A DENYIN -s 10.10.0.0/24 ! -i lo -j DROP", ("csf -dr 10.10.0.0/24", "csf -tr 10.10.0.0/24")),
    ],
)
def test_csf_is_told_what_its_chain_is_about(chain: str, text: str, commands: tuple[str, ...]) -> None:
    cpanel = FoundPanel(slug="cpanel", told_by="/etc/wwwacct.conf")
    found = panel_firewall_blocks.judge(silence(drop(rule(chain, text)), cpanel, manager="csf"))
    assert isinstance(found, Found)
    assert found.fixes[0].commands == commands


def test_no_proof_survives_the_loss_of_what_it_rests_on() -> None:
    case = silence(drop(LAST), PLESK)
    found = panel_firewall_blocks.judge(case)
    assert isinstance(found, Found)
    assert len(found.because) == 4
    for evidence in found.because:
        after = panel_firewall_blocks.judge(case.without(evidence))
        assert not isinstance(after, Found) or after.certainty is not PROVEN
