"""The tool that provokes clients, with the one that every machine has: this very Python."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tools.corpus import __main__ as tool
from tools.corpus import needs, runs
from tools.corpus.client import Client, client, names
from tools.corpus.judging import amiss
from tools.corpus.stage import scenario
from tools.corpus.symptoms import SYMPTOMS, met

from nocarrier.lab import LabForbidden, ProgramsMissing, build

DIAL = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 3).recv(9)"
SOME = (
    "refused",
    "prohibited",
    "no-route",
    "route-prohibits",
    "name-not-found",
    "socket-limit",
    "family-disabled",
    "reset-at-once",
)


@pytest.mark.lab
def test_what_stands_in_the_lab_is_what_the_table_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "BUILD", tmp_path)
    monkeypatch.setattr(runs, "met", lambda schemes: [pair for pair in met(schemes) if pair[0].slug in SOME])
    python = Client(name="python", speaks=("tcp",), run=(sys.executable, "-c", DIAL, "{host}", "{port}"))
    try:
        with build(scenario()) as lab:
            met_all = list(runs.meetings(lab, python))
    except (LabForbidden, ProgramsMissing) as error:
        pytest.skip(str(error.sentence))
    assert [one.symptom for one in met_all] == [symptom.slug for symptom in SYMPTOMS if symptom.slug in SOME]
    assert not {one.symptom: told for one in met_all if (told := amiss(one))}


@pytest.mark.parametrize("name", names())
def test_a_client_is_told_of_symptoms_that_it_meets(name: str) -> None:
    one = client(name)
    slugs = {symptom.slug for symptom, _ in met(one.speaks)}
    assert slugs
    assert not set(one.told) - slugs
    assert not set(one.without) - slugs
    assert all(told.why for told in one.told.values())


def test_a_long_traceback_keeps_its_messages_and_both_ends_of_its_frames() -> None:
    frames = "".join(f'  File "{number}.py", line 1, in f\n    f()\n' for number in range(40))
    text = runs.kept(f"Traceback:\n{frames}ConnectionRefusedError: one\n\nTraceback:\n{frames}OSError: two\n", "")
    assert text.splitlines()[0] == "Traceback:"
    assert {"ConnectionRefusedError: one", "OSError: two", '  File "0.py", line 1, in f', "[…]"} <= set(
        text.splitlines()
    )
    assert len(text.splitlines()) <= runs.MOST_LINES


@pytest.mark.parametrize(("option", "code"), [("--help", 0), ("--trith", 2)])
def test_what_is_no_option_provokes_nobody(capsys: pytest.CaptureFixture[str], option: str, code: int) -> None:
    assert tool.main([option]) == code
    assert capsys.readouterr().out.strip() == (tool.__doc__ or "").strip()
