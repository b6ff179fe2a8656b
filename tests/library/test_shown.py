"""Reports and explanations as text, in rich, in notebooks, as JSON."""

from __future__ import annotations

import io
import json
import pickle
import subprocess
import sys
from html.parser import HTMLParser

import pytest

import nocarrier
from tests.integrations.clients import faults

HOSTILE = "connect ECONNREFUSED 10.0.0.5:80 <script>alert(1)</script> \x1b[31m\u202e &amp; token=hunter2"


@pytest.fixture(scope="module", name="report")
def of_a_refusal() -> nocarrier.Report:
    with faults.refused() as port:
        return nocarrier.diagnose(("127.0.0.1", port))


def test_the_text_is_what_the_terminal_prints(report: nocarrier.Report, tmp_path: object) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "nocarrier", "report", "-"],
        input=report.to_json(),
        capture_output=True,
        text=True,
        env={"COLUMNS": "80", "LANG": "C.UTF-8", "PYTHONPATH": ":".join(sys.path), "TERM": "xterm"},
        check=False,
    )
    assert ran.stdout.rstrip("\n") == str(report)
    assert "\x1b" not in str(report)


def test_it_survives_json_and_pickle(report: nocarrier.Report) -> None:
    assert nocarrier.Report.from_json(report.to_json()) == report
    assert nocarrier.Report.from_json(report.to_json().encode()) == report
    assert pickle.loads(pickle.dumps(report)) == report
    assert len({report, nocarrier.Report.from_json(report.to_json())}) == 1
    assert "language" not in json.loads(report.to_json())
    for text in ("", "{}", "[1", "7", '{"schema": "nocarrier.report/1"}'):
        with pytest.raises(ValueError, match="this is no report"):
            nocarrier.Report.from_json(text)


def test_the_short_form_is_short(report: nocarrier.Report) -> None:
    assert repr(report) == f"<nocarrier.Report '{report.target.input}': failed, server-not-listening (proven)>"
    assert repr(nocarrier.explain(HOSTILE)) == "<nocarrier.Explanation: refused>"


def test_its_own_language_is_that_of_everything(report: nocarrier.Report) -> None:
    german = nocarrier.diagnose(report.target.input, language="de")
    assert "Verbindung abgelehnt" in str(german)
    assert "Verbindung abgelehnt" in german._repr_html_()
    told = nocarrier.explain("connect ECONNREFUSED 10.0.0.5:5432", language="de")
    assert "abgelehnt" in str(told)
    assert "nimmt" in f"{told.errors[0].cannot_tell}" or "Ablehnung" in f"{told.errors[0].cannot_tell}"


class Tags(HTMLParser):
    """Whether what is opened is closed, and which tags there are."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [f"{value}" for name, value in attrs if name in ("src", "href", "action")]
        if tag not in ("br", "hr", "img", "input", "meta", "path", "circle", "line", "rect"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("path", "circle", "line", "rect"):
            assert self.open.pop() == tag


def test_the_fragment_is_whole_and_holds_nothing_foreign(report: nocarrier.Report) -> None:
    hostile = nocarrier.Report.from_json(report.to_json().replace(report.target.input, "<script>alert(1)</script>"))
    for html in (report._repr_html_(), hostile._repr_html_(), nocarrier.explain(HOSTILE)._repr_html_()):
        tags = Tags()
        tags.feed(html)
        tags.close()
        assert tags.open == []
        assert not tags.seen & {"script", "html", "body", "head", "link", "iframe", "object", "img"}
        assert all(link.startswith("#") for link in tags.links)
        assert "hunter2" not in html
        assert "\x1b" not in html
        assert "\u202e" not in html


def test_rich_prints_it_in_colour_and_at_its_width(report: nocarrier.Report) -> None:
    console = pytest.importorskip("rich.console")
    for shown in (report, nocarrier.explain(HOSTILE)):
        plain, coloured = io.StringIO(), io.StringIO()
        console.Console(file=plain, width=80, no_color=True).print(shown)
        console.Console(file=coloured, width=60, force_terminal=True, color_system="standard").print(shown)
        assert [line.rstrip() for line in plain.getvalue().splitlines()] == [
            line.rstrip() for line in str(shown).splitlines()
        ]
        assert "\x1b[1" in coloured.getvalue()
        assert "\x1b[31m\u202e" not in coloured.getvalue()


def test_rich_is_not_imported() -> None:
    program = (
        "import sys, nocarrier; told = nocarrier.explain('connect ECONNREFUSED 10.0.0.5:80'); told.__rich__();"
        "told._repr_html_(); str(told); print('rich' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_explanations_may_stand_in_a_set() -> None:
    assert (
        len({nocarrier.explain("ECONNREFUSED 127.0.0.1:5001"), nocarrier.explain("ECONNREFUSED 127.0.0.1:5001")}) == 1
    )


def test_the_explanation_is_the_contracts_object() -> None:
    told = nocarrier.explain(HOSTILE)
    assert json.loads(told.to_json()) == told.to_dict()
    assert told.to_dict()["schema"] == "nocarrier.explanation/1"
    (error,) = told.errors
    assert error.causes
    assert "hunter2" not in told.to_json()
    assert str(nocarrier.explain("fine")) == "There is no connection error in this that I know."


def test_a_line_that_nobody_reads_to_its_end_is_shown_to_where_it_begins() -> None:
    told = str(nocarrier.explain(ConnectionRefusedError(111, "Connection refused " + "x " * 200_000)))
    assert "Connection refused x" in told
    assert len([line for line in told.splitlines() if line.startswith("> ")]) < 15
