"""``nocarrier causes``: the list, a page, and what is said of a slug that is none."""

from __future__ import annotations

import json

import pytest

from nocarrier.commands.causes import main
from nocarrier.diagnosis.catalogue import causes, family
from nocarrier.diagnosis.foreseen import FORESEEN
from nocarrier.reports.page import HEADINGS


def test_lists_every_cause_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en"]) == 0
    rows = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    for slug in (*(cause.slug for cause in causes()), *FORESEEN):
        assert rows.count(slug) == 1


def test_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["listening-on-loopback-only", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "The program listens for its own machine only"
    assert [line.strip() for line in lines if line.strip() in HEADINGS] == list(HEADINGS)


def test_an_unknown_slug_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["wrong-prot", "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("nocarrier: there is no cause wrong-prot; near to it: wrong-port")
    assert err.count("\n") == 1


def test_a_hostile_slug_is_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["\x1b[2J\udcff", "--lang", "en"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json"]) == 0
    entries = json.loads(capsys.readouterr().out)
    assert [(entry["cause"], entry["family"]) for entry in entries] == [
        *((each.slug, family(each)) for each in causes()),
        *((slug, None) for slug in FORESEEN),
    ]


def test_a_page_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["wrong-port", "--json", "--lang", "en"]) == 0
    entry = json.loads(capsys.readouterr().out)
    assert entry["cause"] == "wrong-port"
    assert all(f"## {heading}\n" in entry["page"] for heading in HEADINGS)


def test_a_cause_that_only_a_message_tells_has_a_title_and_no_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock-wrong", "--lang", "en"]) == 0
    title, empty, *words = capsys.readouterr().out.splitlines()
    assert (title, empty) == (
        "This machine's clock is wrong, so that a good certificate looks expired or not valid yet",
        "",
    )
    assert " ".join(words).startswith("`nocarrier explain` names it")
    assert main(["clock-wrong", "--json", "--lang", "en"]) == 0
    entry = json.loads(capsys.readouterr().out)
    assert (entry["title"], entry["symptoms"], entry["page"]) == (title, ["tls-failed"], None)
