"""Where a refusal is a plain RST and no packet filter has a rule, causes of rules are ruled out without being loaded."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from nocarrier.diagnosis.catalogue import presuming
from nocarrier.diagnosis.presumable import presumable
from nocarrier.facts.packet_fate import Decision, PacketFate, Passage
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Symptom
from nocarrier.model.record import replace
from tests.causes.cases import made, seen

THERE = "10.20.0.5"
OF_RULES = {
    "connection-limited",
    "firewall-blocks-outgoing",
    "local-redirect",
    "panel-firewall-blocks",
    "server-firewall-rejects",
}
REJECTS = Passage(hook="input", what="syn", ends=(Decision(fate="reject", tcp_reset=True),))


def case(*passages: Passage, whole: bool = True, where: Where = Where.CLIENT, errno: str = "ECONNREFUSED") -> Case:
    fate = PacketFate(address=THERE, port=8080, passages=passages, whole=whole)
    return made({THERE: errno}, extra=(seen(fate, where),))


def test_a_filter_without_rules_did_not_refuse() -> None:
    assert "client-filter" not in presumable(case())
    assert "server-filter" not in presumable(case(where=Where.SERVER))


def test_one_with_rules_or_not_wholly_read_may_have() -> None:
    assert "client-filter" in presumable(case(REJECTS))
    assert "client-filter" in presumable(case(whole=False))
    assert "client-filter" in presumable(made({THERE: "ECONNREFUSED"}))


def test_a_message_of_icmp_is_somebodys_rule() -> None:
    plain = case()
    told = IcmpWord(origin="10.20.0.1", version=4, type=3, code=13)
    evidence = [
        replace(one, facts=replace(one.facts, said=told)) if isinstance(one.facts, TcpAttempt) else one
        for one in plain.evidence
    ]
    assert "client-filter" in presumable(replace(plain, evidence=tuple(evidence)))


def test_silence_is_not_judged_so() -> None:
    assert "client-filter" in presumable(case(errno="ETIMEDOUT"))


def test_the_causes_of_rules_are_those() -> None:
    sides = (*presuming(Symptom.REFUSED, "client-filter"), *presuming(Symptom.REFUSED, "server-filter"))
    assert set(sides) == OF_RULES


@pytest.mark.lab
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="the kernel tells only root of its rules")
def test_they_are_named_and_nothing_of_theirs_is_loaded() -> None:
    """In a network namespace of its own, which has no rule."""
    inside = f"ip link set lo up; exec {sys.executable} -X importtime -m nocarrier tcp://127.0.0.1:47123 -v"
    ran = subprocess.run(["unshare", "-n", "sh", "-c", inside], capture_output=True, text=True, timeout=30)
    assert ran.returncode == 1, ran.stderr[-2000:]
    assert "the client's packet filter has no rule" in ran.stdout
    assert "the server's packet filter has no rule" in ran.stdout
    assert {slug for slug in OF_RULES if f"  {slug} " in ran.stdout} == OF_RULES
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "nocarrier.facts.packet_fate" in loaded
    assert not loaded & {
        "nocarrier.readings.packet_walk",
        "nocarrier.causes._firewall",
        "ipaddress",
        "datetime",
        "subprocess",
    }


def test_where_nobody_can_look_at_the_server_a_reset_is_not_laid_to_rules_there() -> None:
    """From the client alone the RST of a rule is that of a closed port: no such cause would be named."""
    assert not {"server-filter", "path-filter"} & presumable(made({THERE: "ECONNREFUSED"}))
    assert presumable(made({THERE: "ECONNREFUSED"}, same_machine=True)) >= {"server-filter", "path-filter"}
    assert presumable(made({THERE: "ECONNREFUSED"}, [])) >= {"server-filter", "path-filter"}
