"""The report of a finding holds no secret, wherever one stood in what was seen."""

from __future__ import annotations

import msgspec
import pytest

from nocarrier.diagnosis.assemble import report
from nocarrier.diagnosis.catalogue import cause
from nocarrier.diagnosis.rank import Cleared, Suspect
from nocarrier.diagnosis.run import Finding
from nocarrier.diagnosis.symptom import Ending
from nocarrier.facts.listeners import Listeners, Program
from nocarrier.model.evidence import Gap, Where
from nocarrier.model.judgement import Certainty, Decider, Fix, Found, RuledOut, Symptom
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.report import Report
from tests.causes.cases import listening, made, seen

SECRET = "hunter2swordfish"
TEXT = f"serve --password {SECRET}"


@pytest.fixture
def finding() -> Finding:
    """A secret in everything that a report is made of."""
    program = Program(pid=7, name="serve", command=("serve", "--password", SECRET), executable=f"/x?token={SECRET}")
    held = seen(Listeners(listeners=listening("127.0.0.1", program=program)), Where.SERVER, 1)
    known = cause("listening-on-loopback-only")
    assert known is not None
    sentence = say("{text}", text=TEXT)
    found = Found(
        certainty=Certainty.LIKELY,
        summary=sentence,
        because=(held,),
        fixes=(Fix(where="server", text=sentence, commands=("true", TEXT), config=TEXT, risk=sentence),),
        decided_by=(Decider(question=sentence, command=TEXT),),
    )
    return Finding(
        made({"10.20.0.5": "ECONNREFUSED"}, extra=(held,), target=f"http://10.20.0.5:8080/?password={SECRET}"),
        Ending(Symptom.REFUSED, "tcp"),
        (Suspect(known, found),),
        (Cleared(known.slug, RuledOut((held,), sentence)),),
    )


def test_no_secret_stands_in_it(finding: Finding) -> None:
    text = msgspec.json.encode(report(finding)).decode()
    assert SECRET not in text
    assert "serve --password ***" in text


def test_it_is_of_the_contracts_form(finding: Finding) -> None:
    made_of_it = report(finding)
    again = msgspec.json.decode(msgspec.json.encode(made_of_it), type=Report)
    assert again.verdict == made_of_it.verdict
    assert made_of_it.verdict is not None
    assert made_of_it.verdict.fixes[0].commands == ("true", "serve --password ***")
    assert "Where *** stands, a secret belongs" in made_of_it.verdict.fixes[0].risk


def test_what_was_just_done_does_not_decide(finding: Finding) -> None:
    again, root, other = (
        Decider(question=say("?"), command=command)
        for command in ("nocarrier x --server ssh://s", "nocarrier x --server ssh://root@s", "ss -ltnp")
    )
    (suspect,) = finding.suspects
    suspect = replace(suspect, found=replace(suspect.found, decided_by=(again, root, other)))
    entered = replace(finding, case=replace(finding.case, server_named=True), suspects=(suspect,))
    assert [one.command for one in report(entered).next] == ["ss -ltnp"]
    unread = Gap(probe="packet_fate", where=Where.SERVER, reason=say("?"))
    in_part = replace(entered, case=replace(entered.case, gaps=(unread,)))
    assert [one.command for one in report(in_part).next] == [root.command, other.command]
    alone = replace(entered, case=replace(entered.case, server_named=False))
    assert len(report(alone).next) == 3
